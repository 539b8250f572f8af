/** What a partij-identificator may hold: registers, their object types and numbers, and when it is unique. */
import type { Opslag } from '../opslag.ts';
import type { Json, Rij } from '../typen.ts';
import { ongeldigVeld } from './fout.ts';
import { isObject, uuidIn, wijstNaar } from './groepen.ts';

const TABEL = 'klantinteracties/partij-identificatoren';

export const OBJECTTYPEN = ['natuurlijk_persoon', 'niet_natuurlijk_persoon', 'vestiging'] as const;
export const REGISTERS = ['brp', 'hr'] as const;
export const SOORTEN = ['bsn', 'vestigingsnummer', 'kvk_nummer', 'rsin'] as const;

const BIJ_REGISTER: Record<string, readonly string[]> = {
  brp: ['natuurlijk_persoon'],
  hr: ['vestiging', 'niet_natuurlijk_persoon'],
};
const BIJ_OBJECTTYPE: Record<string, readonly string[]> = {
  natuurlijk_persoon: ['bsn'],
  vestiging: ['vestigingsnummer'],
  niet_natuurlijk_persoon: ['rsin', 'kvk_nummer'],
};
const LENGTE: Record<string, number> = { bsn: 9, vestigingsnummer: 12, rsin: 9, kvk_nummer: 8 };
const ELFPROEF: Record<string, string> = { bsn: 'Onjuist BSN nummer', rsin: 'Onjuist RSIN nummer' };

interface Identificator {
  codeObjecttype: string;
  codeRegister: string;
  codeSoortObjectId: string;
  objectId: string;
}

const deel = (groep: Json | undefined, naam: string): string => {
  const waarde = isObject(groep) ? groep[naam] : undefined;
  return typeof waarde === 'string' ? waarde : '';
};

function lees(rij: Rij): Identificator {
  const groep = rij['partijIdentificator'];
  return {
    codeObjecttype: deel(groep, 'codeObjecttype'),
    codeRegister: deel(groep, 'codeRegister'),
    codeSoortObjectId: deel(groep, 'codeSoortObjectId'),
    objectId: deel(groep, 'objectId'),
  };
}

const opsomming = (waarden: readonly string[]): string => `[${waarden.map((w) => `'${w}'`).join(', ')}]`;

/** As vng-api-common: the last digit counts as minus one. */
function elfproef(nummer: string): boolean {
  let som = 0;
  for (let i = 0; i < nummer.length; i++) {
    const gewicht = nummer.length - i;
    som += Number(nummer.charAt(i)) * (gewicht === 1 ? -1 : gewicht);
  }
  return som % 11 === 0;
}

function nummerFout(soort: string, nummer: string): string | undefined {
  const lengte = LENGTE[soort];
  if (lengte !== undefined && nummer.length !== lengte) return `Waarde moet ${lengte} tekens lang zijn`;
  if (!/^\d+$/.test(nummer)) return 'Voer een numerieke waarde in';
  const elf = ELFPROEF[soort];
  return elf !== undefined && !elfproef(nummer) ? elf : undefined;
}

/** Do the codes and the number go together? Throws 400. */
function eisCodes({ codeRegister, codeObjecttype, codeSoortObjectId, objectId }: Identificator): void {
  const typen = BIJ_REGISTER[codeRegister] ?? [];
  if (!typen.includes(codeObjecttype)) {
    const reden = `voor \`codeRegister\` ${codeRegister} zijn alleen deze waarden toegestaan: ${opsomming(typen)}`;
    throw ongeldigVeld('partijIdentificatorCodeObjecttype', reden);
  }
  const soorten = BIJ_OBJECTTYPE[codeObjecttype] ?? [];
  if (!soorten.includes(codeSoortObjectId)) {
    const reden = `voor \`codeObjecttype\` ${codeObjecttype} zijn alleen deze waarden toegestaan: ${opsomming(soorten)}`;
    throw ongeldigVeld('partijIdentificatorCodeSoortObjectId', reden);
  }
  const nummer = objectId === '' ? undefined : nummerFout(codeSoortObjectId, objectId);
  if (nummer !== undefined) {
    throw ongeldigVeld('partijIdentificatorObjectId', `Deze waarde is ongeldig, reden: ${nummer}`);
  }
}

/** A vestigingsnummer belongs to a KVK number. Throws 400. */
function eisBovenliggend(opslag: Opslag, rij: Rij, soort: string): void {
  if (soort !== 'vestigingsnummer') return;
  const boven = opslag.tabel(TABEL).get(uuidIn(rij['subIdentificatorVan']));
  if (!boven) {
    throw ongeldigVeld(
      'subIdentificatorVan',
      'Voor een PartijIdentificator met codeSoortObjectId = `vestigingsnummer` is het verplicht om' +
        ' een `sub_identifier_van` met codeSoortObjectId = `kvk_nummer` te kiezen.',
    );
  }
  if (lees(boven).codeSoortObjectId !== 'kvk_nummer') {
    throw ongeldigVeld(
      'subIdentificatorVan',
      'Het is alleen mogelijk om een subIdentifierVan te selecteren met codeSoortObjectId = `kvk_nummer`.',
    );
  }
}

/** What can be seen of the row alone and of the one above it. Throws 400. */
export function eisIdentificator(opslag: Opslag, rij: Rij, oud: Rij | undefined): void {
  const nieuw = lees(rij);
  eisCodes(nieuw);
  if (oud && lees(oud).codeSoortObjectId !== nieuw.codeSoortObjectId) {
    if (wijstNaar(opslag, TABEL, 'subIdentificatorVan', rij.uuid).length > 0) {
      throw ongeldigVeld(
        'partijIdentificatorCodeSoortObjectId',
        'Het is niet mogelijk om de codeSoortObjectId van deze PartijIdentificator te wijzigen, ' +
          'omdat er andere PartijIdentificatoren aan gekoppeld zijn.',
      );
    }
  }
  eisBovenliggend(opslag, rij, nieuw.codeSoortObjectId);
}

/**
 * Globally unique under the same parent; of a kind one a partij. Throws 400 under the name that Django gives to a
 * constraint.
 * @param weg rows that the same transaction removes or replaces
 * @param erbij rows that it adds
 */
export function eisUniekeIdentificator(
  opslag: Opslag,
  rij: Rij,
  weg: Set<string>,
  erbij: readonly Rij[],
): void {
  const { objectId, codeSoortObjectId } = lees(rij);
  const anders = (ander: Rij): boolean => ander.uuid !== rij.uuid;
  const blijft = (ander: Rij): boolean => anders(ander) && !weg.has(ander.uuid);
  const zelfde = [
    ...opslag.tabel(TABEL).op('partijIdentificator.objectId', objectId).filter(blijft),
    ...erbij.filter(anders),
  ];
  const sleutel = (r: Rij): string => JSON.stringify([uuidIn(r['subIdentificatorVan']), lees(r)]);
  if (zelfde.some((ander) => sleutel(ander) === sleutel(rij))) {
    const reden = '`PartijIdentificator` moet uniek zijn, er bestaat er al een met deze gegevenscombinatie.';
    throw ongeldigVeld('__all__', reden);
  }
  const partij = uuidIn(rij['identificeerdePartij']);
  const vanPartij = [
    ...(partij === '' ? [] : wijstNaar(opslag, TABEL, 'identificeerdePartij', partij).filter(blijft)),
    ...erbij.filter(anders),
  ];
  if (partij !== '' && vanPartij.some((ander) => lees(ander).codeSoortObjectId === codeSoortObjectId)) {
    throw ongeldigVeld('__all__', '`CodeSoortObjectId` moet uniek zijn voor de Partij.');
  }
}
