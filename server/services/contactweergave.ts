import type { ContactmomentKort } from '../../shared/contracts/contactmoment.ts';
import type { TerugbelverzoekKort } from '../../shared/contracts/terugbelverzoek.ts';
import type { Niveau } from '../../shared/contracts/waarden.ts';
import type { Klantcontact } from '../connectors/ports.ts';
import type { Deps } from './deps.ts';
import * as interneNotities from '../store/interneNotities.ts';
import { reikt } from '../policies/zaken.ts';

/** How much of the zaak with this uuid the medewerker may see; null where the zaak was not read. */
export type NiveauVanZaak = (uuid: string) => { id: string; niveau: Niveau } | null;

/**
 * Our own reference where there is one, so that the id of a contactmoment is the same before and after its delivery.
 */
export const contactId = (
  register: string,
  contact: { referentienummer: string | null; uuid: string },
): string =>
  contact.referentienummer === null
    ? `${register}~${contact.uuid}`
    : `${register}~r${contact.referentienummer}`;

/**
 * A contactmoment under the level of its zaken: absent where it is about nothing that may be seen, without its text
 * where one of them stays closed or could not be read. One without a zaak is general service.
 */
export function toonContact(
  register: string,
  contact: Klantcontact,
  niveauVan: NiveauVanZaak,
  notities: ReadonlyMap<string, string>,
): ContactmomentKort | null {
  const zaken = contact.zaken.map(niveauVan);
  const gelezen = zaken.filter((zaak) => zaak !== null);
  const zichtbaar = gelezen.filter(({ niveau }) => reikt(niveau, 'status'));
  if (zaken.length > 0 && gelezen.length === zaken.length && zichtbaar.length === 0) return null;
  const metTekst =
    !contact.vertrouwelijk && zaken.every((zaak) => zaak !== null && reikt(zaak.niveau, 'inhoud'));
  const metOnderwerp = !contact.vertrouwelijk && zichtbaar.length === zaken.length;
  return {
    id: contactId(register, contact),
    kanaal: contact.kanaal,
    richting: contact.richting,
    vraagtype: contact.vraagtype,
    onderwerp: metOnderwerp
      ? contact.onderwerp
      : contact.vertrouwelijk
        ? 'Vertrouwelijk contact'
        : 'Contact over een zaak',
    inhoud: metTekst ? contact.inhoud : null,
    reactie: metTekst ? contact.reactie : null,
    notitieIntern: metTekst ? (notities.get(contact.referentienummer ?? '') ?? null) : null,
    vertrouwelijk: contact.vertrouwelijk,
    resultaat: contact.resultaat,
    gestartOp: contact.plaatsgevondenOp,
    beeindigdOp: contact.beeindigdOp,
    medewerker: contact.medewerker,
    zaken: zichtbaar.map(({ id }) => id),
    bezorging: 'bezorgd',
  };
}

/** The notes for colleagues that go with these contacts; our own store has them, no register does. */
export async function notitiesVan(
  deps: Deps,
  contacten: readonly Klantcontact[],
): Promise<Map<string, string>> {
  const nummers = contacten.flatMap(({ referentienummer }) => referentienummer ?? []);
  return interneNotities.van(deps.store.db, deps.sleutels, deps.registers.klanten?.id ?? '', nummers);
}

/** The terugbelverzoeken that came from a contact, under the same rights as that contact. */
export function toonTerugbelverzoeken(
  register: string,
  contact: Klantcontact,
  getoond: ContactmomentKort,
): TerugbelverzoekKort[] {
  return contact.internetaken.map((taak) => ({
    id: `${register}~${taak.uuid}`,
    onderwerp: getoond.onderwerp,
    gevraagdeHandeling: getoond.inhoud === null ? 'Contact opnemen' : taak.gevraagdeHandeling,
    toelichting: getoond.inhoud === null ? null : taak.toelichting,
    status: taak.status,
    toegewezenAan: taak.toegewezenAan,
    aangemaaktOp: taak.toegewezenOp ?? contact.plaatsgevondenOp,
    beloofdVoor: null,
    afgehandeldOp: taak.afgehandeldOp,
  }));
}
