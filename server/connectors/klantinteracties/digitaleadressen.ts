import { telefoonSleutel } from '../../../shared/telefoon.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Aanroep, type Gevondenpartij, type Klantregister } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { Klantinteracties } from './basis.ts';
import { gevondenpartijVan } from './mapping.ts';
import { DigitaalAdresBron, PartijBron } from './schema.ts';

/** More klanten than this is the number of an institution, and tells nobody who is calling. */
const HOOGSTENS = 10;
/**
 * Figures at the end by which a telephone number is asked: they stand together in every spelling that a register holds
 * (0612345678, +31612345678, 06-12345678, 0182-123456).
 */
const STAART = 6;

/**
 * Partijen by their telephone number or e-mail address. Upstream knows only a GET, so that what was asked stands in its
 * URL; it is in no log, error or trace of ours. Compared here, because a register compares letter by letter.
 */
export function maakDigitaleAdressen(ki: Klantinteracties): Pick<Klantregister, 'zoekOpDigitaalAdres'> {
  const { id } = ki.config;

  async function lezing(uuid: string, aanroep: Aanroep): Promise<Gevondenpartij | null> {
    try {
      const partij = lees(id, PartijBron, await ki.een(`/partijen/${uuid}`, aanroep));
      const organisatie = partij.partijIdentificatie?.werkteVoorPartij?.uuid;
      // A contactpersoon has no number; who is called for is the organisation.
      const voor =
        organisatie === undefined || partij.partijIdentificatoren.length > 0
          ? partij
          : lees(id, PartijBron, await ki.een(`/partijen/${organisatie}`, aanroep));
      return { ...gevondenpartijVan(voor), ...(voor === partij ? {} : { uuid }) };
    } catch (fout) {
      if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
      throw fout;
    }
  }

  return {
    async zoekOpDigitaalAdres(vraag, ruim) {
      const aanroep = binnenTermijn(ruim);
      const telefoon = 'telefoonnummer' in vraag;
      const sleutel = telefoon ? telefoonSleutel : (adres: string) => adres.trim().toLowerCase();
      const gezocht = sleutel(telefoon ? vraag.telefoonnummer : vraag.emailadres);
      if (gezocht === null) return [];
      const rijen = await ki.alles(
        '/digitaleadressen',
        {
          soortDigitaalAdres: telefoon ? 'telefoonnummer' : 'email',
          adres__icontains: telefoon ? gezocht.slice(-STAART) : gezocht,
          expand: 'verstrektDoorBetrokkene',
        },
        aanroep,
      );
      const adressen = leesRijen(DigitaalAdresBron, rijen).rijen.filter(
        ({ adres }) => sleutel(adres) === gezocht,
      );
      // Given in a contact by someone who is no partij: who that was, nobody can say. It stays hidden.
      const partijen = new Set(
        adressen.flatMap(
          ({ verstrektDoorPartij, _expand }) =>
            verstrektDoorPartij?.uuid ?? _expand?.verstrektDoorBetrokkene?.wasPartij?.uuid ?? [],
        ),
      );
      if (partijen.size > HOOGSTENS) throw new BronFout(id, 'te_veel_treffers', { code: 'digitaaladres' });
      const gelezen = await Promise.all([...partijen].map((uuid) => lezing(uuid, aanroep)));
      return gelezen.filter((partij) => partij !== null);
    },
  };
}
