import type { z } from 'zod';
import { telefoonSleutel } from '../../../shared/telefoon.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Gevondenpartij, type Klantregister } from '../ports.ts';
import { leesRijen } from '../upstream.ts';
import type { Contactmomenten } from './basis.ts';
import { KlantBron } from './schema.ts';

const HOOGSTENS = 10;

function partijVan(b: z.output<typeof KlantBron>): Gevondenpartij {
  const { inpBsn = '', innNnpId = '', vestigingsNummer = '' } = b.subjectIdentificatie ?? {};
  const naam = [b.voornaam, b.voorvoegselAchternaam, b.achternaam].filter((deel) => deel !== null).join(' ');
  return {
    uuid: b.url,
    naam: b.bedrijfsnaam ?? (naam || null),
    geheimhouding: false,
    sleutel:
      inpBsn !== ''
        ? { soort: 'persoon', nummer: inpBsn }
        : innNnpId.length === 8
          ? { soort: 'bedrijf', nummer: innNnpId }
          : null,
    rsin: innNnpId.length === 9 ? innNnpId : null,
    vestigingsnummer: vestigingsNummer === '' ? null : vestigingsNummer,
  };
}

/**
 * By the filters `telefoonnummer` and `emailadres`, as KISS asks e-Suite. They compare letter by letter: a number is asked
 * in each of its three spellings, an address as it was typed and in small letters. A product without these filters says so.
 */
export async function zoekOpDigitaalAdres(
  cm: Contactmomenten,
  vraag: Parameters<Klantregister['zoekOpDigitaalAdres']>[0],
  ruim: Aanroep,
): Promise<Gevondenpartij[]> {
  const { id } = cm.config;
  const aanroep = binnenTermijn(ruim);
  const telefoon = 'telefoonnummer' in vraag;
  const sleutel = telefoon ? telefoonSleutel : (adres: string) => adres.trim().toLowerCase();
  const gezocht = sleutel(telefoon ? vraag.telefoonnummer : vraag.emailadres);
  if (gezocht === null) return [];
  const [veld, spellingen] = telefoon
    ? (['telefoonnummer', telefoonspellingen(gezocht)] as const)
    : (['emailadres', new Set([vraag.emailadres.trim(), gezocht])] as const);
  const nietHier = () => new BronFout(id, 'niet_ondersteund', { code: 'digitaaladres' });
  try {
    const lijsten = await Promise.all(
      [...spellingen].map((waarde) => cm.alles('klanten', '/klanten', { [veld]: waarde }, aanroep)),
    );
    const { rijen } = leesRijen(KlantBron, lijsten.flat());
    const eigen = rijen.filter((rij) => sleutel(rij[veld] ?? '') === gezocht);
    // All of them of others: the filter did nothing.
    if (rijen.length > 0 && eigen.length === 0) throw nietHier();
    const uniek = new Map(
      eigen.map(partijVan).map((partij) => [partij.sleutel?.nummer ?? partij.uuid, partij]),
    );
    if (uniek.size > HOOGSTENS) throw new BronFout(id, 'te_veel_treffers', { code: 'digitaaladres' });
    return [...uniek.values()];
  } catch (fout) {
    throw fout instanceof BronFout && fout.status === 400 ? nietHier() : fout;
  }
}

/** +31612345678 is also written as 0612345678 and 0031612345678. */
function telefoonspellingen(nummer: string): Set<string> {
  const binnenland = nummer.startsWith('+31') ? [`0${nummer.slice(3)}`] : [];
  return new Set([...binnenland, nummer, nummer.replace('+', '00')]);
}
