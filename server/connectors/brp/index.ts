import { maakCache } from '../cache.ts';
import type { Basis } from '../http/adres.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { maakHttp, type HttpOpties } from '../http.ts';
import { BronFout, type Aanroep, type Personenregister, type Persoon } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import { persoonVan, splitsAchternaam } from './mapping.ts';
import { PersonenBron, PersoonBron } from './schema.ts';

/** Fields and headers of one purpose; a municipality's authorisation decides what may be asked (403 otherwise). */
interface BrpDoel {
  /** Of RaadpleegMetBurgerservicenummer. */
  velden?: readonly string[] | undefined;
  /** Of the searches (PersoonBeperkt). */
  zoekvelden?: readonly string[] | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

export interface PersonenConfig {
  id: string;
  naam: string;
  basis: Basis;
  apiKey: string | null;
  /** `{medewerker}` and `{doel}` in a value are filled in. */
  headers: Readonly<Record<string, string>>;
  /** By purpose code; `*` holds for all others. */
  doelen: Readonly<Record<string, BrpDoel>>;
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
}

const ZOEKVELDEN = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorletters',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'naam.volledigeNaam',
  'geboorte.datum',
  'leeftijd',
  'adressering.adresregel1',
  'adressering.adresregel2',
  'adressering.adresregel3',
  'adressering.land',
];

/** A person is read again after this long (ms); shared with nobody but the same medewerker under the same purpose. */
const BEWAAR_MS = 30_000;

/** BRP Personen bevragen: POST only, so no number ever stands in a URL. */
export function maakPersonenregister(config: PersonenConfig): Personenregister & { sluit(): Promise<void> } {
  const { id, basis } = config;
  const http = maakHttp({
    bron: id,
    cache: maakCache(BEWAAR_MS),
    deler: (aanroep) => JSON.stringify([aanroep.medewerker?.id ?? null, aanroep.doel]),
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: async (aanroep) => koppenVoor(aanroep),
  });

  const doelVan = (aanroep: Aanroep): BrpDoel => config.doelen[aanroep.doel] ?? config.doelen['*'] ?? {};

  function koppenVoor(aanroep: Aanroep): Record<string, string> {
    const vul = (waarde: string) =>
      waarde
        .replaceAll('{medewerker}', encodeURIComponent(aanroep.medewerker?.id ?? 'systeem'))
        .replaceAll('{doel}', encodeURIComponent(aanroep.doel));
    const eigen = { ...config.headers, ...doelVan(aanroep).headers };
    return {
      ...(config.apiKey === null ? {} : { 'x-api-key': config.apiKey }),
      ...Object.fromEntries(Object.entries(eigen).map(([naam, waarde]) => [naam.toLowerCase(), vul(waarde)])),
    };
  }

  async function vraag(lichaam: Record<string, unknown>, aanroep: Aanroep): Promise<Persoon[]> {
    try {
      const antwoord = await http.lees(
        {
          basis,
          pad: '/personen',
          methode: 'POST',
          lichaam,
          koppen: { 'content-type': 'application/json; charset=utf-8' },
        },
        aanroep,
      );
      const { personen } = lees(id, PersonenBron, antwoord);
      const { rijen, onleesbaar } = leesRijen(PersoonBron, personen);
      if (rijen.length === 0 && onleesbaar > 0) throw new BronFout(id, 'onleesbaar', { code: 'persoon' });
      return rijen.map(persoonVan);
    } catch (fout) {
      if (fout instanceof BronFout && fout.code === 'tooManyResults')
        throw new BronFout(id, 'te_veel_treffers', { status: fout.status ?? 400, code: fout.code });
      throw fout;
    }
  }

  return {
    id,
    naam: config.naam,
    async persoon(bsn, aanroep) {
      const fields = doelVan(aanroep).velden ?? ZOEKVELDEN;
      const personen = await vraag(
        { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer: [bsn], fields },
        aanroep,
      );
      return personen.find((p) => p.bsn === bsn) ?? null;
    },
    async zoekOpNaam({ achternaam, geboortedatum, voornamen }, ruim) {
      const aanroep = binnenTermijn(ruim);
      const fields = doelVan(aanroep).zoekvelden ?? ZOEKVELDEN;
      const vast = {
        type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
        geboortedatum,
        ...(voornamen === undefined || voornamen === '' ? {} : { voornamen }),
        inclusiefOverledenPersonen: true,
        fields,
      };
      const { voorvoegsel, geslachtsnaam } = splitsAchternaam(achternaam);
      if (voorvoegsel === null) return vraag({ ...vast, geslachtsnaam }, aanroep);
      const gesplitst = await vraag({ ...vast, geslachtsnaam, voorvoegsel }, aanroep);
      // A name from abroad may hold "De" as part of itself.
      return gesplitst.length > 0 ? gesplitst : vraag({ ...vast, geslachtsnaam: achternaam.trim() }, aanroep);
    },
    async zoekOpAdres({ postcode, huisnummer, huisletter, huisnummertoevoeging }, aanroep) {
      return vraag(
        {
          type: 'ZoekMetPostcodeEnHuisnummer',
          postcode: postcode.replace(/\s/g, '').toUpperCase(),
          huisnummer,
          ...(huisletter === undefined || huisletter === '' ? {} : { huisletter }),
          ...(huisnummertoevoeging === undefined || huisnummertoevoeging === ''
            ? {}
            : { huisnummertoevoeging }),
          inclusiefOverledenPersonen: true,
          fields: doelVan(aanroep).zoekvelden ?? ZOEKVELDEN,
        },
        aanroep,
      );
    },
    sluit: () => http.sluit(),
  };
}
