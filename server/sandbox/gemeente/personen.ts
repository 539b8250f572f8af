/** The inwoners of Oeverdam: the named ones, households, one full nursing home, and a name that is too common. */
import { maakAdres, willekeurigAdres, type Adres } from './adressen.ts';
import { maakBekenden } from './bekend.ts';
import { dagnr, type Dagnr } from './datum.ts';
import { HERKOMSTEN, type Bekendheid, type Geslacht, type Mens } from './mens.ts';
import { ACHTERNAMEN, MANNENNAMEN, VROUWENNAMEN } from './namen.ts';
import { bsnReeks } from './nummers.ts';
import type { Prng } from './prng.ts';

/** More than 30 live here: a search on this address is refused (BRP, `tooManyResults`). */
export const VERPLEEGHUIS: Adres = maakAdres('Raadhuisplein', 100, '1234ZZ');
const BEWONERS = 32;
/** More than 10 share this name and birth date. */
export const VEELVOORKOMEND = { achternaam: 'Jansen', geboortedatum: '1980-01-01', aantal: 12 } as const;

interface Maker {
  prng: Prng;
  bsn: Generator<string, never>;
  vandaag: Dagnr;
}

interface Wens {
  adres: Adres;
  leeftijd: readonly [number, number];
  geslacht?: Geslacht;
  naam?: readonly [string, string];
}

function maakMens({ prng, bsn, vandaag }: Maker, wens: Wens): Mens {
  const geslacht = wens.geslacht ?? (prng.kans(0.5) ? 'V' : 'M');
  const namen = geslacht === 'V' ? VROUWENNAMEN : MANNENNAMEN;
  const [voorvoegsel, achternaam] = wens.naam ?? prng.kies(ACHTERNAMEN);
  const p = prng.volgende();
  const bekend: Bekendheid = p < 0.985 ? 'dag' : p < 0.99 ? 'maand' : p < 0.996 ? 'jaar' : 'niets';
  return {
    bsn: bsn.next().value,
    voornamen: prng.kans(0.35) ? `${prng.kies(namen)} ${prng.kies(namen)}` : prng.kies(namen),
    voorvoegsel,
    achternaam,
    geslacht,
    geboren: vandaag - Math.round(prng.heel(wens.leeftijd[0], wens.leeftijd[1]) * 365.25) - prng.heel(0, 364),
    bekend,
    adres: wens.adres,
    buitenland: null,
    herkomst: prng.gewogen(HERKOMSTEN),
    overleden: null,
    geheimhouding: prng.kans(0.02),
    inOnderzoek: prng.kans(0.01),
    partner: null,
    getrouwd: null,
    ouders: [],
    kinderen: [],
  };
}

function trouw(een: Mens, ander: Mens, vandaag: Dagnr): void {
  een.partner = ander;
  ander.partner = een;
  een.getrouwd = ander.getrouwd = Math.min(vandaag - 30, Math.max(een.geboren, ander.geboren) + 10_000);
}

/** One address: someone alone, a couple, or a family. */
function huishouden(maker: Maker): Mens[] {
  const { prng, vandaag } = maker;
  const adres = willekeurigAdres(prng);
  const soort = prng.volgende();
  const eerste = maakMens(maker, { adres, leeftijd: [19, soort < 0.4 ? 92 : 70] });
  if (soort < 0.4) return [eerste];
  const tweede = maakMens(maker, { adres, leeftijd: [19, 70] });
  if (soort < 0.65) {
    trouw(eerste, tweede, vandaag);
    return [eerste, tweede];
  }
  tweede.geboren = eerste.geboren + prng.heel(-1500, 1500);
  const ouder = soort < 0.75 ? [eerste] : [eerste, tweede];
  if (ouder.length === 2) trouw(eerste, tweede, vandaag);
  const jaren = Math.floor((vandaag - Math.max(...ouder.map((o) => o.geboren))) / 365.25) - 19;
  const kinderen = Array.from({ length: Math.max(0, Math.min(prng.heel(1, 3), jaren)) }, () => {
    const kind = maakMens(maker, {
      adres,
      leeftijd: [0, Math.min(17, jaren)],
      naam: [eerste.voorvoegsel, eerste.achternaam],
    });
    kind.ouders = ouder;
    return kind;
  });
  for (const o of ouder) o.kinderen = kinderen;
  return [...ouder, ...kinderen];
}

function overlijdt(prng: Prng, mens: Mens, vandaag: Dagnr): Mens {
  if (mens.geboren < vandaag - 27_000 && prng.kans(0.08)) mens.overleden = vandaag - prng.heel(20, 900);
  return mens;
}

/** `burgers` persons, or as many as the guarantees need; the named ones come first. */
export function maakMensen(prng: Prng, vandaag: Dagnr, burgers: number): Mens[] {
  const mensen = maakBekenden().map(({ mens }) => mens);
  const maker: Maker = {
    prng,
    vandaag,
    bsn: bsnReeks(new Set(mensen.map(({ bsn }) => bsn)), prng.heel(0, 9999)),
  };
  for (let i = 0; i < BEWONERS; i++)
    mensen.push(maakMens(maker, { adres: VERPLEEGHUIS, leeftijd: [72, 98] }));
  for (let i = 0; i < VEELVOORKOMEND.aantal; i++) {
    const jansen = maakMens(maker, {
      adres: willekeurigAdres(prng),
      leeftijd: [40, 46],
      naam: ['', VEELVOORKOMEND.achternaam],
    });
    mensen.push({ ...jansen, geboren: dagnr(VEELVOORKOMEND.geboortedatum), bekend: 'dag' });
  }
  while (mensen.length < burgers) {
    for (const mens of huishouden(maker)) mensen.push(overlijdt(prng, mens, vandaag));
  }
  return mensen;
}
