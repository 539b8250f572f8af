import session, { Store as SessieOpslag, type SessionData } from 'express-session';
import type { RequestHandler } from 'express';
import type { Clock } from '../clock.ts';
import * as sessies from '../store/sessies.ts';
import type { Store } from '../store/store.ts';

export const COOKIE = 'svz_sessie';

/** Keeps sessions in our own database, so that a logout or a dismissal ends them in every process. */
class Databaseopslag extends SessieOpslag {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #minuten: number;
  constructor(store: Store, clock: Clock, minuten: number) {
    super();
    this.#store = store;
    this.#clock = clock;
    this.#minuten = minuten;
  }

  override get(sid: string, klaar: (fout: unknown, sessie?: SessionData | null) => void): void {
    sessies
      .lees(this.#store.db, sid, this.#clock.nu())
      .then((inhoud) => klaar(null, inhoud as SessionData | null), klaar);
  }

  override set(sid: string, sessie: SessionData, klaar?: (fout?: unknown) => void): void {
    const verlooptOp = new Date(this.#clock.nu().getTime() + this.#minuten * 60_000);
    sessies
      .bewaar(this.#store.db, { sid, medewerker: sessie.medewerker.id, inhoud: sessie, verlooptOp })
      .then(
        () => klaar?.(),
        (oorzaak: unknown) => klaar?.(oorzaak),
      );
  }

  override destroy(sid: string, klaar?: (fout?: unknown) => void): void {
    sessies.verwijder(this.#store.db, sid).then(
      () => klaar?.(),
      (oorzaak: unknown) => klaar?.(oorzaak),
    );
  }
}

export interface Sessieopties {
  geheim: string;
  minuten: number;
  /** The cookie only over https. */
  veilig: boolean;
}

/**
 * A session ends a fixed time after the login; it is made at login only (`saveUninitialized` off) and its cookie can be
 * read by no script and sent by no other site.
 */
export function sessie(
  store: Store,
  clock: Clock,
  { geheim, minuten, veilig }: Sessieopties,
): RequestHandler {
  return session({
    name: COOKIE,
    secret: geheim.split(',').map((deel) => deel.trim()),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    proxy: veilig,
    store: new Databaseopslag(store, clock, minuten),
    cookie: { httpOnly: true, sameSite: 'lax', secure: veilig, path: '/', maxAge: minuten * 60_000 },
  });
}
