import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { BronFout, type Aanroep, type Klantregister, type Partij, type Partijsleutel } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { Actoren } from './actoren.ts';
import type { Klantinteracties } from './basis.ts';
import { partijVan } from './mapping.ts';
import { PartijBron } from './schema.ts';

const UUR = 60 * 60_000;
const EXPAND = { expand: 'digitaleAdressen' };

const SOORT = {
  persoon: { codeObjecttype: 'natuurlijk_persoon', codeRegister: 'brp', codeSoortObjectId: 'bsn' },
  bedrijf: { codeObjecttype: 'niet_natuurlijk_persoon', codeRegister: 'hr', codeSoortObjectId: 'kvk_nummer' },
} as const;

/**
 * A partij is looked up by number once (upstream knows no other way than a GET with the number in its URL; that URL
 * is in no log, error or trace of ours), and by its uuid from then on.
 */
export function maakPartijen(
  ki: Klantinteracties,
  actoren: Pick<Actoren, 'leesVooruit'>,
): Pick<Klantregister, 'vindPartij' | 'maakPartij'> {
  const { id } = ki.config;
  // Numbers stand in memory as keyed hashes only; the key ends with the process.
  const sleutel = randomBytes(32);
  const bekend = new LRUCache<string, string>({ max: 20_000, ttl: UUR });
  const merk = ({ soort, nummer }: Partijsleutel) =>
    createHmac('sha256', sleutel).update(`${soort}:${nummer}`).digest('base64');

  async function opUuid(uuid: string, aanroep: Aanroep): Promise<Partij | null> {
    try {
      const bron = lees(id, PartijBron, await ki.een(`/partijen/${uuid}`, aanroep, EXPAND));
      if (bron.uuid !== uuid) throw new BronFout(id, 'onleesbaar', { code: 'ander_record' });
      return partijVan(bron);
    } catch (fout) {
      if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
      throw fout;
    }
  }

  async function opNummer({ soort, nummer }: Partijsleutel, aanroep: Aanroep): Promise<Partij | null> {
    const code = SOORT[soort].codeSoortObjectId;
    const rijen = await ki.alles(
      '/partijen',
      {
        partijIdentificator__objectId: nummer,
        partijIdentificator__codeSoortObjectId: code,
        ...EXPAND,
      },
      aanroep,
    );
    const { rijen: gelezen, onleesbaar } = leesRijen(PartijBron, rijen);
    const treffer = gelezen.find((p) =>
      p.partijIdentificatoren.some(
        ({ partijIdentificator: i }) => i?.objectId === nummer && i.codeSoortObjectId === code,
      ),
    );
    if (treffer) return partijVan(treffer);
    // Making a second partij for one whose record we cannot read would split the klant in two.
    if (onleesbaar > 0) throw new BronFout(id, 'onleesbaar', { code: 'partij' });
    return null;
  }

  const vindPartij: Klantregister['vindPartij'] = async (wie, aanroep) => {
    actoren.leesVooruit(aanroep);
    const uuid = bekend.get(merk(wie));
    const partij = uuid === undefined ? null : await opUuid(uuid, aanroep);
    if (partij) return partij;
    const gevonden = await opNummer(wie, aanroep);
    if (gevonden) bekend.set(merk(wie), gevonden.uuid);
    else bekend.delete(merk(wie));
    return gevonden;
  };

  return {
    vindPartij,
    async maakPartij(wie, naam, aanroep) {
      const persoon = wie.soort === 'persoon';
      const lichaam = {
        soortPartij: persoon ? 'persoon' : 'organisatie',
        indicatieActief: true,
        digitaleAdressen: [],
        voorkeursDigitaalAdres: null,
        rekeningnummers: [],
        voorkeursRekeningnummer: null,
        partijIdentificatoren: [{ partijIdentificator: { ...SOORT[wie.soort], objectId: wie.nummer } }],
        partijIdentificatie: persoon
          ? {
              contactnaam: {
                voorletters: '',
                voornaam: '',
                voorvoegselAchternaam: '',
                achternaam: naam.slice(0, 200),
              },
            }
          : { naam: naam.slice(0, 200) },
      };
      try {
        const { uuid } = await ki.maak('/partijen', lichaam, [], aanroep);
        bekend.set(merk(wie), uuid);
        return { uuid, telefoon: null, email: null, voorkeurstaal: null, voorkeurskanaal: null };
      } catch (fout) {
        if (!(fout instanceof BronFout) || fout.soort !== 'geweigerd') throw fout;
        // Identificatoren are unique: a refusal may mean that another console was first.
        const ander = await opNummer(wie, { ...aanroep, vers: true });
        if (ander === null) throw fout;
        return ander;
      }
    },
  };
}
