import { herkenIn } from '../http/adres.ts';
import type { Klantregister } from '../ports.ts';
import { maakContactmomenten, type ContactmomentenConfig } from './basis.ts';
import { zoekOpDigitaalAdres } from './digitaaladres.ts';
import { maakKlanten } from './klanten.ts';
import { maakLezer } from './lezen.ts';
import { maakSchrijver } from './schrijven.ts';

/** Path segment → name of the resource in our words. */
const SOORTEN = { contactmomenten: 'klantcontact', klanten: 'partij' };

/**
 * The older style, Contactmomenten 1.0 with Klanten 1.0: Open Klant 1, and e-Suite behind its adapter. It has no
 * internetaken (e-Suite: unfinished contacts), no mark for confidence, no preferred language or channel.
 */
export function maakContactmomentenregister(
  config: ContactmomentenConfig,
): Klantregister & { sluit(): Promise<void> } {
  const cm = maakContactmomenten(config);
  const klanten = maakKlanten(cm);
  const lezer = maakLezer(cm, klanten);
  return {
    id: config.id,
    naam: config.naam,
    vindPartij: (wie, aanroep) => klanten.vindPartij(wie, aanroep),
    zoekOpDigitaalAdres: (vraag, aanroep) => zoekOpDigitaalAdres(cm, vraag, aanroep),
    maakPartij: (wie, naam, aanroep) => klanten.maakPartij(wie, naam, aanroep),
    contactenVanPartij: (partij, hoogstens, aanroep) => lezer.contactenVanPartij(partij, hoogstens, aanroep),
    contactenVanZaak: (zaak, aanroep) => lezer.contactenVanZaak(zaak, aanroep),
    partijVan: (soort, uuid, aanroep) => lezer.partijVan(soort, uuid, aanroep),
    ...maakSchrijver(cm, lezer),
    herken: (url) => herkenIn([config.contactmomenten, config.klanten], SOORTEN, url),
    vergeet(partij) {
      for (const uuid of partij === undefined ? [undefined] : klanten.alleVan(partij)) cm.cache.vergeet(uuid);
    },
    sluit: () => cm.http.sluit(),
  };
}
