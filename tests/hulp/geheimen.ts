import { maakGemeente } from '../../server/sandbox/gemeente/index.ts';
import type { Gemeente, GemeenteOpdracht, JsonObject, Rij, TabelNaam } from '../../server/sandbox/typen.ts';
import { padVan } from '../../server/sandbox/typen.ts';
import { BSN_VERHULST } from './console.ts';

/** Words that no answer to someone without the right may hold. */
export const GEHEIM = {
  zaak: 'Bijzondere bijstand, verhuizing',
  deelzaak: 'Bouwkundige opname',
  jeugd: 'Jeugdhulp voor Verhulst',
  intern: 'Heronderzoek van Verhulst',
  schuld: 'Schulden van Verhulst',
  belanghebbende: 'Uitbouw Lindelaan 20',
  contact: 'Geheim onderwerp van een contact',
  contactInhoud: 'Geheime inhoud van een contact',
  document: 'Zeer geheim stuk',
  substatus: 'Wacht op kwaliteitscontrole',
} as const;

/** Below the level `inhoud`: the text of a contact about a zaak of the sociaal domein. */
export const TEKST_SOCIAAL = 'Wat er over de inkomenstoeslag gezegd is';

/** The gemeente, in which mevrouw Verhulst is named in everything that a kcc may not see. */
export function gemeenteMetGeheimen(opdracht: GemeenteOpdracht): Gemeente {
  const gemeente = maakGemeente(opdracht);
  const tabel = (naam: TabelNaam): Rij[] => gemeente.tabellen[naam];
  const vind = (naam: TabelNaam, past: (rij: Rij) => boolean): Rij => {
    const gevonden = tabel(naam).find(past);
    if (gevonden === undefined) throw new Error(`geen ${naam} die past`);
    return gevonden;
  };
  const pad = (rij: Rij) => padVan('zaken/zaken', rij.uuid);
  const haarRollen = tabel('zaken/rollen').filter(
    (rij) => (rij['betrokkeneIdentificatie'] as JsonObject | null)?.['inpBsn'] === BSN_VERHULST,
  );
  const haarZaken = new Set(haarRollen.map((rij) => rij['zaak']));
  const zaak = (omschrijving: string) =>
    vind('zaken/zaken', (rij) => rij['omschrijving'] === omschrijving && haarZaken.has(pad(rij)));

  const geheim = zaak(GEHEIM.zaak);
  // A visible zaak under a secret one, and a secret one under a visible one.
  zaak('Losse stoeptegel, Lindelaan')['hoofdzaak'] = pad(geheim);
  zaak(GEHEIM.deelzaak)['vertrouwelijkheidaanduiding'] = 'geheim';

  const vanVerhulst = (zaaktype: string, omschrijving: string): void => {
    const soort = vind('catalogi/zaaktypen', (rij) => rij['identificatie'] === zaaktype);
    const eigen = vind(
      'zaken/zaken',
      (rij) => rij['zaaktype'] === padVan('catalogi/zaaktypen', soort.uuid) && rij['hoofdzaak'] === null,
    );
    eigen['omschrijving'] = omschrijving;
    const roltype = vind(
      'catalogi/roltypen',
      (rij) =>
        rij['zaaktype'] === padVan('catalogi/zaaktypen', soort.uuid) &&
        rij['omschrijvingGeneriek'] === 'initiator',
    );
    tabel('zaken/rollen').push({
      ...haarRollen[0],
      uuid: crypto.randomUUID(),
      zaak: pad(eigen),
      roltype: padVan('catalogi/roltypen', roltype.uuid),
      omschrijving: roltype['omschrijving'] as string,
      omschrijvingGeneriek: 'initiator',
    });
  };
  vanVerhulst('JE-HULP', GEHEIM.jeugd);
  vanVerhulst('IN-HERONDERZOEK', GEHEIM.intern);
  vanVerhulst('SD-SCHULD', GEHEIM.schuld);

  const partij = vind(
    'klantinteracties/partij-identificatoren',
    (rij) => (rij['partijIdentificator'] as JsonObject)['objectId'] === BSN_VERHULST,
  )['identificeerdePartij'] as JsonObject;
  const contactOver = (uuid: string, onderwerp: string, inhoud: string): void => {
    const contact = {
      ...vind('klantinteracties/klantcontacten', () => true),
      uuid: crypto.randomUUID(),
      referentienummer: '',
      onderwerp,
      inhoud,
      plaatsgevondenOp: opdracht.peildatum.toISOString(),
    };
    tabel('klantinteracties/klantcontacten').push(contact);
    tabel('klantinteracties/betrokkenen').push({
      ...vind('klantinteracties/betrokkenen', () => true),
      uuid: crypto.randomUUID(),
      wasPartij: partij,
      hadKlantcontact: { uuid: contact.uuid },
    });
    tabel('klantinteracties/onderwerpobjecten').push({
      ...vind('klantinteracties/onderwerpobjecten', () => true),
      uuid: crypto.randomUUID(),
      klantcontact: { uuid: contact.uuid },
      onderwerpobjectidentificator: {
        objectId: uuid,
        codeObjecttype: 'zaak',
        codeRegister: 'open-zaak',
        codeSoortObjectId: 'uuid',
      },
    });
  };
  contactOver(geheim.uuid, GEHEIM.contact, GEHEIM.contactInhoud);
  contactOver(zaak('Individuele inkomenstoeslag').uuid, 'Over uw inkomenstoeslag', TEKST_SOCIAAL);

  const rijbewijs = pad(zaak('Rijbewijs verlengen'));
  const koppeling = vind('zaken/zaakinformatieobjecten', (rij) => rij['zaak'] === rijbewijs);
  const stuk = vind(
    'documenten/enkelvoudiginformatieobjecten',
    (rij) => padVan('documenten/enkelvoudiginformatieobjecten', rij.uuid) === koppeling['informatieobject'],
  );
  stuk['titel'] = GEHEIM.document;
  stuk['vertrouwelijkheidaanduiding'] = 'zeer_geheim';
  return gemeente;
}
