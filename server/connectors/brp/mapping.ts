import type { z } from 'zod';
import { adresregel } from '../adres.ts';
import type { Persoon } from '../ports.ts';
import type { PersoonBron } from './schema.ts';

type Bron = z.output<typeof PersoonBron>;

const plak = (...delen: (string | number | null | undefined)[]): string =>
  delen.filter((d) => d !== null && d !== undefined && d !== '').join(' ');

function adresVan(b: Bron): string | null {
  const a = b.adressering;
  const regels = [a?.adresregel1, a?.adresregel2, a?.adresregel3, a?.land?.omschrijving];
  const v = b.verblijfplaats?.verblijfadres;
  const eigen = [
    v?.locatiebeschrijving,
    plak(
      v?.korteStraatnaam ?? v?.officieleStraatnaam,
      v?.huisnummer,
      plak(v?.huisletter, v?.huisnummertoevoeging),
    ),
    plak(v?.postcode, v?.woonplaats),
    v?.regel1,
    v?.regel2,
    v?.regel3,
    v?.land?.omschrijving,
  ];
  const gevuld = (rij: (string | null | undefined)[]) =>
    rij.flatMap((r) => (r === null || r === undefined || r === '' ? [] : [adresregel(r)]));
  const beste = gevuld(regels.slice(0, 3)).length > 0 ? gevuld(regels) : gevuld(eigen);
  return beste.length === 0 ? null : beste.join(', ');
}

const heeftVlag = (o: Record<string, unknown> | null | undefined): boolean =>
  o !== null && o !== undefined && Object.values(o).some((waarde) => waarde === true);

export function persoonVan(b: Bron): Persoon {
  const n = b.naam;
  const achternaam = plak(n?.voorvoegsel, n?.geslachtsnaam);
  const opgebouwd = plak(n?.voornamen ?? n?.voorletters, achternaam);
  const datum = b.geboorte?.datum;
  const opschorting = b.opschortingBijhouding?.reden?.code ?? null;
  const adresdelen = [b.adressering, b.verblijfplaats];
  const onderzocht = [b, b.naam, b.geboorte, ...adresdelen, b.verblijfplaats?.verblijfadres];
  return {
    bsn: b.burgerservicenummer,
    naam: n?.volledigeNaam ?? (opgebouwd === '' ? 'Naam onbekend' : opgebouwd),
    achternaam,
    geboortedatum: datum?.type === 'Datum' ? (datum.datum ?? null) : null,
    geboortedatumTekst: datum?.langFormaat ?? null,
    leeftijd: b.leeftijd ?? null,
    adres: adresVan(b),
    geheimhouding: b.geheimhoudingPersoonsgegevens === true,
    overleden: opschorting === 'O',
    inOnderzoek:
      onderzocht.some((groep) => heeftVlag(groep?.inOnderzoek)) ||
      adresdelen.some((groep) => groep?.indicatieVastgesteldVerblijftNietOpAdres === true),
    emigratie: opschorting === 'E',
  };
}

const VOORVOEGSELS = new Set(
  "'s 't aan af aus bei bij da dal das de degli dei del della den der des di do dos du el het im in la las le les lo los onder op over te ten ter tho toe toen tot uit uijt van ver vom von voor zu zum zur".split(
    ' ',
  ),
);

/** "van der Berg" → voorvoegsel "van der", geslachtsnaam "Berg": BRP keeps the two apart (tabel 36). */
export function splitsAchternaam(achternaam: string): { voorvoegsel: string | null; geslachtsnaam: string } {
  const woorden = achternaam.trim().split(/\s+/);
  let n = 0;
  while (n < woorden.length - 1 && VOORVOEGSELS.has((woorden[n] ?? '').toLowerCase())) n += 1;
  return {
    voorvoegsel: n === 0 ? null : woorden.slice(0, n).join(' '),
    geslachtsnaam: woorden.slice(n).join(' '),
  };
}
