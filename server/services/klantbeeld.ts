import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakBestaan, ZaakKort } from '../../shared/contracts/zaak.ts';
import { rolVanKlant } from '../domain/klantrol.ts';
import { vergelijkUrgentie } from '../domain/urgentie.ts';
import { fout } from '../fouten.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import { Bronnen } from './bronnen.ts';
import { wachtendeContacten } from './contactmomenten.ts';
import { notitiesVan, toonContact, toonTerugbelverzoeken } from './contactweergave.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { doelVoorKlant } from './doelbinding.ts';
import { niveauMet } from './dubbelen.ts';
import { leesRondes, type Gelezen, type Gezien, type Vraag } from './klantbeeld/rondes.ts';
import { sleutelVan, toonKlant } from './klant.ts';
import { meldAangevuld } from './meldingen.ts';
import { padenVoor } from './paden.ts';
import { logInzage } from './verwerkingen.ts';
import { geslotenVolgensIndex } from './zaakindex.ts';
import { idVanKern, zaakId } from './zaaklezing.ts';
import { bestaanVan, toonZaak, type Weergave } from './zaakweergave.ts';

/** Newest contacts that the klantbeeld carries, and that a whole tijdlijn goes back to. */
const CONTACTEN = { klantbeeld: 20, tijdlijn: 500 } as const;

/**
 * All that we know of one klant, in two dependent rounds: first every register is asked for this klant, then what
 * happened to the zaken and which contacts the partij had. Each source goes on by itself, so that a slow one holds up no
 * other, and one that fails leaves the rest.
 * @throws niet_gevonden, geen_recht, doel_ontbreekt, logboek_onbereikbaar
 */
export async function klantbeeld(
  deps: Deps,
  wie: Wie,
  klantId: string,
  handeling: keyof typeof CONTACTEN = 'klantbeeld',
): Promise<Klantbeeld> {
  if (!wie.beleid.mag('openen', 'Klant')) throw fout('geen_recht');
  const sleutel = await sleutelVan(deps, klantId);
  const doel = await doelVoorKlant(deps, wie, klantId);
  const bronnen = new Bronnen(deps, (bron) => meldAangevuld(deps, `klant:${klantId}`, bron));
  const vraag = {
    deps,
    wie,
    bronnen,
    klantId,
    sleutel,
    aanroep: aanroepVan(wie, doel),
    contacten: CONTACTEN[handeling],
  };
  const beeld = await stelOp(vraag, await leesRondes(vraag));
  await logInzage(deps, wie, {
    handeling,
    betrokkenen: [sleutel],
    doel,
    registers: bronnen.meldingen.map(({ bron }) => bron),
  });
  return beeld;
}

async function stelOp(vraag: Vraag, gelezen: Gelezen): Promise<Klantbeeld> {
  const { deps, wie, bronnen, klantId, sleutel } = vraag;
  const nu = deps.clock.nu().toISOString();
  const { alleZakenGelezen, dubbelen } = gelezen;
  const zaken = await toonZaken(deps, wie, gelezen);
  // A contact may name the zaak as another register has it.
  const niveaus = new Map(
    gelezen.zaken.flatMap(({ kern, niveau }) => {
      const id = idVanKern(kern);
      return [kern, ...(dubbelen.get(id) ?? [])].map(({ zaak }) => [zaak.uuid, { id, niveau }] as const);
    }),
  );
  const klantregister = deps.registers.klanten?.id ?? '';
  const bezorgd = gelezen.contacten.rijen;
  const wachtend = (await wachtendeContacten(deps, klantId)).filter(
    ({ referentienummer }) => !bezorgd.some((contact) => contact.referentienummer === referentienummer),
  );
  const idsVan = (uuid: string) => deps.registers.zaken.map(({ id }) => zaakId(id, uuid));
  const onbekend = [...wachtend, ...bezorgd]
    .flatMap((contact) => contact.zaken)
    .filter((uuid) => !niveaus.has(uuid));
  const gesloten = alleZakenGelezen
    ? new Set<string>()
    : await geslotenVolgensIndex(deps, wie.beleid, onbekend.flatMap(idsVan));
  // Where every register answered, a zaak that is not among these is closed to this medewerker.
  const niveauVan = (uuid: string) =>
    niveaus.get(uuid) ??
    (alleZakenGelezen || idsVan(uuid).some((id) => gesloten.has(id))
      ? { id: '', niveau: 'niets' as const }
      : null);
  const notities = await notitiesVan(deps, [...wachtend, ...bezorgd]);
  const contacten = [...wachtend, ...bezorgd].flatMap((contact, plek) => {
    const getoond = toonContact(klantregister, contact, niveauVan, notities);
    const bezorging = plek < wachtend.length ? ('wacht' as const) : ('bezorgd' as const);
    return getoond === null ? [] : [{ contact, getoond: { ...getoond, bezorging } }];
  });
  return {
    klant: toonKlant(klantId, sleutel, gelezen.basis, gelezen.partij, naamUitZaken(gelezen.zaken, sleutel)),
    zaken,
    besloten: gelezen.zaken
      .filter(({ niveau }) => niveau === 'bestaan')
      .map(({ kern }): ZaakBestaan => bestaanVan(kern)),
    contactmomenten: contacten
      .map(({ getoond }) => getoond)
      .toSorted((a, b) => Date.parse(b.gestartOp) - Date.parse(a.gestartOp))
      .slice(0, vraag.contacten),
    terugbelverzoeken: contacten.flatMap(({ contact, getoond }) =>
      toonTerugbelverzoeken(klantregister, contact, getoond),
    ),
    klachten: zaken.filter(({ isKlacht }) => isKlacht).map(({ id }) => id),
    bronnen: bronnen.meldingen,
    onleesbaar: gelezen.onleesbaar,
    opgesteldOp: nu,
  };
}

async function toonZaken(deps: Deps, wie: Wie, gelezen: Gelezen): Promise<ZaakKort[]> {
  const { lezingen, dubbelen } = gelezen;
  const paden = await padenVoor(deps, lezingen);
  const leidend = new Map(
    [...dubbelen].flatMap(([id, dubbel]) => dubbel.map((kern) => [idVanKern(kern), id] as const)),
  );
  const leidendVan = (id: string): string => leidend.get(id) ?? id;
  const zichtbaar = new Set(lezingen.map(idVanKern));
  const perHoofdzaak = Map.groupBy(lezingen, ({ register, zaak }) =>
    zaak.hoofdzaak === null ? null : leidendVan(zaakId(register.id, zaak.hoofdzaak)),
  );
  const weergave: Weergave = {
    vandaag: deps.clock.vandaag(),
    beleid: wie.beleid,
    ...paden,
    metAntwoord: true,
    acties: gelezen.acties,
    dubbelen,
    zichtbareVan: (id) => (zichtbaar.has(leidendVan(id)) ? leidendVan(id) : null),
    deelzakenVan: (id) =>
      (perHoofdzaak.get(id) ?? []).map((deel) => ({
        id: idVanKern(deel),
        omschrijving: deel.zaak.omschrijving,
        open: deel.zaak.einddatum === null,
      })),
  };
  return lezingen
    .flatMap((lezing) =>
      lezing.zaaktype === null
        ? []
        : toonZaak(
            { ...lezing, zaaktype: lezing.zaaktype },
            niveauMet(wie.beleid, lezing, dubbelen),
            weergave,
          ),
    )
    .toSorted(vergelijkUrgentie);
}

/** The applicant's name as a zaak has it, for when the BRP is silent. */
function naamUitZaken(zaken: readonly Gezien[], sleutel: Klantsleutel): string | null {
  if (sleutel.soort === 'bedrijf') return null;
  for (const { kern } of zaken) {
    const rol = kern.rollen.find(({ identificatie }) => identificatie.bsn === sleutel.nummer);
    if (rol?.naam != null && rolVanKlant(kern.rollen, { bsn: sleutel.nummer }) !== null) return rol.naam;
  }
  return null;
}
