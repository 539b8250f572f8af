/**
 * The believable gemeente of the bundled registers: made from a seed, the same seed gives the same gemeente.
 * Everything is dated relative to `peildatum`; nothing reads a clock.
 */
import { bekendePersonen, BSN_VERHULST } from './bekend.ts';
import { maakBedrijven } from './bedrijven.ts';
import { brpPersoon } from './brp.ts';
import { bouwCatalogus } from './catalogus/bouw.ts';
import { leesCatalogus } from './catalogus/gepubliceerd.ts';
import { dagVan, datum } from './datum.ts';
import { maakKlantcontacten, zakenPerKlant } from './klantcontacten.ts';
import { burgerVan } from './mens.ts';
import { maakMensen } from './personen.ts';
import { Prng } from './prng.ts';
import { planVerhulst } from './verhulst.ts';
import { vertelVerhulst } from './verhulstcontacten.ts';
import type { Wereld } from './wereld.ts';
import { schrijfZaken } from './zaakregister.ts';
import { planVasteZaken, planVeelzaken } from './vastezaken.ts';
import { planZaken } from './zaken.ts';
import { legeGemeente, type MaakGemeente } from '../typen.ts';

export { bekendePersonen, BSN_VERHULST };
export { BEKEND_BEDRIJF } from './bedrijven.ts';
export { VEELVOORKOMEND, VERPLEEGHUIS } from './personen.ts';

/** With 300 burgers some 2,500 zaken and 6,000 klantcontacten. */
const ZAKEN_PER_BURGER = 25 / 3;
const CONTACTEN_PER_BURGER = 20;

export const maakGemeente: MaakGemeente = ({ seed, burgers, bedrijven, peildatum, catalogus }) => {
  const gemeente = legeGemeente();
  // Every noun draws from a source of its own, so that a change in one leaves the others as they were.
  const bron = (noun: string): Prng => new Prng(`${seed}/${noun}`);
  // Whole seconds: registers keep no more, and a status may not lie after now.
  const nu = Math.floor(peildatum.getTime() / 1000) * 1000;
  const vandaag = dagVan(nu);
  const mensen = maakMensen(bron('personen'), vandaag, burgers);
  const ondernemingen = maakBedrijven(bron('bedrijven'), vandaag, bedrijven);
  const alle = mensen.map((mens) => burgerVan(mens, vandaag, datum));
  const wereld: Wereld = {
    nu,
    vandaag,
    zaaktypen:
      catalogus === undefined
        ? bouwCatalogus(gemeente, bron('catalogus'), vandaag)
        : leesCatalogus(gemeente, bron('catalogus'), catalogus),
    burgers: alle.filter(({ kanAanvragen, wie }) => kanAanvragen && !bekendMetEigenVerhaal(wie.bsn)),
    bedrijven: ondernemingen.ondernemingen,
  };
  const bekend = new Map(alle.map((burger) => [burger.wie.bsn, burger]));
  const plannen = [
    ...planVerhulst(bron('verhulst'), wereld, bekend),
    ...planVeelzaken(bron('veelzaken'), wereld, bekend),
    ...planVasteZaken(bron('vaste zaken'), wereld, bekend),
  ];
  const aantal = Math.round(burgers * ZAKEN_PER_BURGER) - plannen.length;
  plannen.push(...planZaken(bron('zaken'), wereld, aantal));
  const zaken = schrijfZaken(gemeente, bron('zaakregister'), plannen);
  const schrijver = maakKlantcontacten(
    gemeente,
    bron('klantcontacten'),
    wereld,
    zaken,
    Math.round(burgers * CONTACTEN_PER_BURGER),
  );
  const verhulst = bekend.get(BSN_VERHULST);
  if (verhulst !== undefined)
    vertelVerhulst(schrijver, wereld, verhulst, zakenPerKlant(zaken).get(BSN_VERHULST) ?? []);
  gemeente.personen.push(...mensen.map((mens) => brpPersoon(mens, vandaag)));
  gemeente.bedrijven.push(...ondernemingen.register);
  return gemeente;
};

/** Persons whose zaken are told by name get no others: their screen must stay what the tests and the tour say. */
function bekendMetEigenVerhaal(bsn: string): boolean {
  return bsn === BSN_VERHULST || bsn === BSN_ZONDER_ZAKEN;
}

const BSN_ZONDER_ZAKEN = '999901138';
