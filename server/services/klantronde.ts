import type { Aanroep, Klantcontact, Zaakregister } from '../connectors/ports.ts';
import type { GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import * as klantronden from '../store/klantronden.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import type { Contactstand } from '../store/schema.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { meldKernen, meldKlant } from './meldingen.ts';
import { bewaarEnVergelijk } from './zaakindex.ts';
import { leesKern, type Zaakkern } from './zaaklezing.ts';
import { sleutelsVan } from './zaaktoegang.ts';

/** A klant who is followed is looked at this often (ms), by one process; what was seen much longer ago is no measure. */
const INTERVAL_MS = 5 * 60_000;
const VERGETEN_MS = 3 * INTERVAL_MS;
/** As many of the newest contacts as a klantbeeld shows. */
const CONTACTEN = 20;

/**
 * Reads what a console has open of this klant, because a notificatie may never come: Open Notificaties refuses those of
 * Open Klant, and a zaak that is new or long closed is in no round over the open ones. Told is only what is new or
 * changed since the last look; the first look tells nothing. Without a medewerker: nobody sees what is read here.
 */
export async function stemKlantAf(deps: Deps, klant: string, signal: AbortSignal): Promise<void> {
  const nu = deps.clock.nu();
  const geleden = (ms: number): Date => new Date(nu.getTime() - ms);
  const beurt = await klantronden.neem(deps.store.db, {
    klant,
    nu,
    sinds: geleden(INTERVAL_MS),
    vergeten: geleden(VERGETEN_MS),
  });
  const sleutel = beurt && (await klantverwijzingen.los(deps.store.db, deps.sleutels, klant));
  if (beurt === null || sleutel === null) return;
  const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), vers: true, signal };
  const eerste = beurt.contacten === null;
  const delen = await Promise.allSettled([
    leesContacten(deps, klant, sleutel, beurt.contacten, aanroep),
    ...deps.registers.zaken.map((register) => leesZaken(deps, register, sleutel, eerste, aanroep)),
  ]);
  // Each source by itself; that one was silent is for the log, and the next look finds what this one missed.
  for (const deel of delen)
    if (deel.status === 'rejected')
      deps.log.info({ err: deel.reason as unknown }, 'gevolgde klant niet gelezen');
}

async function leesContacten(
  deps: Deps,
  klant: string,
  sleutel: Klantsleutel,
  vorige: Contactstand | null,
  aanroep: Aanroep,
): Promise<void> {
  const { klanten } = deps.registers;
  const partij = klanten === null ? null : await klanten.vindPartij(sleutel, aanroep);
  const rijen =
    klanten === null || partij === null
      ? []
      : (await klanten.contactenVanPartij(partij.uuid, CONTACTEN, aanroep)).rijen;
  if (vorige !== null)
    for (const contact of rijen) {
      const nieuws = verschil(contact, vorige);
      if (nieuws.length > 0) await meldKlant(deps, klant, contact.zaken, nieuws);
    }
  await klantronden.bewaar(
    deps.store.db,
    klant,
    Object.fromEntries(rijen.map((een) => [een.uuid, standVan(een)])),
  );
}

/** State of each terugbelverzoek of a contact, by uuid. */
const standVan = ({ internetaken }: Klantcontact): Record<string, string> =>
  Object.fromEntries(
    internetaken.map(({ uuid, status, toegewezenAan }) => [uuid, JSON.stringify([status, toegewezenAan])]),
  );

interface Nieuws {
  soort: GebeurtenisSoort;
  /** uuid of what was made, which a notificatie may tell as well. */
  bron: string | null;
}

/** What happened to a contact since it was seen. */
function verschil(contact: Klantcontact, vorige: Contactstand): Nieuws[] {
  const eerder = vorige[contact.uuid];
  const taken = Object.entries(standVan(contact)).flatMap(([uuid, stand]): Nieuws[] => {
    const was = eerder?.[uuid];
    if (was === stand) return [];
    return was === undefined
      ? [{ soort: 'terugbelverzoek.nieuw', bron: uuid }]
      : [{ soort: 'terugbelverzoek.gewijzigd', bron: null }];
  });
  return eerder === undefined ? [{ soort: 'contactmoment.nieuw', bron: contact.uuid }, ...taken] : taken;
}

/** Into the index goes all that is found, so that the next look knows what is new. */
async function leesZaken(
  deps: Deps,
  register: Zaakregister,
  sleutel: Klantsleutel,
  eerste: boolean,
  aanroep: Aanroep,
): Promise<void> {
  const nu = deps.clock.nu();
  const { rijen } =
    sleutel.soort === 'persoon'
      ? await register.zoekOpPersoon(sleutel.nummer, aanroep)
      : // By this number alone: the others stand in the handelsregister, where every question costs.
        await register.zoekOpBedrijf(
          { kvkNummer: sleutel.nummer, rsin: null, vestigingsnummers: [] },
          aanroep,
        );
  const kernen = await Promise.all(rijen.map((zaak) => leesKern(register, zaak, aanroep)));
  const eigen = kernen.filter((kern) => isVan(kern, sleutel));
  const verschillen = await bewaarEnVergelijk(deps, eigen, nu);
  await meldKernen(
    deps,
    verschillen
      .filter(({ onbekend }) => !onbekend || !eerste)
      .map(({ kern, onbekend }) => ({
        kern,
        wijzigingen: [
          { soort: onbekend ? 'zaak.nieuw' : 'zaak.gewijzigd', bron: null, door: null, intern: false },
        ],
      })),
  );
}

/** Checked again: a register may read its filters otherwise than we mean. */
const isVan = ({ rollen }: Zaakkern, { soort, nummer }: Klantsleutel): boolean =>
  sleutelsVan(rollen).some(({ sleutel }) => sleutel.soort === soort && sleutel.nummer === nummer);
