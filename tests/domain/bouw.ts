import type {
  Besluit,
  Resultaattype,
  Rol,
  Status,
  Statustype,
  Substatus,
  Zaak,
  Zaaktype,
} from '../../server/connectors/ports.ts';
import type { AntwoordStand } from '../../server/domain/antwoord.ts';
import { kiesPad, type Pad } from '../../server/domain/pad.ts';
import { berekenTermijn } from '../../server/domain/termijn.ts';
import { bouwVoortgang } from '../../server/domain/voortgang.ts';

/** Saturday 21 November 2026. */
export const VANDAAG = '2026-11-21';

export function bouwZaak(anders: Partial<Zaak> = {}): Zaak {
  return {
    register: 'sandbox',
    uuid: 'zaak-1',
    identificatie: 'ZAAK-2026-0003988',
    bronorganisatie: '000000000',
    verantwoordelijkeOrganisatie: '000000000',
    omschrijving: 'Toeslag',
    toelichting: null,
    zaaktype: 'zaaktype-1',
    registratiedatum: '2026-09-10',
    startdatum: '2026-09-10',
    einddatum: null,
    einddatumGepland: null,
    uiterlijkeEinddatumAfdoening: null,
    vertrouwelijkheidaanduiding: 'vertrouwelijk',
    opschorting: null,
    eerderOpgeschort: false,
    verlenging: null,
    hoofdzaak: null,
    deelzaken: [],
    status: null,
    resultaat: null,
    kenmerken: [],
    relevanteAndereZaken: [],
    eigenschappen: [],
    laatstGemuteerd: null,
    rollen: null,
    statusNu: null,
    resultaatNu: null,
    ...anders,
  };
}

/** Statustypen with the name as uuid, numbered as given; the last is the end status. */
export function bouwStatustypen(
  namen: readonly string[],
  anders: Record<string, Partial<Statustype>> = {},
): Statustype[] {
  return namen.map((omschrijving, i) => ({
    uuid: omschrijving,
    omschrijving,
    omschrijvingGeneriek: null,
    statustekst: null,
    volgnummer: i + 1,
    isEindstatus: i === namen.length - 1,
    doorlooptijd: null,
    ...anders[omschrijving],
  }));
}

export function bouwZaaktype(anders: Partial<Zaaktype> = {}): Zaaktype {
  return {
    register: 'sandbox',
    uuid: 'zaaktype-1',
    identificatie: 'ZT-1',
    omschrijving: 'Individuele inkomenstoeslag',
    onderwerp: null,
    internOfExtern: 'extern',
    doorlooptijd: 'P56D',
    servicenorm: null,
    verantwoordelijke: null,
    vertrouwelijkheidaanduiding: 'vertrouwelijk',
    opschortingMogelijk: true,
    besluitMogelijk: true,
    verlengingMogelijk: true,
    trefwoorden: [],
    statustypen: bouwStatustypen(['Ontvangen', 'In behandeling', 'Besluit', 'Afgehandeld']),
    resultaattypen: [],
    ...anders,
  };
}

/** `[statustype, day or instant]` → statussen; a bare day is noon in the Netherlands in winter. */
export function bouwStatussen(...gezet: readonly (readonly [string, string])[]): Status[] {
  return gezet.map(([statustype, moment], i) => ({
    uuid: `status-${i + 1}`,
    zaak: 'zaak-1',
    statustype,
    datumStatusGezet: moment.includes('T') ? moment : `${moment}T12:00:00+01:00`,
    toelichting: null,
  }));
}

export function bouwSubstatus(anders: Partial<Substatus> = {}): Substatus {
  return {
    uuid: 'sub-1',
    zaak: 'zaak-1',
    status: 'status-1',
    omschrijving: 'Wij hebben uw gegevens opgevraagd',
    tijdstip: '2026-11-02T12:00:00+01:00',
    doelgroep: 'betrokkenen',
    ...anders,
  };
}

export function bouwRol(anders: Partial<Rol> = {}): Rol {
  return {
    uuid: 'rol-1',
    zaak: 'zaak-1',
    soort: 'natuurlijk_persoon',
    omschrijving: 'Aanvrager',
    omschrijvingGeneriek: 'initiator',
    machtiging: null,
    naam: null,
    identificatie: {},
    ...anders,
  };
}

export function bouwBesluit(anders: Partial<Besluit> = {}): Besluit {
  return {
    uuid: 'besluit-1',
    zaak: 'zaak-1',
    identificatie: 'B-1',
    datum: null,
    ingangsdatum: null,
    verzenddatum: null,
    uiterlijkeReactiedatum: null,
    ...anders,
  };
}

function bouwResultaat(omschrijving: string): Resultaattype {
  return { uuid: omschrijving, omschrijving, omschrijvingGeneriek: null };
}

export interface Standvraag {
  zaak?: Partial<Zaak>;
  zaaktype?: Partial<Zaaktype> | null;
  statussen?: readonly Status[];
  substatussen?: readonly Substatus[];
  resultaat?: string;
  pad?: Pad;
  vandaag?: string;
  rest?: Partial<AntwoordStand>;
}

/** A stand as the services make it: voortgang and termijn derived by the domain from the same zaak. */
export function bouwStand(vraag: Standvraag): AntwoordStand {
  const zaak = bouwZaak(vraag.zaak);
  const zaaktype = vraag.zaaktype === null ? null : bouwZaaktype(vraag.zaaktype);
  const statussen = vraag.statussen ?? [];
  const vandaag = vraag.vandaag ?? VANDAAG;
  const pad =
    vraag.pad ??
    kiesPad({
      ingesteld: null,
      geleerd: null,
      statustypen: zaaktype?.statustypen ?? [],
      reeksen: [statussen.map((status) => status.statustype)],
    });
  return {
    zaak,
    zaaktype,
    statussen,
    voortgang: bouwVoortgang({
      zaak,
      zaaktype,
      statussen,
      substatussen: vraag.substatussen ?? [],
      pad,
      vandaag,
    }),
    termijn: berekenTermijn({ zaak, zaaktype, statussen, vandaag }),
    resultaat: vraag.resultaat === undefined ? null : bouwResultaat(vraag.resultaat),
    besluiten: [],
    deelzaken: [],
    opgeschortTot: null,
    actie: null,
    actieGelezen: true,
    vandaag,
    ...vraag.rest,
  };
}
