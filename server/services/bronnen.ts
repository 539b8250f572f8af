import type { Bronmelding, BronSoort, BronStatus } from '../../shared/contracts/bron.ts';
import { LAAT, TERMIJN_MS, wachtMet } from '../connectors/http/termijn.ts';
import { BronFout, type Aanroep } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import type { Deps } from './deps.ts';
import { redenVanVerbod } from './weigering.ts';

/**
 * One deadline per source, over all its rounds, and one for the whole (docs/registers.md); a little under the 4 s that
 * one may wait, so that the answer itself still comes within them.
 */
const PER_BRON_MS = 3_800;
const GEHEEL_MS = 8_000;
/** What comes up to here is told as late. */
const LAATST_MS = TERMIJN_MS * LAAT;
/** From here on a source is called slow on the screen, though it did answer. */
const TRAAG_MS = 2_000;

/** Without a melding the code of the refusal tells it. */
const WAT: Record<BronFout['soort'], { status: BronStatus; melding: string | null }> = {
  onbereikbaar: {
    status: 'fout',
    melding: 'geeft geen antwoord. Hier kunnen gegevens ontbreken. Probeer het opnieuw.',
  },
  te_traag: {
    status: 'fout',
    melding:
      'gaf na 4 seconden geen antwoord. Hier kunnen gegevens ontbreken. Komt het antwoord alsnog, dan ziet u dat hier vanzelf.',
  },
  geweigerd: {
    status: 'fout',
    melding: 'begrijpt onze vraag niet. Hier kunnen gegevens ontbreken. Meld dit bij beheer.',
  },
  verboden: { status: 'verboden', melding: null },
  niet_gevonden: { status: 'fout', melding: 'kent dit adres niet. Meld dit bij beheer.' },
  te_veel_treffers: { status: 'fout', melding: 'vindt te veel. Vul meer in.' },
  onleesbaar: {
    status: 'fout',
    melding: 'geeft een antwoord dat niet te lezen is. Hier kunnen gegevens ontbreken. Meld dit bij beheer.',
  },
  niet_ondersteund: { status: 'fout', melding: 'kan dit niet leveren.' },
};

const watEr = ({ soort, code }: BronFout): string => WAT[soort].melding ?? redenVanVerbod(code);

type BronDeps = Pick<Deps, 'clock' | 'log' | 'registers' | 'bronstand'>;
/** A source as the screen names it; `soort` where it is a part of a register. */
interface Bron {
  id: string;
  naam: string;
  soort?: BronSoort;
}

function soortVan({ id, soort }: Bron, registers: BronDeps['registers']): BronSoort {
  if (soort !== undefined) return soort;
  if (id === registers.klanten?.id) return 'contacten';
  if (id === registers.personen?.id || id === registers.bedrijven?.id) return 'klant';
  if (id === registers.klanttaken?.id) return 'taken';
  return id === registers.medewerkers?.id ? 'medewerkers' : 'zaken';
}

interface Loop {
  start: number;
  /** Ends what is still being read of it. */
  signal: AbortSignal;
  /** Readings that were given up and go on. */
  laat: number;
  alsnog: boolean;
}

/**
 * Reads sources side by side and keeps what each of them did. A source that fails gives its `leeg` value and a melding;
 * the rest goes on. Only a BronFout counts as a failing source: a mistake of ours is not hidden as one.
 */
export class Bronnen {
  readonly #meldingen = new Map<string, Bronmelding>();
  readonly #lopen = new Map<string, Loop>();
  /** Not told while they answer. */
  readonly #stil = new Set<string>();
  readonly #deps: BronDeps;
  readonly #bijLaat: ((bron: string) => Promise<void>) | null;
  readonly #begin = performance.now();

  /** `bijLaat`: a source that was given up has answered after all, so reading anew gives more; its answers are kept. */
  constructor(deps: BronDeps, bijLaat: ((bron: string) => Promise<void>) | null = null) {
    this.#deps = deps;
    this.#bijLaat = bijLaat;
  }

  async lees<T>(bron: Bron, leeg: T, aanroep: Aanroep, lezen: (aanroep: Aanroep) => Promise<T>): Promise<T> {
    const loop = this.#loopVan(bron.id);
    const { signal, start } = loop;
    const geduldMs = this.#bijLaat === null ? undefined : LAATST_MS;
    const belofte = lezen({ ...aanroep, signal, geduldMs });
    const nu = performance.now();
    try {
      const rest = Math.min(start + PER_BRON_MS, this.#begin + GEHEEL_MS) - nu;
      const waarde = await wachtMet(bron.id, belofte, undefined, Math.max(0, rest));
      this.#noteer(bron, performance.now() - start, null);
      return waarde;
    } catch (oorzaak) {
      if (!(oorzaak instanceof BronFout)) throw oorzaak;
      this.#noteer(bron, performance.now() - start, oorzaak);
      void this.#wachtOp(bron.id, loop, belofte);
      return leeg;
    }
  }

  #loopVan(bron: string): Loop {
    const eerder = this.#lopen.get(bron);
    if (eerder !== undefined) return eerder;
    const nieuw: Loop = {
      start: performance.now(),
      signal: AbortSignal.timeout(this.#bijLaat === null ? PER_BRON_MS : LAATST_MS),
      laat: 0,
      alsnog: false,
    };
    this.#lopen.set(bron, nieuw);
    return nieuw;
  }

  /** Tells once of a source that came late, when nothing of it is under way any more. */
  async #wachtOp(bron: string, loop: Loop, belofte: Promise<unknown>): Promise<void> {
    loop.laat += 1;
    try {
      await belofte;
      loop.alsnog = true;
    } catch (oorzaak) {
      // A failing source was told already.
      if (!(oorzaak instanceof BronFout)) this.#deps.log.error({ err: oorzaak }, 'late lezing mislukt');
    }
    loop.laat -= 1;
    if (loop.laat > 0 || !loop.alsnog || this.#bijLaat === null) return;
    loop.alsnog = false;
    try {
      await this.#bijLaat(bron);
    } catch (err) {
      this.#deps.log.error({ err }, 'late bron niet gemeld');
    }
  }

  /**
   * A part of a register with an address of its own: told only where it fails, and then by itself, because the rest of
   * the register did answer.
   */
  async onderdeel<T>(
    register: { id: string },
    deel: 'besluiten' | 'documenten',
    leeg: T,
    aanroep: Aanroep,
    lezen: (aanroep: Aanroep) => Promise<T>,
  ): Promise<T> {
    const bron = { id: `${register.id}-${deel}`, naam: metHoofdletter(deel), soort: deel };
    this.#stil.add(bron.id);
    return this.lees(bron, leeg, aanroep, lezen);
  }

  faalde(bron: { id: string }): boolean {
    const status = this.#meldingen.get(bron.id)?.status;
    return status === 'fout' || status === 'verboden';
  }

  get meldingen(): Bronmelding[] {
    return [...this.#meldingen.values()];
  }

  #noteer(bron: Bron, duur: number, oorzaak: BronFout | null): void {
    const sinds = this.#deps.bronstand.noteer(bron.id, oorzaak === null);
    // A source that failed once stays failed in this answer, whatever its other calls did.
    if (oorzaak === null && (this.faalde(bron) || this.#stil.has(bron.id))) return;
    const wat = oorzaak === null ? null : WAT[oorzaak.soort];
    this.#meldingen.set(bron.id, {
      bron: bron.id,
      soort: soortVan(bron, this.#deps.registers),
      naam: bron.naam,
      status: wat?.status ?? (duur > TRAAG_MS ? 'traag' : 'ok'),
      duurMs: Math.round(duur),
      opgehaaldOp: wat === null ? this.#deps.clock.nu().toISOString() : null,
      ...(sinds === null ? {} : { sinds: sinds.toISOString() }),
      ...(oorzaak === null ? {} : { melding: `${bron.naam} ${watEr(oorzaak)}` }),
    });
  }
}

const metHoofdletter = (woord: string): string => woord.charAt(0).toUpperCase() + woord.slice(1);

/** For a call of which the answer is all there is: what a failing register means for the user. */
export function alsFout(oorzaak: unknown, naam: string): unknown {
  if (!(oorzaak instanceof BronFout)) return oorzaak;
  switch (oorzaak.soort) {
    case 'niet_gevonden':
      return fout('niet_gevonden', { cause: oorzaak });
    case 'te_veel_treffers':
      return fout('te_veel_treffers', { cause: oorzaak });
    case 'geweigerd':
      return fout('geweigerd_door_register', {
        cause: oorzaak,
        fouten: oorzaak.velden.map(({ naam, code, reden }) => ({ pad: padVan(naam), code, melding: reden })),
      });
    case 'niet_ondersteund':
      return fout('niet_ondersteund', { cause: oorzaak });
    case 'onbereikbaar':
    case 'te_traag':
    case 'verboden':
    case 'onleesbaar':
      return fout('bron_onbereikbaar', { cause: oorzaak, detail: `${naam} ${watEr(oorzaak)}` });
  }
}

/** Fields that the registers name otherwise than our contract does. */
const ANDERS: Record<string, string> = { statustoelichting: 'toelichting', tekst: 'inhoud' };

/** `klantcontact.onderwerp` → `onderwerp`: the field as the author knows it; one that is not ours keeps its name. */
function padVan(naam: string): string {
  const laatste = naam.slice(naam.lastIndexOf('.') + 1);
  return ANDERS[laatste] ?? laatste;
}
