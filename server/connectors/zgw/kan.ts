import { z } from 'zod';

/**
 * What a ZGW product can do (docs/registers.md, Schakelaars). `soort` names a set, `kan` overrides single switches; what is not
 * known here is found out (expand: "auto") or off, never guessed.
 */
export const ZgwSoort = z.enum(['openzaak', 'oneground', 'generiek']);

/** By which filters a company is found in the rollen; `rsin` and `kvk` say what stands in innNnpId. */
const Bedrijfsfilter = z.enum([
  'nnp-kvk',
  'nnp-rsin',
  'nnp-innkvk',
  'nnp-vestiging',
  'vestiging-kvk',
  'vestiging-nummer',
]);
export type Bedrijfsfilter = z.infer<typeof Bedrijfsfilter>;

const ApiVersie = z.strictObject({
  zaken: z.string().optional(),
  catalogi: z.string().optional(),
  documenten: z.string().optional(),
  besluiten: z.string().optional(),
});

export const ZgwKan = z.strictObject({
  /** Related resources in one answer: try, measure and remember; of one zaak only; always; never. */
  expand: z.union([z.enum(['auto', 'detail']), z.boolean()]).optional(),
  /** Spelling of `expand` and `ordering` in a `_zoek` body. */
  zoekvorm: z.enum(['lijst', 'tekst']).optional(),
  /** POST /zaken/_zoek; without it nobody is searched by BSN, because a GET would write it in the URL. */
  zoek: z.boolean().optional(),
  substatussen: z.boolean().optional(),
  bedrijf: z.array(Bedrijfsfilter).optional(),
  /**
   * A zaak is found by its kenmerk too (the reference of a webformulier): the bronnen whose kenmerken people call with,
   * because Open Zaak (experimental) takes `<bron>:<kenmerk>` only. None: not searched.
   */
  kenmerk: z.array(z.string().regex(/^[^:]{1,40}$/, 'is geen naam van een bron')).optional(),
  /** Zaken a page of a search (`pageSize`, which is in no standard); null: the register's own size. */
  paginaGrootte: z.number().int().min(1).max(500).nullable().optional(),
  /** A zaak is found by a part of its omschrijving (Open Zaak, experimental): how a melding is found by its address. */
  omschrijving: z.boolean().optional(),
  /** Per API the Api-Version header, where the product picks its version from it. */
  apiVersie: ApiVersie.optional(),
});

export interface ZgwKunnen {
  expand: 'auto' | 'detail' | boolean;
  zoekvorm: 'lijst' | 'tekst';
  zoek: boolean;
  substatussen: boolean;
  bedrijf: readonly Bedrijfsfilter[];
  kenmerk: readonly string[];
  paginaGrootte: number | null;
  omschrijving: boolean;
  apiVersie: z.infer<typeof ApiVersie>;
}

const standaard: ZgwKunnen = {
  expand: 'auto',
  zoekvorm: 'tekst',
  zoek: true,
  substatussen: false,
  bedrijf: ['nnp-rsin', 'nnp-innkvk', 'vestiging-nummer'],
  kenmerk: [],
  paginaGrootte: null,
  omschrijving: false,
  apiVersie: {},
};

const SOORTEN: Record<z.infer<typeof ZgwSoort>, ZgwKunnen> = {
  openzaak: {
    ...standaard,
    zoekvorm: 'lijst',
    substatussen: true,
    kenmerk: ['Open Formulieren'],
    // One page for nearly everyone, and still far from the 10 MB that an answer may be.
    paginaGrootte: 200,
    omschrijving: true,
    bedrijf: ['nnp-kvk', 'nnp-rsin', 'vestiging-kvk', 'vestiging-nummer'],
  },
  // Its settings allow expand on one zaak; a list or _zoek answers 400 `disabled-expand`.
  oneground: { ...standaard, expand: 'detail', apiVersie: { zaken: '1.5.1', documenten: '1.5.0' } },
  generiek: standaard,
};

export function kunnenVan(soort: z.infer<typeof ZgwSoort>, kan: z.infer<typeof ZgwKan>): ZgwKunnen {
  const basis = SOORTEN[soort];
  return {
    expand: kan.expand ?? basis.expand,
    zoekvorm: kan.zoekvorm ?? basis.zoekvorm,
    zoek: kan.zoek ?? basis.zoek,
    substatussen: kan.substatussen ?? basis.substatussen,
    bedrijf: kan.bedrijf ?? basis.bedrijf,
    kenmerk: kan.kenmerk ?? basis.kenmerk,
    paginaGrootte: kan.paginaGrootte === undefined ? basis.paginaGrootte : kan.paginaGrootte,
    omschrijving: kan.omschrijving ?? basis.omschrijving,
    apiVersie: { ...basis.apiVersie, ...kan.apiVersie },
  };
}
