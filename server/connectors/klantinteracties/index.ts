import { herkenIn } from '../http/adres.ts';
import type { Klantregister } from '../ports.ts';
import { maakActoren } from './actoren.ts';
import { maakKlantinteracties } from './basis.ts';
import type { KlantregisterConfig } from './config.ts';
import { maakContacten } from './contacten.ts';
import { maakDigitaleAdressen } from './digitaleadressen.ts';
import { maakPartijen } from './partijen.ts';

/** Path segment → name of the resource in our words. */
const SOORTEN = {
  klantcontacten: 'klantcontact',
  internetaken: 'internetaak',
  partijen: 'partij',
  betrokkenen: 'betrokkene',
  actoren: 'actor',
};

/** A register that speaks Klantinteracties (Open Klant). */
export function maakKlantregister(config: KlantregisterConfig): Klantregister & { sluit(): Promise<void> } {
  const ki = maakKlantinteracties(config);
  const actoren = maakActoren(ki);
  return {
    id: config.id,
    naam: config.naam,
    ...maakPartijen(ki, actoren),
    ...maakDigitaleAdressen(ki),
    ...maakContacten(ki, actoren),
    koppelActor: (contact, medewerker, aanroep) => actoren.koppelActor(contact, medewerker, aanroep),
    herken: (url) => herkenIn([config.basis], SOORTEN, url),
    vergeet(partij) {
      ki.cache.vergeet(partij);
    },
    sluit: () => ki.http.sluit(),
  };
}
