import type { GebeurtenisSoort } from '../../shared/contracts/gebeurtenis.ts';
import type { Klantregister, Zaakregister } from '../connectors/ports.ts';
import * as inbox from '../store/inbox.ts';
import type { Notificatie } from '../store/inbox.ts';
import type { Deps } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { meldPartij, meldZaak } from './meldingen.ts';
import { werkBij } from './zaakindex.ts';
import { zakenVanBesluit } from './zaakverloop.ts';

/** What a resource of the kanaal `zaken` means to a console. */
const ZAAKSOORTEN: ReadonlyMap<string, GebeurtenisSoort> = new Map([
  ['status', 'zaak.status'],
  ['substatus', 'zaak.substatus'],
  ['resultaat', 'zaak.resultaat'],
  ['zaakinformatieobject', 'zaak.document'],
]);
const KLANTSOORTEN: ReadonlyMap<string, GebeurtenisSoort> = new Map([
  ['klantcontact', 'contactmoment.nieuw'],
  ['internetaak', 'terugbelverzoek.gewijzigd'],
]);

const aanroep = { medewerker: null, doel: DOEL_BEHANDELING, traceId: '0'.repeat(32), vers: true };

/**
 * Handles what was notified of one object. The body is only a hint: the state is re-read, and a URL that is not of a
 * configured register is dropped, never fetched. Repeats, disorder and loss are harmless.
 */
export async function verwerk(deps: Deps, rijen: readonly Notificatie[]): Promise<void> {
  // A repeat within one batch tells nothing new: the state is read after all of them.
  const verschillend = new Map(rijen.map((rij) => [`${rij.resource} ${rij.actie} ${rij.resourceUrl}`, rij]));
  for (const rij of verschillend.values()) {
    const register = deps.registers.zaken.find((kandidaat) => kandidaat.herken(rij.hoofdObject) !== null);
    if (register !== undefined) await verwerkZaak(deps, register, rij);
    else if (deps.registers.klanten?.herken(rij.hoofdObject) != null)
      await verwerkKlant(deps, deps.registers.klanten, rij);
    else
      deps.log.info({ kanaal: rij.kanaal, resource: rij.resource }, 'notificatie van een onbekend register');
  }
}

async function verwerkZaak(deps: Deps, register: Zaakregister, rij: Notificatie): Promise<void> {
  const hoofd = register.herken(rij.hoofdObject);
  if (hoofd === null) return;
  if (hoofd.soort === 'besluit') {
    await verwerkBesluit(deps, register, hoofd.uuid);
    return;
  }
  if (hoofd.soort !== 'zaak') {
    // A zaaktype or another part of the catalogus: what is cached of it is old.
    register.vergeet();
    return;
  }
  register.vergeet(hoofd.uuid);
  if (rij.resource === 'zaak' && rij.actie === 'destroy') {
    await werkBij(deps, register, hoofd.uuid, aanroep);
    return;
  }
  const gemaakt = rij.actie === 'create';
  const resource = register.herken(rij.resourceUrl);
  const intern =
    rij.resource === 'substatus' &&
    resource !== null &&
    (await isIntern(register, hoofd.uuid, resource.uuid));
  await meldZaak(deps, register, hoofd.uuid, {
    soort:
      rij.resource === 'zaak' && gemaakt ? 'zaak.nieuw' : (ZAAKSOORTEN.get(rij.resource) ?? 'zaak.gewijzigd'),
    bron: gemaakt && rij.resource !== 'zaak' ? (resource?.uuid ?? null) : null,
    door: null,
    intern,
  });
}

/** Its zaak is not in the notificatie: the register tells it, and of a besluit that is gone we know it ourselves. */
async function verwerkBesluit(deps: Deps, register: Zaakregister, besluit: string): Promise<void> {
  const gelezen = await register.zaakVanBesluit(besluit, aanroep);
  const zaken = new Set([
    ...(gelezen === null ? [] : [gelezen]),
    ...(await zakenVanBesluit(deps, register, besluit)),
  ]);
  for (const zaak of zaken) {
    register.vergeet(zaak);
    await meldZaak(deps, register, zaak, { soort: 'zaak.gewijzigd', bron: null, door: null, intern: false });
  }
}

/** Unknown counts as internal: better told to too few than to one too many. */
async function isIntern(register: Zaakregister, zaak: string, substatus: string): Promise<boolean> {
  const gevonden = (await register.substatussen(zaak, aanroep)).find(({ uuid }) => uuid === substatus);
  return gevonden?.doelgroep !== 'betrokkenen';
}

async function verwerkKlant(deps: Deps, register: Klantregister, rij: Notificatie): Promise<void> {
  const hoofd = register.herken(rij.hoofdObject);
  if (hoofd === null) return;
  const soort = KLANTSOORTEN.get(hoofd.soort);
  if (hoofd.soort === 'partij') {
    register.vergeet(hoofd.uuid);
    return;
  }
  if (soort === undefined || (hoofd.soort !== 'klantcontact' && hoofd.soort !== 'internetaak')) return;
  const partij = await register.partijVan(hoofd.soort, hoofd.uuid, aanroep);
  if (partij === null) return;
  register.vergeet(partij);
  const gemaakt = rij.actie === 'create';
  await meldPartij(
    deps,
    partij,
    hoofd.soort === 'internetaak' && gemaakt ? 'terugbelverzoek.nieuw' : soort,
    gemaakt ? hoofd.uuid : null,
  );
}

/** Keeps a notificatie; the callback test of the Notificaties API (kanaal `test`) has nothing to keep. */
export async function ontvang(deps: Deps, notificatie: Notificatie): Promise<void> {
  if (notificatie.kanaal === 'test') return;
  await inbox.plaats(deps.store.db, notificatie, deps.clock.nu());
  deps.bus.emit('notificatie');
}
