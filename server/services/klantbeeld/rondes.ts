import { staatInKlantbeeld, type Klantsleutel as Rolsleutel } from '../../domain/klantrol.ts';
import type { Aanroep, Klantcontact, Lijst, Partij, Zaak, Zaakregister } from '../../connectors/ports.ts';
import type { Klantbeeld } from '../../../shared/contracts/klantbeeld.ts';
import type { Niveau } from '../../../shared/contracts/waarden.ts';
import { reikt } from '../../policies/zaken.ts';
import type { Klantsleutel } from '../../store/klantverwijzingen.ts';
import * as klantverwijzingen from '../../store/klantverwijzingen.ts';
import type { Bronnen } from '../bronnen.ts';
import type { Deps, Wie } from '../deps.ts';
import { niveauMet, zonderDubbelen, type Dubbelen } from '../dubbelen.ts';
import { leesBasis, type Basis } from '../klant.ts';
import { leesActies, type Acties } from '../klanttaken.ts';
import { leesKernen, type Zaakkern, type Zaaklezing } from '../zaaklezing.ts';
import { leesVerlopen } from '../zaakverloop.ts';

/** One klantbeeld being made: for whom, of whom, and how far back its contacts go. */
export interface Vraag {
  deps: Deps;
  wie: Wie;
  bronnen: Bronnen;
  klantId: string;
  sleutel: Klantsleutel;
  aanroep: Aanroep;
  contacten: number;
}

/** A zaak of this klant with how much of it the medewerker may see. */
export interface Gezien {
  kern: Zaakkern;
  niveau: Niveau;
}

export interface Gelezen {
  basis: Basis;
  acties: Acties;
  /** From level `bestaan` on, each zaak once. */
  zaken: Gezien[];
  dubbelen: Dubbelen;
  /** What happened to those that are visible. */
  lezingen: Zaaklezing[];
  /** Every register told which zaken there are; a history that fails takes nothing from that. */
  alleZakenGelezen: boolean;
  onleesbaar: Klantbeeld['onleesbaar'];
  partij: Partij | null;
  contacten: Lijst<Klantcontact>;
}

const GEEN_CONTACTEN = { partij: null, contacten: { rijen: [], onleesbaar: 0 } };

/**
 * Two dependent rounds: first every register is asked for this klant, then what happened to the zaken and which contacts
 * the partij had. Each source goes on by itself, so that a slow one holds up no other.
 */
export async function leesRondes(vraag: Vraag): Promise<Gelezen> {
  const { deps, wie, bronnen, sleutel, aanroep } = vraag;
  const onleesbaar: Gelezen['onleesbaar'] = [];
  // A company is found in the zaakregisters by numbers that only its own register knows: then that is the first round.
  const basisVooraf = sleutel.soort === 'bedrijf' ? leesBasis(deps, bronnen, sleutel, aanroep) : null;
  let alleZakenGelezen = true;
  const leesZaken = async (register: Zaakregister) => {
    const kernen = await bronnen.lees<Zaakkern[] | null>(register, null, aanroep, async (a) => {
      const gevonden = await zoekZaken(register, sleutel, basisVooraf, a);
      const lijst = await leesKernen(register, gevonden, a);
      const eigen = vanDezeKlant(lijst.rijen, sleutel, await basisVooraf);
      // What nobody can say what it is about cannot be shown to who might have seen it.
      const zonderZaaktype = eigen.filter(
        ({ zaaktype, beleid }) => zaaktype === null && reikt(wie.beleid.niveau(beleid), 'status'),
      );
      const aantal = lijst.onleesbaar + zonderZaaktype.length;
      if (aantal > 0) onleesbaar.push({ bron: register.naam, soort: 'zaken', aantal });
      if (lijst.onleesbaar > 0) alleZakenGelezen = false;
      return eigen;
    });
    if (kernen === null) alleZakenGelezen = false;
    const zichtbaar = (kernen ?? []).filter(({ beleid }) => reikt(wie.beleid.niveau(beleid), 'status'));
    return { kernen: kernen ?? [], lezingen: await leesVerlopen(deps, bronnen, zichtbaar, aanroep) };
  };
  const [basis, acties, zaken, contact] = await Promise.all([
    basisVooraf ?? leesBasis(deps, bronnen, sleutel, aanroep),
    leesActies(deps, bronnen, sleutel, aanroep),
    Promise.all(deps.registers.zaken.map(leesZaken)),
    leesContacten(vraag),
  ]);
  if (contact.contacten.onleesbaar > 0 && deps.registers.klanten !== null)
    onleesbaar.push({
      bron: deps.registers.klanten.naam,
      soort: 'contacten',
      aantal: contact.contacten.onleesbaar,
    });
  const { kernen, dubbelen } = zonderDubbelen(zaken.flatMap((een) => een.kernen));
  const gezien = kernen
    .map((kern) => ({ kern, niveau: niveauMet(wie.beleid, kern, dubbelen) }))
    .filter(({ niveau }) => niveau !== 'niets');
  const zichtbaar = new Set(
    gezien.filter(({ niveau }) => reikt(niveau, 'status')).map(({ kern }) => kern.zaak),
  );
  return {
    basis,
    acties,
    zaken: gezien,
    dubbelen,
    lezingen: zaken.flatMap(({ lezingen }) => lezingen).filter(({ zaak }) => zichtbaar.has(zaak)),
    alleZakenGelezen,
    onleesbaar,
    ...contact,
  };
}

async function leesContacten({ deps, bronnen, sleutel, aanroep, klantId, contacten }: Vraag) {
  const { klanten } = deps.registers;
  if (klanten === null) return GEEN_CONTACTEN;
  return bronnen.lees<Pick<Gelezen, 'partij' | 'contacten'>>(klanten, GEEN_CONTACTEN, aanroep, async (a) => {
    const partij = await klanten.vindPartij(sleutel, a);
    if (partij === null) return GEEN_CONTACTEN;
    const [gevonden] = await Promise.all([
      klanten.contactenVanPartij(partij.uuid, contacten, a),
      klantverwijzingen.koppelPartij(deps.store.db, { partij: partij.uuid, klant: klantId }),
    ]);
    return { partij, contacten: gevonden };
  });
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
function vanDezeKlant(kernen: readonly Zaakkern[], sleutel: Klantsleutel, basis: Basis | null): Zaakkern[] {
  const wie: Rolsleutel =
    sleutel.soort === 'persoon' ? { bsn: sleutel.nummer } : bedrijfssleutel(sleutel, basis);
  return kernen.filter(({ rollen }) => staatInKlantbeeld(rollen, wie));
}
