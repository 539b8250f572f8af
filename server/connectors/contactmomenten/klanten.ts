import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { BronFout, type Aanroep, type Klantregister, type Partij, type Partijsleutel } from '../ports.ts';
import { lees, leesEigen, leesRijen } from '../upstream.ts';
import type { Contactmomenten } from './basis.ts';
import { partijVan } from './mapping.ts';
import { Gemaakt, KlantBron } from './schema.ts';

const UUR = 60 * 60_000;

interface Soort {
  subjectType: string;
  /** Key in subjectIdentificatie, and in the filter behind `subject…__`. */
  veld: 'inpBsn' | 'innNnpId' | 'vestigingsNummer';
  filter: string;
}

/** A bedrijf by the length of its number: a vestiging has 12 digits; KVK (8) and RSIN (9) share one field (KISS). */
function soortVan({ soort, nummer }: Partijsleutel): Soort {
  if (soort === 'persoon')
    return {
      subjectType: 'natuurlijk_persoon',
      veld: 'inpBsn',
      filter: 'subjectNatuurlijkPersoon__inpBsn',
    };
  if (nummer.length === 12)
    return {
      subjectType: 'vestiging',
      veld: 'vestigingsNummer',
      filter: 'subjectVestiging__vestigingsNummer',
    };
  return {
    subjectType: 'niet_natuurlijk_persoon',
    veld: 'innNnpId',
    filter: 'subjectNietNatuurlijkPersoon__innNnpId',
  };
}

export interface Klanten extends Pick<Klantregister, 'vindPartij' | 'maakPartij'> {
  /** Every record of the klant to whom this one belongs: numbers are not unique here. */
  alleVan(partij: string): readonly string[];
}

/** Looked up by number once (upstream knows only a GET for it), by uuid from then on. */
export function maakKlanten(cm: Contactmomenten): Klanten {
  const { id } = cm.config;
  // Numbers stand in memory as keyed hashes only; the key ends with the process.
  const sleutel = randomBytes(32);
  const bekend = new LRUCache<string, string>({ max: 20_000, ttl: UUR });
  const samen = new LRUCache<string, string[]>({ max: 20_000, ttl: UUR });
  const merk = ({ soort, nummer }: Partijsleutel) =>
    createHmac('sha256', sleutel).update(`${soort}:${nummer}`).digest('base64');

  async function opUuid(uuid: string, aanroep: Aanroep): Promise<Partij | null> {
    try {
      return partijVan(leesEigen(id, KlantBron, uuid, await cm.een('klanten', `/klanten/${uuid}`, aanroep)));
    } catch (fout) {
      if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
      throw fout;
    }
  }

  async function opNummer(wie: Partijsleutel, aanroep: Aanroep): Promise<Partij | null> {
    const { filter, veld, subjectType } = soortVan(wie);
    const query = { [filter]: wie.nummer, ...(wie.soort === 'persoon' ? {} : { subjectType }) };
    const { rijen, onleesbaar } = leesRijen(KlantBron, await cm.alles('klanten', '/klanten', query, aanroep));
    const eigen = rijen.filter((k) => k.subjectIdentificatie?.[veld] === wie.nummer);
    const eerste = eigen.at(-1) ?? null;
    if (eerste) {
      samen.set(eerste.url, [...new Set(eigen.map((k) => k.url))]);
      return partijVan(eerste);
    }
    // Making a second klant for one whose record we cannot read would split them in two.
    if (onleesbaar > 0) throw new BronFout(id, 'onleesbaar', { code: 'klant' });
    return null;
  }

  return {
    alleVan: (partij) => samen.get(partij) ?? [partij],
    async vindPartij(wie, aanroep) {
      const uuid = bekend.get(merk(wie));
      const partij = uuid === undefined ? null : await opUuid(uuid, aanroep);
      if (partij) return partij;
      const gevonden = await opNummer(wie, aanroep);
      if (gevonden) bekend.set(merk(wie), gevonden.uuid);
      else bekend.delete(merk(wie));
      return gevonden;
    },
    async maakPartij(wie, naam, aanroep) {
      const { subjectType, veld } = soortVan(wie);
      const lichaam = {
        bronorganisatie: cm.bronorganisatie(),
        // Required and unique within the organisation, 8 characters; nobody reads it.
        klantnummer: randomBytes(6).toString('base64url'),
        subjectType,
        subjectIdentificatie: { [veld]: wie.nummer },
        [wie.soort === 'persoon' ? 'achternaam' : 'bedrijfsnaam']: naam.slice(0, 200),
      };
      const { url: uuid } = lees(id, Gemaakt, await cm.post('klanten', '/klanten', lichaam, [], aanroep));
      bekend.set(merk(wie), uuid);
      return { uuid, telefoon: null, email: null, voorkeurstaal: null, voorkeurskanaal: null };
    },
  };
}
