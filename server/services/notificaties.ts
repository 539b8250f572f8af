import type { GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import { BronFout, type Klantregister, type Substatus, type Zaakregister } from '../connectors/ports.ts';
import * as inbox from '../store/inbox.ts';
import type { Notificatie } from '../store/inbox.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { meldPartij, meldZaak, type Wijziging } from './meldingen.ts';
import { zakenVanBesluit } from './zaakverloop.ts';

/** What a resource of the kanaal `zaken` means to a console. */
const ZAAKSOORTEN: ReadonlyMap<string, GebeurtenisSoort> = new Map([
  ['status', 'zaak.status'],
  ['substatus', 'zaak.substatus'],
  ['resultaat', 'zaak.resultaat'],
  ['zaakinformatieobject', 'zaak.document'],
]);

const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), vers: true };

/** Parts of the catalogus: what is cached of it is old. */
const CATALOGUS = new Set(['zaaktype', 'statustype', 'resultaattype']);

/**
 * Handles what was notified. The body is only a hint: the state is re-read, once for all that came of one object, and a
 * URL that is not of a configured register is dropped, never fetched. Repeats, disorder and loss are harmless.
 */
export async function verwerk(deps: Deps, rijen: readonly Notificatie[]): Promise<void> {
  const { zaken, klanten } = deps.registers;
  for (const [hoofdObject, eigen] of Map.groupBy(rijen, (rij) => rij.hoofdObject)) {
    const register = zaken.find((kandidaat) => kandidaat.herken(hoofdObject) !== null);
    const hoofd = register?.herken(hoofdObject);
    const klant = klanten?.herken(hoofdObject);
    if (register !== undefined && hoofd) await verwerkZaakkant(deps, register, hoofd, uniek(eigen));
    else if (klanten && klant) await verwerkKlant(deps, klanten, klant, uniek(eigen));
    else
      deps.log.info(
        { kanaal: eigen[0]?.kanaal, resource: eigen[0]?.resource },
        'notificatie van een onbekend register',
      );
  }
}

/** A repeat within one batch tells nothing new: the state is read after all of them. */
const uniek = (rijen: readonly Notificatie[]): Notificatie[] => [
  ...new Map(rijen.map((rij) => [`${rij.resource} ${rij.actie} ${rij.resourceUrl}`, rij])).values(),
];

interface Hoofd {
  soort: string;
  uuid: string;
}

async function verwerkZaakkant(
  deps: Deps,
  register: Zaakregister,
  hoofd: Hoofd,
  rijen: readonly Notificatie[],
): Promise<void> {
  if (CATALOGUS.has(hoofd.soort)) {
    register.vergeet();
    return;
  }
  register.vergeet(hoofd.uuid);
  if (hoofd.soort === 'zaak') await verwerkZaak(deps, register, hoofd.uuid, rijen);
  else if (hoofd.soort === 'besluit')
    await meldZaken(deps, register, await zakenMetBesluit(deps, register, hoofd.uuid), 'zaak.gewijzigd');
  else if (hoofd.soort === 'enkelvoudiginformatieobject')
    await meldZaken(deps, register, await zakenMetDocument(register, hoofd.uuid), 'zaak.document');
}

async function verwerkZaak(
  deps: Deps,
  register: Zaakregister,
  zaak: string,
  rijen: readonly Notificatie[],
): Promise<void> {
  const wijzigingen = rijen.map((rij) => wijzigingVan(register, rij));
  // Asked once, however many were set.
  const substatussen = wijzigingen.some(({ intern }) => intern)
    ? await register.substatussen(zaak, aanroep)
    : [];
  for (const wijziging of wijzigingen)
    if (wijziging.intern) wijziging.intern = isIntern(substatussen, wijziging.bron);
  const bepaald = wijzigingen.filter(({ soort }) => soort !== 'zaak.gewijzigd');
  const [overig, ...meer] = wijzigingen.filter(({ soort }) => soort === 'zaak.gewijzigd');
  // What came along with something that has a name of its own is seen at the same refetch; and many are one.
  if (bepaald.length === 0 && overig !== undefined)
    bepaald.push({ ...overig, bron: meer.length === 0 ? overig.bron : null });
  await meldZaak(deps, register, zaak, ...bepaald);
}

/** Of a substatus it is not known yet whether it is internal. */
function wijzigingVan(register: Zaakregister, rij: Notificatie): Wijziging {
  const gemaakt = rij.actie === 'create';
  return {
    soort:
      rij.resource === 'zaak' && gemaakt ? 'zaak.nieuw' : (ZAAKSOORTEN.get(rij.resource) ?? 'zaak.gewijzigd'),
    bron: gemaakt && rij.resource !== 'zaak' ? (register.herken(rij.resourceUrl)?.uuid ?? null) : null,
    door: null,
    intern: rij.resource === 'substatus',
  };
}

/** Its zaak is not in the notificatie: the register tells it, and of a besluit that is gone we know it ourselves. */
async function zakenMetBesluit(deps: Deps, register: Zaakregister, besluit: string): Promise<string[]> {
  const gelezen = await register.zaakVanBesluit(besluit, aanroep);
  return [...(gelezen === null ? [] : [gelezen]), ...(await zakenVanBesluit(deps, register, besluit))];
}

/** One that is linked to no zaak yet is told by its link, and one that is gone has none. */
async function zakenMetDocument(register: Zaakregister, document: string): Promise<string[]> {
  try {
    return await register.zakenVanDocument(document, aanroep);
  } catch (oorzaak) {
    if (oorzaak instanceof BronFout && oorzaak.soort === 'niet_gevonden') return [];
    throw oorzaak;
  }
}

async function meldZaken(
  deps: Deps,
  register: Zaakregister,
  zaken: readonly string[],
  soort: GebeurtenisSoort,
): Promise<void> {
  for (const zaak of new Set(zaken)) {
    register.vergeet(zaak);
    await meldZaak(deps, register, zaak, { soort, bron: null, door: null, intern: false });
  }
}

/** Unknown counts as internal: better told to too few than to one too many. */
const isIntern = (substatussen: readonly Substatus[], welke: string | null): boolean =>
  substatussen.find(({ uuid }) => uuid === welke)?.doelgroep !== 'betrokkenen';

async function verwerkKlant(
  deps: Deps,
  register: Klantregister,
  { soort, uuid }: Hoofd,
  rijen: readonly Notificatie[],
): Promise<void> {
  // Of a contact that is gone nobody tells whose it was: what names it is dropped all the same.
  register.vergeet(uuid);
  if (soort !== 'klantcontact' && soort !== 'internetaak') return;
  const gevonden = await register.partijVan(soort, uuid, aanroep);
  if (gevonden === null) return;
  register.vergeet(gevonden.partij);
  const gemaakt = rijen.some(({ actie }) => actie === 'create');
  const melding = soort === 'klantcontact' ? 'contactmoment.nieuw' : 'terugbelverzoek.gewijzigd';
  await meldPartij(
    deps,
    gevonden,
    soort === 'internetaak' && gemaakt ? 'terugbelverzoek.nieuw' : melding,
    gemaakt ? uuid : null,
  );
}

/** Keeps a notificatie; the callback test of the Notificaties API (kanaal `test`) has nothing to keep. */
export async function ontvang(deps: Deps, notificatie: Notificatie): Promise<void> {
  if (notificatie.kanaal === 'test') return;
  await inbox.plaats(deps.store.db, notificatie, deps.clock.nu());
  deps.bus.emit('notificatie');
}
