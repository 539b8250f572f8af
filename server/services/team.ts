import { setTimeout as wacht } from 'node:timers/promises';
import { BronFout, type Aanroep, type Medewerkerregister } from '../connectors/ports.ts';
import { teamVan, type Organisatie, type Team } from '../domain/bereikbaarheid.ts';
import { reikt } from '../policies/zaken.ts';
import type { Bronnen } from './bronnen.ts';
import type { Deps } from './deps.ts';
import type { Toegang } from './zaaktoegang.ts';

/** What the page of a zaak waits for who can be reached (ms): nobody waits for it longer than for the zaak itself. */
const HOOGSTENS_MS = 700;
/** Who can be reached changes by the minute, so that what was read holds this long (ms). */
const GELDIG_MS = 60_000;
/** After it kept us waiting nobody waits for it again for this long (ms); it is asked all the same. */
const STIL_MS = 30_000;

interface Stand {
  gelezen: { organisatie: Organisatie; op: number } | null;
  bezig: Promise<Organisatie> | null;
  stilTot: number;
}
/** By register: it is the same for everyone who asks. */
const standen = new WeakMap<Medewerkerregister, Stand>();

/**
 * The behandelend team of a zaak and who of it can be reached now; null where there is no register of medewerkers, it
 * does not answer (then a bron says so), or does not know the afdeling. A zaak of a ketenpartner has none.
 */
export async function leesTeam(deps: Deps, bronnen: Bronnen, toegang: Toegang): Promise<Team | null> {
  const { medewerkers } = deps.registers;
  const { kern, niveau, aanroep } = toegang;
  if (medewerkers === null || kern.ketenpartner !== null) return null;
  const nu = deps.clock.nu();
  const organisatie = await bronnen.lees<Organisatie | null>(medewerkers, null, aanroep, () =>
    // Not with the caller's deadline: what comes too late for this page is there for the next one.
    bewaard(medewerkers, nu, () => leesOrganisatie(medewerkers, nu, { ...aanroep, signal: undefined })),
  );
  if (organisatie === null) return null;
  return teamVan(organisatie, kern.afdeling, kern.rollen, { nu, namen: reikt(niveau, 'inhoud') });
}

async function leesOrganisatie(
  register: Medewerkerregister,
  nu: Date,
  aanroep: Aanroep,
): Promise<Organisatie> {
  const [bereikbaarheid, groepen] = await Promise.all([
    register.bereikbaar(nu, aanroep),
    register.groepen(aanroep),
  ]);
  return { bereikbaarheid: bereikbaarheid.rijen, groepen: groepen.rijen };
}

async function bewaard(
  register: Medewerkerregister,
  nu: Date,
  lees: () => Promise<Organisatie>,
): Promise<Organisatie> {
  const stand = standen.get(register) ?? { gelezen: null, bezig: null, stilTot: 0 };
  standen.set(register, stand);
  const op = nu.getTime();
  if (stand.gelezen !== null && Math.abs(op - stand.gelezen.op) < GELDIG_MS) return stand.gelezen.organisatie;
  const bezig = (stand.bezig ??= lees()
    .then((organisatie) => {
      stand.gelezen = { organisatie, op };
      stand.stilTot = 0;
      return organisatie;
    })
    .finally(() => {
      stand.bezig = null;
    }));
  bezig.catch(() => undefined);
  const gewacht = new AbortController();
  const teLaat = wacht(op < stand.stilTot ? 0 : HOOGSTENS_MS, null, { signal: gewacht.signal });
  try {
    const organisatie = await Promise.race([bezig, teLaat]);
    if (organisatie !== null) return organisatie;
  } finally {
    gewacht.abort();
    teLaat.catch(() => undefined);
  }
  stand.stilTot = op + STIL_MS;
  throw new BronFout(register.id, 'onbereikbaar', { code: 'nu_niet' });
}
