/** What an end status asks for and does, and what a later one undoes (Open Zaak's StatusSerializer). */
import { isEindstatus } from '../catalogi/statustypen.ts';
import { ongeldig, ongeldigGeheel } from '../http/fout.ts';
import type { Opslag } from '../opslag.ts';
import { alsUtc, dagZoalsGeschreven, plusDuur, vergelijkMoment } from '../tijd.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { Json, Rij } from '../typen.ts';
import { bepaalBrondatum } from './brondatum.ts';

/** Keys of the zaak that closing and reopening may change. */
type Archief = { archiefnominatie: Json; archiefactiedatum: Json; startdatumBewaartermijn: Json };

const laatsteStatustype = (opslag: Opslag, zaakPad: string): Rij | undefined => {
  const alle = opslag.tabel('zaken/statussen').op('zaak', zaakPad);
  const laatste = alle.reduce<Rij | undefined>(
    (tot, rij) =>
      tot && vergelijkMoment(tekstVan(tot['datumStatusGezet']), tekstVan(rij['datumStatusGezet'])) > 0
        ? tot
        : rij,
    undefined,
  );
  return laatste && opslag.achter('catalogi/statustypen', laatste['statustype']);
};

const isGesloten = (opslag: Opslag, zaakPad: string): boolean => {
  const statustype = laatsteStatustype(opslag, zaakPad);
  return statustype !== undefined && isEindstatus(statustype, opslag);
};

/** Throws 400 where something stands open; gives the zaak as closed. `datumStatusGezet` as the client wrote it. */
export function sluit(opslag: Opslag, zaak: Rij, datumStatusGezet: string): Rij {
  const zaakPad = padVan('zaken/zaken', zaak.uuid);
  const documenten = opslag
    .tabel('zaken/zaakinformatieobjecten')
    .op('zaak', zaakPad)
    .flatMap(
      (zio) => opslag.achter('documenten/enkelvoudiginformatieobjecten', zio['informatieobject']) ?? [],
    );
  if (documenten.some((document) => document['locked'] === true)) {
    throw ongeldigGeheel(
      'informatieobject-locked',
      'Er zijn gerelateerde informatieobjecten die nog gelocked zijn.' +
        'Deze informatieobjecten moet eerst unlocked worden voordat de zaak afgesloten kan worden.',
    );
  }
  if (documenten.some((document) => (document['indicatieGebruiksrecht'] ?? null) === null)) {
    throw ongeldigGeheel(
      'indicatiegebruiksrecht-unset',
      'Er zijn gerelateerde informatieobjecten waarvoor `indicatieGebruiksrecht` nog niet ' +
        'gespecifieerd is. Je moet deze zetten voor je de zaak kan afsluiten.',
    );
  }
  eisDeelzakenGesloten(opslag, zaakPad);
  const einddatum = dagZoalsGeschreven(datumStatusGezet);
  // The archive counts from the day in UTC, einddatum is the day as the client wrote it: measured, not a mistake here.
  return { ...zaak, einddatum, ...archief(opslag, zaak, alsUtc(datumStatusGezet).slice(0, 10)) };
}

function eisDeelzakenGesloten(opslag: Opslag, zaakPad: string): void {
  const deelzaken = opslag.tabel('zaken/zaken').op('hoofdzaak', zaakPad);
  if (deelzaken.some((deelzaak) => !isGesloten(opslag, padVan('zaken/zaken', deelzaak.uuid)))) {
    throw ongeldigGeheel(
      'deelzaken-not-closed',
      'Er zijn gerelateerde deelzaken die nog niet afgesloten zijn. ' +
        'Deze deelzaken moeten eerst afgesloten worden voordat de zaak afgesloten kan worden.',
    );
  }
}

/** Archive fields that follow from the resultaattype. Throws `resultaat-does-not-exist`, `archiefactiedatum-error`. */
function archief(opslag: Opslag, zaak: Rij, utcDag: string): Partial<Archief> {
  const resultaat = opslag.tabel('zaken/resultaten').op('zaak', padVan('zaken/zaken', zaak.uuid))[0];
  const type = resultaat && opslag.achter('catalogi/resultaattypen', resultaat['resultaattype']);
  if (!type) throw ongeldigGeheel('resultaat-does-not-exist', 'Zaak has no resultaat.');
  const archiefnominatie = type['archiefnominatie'] ?? null;
  const termijn = type['archiefactietermijn'] ?? null;
  if (typeof termijn !== 'string') {
    if (archiefnominatie === 'blijvend_bewaren') return { archiefnominatie };
    throw ongeldig({
      name: 'nonFieldErrors',
      code: 'archiefactiedatum-error',
      reason: 'De archiefactiedatum kon niet worden bepaald.',
    });
  }
  const uitkomst = bepaalBrondatum(opslag, zaak, type, utcDag);
  if (uitkomst === undefined) return { archiefnominatie };
  return {
    archiefnominatie,
    archiefactiedatum: plusDuur(uitkomst, termijn),
    startdatumBewaartermijn: uitkomst,
  };
}

/** A status that is no end status: an end date goes, and with it what was derived from it. */
export function heropen(opslag: Opslag, zaak: Rij): Rij {
  const hoofdzaak = zaak['hoofdzaak'];
  if (typeof hoofdzaak === 'string' && hoofdzaak !== '' && isGesloten(opslag, hoofdzaak)) {
    throw ongeldigGeheel(
      'hoofdzaak-closed',
      'Een deelzaak kan alleen worden heropend als de hoofzaak niet afgesloten is.',
    );
  }
  if ((zaak['einddatum'] ?? null) === null) return { ...zaak, einddatum: null };
  return {
    ...zaak,
    einddatum: null,
    archiefnominatie: null,
    archiefactiedatum: null,
    startdatumBewaartermijn: null,
  };
}
