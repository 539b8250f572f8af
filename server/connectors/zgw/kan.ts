import { z } from 'zod';

/**
 * What a ZGW product can do (zgw-facts section 15). `soort` names a set, `kan` overrides single switches; what is not
 * known here is found out (expand: "auto") or off, never guessed.
 */
export const ZgwSoort = z.enum(['openzaak', 'oneground', 'generiek']);

/** By which filters a company is found in the rollen; `rsin` and `kvk` say what stands in innNnpId. */
const Bedrijfsfilter = z.enum(['nnp-kvk', 'nnp-rsin', 'nnp-innkvk', 'vestiging-kvk', 'vestiging-nummer']);
export type Bedrijfsfilter = z.infer<typeof Bedrijfsfilter>;

export const ZgwKan = z.strictObject({
  /** Related resources in one answer: try and remember, always, never. */
  expand: z.union([z.literal('auto'), z.boolean()]).optional(),
  /** Spelling of `expand` and `ordering` in a `_zoek` body. */
  zoekvorm: z.enum(['lijst', 'tekst']).optional(),
  /** POST /zaken/_zoek; without it nobody is searched by BSN, because a GET would write it in the URL. */
  zoek: z.boolean().optional(),
  substatussen: z.boolean().optional(),
  bedrijf: z.array(Bedrijfsfilter).optional(),
  /** Value of the Api-Version header, where the product picks its version from it. */
  apiVersie: z.string().optional(),
});

export interface ZgwKunnen {
  expand: 'auto' | boolean;
  zoekvorm: 'lijst' | 'tekst';
  zoek: boolean;
  substatussen: boolean;
  bedrijf: readonly Bedrijfsfilter[];
  apiVersie: string | null;
}

const standaard: ZgwKunnen = {
  expand: 'auto',
  zoekvorm: 'tekst',
  zoek: true,
  substatussen: false,
  bedrijf: ['nnp-rsin', 'nnp-innkvk', 'vestiging-nummer'],
  apiVersie: null,
};

const SOORTEN: Record<z.infer<typeof ZgwSoort>, ZgwKunnen> = {
  openzaak: {
    ...standaard,
    zoekvorm: 'lijst',
    substatussen: true,
    bedrijf: ['nnp-kvk', 'nnp-rsin', 'vestiging-kvk', 'vestiging-nummer'],
  },
  oneground: { ...standaard, expand: false },
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
    apiVersie: kan.apiVersie ?? basis.apiVersie,
  };
}
