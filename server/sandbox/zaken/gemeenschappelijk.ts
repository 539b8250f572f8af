/** Words and checks that the resources of the Zaken API share. */
import { ongeldigVeld } from '../http/fout.ts';
import type { Fout } from '../http/fout.ts';
import type { Opslag } from '../opslag.ts';
import type { JsonObject, Rij } from '../typen.ts';

/** The zaak to which a body points. Checked before all else, for the rights hang on it. */
export function eisZaak(opslag: Opslag, lichaam: JsonObject): Rij {
  const verwijzing = lichaam['zaak'];
  if (verwijzing === undefined || verwijzing === null || verwijzing === '') {
    throw ongeldigVeld('zaak', 'required', 'zaak is een verplicht veld voor permissies');
  }
  const eigen = typeof verwijzing === 'string' && verwijzing.startsWith('/zaken/api/v1/zaken/');
  const zaak = eigen ? opslag.achter('zaken/zaken', verwijzing) : undefined;
  if (!zaak) throw ongeldigVeld('zaak', 'object-does-not-exist', 'Dit object bestaat niet in de database');
  return zaak;
}

/** DRF's words for a reference to a row of our own that is not there. */
export const geenObject = (veld: string): Fout =>
  ongeldigVeld(veld, 'does_not_exist', 'Ongeldige hyperlink - Object bestaat niet.');

/** Open Zaak's words for a URL that it could not fetch. */
export const slechteUrl = (veld: string, verwijzing: string): Fout =>
  ongeldigVeld(
    veld,
    'does_not_exist',
    `Bad URL "${verwijzing}" - object could not be fetched. This *may* be because you have insufficient read permissions.`,
  );

/** Open Zaak asks nothing of a host that its beheerder did not name. */
export const ONBEKENDE_DIENST = {
  message: 'De service voor deze URL is niet bekend.',
  params: { code: 'unknown-service' },
};

/** A type of the catalogus that belongs to the zaaktype of the zaak. */
export function eisTypeVanZaak(
  opslag: Opslag,
  veld: 'statustype' | 'resultaattype' | 'roltype' | 'eigenschap',
  tabel: 'catalogi/statustypen' | 'catalogi/resultaattypen' | 'catalogi/roltypen' | 'catalogi/eigenschappen',
  verwijzing: string,
  zaak: Rij,
): Rij {
  const type = opslag.achter(tabel, verwijzing);
  if (!type) throw slechteUrl(veld, verwijzing);
  if (type['zaaktype'] !== zaak['zaaktype']) {
    throw ongeldigVeld(
      'nonFieldErrors',
      'zaaktype-mismatch',
      'De referentie hoort niet bij het zaaktype van de zaak.',
    );
  }
  return type;
}

/** Not later than now; Open Zaak allows no leeway. */
export function eisNietInToekomst(veld: string, moment: string, nu: Date): void {
  if (Date.parse(moment) > nu.getTime()) {
    throw ongeldigVeld(veld, 'date-in-future', 'Deze datum mag niet in de toekomst zijn');
  }
}

/** An archived zaak takes nothing more. */
export function eisTeArchiveren(zaak: Rij): void {
  const status = zaak['archiefstatus'] ?? 'nog_te_archiveren';
  if (status === 'nog_te_archiveren') return;
  const reden =
    "De huidige zaak archiefstatus staat dit request niet toe. Archiefstatus moet gelijk zijn aan 'nog_te_archiveren'";
  throw ongeldigVeld('nonFieldErrors', 'zaak-archiefstatus-invalid', reden);
}
