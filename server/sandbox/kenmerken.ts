/** Kenmerken of a notificatie, per kanaal, as Open Zaak and Open Klant send them (camelCase, URLs absolute). */
import { absoluut } from './http/adres.ts';
import type { Opslag } from './opslag.ts';
import type { Json, JsonObject, TabelNaam } from './typen.ts';

interface Kanaal {
  naam: string;
  hoofd: TabelNaam;
  /** A dotted name follows the reference to the type's catalogus. */
  kenmerken: readonly string[];
  type?: { veld: string; tabel: TabelNaam };
}

export const KANALEN: readonly Kanaal[] = [
  {
    naam: 'zaken',
    hoofd: 'zaken/zaken',
    kenmerken: ['bronorganisatie', 'zaaktype', 'zaaktype.catalogus', 'vertrouwelijkheidaanduiding'],
    type: { veld: 'zaaktype', tabel: 'catalogi/zaaktypen' },
  },
  {
    naam: 'documenten',
    hoofd: 'documenten/enkelvoudiginformatieobjecten',
    kenmerken: [
      'bronorganisatie',
      'informatieobjecttype',
      'vertrouwelijkheidaanduiding',
      'informatieobjecttype.catalogus',
    ],
    type: { veld: 'informatieobjecttype', tabel: 'catalogi/informatieobjecttypen' },
  },
  {
    naam: 'besluiten',
    hoofd: 'besluiten/besluiten',
    kenmerken: ['verantwoordelijkeOrganisatie', 'besluittype', 'besluittype.catalogus'],
    type: { veld: 'besluittype', tabel: 'catalogi/besluittypen' },
  },
  { naam: 'zaaktypen', hoofd: 'catalogi/zaaktypen', kenmerken: ['catalogus'] },
  { naam: 'besluittypen', hoofd: 'catalogi/besluittypen', kenmerken: ['catalogus'] },
  { naam: 'informatieobjecttypen', hoofd: 'catalogi/informatieobjecttypen', kenmerken: ['catalogus'] },
  {
    naam: 'partijen',
    hoofd: 'klantinteracties/partijen',
    kenmerken: ['nummer', 'interneNotitie', 'soortPartij'],
  },
  {
    naam: 'internetaken',
    hoofd: 'klantinteracties/internetaken',
    kenmerken: ['nummer', 'gevraagdeHandeling', 'toelichting', 'status'],
  },
  {
    naam: 'klantcontacten',
    hoofd: 'klantinteracties/klantcontacten',
    kenmerken: ['hoofdOnderwerpType', 'indicatieContactGelukt', 'verdereActieOndernomen'],
  },
];

/** @param hoofd the main object as shown */
export function kenmerkenVan(
  naam: string,
  hoofd: JsonObject,
  opslag: Opslag,
  basis: string,
): Record<string, Json> {
  const kanaal = KANALEN.find((k) => k.naam === naam);
  if (!kanaal) throw new Error(`geen kanaal ${naam}`);
  const type = kanaal.type && opslag.achter(kanaal.type.tabel, hoofd[kanaal.type.veld]);
  return Object.fromEntries(
    kanaal.kenmerken.map((kenmerk) => {
      const waarde = kenmerk.includes('.') ? (type?.['catalogus'] ?? '') : hoofd[kenmerk];
      return [kenmerk, absoluut(waarde ?? null, basis)];
    }),
  );
}
