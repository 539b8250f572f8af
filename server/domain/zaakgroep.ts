/**
 * The group by which the default autorisatiematrix closes off sensitive zaaktypen (docs/RECHTEN.md). A municipality's
 * own rows name its zaaktypen; until then a zaaktype is recognised by its words, and a doubtful word counts as sensitive.
 * `onbekend`: the zaaktype cannot be read, so nobody can say what it is about.
 */
export type Zaakgroep = 'jeugd' | 'schuldhulp' | 'sociaal domein' | 'onbekend' | 'overig';

const HERKENNING: readonly (readonly [Zaakgroep, RegExp])[] = [
  ['jeugd', /\b(jeugd\w*|kinderopvang smi|pleegzorg|leerplicht\w*|voogdij)\b/i],
  ['schuldhulp', /\b(schuld\w*|budgetbeheer|bewindvoer\w*)\b/i],
  [
    'sociaal domein',
    /\b(wmo|maatschappelijke ondersteuning|\w*bijstand\w*|inkomenstoeslag|participatiewet|ioaw|ioaz|bbz|inburgering\w*|minima\w*|sociaal domein|uitkering\w*|huisverbod|beschermd wonen)\b/i,
  ],
];

export function zaakgroepVan(zaaktype: {
  omschrijving: string;
  onderwerp: string | null;
  trefwoorden: readonly string[];
}): Zaakgroep {
  const woorden = [zaaktype.omschrijving, zaaktype.onderwerp ?? '', ...zaaktype.trefwoorden].join(' ');
  return HERKENNING.find(([, patroon]) => patroon.test(woorden))?.[0] ?? 'overig';
}
