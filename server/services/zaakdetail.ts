import type { Betrokkene, Document, ZaakDetail } from '../../shared/contracts/zaak.ts';
import { VERTROUWELIJKHEDEN } from '../../shared/contracts/waarden.ts';
import { rolVanKlant } from '../domain/klantrol.ts';
import { addDays } from '../domain/dagen.ts';
import { isKlacht } from '../domain/zaaksoort.ts';
import type { Klantcontact, Lijst, Zaak, Zaakdocument } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import type { Bronnen } from './bronnen.ts';
import { notitiesVan, toonContact } from './contactweergave.ts';
import type { Deps, Wie } from './deps.ts';
import { leesActies, ongelezenActies } from './klanttaken.ts';
import { padenVoor } from './paden.ts';
import { leesKern, zaakId, type Zaakkern, type Zaaklezing } from './zaaklezing.ts';
import { leesVerloop } from './zaakverloop.ts';
import type { Toegang } from './zaaktoegang.ts';
import { toonZaak } from './zaakweergave.ts';

/** Bezwaar is open for six weeks from the day after the decision was sent (Awb 6:7, 6:8). */
const BEZWAAR_DAGEN = 42;

/** Everything of one zaak, in one round of parallel reads, cut to the level. */
export async function toonDetail(
  deps: Deps,
  wie: Wie,
  bronnen: Bronnen,
  toegang: Toegang,
): Promise<ZaakDetail> {
  const { kern, niveau, aanroep, klant } = toegang;
  const { register, zaak } = kern;
  const { klanten } = deps.registers;
  const [lezing, acties, documenten, deelzaken, hoofdzaak, contacten] = await Promise.all([
    leesVerloop(deps, bronnen, kern, aanroep),
    klant === null ? ongelezenActies(deps) : leesActies(deps, bronnen, klant.sleutel, aanroep),
    reikt(niveau, 'documenten') && register.kan.documenten
      ? bronnen.lees<Lijst<Zaakdocument>>(
          { id: `${register.id}-documenten`, naam: 'Documenten' },
          { rijen: [], onleesbaar: 0 },
          aanroep,
          (a) => register.documenten(zaak.uuid, a),
        )
      : { rijen: [], onleesbaar: 0 },
    Promise.all(zaak.deelzaken.map((uuid) => verwante(deps, wie, bronnen, toegang, uuid))),
    zaak.hoofdzaak === null ? null : verwante(deps, wie, bronnen, toegang, zaak.hoofdzaak),
    klanten === null
      ? { rijen: [], onleesbaar: 0 }
      : bronnen.lees<Lijst<Klantcontact>>(klanten, { rijen: [], onleesbaar: 0 }, aanroep, (a) =>
          klanten.contactenVanZaak(zaak.uuid, a),
        ),
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
    isZichtbaar: () => hoofdzaak !== null,
    deelzakenVan: () =>
      delen.map((deel) => ({
        id: zaakId(register.id, deel.zaak.uuid),
        omschrijving: deel.zaak.omschrijving,
        open: deel.zaak.einddatum === null,
      })),
  });
  const metInhoud = reikt(niveau, 'inhoud');
  const notities = await notitiesVan(deps, contacten.rijen);
  const besluit = lezing.besluiten?.[0];
  const magStatus = kort.magDoen.includes('status');
  const volgende = kort.voortgang.stappen.find(({ toestand }) => toestand === 'straks')?.id ?? null;
  return {
    ...kort,
    registratiedatum: zaak.registratiedatum,
    toelichting: metInhoud ? zaak.toelichting : null,
    opschorting:
      zaak.opschorting === null
        ? null
        : { reden: zaak.opschorting.reden, sinds: null, tot: paden.opgeschortTot(id) },
    verlenging: zaak.verlenging,
    rolVanKlant: klant === null ? null : rolVanKlant(kern.rollen, sleutelVoorRol(klant.sleutel)),
    klant: klant === null ? null : { id: klant.id, naam: klant.naam },
    besluit:
      besluit === undefined
        ? null
        : {
            verzonden: besluit.verzenddatum,
            bezwaarTot:
              besluit.uiterlijkeReactiedatum ??
              (besluit.verzenddatum === null ? null : addDays(besluit.verzenddatum, BEZWAAR_DAGEN)),
          },
    betrokkenen: metInhoud ? betrokkenenVan(kern) : [],
    documenten: reikt(niveau, 'documenten') ? documentenVan(wie, kern, documenten.rijen) : [],
    kenmerken: metInhoud ? zaak.kenmerken : [],
    hoofdzaak: hoofdzaak === null ? null : verwijzing(hoofdzaak),
    deelzaken: delen.map(verwijzing),
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
}

const sleutelVoorRol = ({ soort, nummer }: NonNullable<Toegang['klant']>['sleutel']) =>
  soort === 'persoon' ? { bsn: nummer } : { kvkNummer: nummer, rsin: null, vestigingsnummers: [] };

/** A hoofd- or deelzaak that this medewerker may see too; else null, as if it were not there. */
async function verwante(
  deps: Deps,
  wie: Wie,
  bronnen: Bronnen,
  { kern: { register }, aanroep }: Toegang,
  uuid: string,
): Promise<Zaaklezing | null> {
  const kern = await bronnen.lees<Zaakkern | null>(register, null, aanroep, async (a) => {
    const zaak: Zaak = await register.zaak(uuid, a);
    return leesKern(register, zaak, a);
  });
  if (kern === null || !reikt(wie.beleid.niveau(kern.beleid), 'status')) return null;
  const statussen = kern.zaak.statusNu === null ? [] : [kern.zaak.statusNu];
  return { ...kern, statussen, substatussen: [], besluiten: [], resultaattype: null };
}

function verwijzing({ register, zaak, zaaktype }: Zaaklezing) {
  const naam = zaaktype?.statustypen.find(({ uuid }) => uuid === zaak.statusNu?.statustype)?.omschrijving;
  return {
    id: zaakId(register.id, zaak.uuid),
    zaaknummer: zaak.identificatie,
    omschrijving: zaak.omschrijving === '' ? (zaaktype?.omschrijving ?? '') : zaak.omschrijving,
    status: naam ?? null,
    einddatum: zaak.einddatum,
  };
}

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
