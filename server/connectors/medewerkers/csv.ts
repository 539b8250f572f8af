import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Afdeling, Collega, Groep } from '../ports.ts';
import { RegistersFout } from '../registers-config.ts';
import { dagOfNull, tekst } from '../upstream.ts';
import { leesTijden } from './tijden.ts';

/** Everything that a file tells; ids are unique within their kind. */
export interface Organisatie {
  afdelingen: Afdeling[];
  groepen: Groep[];
  collegas: Collega[];
}

const VERPLICHT = ['soort', 'id', 'naam'];
const KOLOMMEN = [
  ...VERPLICHT,
  ...[
    'afdeling',
    'groep',
    'functie',
    'telefoon',
    'email',
    'tijden',
    'vervanger',
    'afwezig_van',
    'afwezig_tot',
  ],
];

const namen = z
  .string()
  .default('')
  .transform((t) =>
    t
      .split('|')
      .map((deel) => deel.trim())
      .filter((deel) => deel !== ''),
  );
const tijden = tekst.transform((t, ctx) => {
  const gelezen = t === null ? null : leesTijden(t === '-' ? '' : t);
  if (t === null || gelezen !== null) return gelezen;
  ctx.addIssue({ code: 'custom', message: 'is niet van de vorm "ma-do 09:00-17:00, vr 09:00-12:30"' });
  return z.NEVER;
});
const dag = z.preprocess((t) => t ?? '', dagOfNull);
const gevuld = z.string().trim().min(1, 'is leeg');

const Rij = z
  .object({
    soort: z.enum(['afdeling', 'groep', 'medewerker'], 'moet afdeling, groep of medewerker zijn'),
    id: gevuld,
    naam: gevuld,
    afdeling: namen,
    groep: namen,
    functie: tekst,
    telefoon: tekst,
    email: tekst,
    tijden,
    vervanger: tekst,
    afwezig_van: dag,
    afwezig_tot: dag,
  })
  .refine((r) => r.afwezig_tot === null || r.afwezig_van !== null, {
    error: 'ontbreekt terwijl afwezig_tot er wel staat',
    path: ['afwezig_van'],
  })
  .refine((r) => r.afwezig_tot === null || r.afwezig_van === null || r.afwezig_van <= r.afwezig_tot, {
    error: 'ligt vóór afwezig_van',
    path: ['afwezig_tot'],
  });
type Rij = z.output<typeof Rij>;

/** Line numbers count from 1, the header is line 1. */
const fout = (bestand: string, regel: number, wat: string): RegistersFout =>
  new RegistersFout(`REGISTERS: ${bestand} regel ${regel}: ${wat}.`);

const ontleed = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

function rijenVan(bestand: string, inhoud: string): { regel: number; velden: string[] }[] {
  const kop = inhoud.slice(0, inhoud.search(/\r?\n|$/));
  try {
    const gelezen: unknown = parse(inhoud, {
      bom: true,
      delimiter: kop.includes(';') ? ';' : ',',
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return ontleed.parse(gelezen).map(({ info, record }) => ({ regel: info.lines, velden: record }));
  } catch (oorzaak) {
    if (!(oorzaak instanceof CsvError)) throw oorzaak;
    const regel = z.number().catch(1).parse(oorzaak['lines']);
    throw fout(bestand, regel, 'heeft een aanhalingsteken dat niet klopt');
  }
}

function leesRij(
  bestand: string,
  regel: number,
  kolommen: readonly string[],
  velden: readonly string[],
): Rij {
  // Trailing empty cells are what a spreadsheet leaves.
  const teveel = velden.slice(kolommen.length).some((v) => v !== '');
  if (teveel || velden.length < kolommen.length)
    throw fout(bestand, regel, `heeft ${velden.length} velden, de kopregel ${kolommen.length}`);
  const gelezen = Rij.safeParse(Object.fromEntries(kolommen.map((kolom, i) => [kolom, velden[i] ?? ''])));
  if (gelezen.success) return gelezen.data;
  const eerste = gelezen.error.issues[0];
  throw fout(bestand, regel, `${[...(eerste?.path ?? [])].join('.')} ${eerste?.message ?? 'is ongeldig'}`);
}

/**
 * The content of a CSV of medewerkers, UTF-8, `;` or `,` as its header row has it. Columns: soort (afdeling, groep,
 * medewerker), id, naam, and where wanted afdeling and groep (several by `|`), functie, telefoon, email, tijden
 * (openingstijden or werktijden; `-` is never), vervanger (id or naam), afwezig_van and afwezig_tot (YYYY-MM-DD).
 * @throws RegistersFout that names file, line and field of the first mistake
 */
function leesOrganisatie(bestand: string, bytes: Uint8Array): Organisatie {
  let inhoud: string;
  try {
    inhoud = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RegistersFout(`REGISTERS: ${bestand} is geen UTF-8: bewaar het als "CSV UTF-8".`);
  }
  const [kopregel, ...rijen] = rijenVan(bestand, inhoud);
  const kolommen = (kopregel?.velden ?? []).map((k) => k.toLowerCase());
  const ontbreekt = VERPLICHT.find((k) => !kolommen.includes(k));
  if (ontbreekt !== undefined) throw fout(bestand, 1, `mist de kolom ${ontbreekt}`);
  const vreemd = kolommen.find((k, i) => !KOLOMMEN.includes(k) || kolommen.indexOf(k) !== i);
  if (vreemd !== undefined) throw fout(bestand, 1, `heeft een kolom "${vreemd}" die onbekend of dubbel is`);

  const uit: Organisatie = { afdelingen: [], groepen: [], collegas: [] };
  const gezien = new Set<string>();
  for (const { regel, velden } of rijen) {
    const rij = leesRij(bestand, regel, kolommen, velden);
    const sleutel = `${rij.soort} ${rij.id.toLowerCase()}`;
    if (gezien.has(sleutel)) throw fout(bestand, regel, `${rij.soort} ${rij.id} staat er al`);
    gezien.add(sleutel);
    zet(uit, rij);
  }
  return uit;
}

function zet(uit: Organisatie, { soort, id, naam, telefoon, email, tijden: wanneer, ...rij }: Rij): void {
  if (soort === 'afdeling') uit.afdelingen.push({ id, naam, telefoon, email, openingstijden: wanneer });
  else if (soort === 'groep')
    uit.groepen.push({ id, naam, telefoon, email, afdeling: rij.afdeling[0] ?? null });
  else
    uit.collegas.push({
      ...{ id, naam, telefoon, email, functie: rij.functie, vervanger: rij.vervanger },
      afdelingen: rij.afdeling,
      groepen: rij.groep,
      werktijden: wanneer,
      afwezig: rij.afwezig_van === null ? null : { van: rij.afwezig_van, tot: rij.afwezig_tot },
    });
}

/** The file, read again when it changed. Throws RegistersFout, at start already. */
export function volgCsv(pad: string): () => Organisatie {
  const merk = (): string => {
    const { mtimeMs, size } = statSync(pad);
    return `${mtimeMs} ${size}`;
  };
  const lees = (): Organisatie => {
    try {
      return leesOrganisatie(pad, readFileSync(pad));
    } catch (oorzaak) {
      if (oorzaak instanceof RegistersFout) throw oorzaak;
      throw new RegistersFout(`REGISTERS: ${pad} kan niet worden gelezen.`, { cause: oorzaak });
    }
  };
  let bekend = lees();
  let bij = merk();
  return () => {
    const nu = merk();
    if (nu === bij) return bekend;
    bekend = lees();
    bij = nu;
    return bekend;
  };
}
