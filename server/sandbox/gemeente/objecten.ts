/** What Oeverdam keeps in its Objecten API: who works where, and what klanten must still do. */
import { dagVan, datum } from './datum.ts';
import { AFDELINGEN, MEDEWERKERS, naamVan, type Afdeling } from './organisatie.ts';
import { Prng } from './prng.ts';
import type { JsonObject } from '../typen.ts';

export const OBJECTTYPEN = ['afdeling', 'groep', 'medewerker', 'klanttaak'] as const;
export type Objecttype = (typeof OBJECTTYPEN)[number];

export interface GemaaktObject {
  uuid: string;
  type: Objecttype;
  startAt: string;
  data: JsonObject;
}

/** uuid of a zaak of this person by its omschrijving; undefined where the gemeente has none. */
export type ZoekZaak = (bsn: string, omschrijving: string) => string | undefined;

const OPEN: Partial<Record<Afdeling, string>> = {
  KCC: 'ma-vr 08:00-18:00',
  Burgerzaken: 'ma-wo 09:00-17:00, do 09:00-20:00, vr 09:00-17:00',
  Inkomen: 'ma-do 09:00-12:00',
  'Juridische Zaken': 'ma-vr 09:00-17:00',
  'Openbare Ruimte': 'ma-vr 08:00-16:30',
  'Sociaal Domein': 'ma-vr 08:30-17:00',
  Wonen: 'ma-vr 09:00-17:00',
};

const GROEPEN: readonly [string, Afdeling][] = [
  ['Bezwaar en beroep', 'Juridische Zaken'],
  ['Parkeren', 'Openbare Ruimte'],
  ['Subsidies', 'Wonen'],
];

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'];

/** All but one half day a week; which one goes by the place in the list. */
function beschikbaarheid(plek: number): JsonObject {
  const vrij = plek % (DAGEN.length * 2);
  return Object.fromEntries(
    DAGEN.map((dag, i) => [dag, { ochtend: vrij !== i * 2, middag: vrij !== i * 2 + 1 }]),
  );
}

const afdelingId = (afdeling: Afdeling): string => afdeling.toLowerCase().replace(/ /g, '-');
const telefoon = (plek: number): string => `02012345${String(plek).padStart(2, '0')}`;

const ANOUK_VERHULST = '999993653';
/** Each belongs to a zaak of mevrouw Verhulst that waits for her. */
const TAKEN = [
  { titel: 'Stuur een pasfoto op', omschrijving: 'Gehandicaptenparkeerkaart passagier', dagen: 12 },
  { titel: 'Stuur een kopie van uw kentekenbewijs', omschrijving: 'Parkeervergunning bewoner', dagen: 9 },
];

/** The same for the same peildatum; days are relative to it. */
export function maakObjecten(peildatum: Date, zaakVan: ZoekZaak): GemaaktObject[] {
  const prng = new Prng('objecten');
  const vandaag = dagVan(peildatum.getTime());
  const object = (type: Objecttype, data: JsonObject): GemaaktObject => ({
    uuid: prng.uuid(),
    type,
    startAt: datum(vandaag - 400),
    data,
  });
  // Of the afdeling Wonen one is away, and another stands in.
  const afwezige = MEDEWERKERS.find((m) => m.afdeling === 'Wonen');
  const vervanger = MEDEWERKERS.findLast((m) => m.afdeling === 'Wonen');
  return [
    ...AFDELINGEN.map((naam, i) =>
      object('afdeling', {
        identificatie: afdelingId(naam),
        naam,
        telefoonnummer: telefoon(i),
        openingstijden: OPEN[naam] ?? '',
      }),
    ),
    ...GROEPEN.map(([naam, afdeling], i) =>
      object('groep', {
        identificatie: naam.toLowerCase().replace(/ /g, '-'),
        naam,
        afdelingId: afdelingId(afdeling),
        telefoonnummer: telefoon(20 + i),
      }),
    ),
    ...MEDEWERKERS.map((m, i) =>
      object('medewerker', {
        identificatie: m.id,
        voornaam: m.voorletters,
        voorvoegselAchternaam: m.voorvoegsel,
        achternaam: m.achternaam,
        functie: `Medewerker ${m.afdeling}`,
        afdelingen: [{ afdelingId: afdelingId(m.afdeling), afdelingnaam: m.afdeling }],
        groepen: GROEPEN.filter(([, afdeling]) => afdeling === m.afdeling).map(([groepsnaam]) => ({
          groepId: groepsnaam.toLowerCase().replace(/ /g, '-'),
          groepsnaam,
        })),
        telefoonnummers: [{ naam: 'Werk', telefoonnummer: telefoon(40 + i) }],
        emails: [{ naam: 'Werk', email: `${m.id}@oeverdam.example` }],
        beschikbaarheid: beschikbaarheid(i),
        ...(m === afwezige && vervanger !== undefined
          ? {
              afwezigVan: datum(vandaag - 3),
              afwezigTot: datum(vandaag + 11),
              vervanging: naamVan(vervanger),
            }
          : {}),
      }),
    ),
    ...TAKEN.flatMap(({ titel, omschrijving, dagen }, i) => {
      const zaak = zaakVan(ANOUK_VERHULST, omschrijving);
      if (zaak === undefined) return [];
      return object('klanttaak', {
        titel,
        status: 'open',
        soort: 'url',
        url: { uri: `https://mijn.oeverdam.example/taken/${i + 1}` },
        identificatie: { type: 'bsn', value: ANOUK_VERHULST },
        koppeling: { registratie: 'zaak', uuid: zaak },
        verloopdatum: datum(vandaag + dagen),
        eigenaar: 'GZAC',
        verwerker_taak_id: prng.uuid(),
      });
    }),
  ];
}
