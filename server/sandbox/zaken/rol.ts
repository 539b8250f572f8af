import { OMSCHRIJVING_GENERIEK } from '../catalogi/roltypen.ts';
import { eigen, gelijk, keuze, verplichteVerwijzing, verwijzing } from '../filters.ts';
import type { Filter } from '../filters.ts';
import { volledig } from '../resource.ts';
import type { Resource } from '../resource.ts';
import { alsUtc } from '../tijd.ts';
import { padVan, tekstVan } from '../typen.ts';
import type { JsonObject } from '../typen.ts';
import { BETROKKENE_TYPEN, toonIdentificatie } from './rol-identificatie.ts';
import type { BetrokkeneType } from './rol-identificatie.ts';

/** Finds a value in the identification of one type only. */
function identificatie(type: BetrokkeneType, veld: string, max?: number): Filter {
  const binnen = gelijk(`betrokkeneIdentificatie.${veld}`, max);
  return {
    ...binnen,
    maak: (waarde, naam, opslag) => {
      const past = binnen.maak(waarde, naam, opslag);
      return (rij) => rij['betrokkeneType'] === type && past(rij);
    },
  };
}

const LOA = [
  'urn:etoegang:core:assurance-class:loa1',
  'urn:etoegang:core:assurance-class:loa2',
  'urn:etoegang:core:assurance-class:loa2plus',
  'urn:etoegang:core:assurance-class:loa3',
  'urn:etoegang:core:assurance-class:loa4',
];
const LOA_DIGID = [
  'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI',
];

/** The filters of `/rollen`; `/zaken` takes most of them with `rol__` before them. */
export const ROL_FILTERS: Record<string, Filter> = {
  betrokkene: verwijzing('betrokkene'),
  betrokkeneType: keuze('betrokkeneType', BETROKKENE_TYPEN),
  betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: identificatie('natuurlijk_persoon', 'inpBsn', 9),
  betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie: identificatie(
    'natuurlijk_persoon',
    'anpIdentificatie',
    17,
  ),
  betrokkeneIdentificatie__natuurlijkPersoon__inpA_nummer: identificatie(
    'natuurlijk_persoon',
    'inpA_nummer',
    10,
  ),
  betrokkeneIdentificatie__nietNatuurlijkPersoon__innNnpId: identificatie(
    'niet_natuurlijk_persoon',
    'innNnpId',
  ),
  betrokkeneIdentificatie__nietNatuurlijkPersoon__annIdentificatie: identificatie(
    'niet_natuurlijk_persoon',
    'annIdentificatie',
    17,
  ),
  betrokkeneIdentificatie__nietNatuurlijkPersoon__kvkNummer: identificatie(
    'niet_natuurlijk_persoon',
    'kvkNummer',
    8,
  ),
  betrokkeneIdentificatie__nietNatuurlijkPersoon__vestigingsNummer: identificatie(
    'niet_natuurlijk_persoon',
    'vestigingsNummer',
    24,
  ),
  betrokkeneIdentificatie__vestiging__vestigingsNummer: identificatie('vestiging', 'vestigingsNummer', 24),
  betrokkeneIdentificatie__vestiging__kvkNummer: identificatie('vestiging', 'kvkNummer', 8),
  betrokkeneIdentificatie__medewerker__identificatie: identificatie('medewerker', 'identificatie', 128),
  betrokkeneIdentificatie__organisatorischeEenheid__identificatie: identificatie(
    'organisatorische_eenheid',
    'identificatie',
  ),
  omschrijvingGeneriek: keuze('omschrijvingGeneriek', OMSCHRIJVING_GENERIEK),
  machtiging: eigen(['eigen', 'gemachtigde', 'machtiginggever'], (rij, waarde) => {
    const indicatie = rij['indicatieMachtiging'] ?? '';
    return waarde === 'eigen' ? indicatie === '' : indicatie === waarde;
  }),
  machtiging__loa: eigen([...LOA, ...LOA_DIGID], (rij, waarde) => {
    const schaal = LOA.includes(waarde) ? LOA : LOA_DIGID;
    const context = rij['authenticatieContext'] as JsonObject | null | undefined;
    const plaats = schaal.indexOf(
      typeof context?.['levelOfAssurance'] === 'string' ? context['levelOfAssurance'] : '',
    );
    return plaats >= 0 && plaats <= schaal.indexOf(waarde);
  }),
};

const LEEG: JsonObject = {
  zaak: '',
  betrokkene: '',
  betrokkeneType: 'natuurlijk_persoon',
  afwijkendeNaamBetrokkene: '',
  roltype: '',
  omschrijving: '',
  omschrijvingGeneriek: '',
  roltoelichting: '',
  registratiedatum: '2020-01-01T00:00:00Z',
  indicatieMachtiging: '',
  beginGeldigheid: null,
  eindeGeldigheid: null,
};
const CONTACTPERSOON = { emailadres: '', functie: '', telefoonnummer: '', naam: '' };
/** Only these know who logged in. */
const MET_CONTEXT = new Set(['natuurlijk_persoon', 'niet_natuurlijk_persoon', 'vestiging']);

export const rollen: Resource = {
  tabel: 'zaken/rollen',
  paginering: 'pageSize',
  etag: true,
  filters: {
    zaak: verplichteVerwijzing('zaak'),
    roltype: verwijzing('roltype'),
    omschrijving: gelijk('omschrijving'),
    ...ROL_FILTERS,
  },
  toon: (rij, opslag) => {
    const { authenticatieContext, ...rol } = volledig('zaken/rollen', rij, LEEG);
    const type = rol['betrokkeneType'];
    return {
      ...rol,
      registratiedatum: alsUtc(tekstVan(rol['registratiedatum'])),
      contactpersoonRol: {
        ...CONTACTPERSOON,
        ...(rol['contactpersoonRol'] as JsonObject | null | undefined),
      },
      statussen: opslag
        .tabel('zaken/statussen')
        .op('gezetdoor', padVan('zaken/rollen', rij.uuid))
        .map((status) => padVan('zaken/statussen', status.uuid)),
      betrokkeneIdentificatie: toonIdentificatie(type, rol['betrokkeneIdentificatie']),
      ...(typeof type === 'string' && MET_CONTEXT.has(type)
        ? { authenticatieContext: authenticatieContext ?? null }
        : {}),
    };
  },
};
