import type { Opslag } from '../opslag.ts';
import type { Rij, TabelNaam } from '../typen.ts';
import { ongeldig } from './fout.ts';

/** `nummer` and `referentienummer` are unique where given; an empty one is none. Throws 400 `unique`. */
export function eisUniek(opslag: Opslag, tabel: TabelNaam, rij: Rij, naam: string): Rij {
  const velden = ['nummer', 'referentienummer'].filter((veld) => (rij[veld] ?? '') !== '');
  const dubbel = velden.filter((veld) =>
    opslag
      .tabel(tabel)
      .alle()
      .some((ander) => ander.uuid !== rij.uuid && ander[veld] === rij[veld]),
  );
  if (dubbel.length > 0) {
    throw ongeldig(
      ...dubbel.map((veld) => ({
        name: veld,
        code: 'unique',
        reason: `Er bestaat al een ${naam} met eenzelfde ${veld}.`,
      })),
    );
  }
  return { ...rij, nummer: rij['nummer'] || null, referentienummer: rij['referentienummer'] || null };
}
