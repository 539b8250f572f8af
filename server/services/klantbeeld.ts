import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakBestaan, ZaakKort } from '../../shared/contracts/zaak.ts';
import type { Niveau } from '../../shared/contracts/waarden.ts';
import { rolVanKlant, staatInKlantbeeld } from '../domain/klantrol.ts';
import { vergelijkUrgentie } from '../domain/urgentie.ts';
import type { Aanroep, Klantcontact, Lijst, Partij, Zaak, Zaakregister } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import { Bronnen } from './bronnen.ts';
import { wachtendeContacten } from './contactmomenten.ts';
import { notitiesVan, toonContact, toonTerugbelverzoeken } from './contactweergave.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { doelVoorKlant } from './doelbinding.ts';
import { leesActies, type Acties } from './klanttaken.ts';
import { leesBasis, sleutelVan, toonKlant, type Basis } from './klant.ts';
import { padenVoor } from './paden.ts';
import { logInzage } from './verwerkingen.ts';
import { geslotenVolgensIndex } from './zaakindex.ts';
import { leesKern, zaakId, type Zaakkern, type Zaaklezing } from './zaaklezing.ts';
import { leesVerlopen } from './zaakverloop.ts';
import { bestaanVan, toonZaak } from './zaakweergave.ts';

/** Newest contacts that the klantbeeld carries, and that a whole tijdlijn goes back to. */
const CONTACTEN = { klantbeeld: 20, tijdlijn: 500 } as const;

/** A zaak of this klant with how much of it the medewerker may see. */
interface Gezien {
  kern: Zaakkern;
  niveau: Niveau;
}

interface Gelezen {
  basis: Basis;
  acties: Acties;
  zaken: Gezien[];
  /** What happened to those that are visible. */
  lezingen: Zaaklezing[];
  /** Every register told which zaken there are; a history that fails takes nothing from that. */
  alleZakenGelezen: boolean;
  onleesbaar: { bron: string; aantal: number }[];
  partij: Partij | null;
  contacten: Lijst<Klantcontact>;
}

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
  const bronnen = new Bronnen(deps.clock);
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

/** One klantbeeld being made: for whom, of whom, and how far back its contacts go. */
interface Vraag {
  deps: Deps;
  wie: Wie;
  bronnen: Bronnen;
  klantId: string;
  sleutel: Klantsleutel;
  aanroep: Aanroep;
  contacten: number;
}

async function leesRondes({
  deps,
  wie,
  bronnen,
  klantId,
  sleutel,
  aanroep,
  contacten,
}: Vraag): Promise<Gelezen> {
  const { zaken: registers, klanten } = deps.registers;
  const onleesbaar: Gelezen['onleesbaar'] = [];
  // A company is found in the zaakregisters by numbers that only its own register knows: then that is the first round.
  const basisVooraf = sleutel.soort === 'bedrijf' ? leesBasis(deps, bronnen, sleutel, aanroep) : null;
  let alleZakenGelezen = true;
  const leesZaken = async (register: Zaakregister) => {
    const gezien = await bronnen.lees<Gezien[] | null>(register, null, aanroep, async (a) => {
      const lijst = await zoekZaken(register, sleutel, basisVooraf, a);
      if (lijst.onleesbaar > 0) onleesbaar.push({ bron: register.naam, aantal: lijst.onleesbaar });
      return vanDezeKlant(register, lijst, sleutel, await basisVooraf, wie, a);
    });
    if (gezien === null) alleZakenGelezen = false;
    const zichtbaar = (gezien ?? []).filter(({ niveau }) => reikt(niveau, 'status'));
    const kernen = zichtbaar.map(({ kern }) => kern);
    return { gezien: gezien ?? [], lezingen: await leesVerlopen(deps, bronnen, kernen, aanroep) };
  };
  const [basis, acties, zaken, contact] = await Promise.all([
    basisVooraf ?? leesBasis(deps, bronnen, sleutel, aanroep),
    leesActies(deps, bronnen, sleutel, aanroep),
    Promise.all(registers.map(leesZaken)),
    klanten === null
      ? { partij: null, contacten: { rijen: [], onleesbaar: 0 } }
      : bronnen.lees(
          klanten,
          { partij: null, contacten: { rijen: [], onleesbaar: 0 } },
          aanroep,
          async (a) => {
            const partij = await klanten.vindPartij(sleutel, a);
            if (partij === null) return { partij, contacten: { rijen: [], onleesbaar: 0 } };
            const [gevonden] = await Promise.all([
              klanten.contactenVanPartij(partij.uuid, contacten, a),
              klantverwijzingen.koppelPartij(deps.store.db, { partij: partij.uuid, klant: klantId }),
            ]);
            return { partij, contacten: gevonden };
          },
        ),
  ]);
  if (contact.contacten.onleesbaar > 0 && klanten !== null) {
    onleesbaar.push({ bron: klanten.naam, aantal: contact.contacten.onleesbaar });
  }
  return {
    basis,
    acties,
    zaken: zaken.flatMap(({ gezien }) => gezien),
    lezingen: zaken.flatMap(({ lezingen }) => lezingen),
    alleZakenGelezen,
    onleesbaar,
    ...contact,
  };
}

async function zoekZaken(
  register: Zaakregister,
  sleutel: Klantsleutel,
  basisVooraf: Promise<Basis> | null,
  aanroep: Aanroep,
): Promise<Lijst<Zaak>> {
  if (sleutel.soort === 'persoon') return register.zoekOpPersoon(sleutel.nummer, aanroep);
  return register.zoekOpBedrijf(bedrijfssleutel(sleutel, await basisVooraf), aanroep);
}

/** The numbers under which a company stands in a zaakregister; without its register only the KVK number. */
function bedrijfssleutel(sleutel: Klantsleutel, basis: Basis | null) {
  const bedrijf = basis?.soort === 'bedrijf' ? basis.bedrijf : null;
  return {
    kvkNummer: sleutel.nummer,
    rsin: bedrijf?.rsin ?? null,
    vestigingsnummers: bedrijf?.vestigingen.map(({ vestigingsnummer }) => vestigingsnummer) ?? [],
  };
}

/** Rollen are checked again: a register may combine its filters otherwise than we mean (docs/STANDAARDEN.md, zoeken). */
async function vanDezeKlant(
  register: Zaakregister,
  lijst: Lijst<Zaak>,
  sleutel: Klantsleutel,
  basis: Basis | null,
  wie: Wie,
  aanroep: Aanroep,
): Promise<Gezien[]> {
  const wieIsHet = sleutel.soort === 'persoon' ? { bsn: sleutel.nummer } : bedrijfssleutel(sleutel, basis);
  const kernen = await Promise.all(lijst.rijen.map((zaak) => leesKern(register, zaak, aanroep)));
  return kernen
    .filter(({ rollen }) => staatInKlantbeeld(rollen, wieIsHet))
    .map((kern) => ({ kern, niveau: wie.beleid.niveau(kern.beleid) }))
    .filter(({ niveau }) => niveau !== 'niets');
}

async function stelOp(vraag: Vraag, gelezen: Gelezen): Promise<Klantbeeld> {
  const { deps, wie, bronnen, klantId, sleutel } = vraag;
  const nu = deps.clock.nu().toISOString();
  const { alleZakenGelezen, lezingen } = gelezen;
  const zaken = await toonZaken(
    deps,
    wie,
    gelezen.acties,
    lezingen.map((lezing) => ({ lezing, niveau: wie.beleid.niveau(lezing.beleid) })),
  );
  const niveaus = new Map(
    gelezen.zaken.map(({ kern, niveau }) => [
      kern.zaak.uuid,
      { id: zaakId(kern.register.id, kern.zaak.uuid), niveau },
    ]),
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

async function toonZaken(
  deps: Deps,
  wie: Wie,
  acties: Acties,
  lezingen: { niveau: Niveau; lezing: Zaaklezing }[],
): Promise<ZaakKort[]> {
  const paden = await padenVoor(
    deps,
    lezingen.map(({ lezing }) => lezing),
  );
  const zichtbaar = new Set(lezingen.map(({ lezing: { register, zaak } }) => zaakId(register.id, zaak.uuid)));
  const deelzakenVan = (id: string) =>
    lezingen
      .filter(
        ({ lezing: { register, zaak } }) =>
          zaak.hoofdzaak !== null && zaakId(register.id, zaak.hoofdzaak) === id,
      )
      .map(({ lezing: { register, zaak } }) => ({
        id: zaakId(register.id, zaak.uuid),
        omschrijving: zaak.omschrijving,
        open: zaak.einddatum === null,
      }));
  return lezingen
    .flatMap(({ niveau, lezing }) =>
      lezing.zaaktype === null
        ? []
        : [
            toonZaak({ ...lezing, zaaktype: lezing.zaaktype }, niveau, {
              vandaag: deps.clock.vandaag(),
              beleid: wie.beleid,
              ...paden,
              metAntwoord: true,
              acties,
              isZichtbaar: (id) => zichtbaar.has(id),
              deelzakenVan,
            }),
          ],
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
