import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Socket } from 'socket.io-client';
import type { Gebeurtenis } from '../../shared/contracts/gebeurtenis.ts';
import { LiveBoek } from './liveBoek.ts';
import { markeer } from './markeringen.ts';
import { maakOpslag, useOpslag } from './opslag.ts';
import { sessie } from './sessie.ts';

/** `weer`: connected again after a break; nothing was missed, and the bar says so for a while. */
const verbinding = maakOpslag<'wacht' | 'live' | 'weg' | 'weer'>('wacht');
export const useVerbinding = () => useOpslag(verbinding);

const WEER_MS = 6000;

/** Which cached answers an event touches; they are read again under this medewerker's own rights. */
export function raakt({ soort, onderwerp, id }: Gebeurtenis): readonly (readonly string[])[] {
  if (onderwerp.startsWith('klant:')) {
    const klant = onderwerp.slice('klant:'.length);
    return [
      ['klantbeeld', klant],
      ['tijdlijn', klant],
    ];
  }
  if (onderwerp.startsWith('zaak:')) return [['zaken', 'detail', onderwerp.slice('zaak:'.length)]];
  if (onderwerp.startsWith('afdeling:')) {
    return [['zaken', 'getList'], ['tellingen'], ...(id === undefined ? [] : [['zaken', 'detail', id]])];
  }
  return onderwerp === 'mijn' && soort !== 'sessie.einde' ? [['gesprekken'], ['taken']] : [];
}

/** The socket of this window: opened once after login, loaded only then. */
export class Live {
  readonly #boek = new LiveBoek();
  readonly #volgers = new Map<string, number>();
  readonly #client: QueryClient;
  readonly #ikzelf: () => string | undefined;
  #socket: Socket | null = null;
  #wasWeg = false;

  constructor(client: QueryClient, ikzelf: () => string | undefined) {
    this.#client = client;
    this.#ikzelf = ikzelf;
  }

  async open(): Promise<void> {
    if (this.#socket) return;
    const { io } = await import('socket.io-client');
    // Another call, or a log-out, may have come in between.
    if (this.#bezet() || sessie.lees() !== 'aan') return;
    const socket = io({ transports: ['websocket'], withCredentials: true });
    this.#socket = socket;
    socket.on('connect', () => {
      verbinding.zet(() => (this.#wasWeg ? 'weer' : 'live'));
      if (this.#wasWeg) setTimeout(() => verbinding.zet((nu) => (nu === 'weer' ? 'live' : nu)), WEER_MS);
      this.#wasWeg = false;
      for (const onderwerp of this.#volgers.keys()) this.#vraagVolg(onderwerp);
    });
    socket.on('disconnect', () => this.#kwijt());
    socket.on('connect_error', () => this.#kwijt());
    // A cable pulled out is known at once here; the socket itself notices only when a ping stays away.
    window.addEventListener('offline', this.#netwerkWeg);
    socket.on('gebeurtenis', (inhoud: unknown) => void this.#ontvang(inhoud));
  }

  readonly #netwerkWeg = (): void => {
    this.#socket?.io.engine.close();
  };

  sluit(): void {
    window.removeEventListener('offline', this.#netwerkWeg);
    this.#socket?.close();
    this.#socket = null;
    this.#wasWeg = false;
    verbinding.zet(() => 'wacht');
  }

  /** @returns stops following; the last one out leaves the room */
  volg(onderwerp: string): () => void {
    const aantal = this.#volgers.get(onderwerp) ?? 0;
    this.#volgers.set(onderwerp, aantal + 1);
    if (aantal === 0 && this.#socket?.connected) this.#vraagVolg(onderwerp);
    return () => {
      const over = (this.#volgers.get(onderwerp) ?? 1) - 1;
      if (over > 0) {
        this.#volgers.set(onderwerp, over);
        return;
      }
      this.#volgers.delete(onderwerp);
      this.#boek.vergeet(onderwerp);
      this.#socket?.emit('laat', { onderwerp });
    };
  }

  #bezet(): boolean {
    return this.#socket !== null;
  }

  #kwijt(): void {
    if (sessie.lees() !== 'aan') return;
    this.#wasWeg = true;
    verbinding.zet(() => 'weg');
  }

  #vraagVolg(onderwerp: string): void {
    const sinds = this.#boek.begin(onderwerp);
    const bericht = sinds === undefined ? { onderwerp } : { onderwerp, sinds };
    this.#socket?.emit('volg', bericht, (antwoord: unknown) => void this.#gevolgd(onderwerp, antwoord));
  }

  async #gevolgd(onderwerp: string, inhoud: unknown): Promise<void> {
    const { VolgAntwoord } = await import('../../shared/contracts/gebeurtenis.ts');
    const antwoord = VolgAntwoord.safeParse(inhoud);
    if (!antwoord.success || !antwoord.data.ok) {
      this.#boek.bevestig(onderwerp, 0);
      return;
    }
    const gemist = this.#boek.bevestig(onderwerp, antwoord.data.volgnummer);
    if (antwoord.data.code === 'opnieuw_laden') await this.#client.invalidateQueries();
    for (const gebeurtenis of gemist) this.#verwerk(gebeurtenis);
  }

  async #ontvang(inhoud: unknown): Promise<void> {
    const { Gebeurtenis: Vorm } = await import('../../shared/contracts/gebeurtenis.ts');
    const gelezen = Vorm.safeParse(inhoud);
    if (gelezen.success) for (const nieuw of this.#boek.ontvang(gelezen.data)) this.#verwerk(nieuw);
  }

  #verwerk(gebeurtenis: Gebeurtenis): void {
    if (gebeurtenis.soort === 'sessie.einde') {
      sessie.zet((nu) => (nu === 'aan' ? 'verlopen' : nu));
      return;
    }
    const eigen = gebeurtenis.door !== undefined && gebeurtenis.door === this.#ikzelf();
    if (gebeurtenis.soort.startsWith('zaak.') && gebeurtenis.id !== undefined && !eigen) {
      markeer(gebeurtenis.id, gebeurtenis.tijdstip);
    }
    for (const queryKey of raakt(gebeurtenis)) void this.#client.invalidateQueries({ queryKey });
  }
}

/** Follow while the component is there. */
export const useVolg = (live: Live, onderwerp: string | null): void => {
  useEffect(() => (onderwerp === null ? undefined : live.volg(onderwerp)), [live, onderwerp]);
};
