/**
 * Refusals as BRP Personen bevragen 2.7 words them: `application/problem+json` {type, title, status, detail, code,
 * instance} and, on 400, `invalidParams`. Texts and codes are those of the `fout-cases.feature` files in
 * BRP-API/Haal-Centraal-BRP-bevragen; the description's own patterns for `detail` and `reason` do not allow for
 * the colon, brackets and regular expressions that the service itself sends.
 */
import type { JsonObject } from './typen.ts';

export interface OngeldigeParameter {
  /** Name of the parameter, with an index for an item: `fields[0]`. */
  name: string;
  code: string;
  reason: string;
}

interface BrpFoutDelen {
  status: number;
  code: string;
  title: string;
  detail?: string;
  /** Section of RFC 7231, or a whole URL. */
  type: string;
  invalidParams?: OngeldigeParameter[];
}

const rfc7231 = (paragraaf: string): string =>
  `https://datatracker.ietf.org/doc/html/rfc7231#section-${paragraaf}`;

export class BrpFout extends Error {
  readonly status: number;
  readonly delen: BrpFoutDelen;

  constructor(delen: BrpFoutDelen) {
    super(`${delen.status} ${delen.code}`);
    this.status = delen.status;
    this.delen = delen;
  }

  /** @param instance path of the call */
  lichaam(instance: string): JsonObject {
    const { type, title, status, detail, code, invalidParams } = this.delen;
    return {
      ...(invalidParams ? { invalidParams: invalidParams.map((param) => ({ ...param })) } : {}),
      type,
      title,
      status,
      ...(detail === undefined ? {} : { detail }),
      instance,
      code,
    };
  }
}

export function onjuisteParameters(invalidParams: OngeldigeParameter[]): BrpFout {
  const namen = [...new Set(invalidParams.map((param) => param.name))].join(', ');
  return new BrpFout({
    status: 400,
    code: 'paramsValidation',
    title: 'Een of meerdere parameters zijn niet correct.',
    detail: `De foutieve parameter(s) zijn: ${namen}.`,
    type: rfc7231('6.5.1'),
    invalidParams,
  });
}

export const geenGeldigeJson = (): BrpFout =>
  new BrpFout({
    status: 400,
    code: 'paramsValidation',
    title: 'Een of meerdere parameters zijn niet correct.',
    detail: 'Het bericht is geen geldig JSON object.',
    type: rfc7231('6.5.1'),
  });

/** @param maximum hits that a search of this type may have */
export const teVeelResultaten = (maximum: number): BrpFout =>
  new BrpFout({
    status: 400,
    code: 'tooManyResults',
    title: 'Teveel zoekresultaten.',
    detail: `Meer dan maximum van ${maximum} zoekresultaten gevonden. Verfijn de zoekopdracht.`,
    type: rfc7231('6.5.1'),
  });

export const nietGeauthenticeerd = (): BrpFout =>
  new BrpFout({
    status: 401,
    code: 'authentication',
    title: 'Niet correct geauthenticeerd.',
    type: 'https://datatracker.ietf.org/doc/html/rfc7235#section-3.1',
  });

export const padOnbekend = (): BrpFout =>
  new BrpFout({
    status: 404,
    code: 'notFound',
    title: 'Opgevraagde resource bestaat niet.',
    type: rfc7231('6.5.4'),
  });

export const alleenPost = (): BrpFout =>
  new BrpFout({
    status: 405,
    code: 'methodNotAllowed',
    title: 'Gebruikte bevragingsmethode is niet toegestaan.',
    type: rfc7231('6.5.5'),
  });

const ONDERSTEUND = 'Ondersteunde content type: application/json; charset=utf-8.';

export const nietTeLeveren = (): BrpFout =>
  new BrpFout({
    status: 406,
    code: 'notAcceptable',
    title: 'Gevraagde content type wordt niet ondersteund.',
    detail: ONDERSTEUND,
    type: rfc7231('6.5.6'),
  });

export const mediaTypeNietOndersteund = (): BrpFout =>
  new BrpFout({
    status: 415,
    code: 'unsupportedMediaType',
    title: 'Media Type wordt niet ondersteund.',
    detail: ONDERSTEUND,
    type: rfc7231('6.5.13'),
  });

export const interneFout = (): BrpFout =>
  new BrpFout({ status: 500, code: 'serverError', title: 'Interne server fout.', type: rfc7231('6.6.1') });
