import type { Betrokkene, Document, ZaakDetail } from '../../shared/contracts/zaak.ts';
import { VERTROUWELIJKHEDEN } from '../../shared/contracts/waarden.ts';
import { rolVanKlant } from '../domain/klantrol.ts';
import type { Besluitdagen } from '../domain/antwoord/stand.ts';
import { addDays } from '../domain/dagen.ts';
import { isKlacht } from '../domain/zaaksoort.ts';
import type { Klantcontact, Lijst, Zaakdocument } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import type { Bronnen } from './bronnen.ts';
import { notitiesVan, toonContact } from './contactweergave.ts';
import type { Deps, Wie } from './deps.ts';
import { leesDubbelen, type Dubbelen } from './dubbelen.ts';
import { leesActies, ongelezenActies } from './klanttaken.ts';
import { padenVoor } from './paden.ts';
import { leesTeam } from './team.ts';
import { leesAndere, leesVerwante, verwijzing } from './zaakverwant.ts';
import { zaakId, type Zaakkern } from './zaaklezing.ts';
import { leesVerloop } from './zaakverloop.ts';
import { sleutelsVan, type Toegang } from './zaaktoegang.ts';
import { toonZaak } from './zaakweergave.ts';

/** Bezwaar is open for six weeks from the day after the decision was sent (Awb 6:7, 6:8). */
const BEZWAAR_DAGEN = 42;

/** Everything of one zaak, in one round of parallel reads, cut to the level; and whose other zaken stand in it. */
export async function toonDetail(
  deps: Deps,
  wie: Wie,
  bronnen: Bronnen,
  toegang: Toegang,
): Promise<{ detail: ZaakDetail; genoemd: Klantsleutel[] }> {
  const { kern, niveau, aanroep, klant } = toegang;
  const { register, zaak } = kern;
  const { klanten } = deps.registers;
  const [lezing, acties, documenten, deelzaken, hoofdzaak, andere, team, contacten, dubbelen] =
    await Promise.all([
      leesVerloop(deps, bronnen, kern, aanroep),
      klant === null ? ongelezenActies(deps) : leesActies(deps, bronnen, klant.sleutel, aanroep),
      reikt(niveau, 'documenten') && register.kan.documenten
        ? bronnen.onderdeel<Lijst<Zaakdocument>>(
            register,
            'documenten',
            { rijen: [], onleesbaar: 0 },
            aanroep,
            (a) => register.documenten(zaak.uuid, a),
          )
        : { rijen: [], onleesbaar: 0 },
      Promise.all(zaak.deelzaken.map((uuid) => leesVerwante(wie, bronnen, toegang, uuid))),
      zaak.hoofdzaak === null ? null : leesVerwante(wie, bronnen, toegang, zaak.hoofdzaak),
      leesAndere(deps, wie, bronnen, toegang),
      leesTeam(deps, bronnen, toegang),
      klanten === null
        ? { rijen: [], onleesbaar: 0 }
        : bronnen.lees<Lijst<Klantcontact>>(klanten, { rijen: [], onleesbaar: 0 }, aanroep, (a) =>
            klanten.contactenVanZaak(zaak.uuid, a),
          ),
      leesDubbelen(deps, bronnen, kern, aanroep),
    ]);
  const { zaaktype } = lezing;
  if (zaaktype === null) throw fout('niet_gevonden');
  const delen = deelzaken.filter((deel) => deel !== null);
  const paden = await padenVoor(deps, [lezing, ...delen]);
  const id = zaakId(register.id, zaak.uuid);
  const kort = toonZaak({ ...lezing, zaaktype }, niveau, {
    ...paden,
    vandaag: deps.clock.vandaag(),
    beleid: wie.beleid,
    metAntwoord: true,
    acties,
    dubbelen: zichtbareDubbelen(wie, dubbelen),
    zichtbareVan: (verwant) => (hoofdzaak === null ? null : verwant),
    deelzakenVan: () =>
      delen.map((deel) => ({
        id: zaakId(register.id, deel.zaak.uuid),
        omschrijving: deel.zaak.omschrijving,
        open: deel.zaak.einddatum === null,
      })),
  });
  const metInhoud = reikt(niveau, 'inhoud');
  const notities = await notitiesVan(deps, contacten.rijen);
  const besluiten = besluitenVan(lezing.besluiten ?? []);
  const magStatus = kort.magDoen.includes('status');
  const volgende = kort.voortgang.stappen.find(({ toestand }) => toestand === 'straks')?.id ?? null;
  const detail: ZaakDetail = {
    ...kort,
    registratiedatum: zaak.registratiedatum,
    toelichting: metInhoud ? zaak.toelichting : null,
    opschorting:
      zaak.opschorting === null
        ? null
        : { reden: zaak.opschorting.reden, sinds: paden.opgeschortSinds(id), tot: paden.opgeschortTot(id) },
    eerderOpgeschort: zaak.eerderOpgeschort,
    verlenging: zaak.verlenging,
    rolVanKlant: klant === null ? null : rolVanKlant(kern.rollen, sleutelVoorRol(klant.sleutel)),
    klant: klant === null ? null : { id: klant.id, naam: klant.naam },
    besluit:
      besluiten[0] === undefined
        ? null
        : { verzonden: besluiten[0].verzonden, bezwaarTot: besluiten[0].bezwaarTot },
    besluiten,
    betrokkenen: metInhoud ? betrokkenenVan(kern) : [],
    documenten: reikt(niveau, 'documenten') ? documentenVan(wie, kern, documenten.rijen) : [],
    kenmerken: metInhoud ? zaak.kenmerken : [],
    eigenschappen: metInhoud ? (zaak.eigenschappen ?? []) : [],
    hoofdzaak: hoofdzaak === null ? null : verwijzing(hoofdzaak),
    deelzaken: delen.map(verwijzing),
    andereZaken: andere.map((een) => ({ ...verwijzing(een), aardRelatie: een.aardRelatie })),
    team,
    contactmomenten: contacten.rijen.flatMap((contact) => {
      const niveauVan = (uuid: string) => (uuid === zaak.uuid ? { id, niveau } : null);
      return toonContact(klanten?.id ?? '', contact, niveauVan, notities) ?? [];
    }),
    klachten: delen
      .filter((deel) => deel.zaaktype !== null && isKlacht(deel.zaaktype))
      .map((deel) => zaakId(register.id, deel.zaak.uuid)),
    statusNu: zaak.status,
    heeftResultaat: zaak.resultaat !== null,
    statustypen: magStatus
      ? zaaktype.statustypen.map(({ uuid, omschrijving, isEindstatus }) => ({
          id: uuid,
          naam: omschrijving,
          eindstatus: isEindstatus,
          voorgesteld: uuid === volgende,
        }))
      : [],
    resultaattypen: magStatus
      ? zaaktype.resultaattypen.map(({ uuid, omschrijving }) => ({ id: uuid, naam: omschrijving }))
      : [],
    bronnen: bronnen.meldingen,
  };
  return {
    detail,
    genoemd: andere.flatMap(({ rollen }) => sleutelsVan(rollen).map(({ sleutel }) => sleutel)),
  };
}

/** Here the zaak is shown as its own register has it: another is named only to who sees it there too. */
const zichtbareDubbelen = (wie: Wie, dubbelen: Dubbelen): Dubbelen =>
  new Map(
    [...dubbelen].map(([id, kernen]) => [
      id,
      kernen.filter(({ beleid }) => reikt(wie.beleid.niveau(beleid), 'status')),
    ]),
  );

const sleutelVoorRol = ({ soort, nummer }: NonNullable<Toegang['klant']>['sleutel']) =>
  soort === 'persoon' ? { bsn: nummer } : { kvkNummer: nummer, rsin: null, vestigingsnummers: [] };

/** The newest first; a besluit without a day is not taken yet, and stands before them. */
const besluitenVan = (besluiten: readonly Besluitdagen[]): ZaakDetail['besluiten'] =>
  besluiten
    .toSorted((a, b) => ((a.datum ?? '9') < (b.datum ?? '9') ? 1 : -1))
    .map(({ datum, verzenddatum, uiterlijkeReactiedatum }) => ({
      datum,
      verzonden: verzenddatum,
      bezwaarTot:
        uiterlijkeReactiedatum ?? (verzenddatum === null ? null : addDays(verzenddatum, BEZWAAR_DAGEN)),
    }));

const betrokkenenVan = (kern: Zaakkern): Betrokkene[] =>
  kern.rollen.map(({ omschrijving, omschrijvingGeneriek, soort, naam }) => ({
    rol: omschrijving,
    rolGeneriek: omschrijvingGeneriek,
    soort,
    naam: naam ?? 'Naam niet bekend',
  }));

/** Each document within its own vertrouwelijkheid: it may be higher than that of its zaak. */
function documentenVan(wie: Wie, kern: Zaakkern, rijen: readonly Zaakdocument[]): Document[] {
  return rijen
    .filter(({ vertrouwelijkheidaanduiding }) => magDocument(wie, kern, vertrouwelijkheidaanduiding))
    .map((document) => ({
      id: `${kern.register.id}~${document.uuid}`,
      titel: document.titel,
      datum: document.creatiedatum ?? document.registratiedatum,
      formaat: document.formaat,
      bestandsnaam: document.bestandsnaam,
      omvang: document.omvang,
      vertrouwelijkheid: document.vertrouwelijkheidaanduiding,
    }));
}

export function magDocument(
  wie: Wie,
  kern: Zaakkern,
  aanduiding: Zaakdocument['vertrouwelijkheidaanduiding'],
): boolean {
  const vertrouwelijkheid = Math.max(kern.beleid.vertrouwelijkheid, VERTROUWELIJKHEDEN.indexOf(aanduiding));
  const document = { ...kern.beleid, vertrouwelijkheid };
  return reikt(wie.beleid.niveau(document), 'documenten') && wie.beleid.magDoen('document', document);
}
