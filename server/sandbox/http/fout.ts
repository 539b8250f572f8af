/**
 * Refusals as the Django products word them (`vng_api_common.exception_handling`, DRF's Dutch texts):
 * {type, code, title, status, detail, instance} and, on validation, `invalidParams`.
 */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../typen.ts';

export interface InvalidParam {
  /** Dotted path with indexes (`rollen.0.roltype`), or `nonFieldErrors`. */
  name: string;
  code: string;
  reason: string;
}

interface FoutDelen {
  status: number;
  code: string;
  title: string;
  detail?: string;
  /** Exception class of the product, last part of `type`. */
  klasse: string;
  invalidParams?: InvalidParam[];
}

export class Fout extends Error {
  readonly status: number;
  readonly code: string;
  readonly delen: FoutDelen;

  constructor(delen: FoutDelen) {
    super(`${delen.status} ${delen.code}`);
    this.status = delen.status;
    this.code = delen.code;
    this.delen = delen;
  }

  /** @param basis scheme and host of the request */
  lichaam(basis: string): JsonObject {
    const { status, code, title, detail, klasse, invalidParams } = this.delen;
    const instance = `urn:uuid:${randomUUID()}`;
    const kop = {
      type: `${basis}/ref/fouten/${klasse}/`,
      code,
      title,
      status,
      detail: detail ?? title,
      instance,
    };
    return invalidParams ? { ...kop, invalidParams: invalidParams.map((p) => ({ ...p })) } : kop;
  }
}

export const ongeldig = (...invalidParams: InvalidParam[]): Fout =>
  new Fout({
    status: 400,
    code: 'invalid',
    title: 'Ongeldige invoer.',
    klasse: 'ValidationError',
    invalidParams,
  });

export const ongeldigVeld = (name: string, code: string, reason: string): Fout =>
  ongeldig({ name, code, reason });

export const ongeldigGeheel = (code: string, reason: string): Fout =>
  ongeldigVeld('nonFieldErrors', code, reason);

export const nietGevonden = (detail = 'Niet gevonden.'): Fout =>
  new Fout({ status: 404, code: 'not_found', title: 'Niet gevonden.', detail, klasse: 'NotFound' });

const GEEN_TOESTEMMING = 'Je hebt geen toestemming om deze actie uit te voeren.';

/** Without credentials the ZGW APIs of Open Zaak answer 403 `permission_denied`, not 401. */
export const verboden = (code = 'permission_denied', detail = GEEN_TOESTEMMING): Fout =>
  new Fout({
    status: 403,
    code,
    title: GEEN_TOESTEMMING,
    detail,
    klasse: 'PermissionDenied',
  });

/** No credentials at a Token API. */
export const nietAangemeld = (): Fout =>
  new Fout({
    status: 401,
    code: 'not_authenticated',
    title: 'Authenticatiegegevens zijn niet opgegeven.',
    klasse: 'NotAuthenticated',
  });

export const tokenOngeldig = (): Fout =>
  new Fout({
    status: 401,
    code: 'authentication_failed',
    title: 'Ongeldige authenticatiegegevens.',
    detail: 'Ongeldige token.',
    klasse: 'AuthenticationFailed',
  });

export const methodeNietToegestaan = (methode: string): Fout =>
  new Fout({
    status: 405,
    code: 'method_not_allowed',
    title: 'Methode "{method}" niet toegestaan.',
    detail: `Methode "${methode}" niet toegestaan.`,
    klasse: 'MethodNotAllowed',
  });

export const crsOntbreekt = (kop: string): Fout =>
  new Fout({
    status: 412,
    code: 'precondition_failed',
    title: 'Voorwaarde is niet vervuld',
    detail: `'${kop}' header ontbreekt`,
    klasse: 'PreconditionFailed',
  });

export const nietAanvaardbaar = (detail: string): Fout =>
  new Fout({
    status: 406,
    code: 'not_acceptable',
    title: 'Kan niet voldoen aan de opgegeven Accept header.',
    detail,
    klasse: 'NotAcceptable',
  });

export const geenJson = (waarom: string): Fout =>
  new Fout({
    status: 400,
    code: 'parse_error',
    title: 'Ongeldig samengestelde request.',
    detail: `JSON parse error - ${waarom}`,
    klasse: 'ParseError',
  });

export const mediaTypeOnbekend = (mediaType: string): Fout =>
  new Fout({
    status: 415,
    code: 'unsupported_media_type',
    title: 'Ongeldige media type "{media_type}" in aanvraag.',
    detail: `Ongeldige media type "${mediaType}" in aanvraag.`,
    klasse: 'UnsupportedMediaType',
  });

export const teGroot = (): Fout =>
  new Fout({
    status: 413,
    code: 'request_too_large',
    title: 'Het bericht is te groot.',
    klasse: 'RequestDataTooBig',
  });

export const serverFout = (): Fout =>
  new Fout({
    status: 500,
    code: 'error',
    title: 'Er is een serverfout opgetreden.',
    detail: 'Internal Server Error',
    klasse: 'APIException',
  });
