import type { Json, Rij, TabelNaam } from './typen.ts';

/** Gives the keys under which a row is found. */
export type IndexSleutels = (rij: Rij) => string[];

const alsTekst = (waarde: Json | undefined): string[] =>
  typeof waarde === 'string' && waarde !== '' ? [waarde] : [];

/** Index on one field, or a dotted path into it; where the value is a list, on each item. */
const veld = (pad: string): IndexSleutels => {
  const stappen = pad.split('.');
  return (rij) => {
    let waarde: Json | undefined = rij;
    for (const stap of stappen) {
      if (waarde === null || typeof waarde !== 'object' || Array.isArray(waarde)) return [];
      waarde = waarde[stap];
    }
    return Array.isArray(waarde) ? waarde.flatMap(alsTekst) : alsTekst(waarde);
  };
};

const velden = (...paden: string[]): Record<string, IndexSleutels> =>
  Object.fromEntries(paden.map((pad) => [pad, veld(pad)]));

/** Built at first use, kept from then on. The name of an index is the field, or the path to it. */
export const INDEXEN: Partial<Record<TabelNaam, Record<string, IndexSleutels>>> = {
  'zaken/zaken': velden('identificatie', 'zaaktype', 'hoofdzaak'),
  'zaken/statussen': velden('zaak', 'statustype', 'gezetdoor'),
  'zaken/substatussen': velden('zaak', 'status'),
  'zaken/rollen': velden(
    'zaak',
    'roltype',
    'betrokkene',
    'betrokkeneIdentificatie.inpBsn',
    'betrokkeneIdentificatie.anpIdentificatie',
    'betrokkeneIdentificatie.inpA_nummer',
    'betrokkeneIdentificatie.innNnpId',
    'betrokkeneIdentificatie.annIdentificatie',
    'betrokkeneIdentificatie.kvkNummer',
    'betrokkeneIdentificatie.vestigingsNummer',
    'betrokkeneIdentificatie.identificatie',
  ),
  'zaken/resultaten': velden('zaak', 'resultaattype'),
  'zaken/zaakinformatieobjecten': velden('zaak', 'informatieobject', 'status'),
  'zaken/zaakeigenschappen': velden('zaak'),
  'zaken/zaakobjecten': velden('zaak', 'object'),
  'catalogi/zaaktypen': velden('catalogus', 'identificatie'),
  'catalogi/statustypen': velden('zaaktype'),
  'catalogi/resultaattypen': velden('zaaktype', 'besluittypen'),
  'catalogi/roltypen': velden('zaaktype'),
  'catalogi/eigenschappen': velden('zaaktype', 'statustype'),
  'catalogi/informatieobjecttypen': velden('catalogus'),
  'catalogi/zaaktype-informatieobjecttypen': velden('zaaktype', 'informatieobjecttype'),
  'catalogi/besluittypen': velden('catalogus', 'zaaktypen', 'informatieobjecttypen'),
  'documenten/enkelvoudiginformatieobjecten': velden('identificatie', 'informatieobjecttype'),
  'documenten/objectinformatieobjecten': velden('object', 'informatieobject'),
  'besluiten/besluiten': velden('zaak', 'besluittype'),
  'besluiten/besluitinformatieobjecten': velden('besluit', 'informatieobject'),
  'klantinteracties/partij-identificatoren': velden(
    'identificeerdePartij.uuid',
    'partijIdentificator.objectId',
  ),
  'klantinteracties/betrokkenen': velden('hadKlantcontact.uuid', 'wasPartij.uuid'),
  'klantinteracties/onderwerpobjecten': velden('klantcontact.uuid', 'onderwerpobjectidentificator.objectId'),
  'klantinteracties/actoren': velden('actoridentificator.objectId'),
  'klantinteracties/actorklantcontacten': velden('actor.uuid', 'klantcontact.uuid'),
  'klantinteracties/internetaken': velden('aanleidinggevendKlantcontact.uuid', 'status'),
  'klantinteracties/digitaleadressen': velden(
    'verstrektDoorPartij.uuid',
    'verstrektDoorBetrokkene.uuid',
    'adres',
  ),
};
