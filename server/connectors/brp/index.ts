import { maakCache } from '../cache.ts';
import type { Basis } from '../http/adres.ts';
import { binnenTermijn } from '../http/termijn.ts';
import { maakHttp, type HttpOpties } from '../http.ts';
import { BronFout, type Aanroep, type Personenregister, type Persoon } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import { persoonVan } from './mapping.ts';
import { PersonenBron, PersoonBron } from './schema.ts';
import { zoekbodies, type Zoektype } from './vragen.ts';

/** Fields and headers of one purpose; a municipality's authorisation decides what may be asked (403 otherwise). */
interface BrpDoel {
  /** Of RaadpleegMetBurgerservicenummer. */
  velden?: readonly string[] | undefined;
  /** Of the searches (PersoonBeperkt). */
  zoekvelden?: readonly string[] | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Where an authorisation differs by search type; before `zoekvelden` and `headers`. */
  typen?:
    | Readonly<
        Partial<
          Record<
            Zoektype,
            {
              velden?: readonly string[] | undefined;
              headers?: Readonly<Record<string, string>> | undefined;
            }
          >
        >
      >
    | undefined;
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
  /** Code of the own gemeente (landelijke tabel 33), for searches that need one; null: those are off. */
  gemeentecode: string | null;
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
    koppen: async () => (config.apiKey === null ? {} : { 'x-api-key': config.apiKey }),
  });

  const doelVan = (aanroep: Aanroep): BrpDoel => config.doelen[aanroep.doel] ?? config.doelen['*'] ?? {};

  function ingevuld(koppen: Readonly<Record<string, string>>, aanroep: Aanroep): Record<string, string> {
    const vul = (waarde: string) =>
      waarde
        .replaceAll('{medewerker}', encodeURIComponent(aanroep.medewerker?.id ?? 'systeem'))
        .replaceAll('{doel}', encodeURIComponent(aanroep.doel));
    return Object.fromEntries(
      Object.entries(koppen).map(([naam, waarde]) => [naam.toLowerCase(), vul(waarde)]),
    );
  }

  async function vraag(
    lichaam: Record<string, unknown> & { type: string },
    koppen: Readonly<Record<string, string>>,
    aanroep: Aanroep,
  ): Promise<Persoon[]> {
    try {
      const antwoord = await http.lees(
        {
          basis,
          pad: '/personen',
          methode: 'POST',
          lichaam,
          koppen: { ...ingevuld(koppen, aanroep), 'content-type': 'application/json; charset=utf-8' },
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
      const doel = doelVan(aanroep);
      const personen = await vraag(
        {
          type: 'RaadpleegMetBurgerservicenummer',
          burgerservicenummer: [bsn],
          fields: doel.velden ?? ZOEKVELDEN,
        },
        { ...config.headers, ...doel.headers },
        aanroep,
      );
      return personen.find((p) => p.bsn === bsn) ?? null;
    },
    async zoek(gezocht, ruim) {
      const aanroep = binnenTermijn(ruim);
      const doel = doelVan(aanroep);
      for (const body of zoekbodies(id, gezocht, config.gemeentecode)) {
        const soort = doel.typen?.[body.type];
        const fields = soort?.velden ?? doel.zoekvelden ?? ZOEKVELDEN;
        const koppen = { ...config.headers, ...doel.headers, ...soort?.headers };
        const gevonden = await vraag({ ...body, fields }, koppen, aanroep);
        if (gevonden.length > 0) return gevonden;
      }
      return [];
    },
    sluit: () => http.sluit(),
  };
}
