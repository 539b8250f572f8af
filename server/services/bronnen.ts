import type { Bronmelding, BronStatus } from '../../shared/contracts/bron.ts';
import type { Clock } from '../clock.ts';
import { BronFout, type Aanroep } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';

/** One deadline per source, over all its rounds, and one for the whole (docs/registers.md). */
/** A little under the 4 s that one may wait, so that the answer itself still comes within them. */
const PER_BRON_MS = 3_800;
const GEHEEL_MS = 8_000;
/** From here on a source is called slow on the screen, though it did answer. */
const TRAAG_MS = 2_000;

const WAT: Record<BronFout['soort'], { status: BronStatus; melding: string }> = {
  onbereikbaar: {
    status: 'fout',
    melding: 'geeft geen antwoord. Hier kunnen gegevens ontbreken. Probeer het opnieuw.',
  },
  te_traag: {
    status: 'fout',
    melding: 'gaf na 4 seconden geen antwoord. Hier kunnen gegevens ontbreken. Probeer het opnieuw.',
  },
  geweigerd: {
    status: 'fout',
    melding: 'begrijpt onze vraag niet. Hier kunnen gegevens ontbreken. Meld dit bij beheer.',
  },
  verboden: { status: 'verboden', melding: 'staat de console niet toe dit te lezen. Meld dit bij beheer.' },
  niet_gevonden: { status: 'fout', melding: 'kent dit adres niet. Meld dit bij beheer.' },
  te_veel_treffers: { status: 'fout', melding: 'vindt te veel. Vul meer in.' },
  onleesbaar: {
    status: 'fout',
    melding: 'geeft een antwoord dat niet te lezen is. Hier kunnen gegevens ontbreken. Meld dit bij beheer.',
  },
  niet_ondersteund: { status: 'fout', melding: 'kan dit niet leveren.' },
};

/**
 * Reads sources side by side and keeps what each of them did. A source that fails gives its `leeg` value and a melding;
 * the rest goes on. Only a BronFout counts as a failing source: a mistake of ours is not hidden as one.
 */
export class Bronnen {
  readonly #meldingen = new Map<string, Bronmelding>();
  readonly #einden = new Map<string, AbortSignal>();
  readonly #starts = new Map<string, number>();
  /** Not told while they answer. */
  readonly #stil = new Set<string>();
  readonly #clock: Clock;
  readonly #geheel = AbortSignal.timeout(GEHEEL_MS);
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async lees<T>(
    bron: { id: string; naam: string },
    leeg: T,
    aanroep: Aanroep,
    lezen: (aanroep: Aanroep) => Promise<T>,
  ): Promise<T> {
    const signal =
      this.#einden.get(bron.id) ?? AbortSignal.any([AbortSignal.timeout(PER_BRON_MS), this.#geheel]);
    this.#einden.set(bron.id, signal);
    const start = this.#starts.get(bron.id) ?? performance.now();
    this.#starts.set(bron.id, start);
    try {
      const waarde = await lezen({ ...aanroep, signal });
      this.#noteer(bron, performance.now() - start, null);
      return waarde;
    } catch (oorzaak) {
      if (!(oorzaak instanceof BronFout)) throw oorzaak;
      this.#noteer(bron, performance.now() - start, oorzaak);
      return leeg;
    }
  }

  /**
   * A part of a register with an address of its own: told only where it fails, and then by itself, because the rest of
   * the register did answer.
   */
  async onderdeel<T>(
    register: { id: string },
    deel: string,
    leeg: T,
    aanroep: Aanroep,
    lezen: (aanroep: Aanroep) => Promise<T>,
  ): Promise<T> {
    const bron = { id: `${register.id}-${deel.toLowerCase()}`, naam: deel };
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

  #noteer(bron: { id: string; naam: string }, duur: number, oorzaak: BronFout | null): void {
    // A source that failed once stays failed in this answer, whatever its other calls did.
    if (oorzaak === null && (this.faalde(bron) || this.#stil.has(bron.id))) return;
    const wat = oorzaak === null ? null : WAT[oorzaak.soort];
    this.#meldingen.set(bron.id, {
      bron: bron.id,
      naam: bron.naam,
      status: wat?.status ?? (duur > TRAAG_MS ? 'traag' : 'ok'),
      duurMs: Math.round(duur),
      opgehaaldOp: wat === null ? this.#clock.nu().toISOString() : null,
      ...(wat === null ? {} : { melding: `${bron.naam} ${wat.melding}` }),
    });
  }
}

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
      return fout('bron_onbereikbaar', { cause: oorzaak, detail: `${naam} ${WAT[oorzaak.soort].melding}` });
  }
}

/** Fields that the registers name otherwise than our contract does. */
const ANDERS: Record<string, string> = { statustoelichting: 'toelichting', tekst: 'inhoud' };

/** `klantcontact.onderwerp` → `onderwerp`: the field as the author knows it; one that is not ours keeps its name. */
function padVan(naam: string): string {
  const laatste = naam.slice(naam.lastIndexOf('.') + 1);
  return ANDERS[laatste] ?? laatste;
}
