import type { Request } from 'express';
import { basisVan, relatief } from './adres.ts';
import { ongeldigGeheel } from './fout.ts';

/**
 * Query parameters by name. Of a repeated key the last counts (Django's QueryDict); an empty value is as if it
 * were not sent (django-filter); URLs on our own host become paths.
 */
export function parametersVan(req: Request): Map<string, string> {
  const basis = basisVan(req);
  const vraag = new URL(req.originalUrl, 'http://sandbox').searchParams;
  return new Map([...vraag].map(([naam, waarde]) => [naam, relatief(waarde, basis) as string]));
}

/** 400 `unknown-parameters`, as `CheckQueryParamsMixin`. */
export function weigerOnbekend(parameters: Map<string, string>, bekend: (naam: string) => boolean): void {
  const onbekend = [...parameters.keys()].filter((naam) => !bekend(naam));
  if (onbekend.length > 0) {
    throw ongeldigGeheel('unknown-parameters', `Onbekende query parameters: ${onbekend.join(', ')}`);
  }
}
