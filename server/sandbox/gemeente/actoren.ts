/** Who had the contacts and who gets the terugbelverzoeken: medewerkers and afdelingen as actoren of Klantinteracties. */
import { AFDELINGEN, MEDEWERKERS, naamVan, type Afdeling, type Medewerker } from './organisatie.ts';
import type { Prng } from './prng.ts';
import type { Gemeente } from '../typen.ts';

export interface Actoren {
  /** uuid of the actor by account name. */
  medewerkers: ReadonlyMap<Medewerker, string>;
  afdelingen: ReadonlyMap<Afdeling, string>;
}

export function maakActoren(gemeente: Gemeente, prng: Prng): Actoren {
  const rijen = gemeente.tabellen['klantinteracties/actoren'];
  // The codes are those with which KISS tells actoren apart (zgw: klantinteracties has no list of its own).
  const medewerkers = new Map(
    MEDEWERKERS.map((m) => {
      const uuid = prng.uuid();
      rijen.push({
        uuid,
        naam: naamVan(m),
        soortActor: 'medewerker',
        indicatieActief: true,
        actoridentificator: {
          objectId: `${m.id}@oeverdam.example`,
          codeObjecttype: 'mdw',
          codeRegister: 'msei',
          codeSoortObjectId: 'email',
        },
        actorIdentificatie: {
          functie: `Medewerker ${m.afdeling}`,
          emailadres: `${m.id}@oeverdam.example`,
          telefoonnummer: '0201234567',
        },
      });
      return [m, uuid] as const;
    }),
  );
  const afdelingen = new Map(
    AFDELINGEN.map((afdeling) => {
      const uuid = prng.uuid();
      rijen.push({
        uuid,
        naam: afdeling,
        soortActor: 'organisatorische_eenheid',
        indicatieActief: true,
        actoridentificator: {
          objectId: afdeling,
          codeObjecttype: 'afd',
          codeRegister: 'obj',
          codeSoortObjectId: 'idf',
        },
        actorIdentificatie: {
          omschrijving: `Afdeling ${afdeling}`,
          emailadres: '',
          faxnummer: '',
          telefoonnummer: '0201234567',
        },
      });
      return [afdeling, uuid] as const;
    }),
  );
  return { medewerkers, afdelingen };
}
