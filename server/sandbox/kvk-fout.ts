/**
 * Refusals as the KVK APIs word them: `{"fout": [{code, omschrijving}]}`, not problem+json. Codes from
 * https://developers.kvk.nl/nl/documentation (status-codes).
 */
import type { JsonObject } from './typen.ts';

export class KvkFout extends Error {
  readonly status: number;
  readonly code: string;
  readonly omschrijving: string;

  constructor(status: number, code: string, omschrijving: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.omschrijving = omschrijving;
  }

  lichaam(): JsonObject {
    return { fout: [{ code: this.code, omschrijving: this.omschrijving }] };
  }
}

export const geenSleutel = (): KvkFout => new KvkFout(401, 'IPD0401', 'Geen of onjuiste apikey aangeleverd.');
export const kvkNummerOnjuist = (nummer: string): KvkFout =>
  new KvkFout(400, 'IPD0004', `Het KVK-nummer ${nummer} is niet valide.`);
export const nietLeverbaar = (nummer: string): KvkFout =>
  new KvkFout(404, 'IPD0005', `Op basis van het KVK-nummer ${nummer} kan het product niet worden geleverd.`);
export const vestigingsnummerOnjuist = (nummer: string): KvkFout =>
  new KvkFout(400, 'IPD0006', `Het vestigingsnummer ${nummer} is niet valide.`);
export const rsinOnjuist = (nummer: string): KvkFout =>
  new KvkFout(400, 'IPD0010', `Het RSI-nummer ${nummer} is niet valide.`);
export const invoerOnjuist = (waarom: string): KvkFout =>
  new KvkFout(400, 'IPD1998', `Algemene invoer parameter fout. ${waarom}`);
export const parametersOnbekend = (namen: string[]): KvkFout =>
  new KvkFout(400, 'IPD1999', `De volgende opgegeven parameter(s) is(zijn) ongeldig: ${namen.join(', ')}`);
export const nietsGevonden = (): KvkFout =>
  new KvkFout(404, 'IPD5200', 'Er zijn geen gegevens gevonden die voldoen aan de opgegeven zoekparameters.');
export const typeOnjuist = (): KvkFout => new KvkFout(400, 'IPD5203', 'Het opgegeven type is niet valide.');
export const padOnbekend = (): KvkFout =>
  new KvkFout(404, 'IPD0001', 'Het gevraagde product is niet bekend.');
export const accepteerOnjuist = (): KvkFout =>
  new KvkFout(406, 'IPD0406', 'Opgegeven Accept header wordt niet ondersteund.');
export const technisch = (): KvkFout => new KvkFout(500, 'IPD9999', 'Algemene technische fout.');
