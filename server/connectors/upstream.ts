import { z } from 'zod';
import { VERTROUWELIJKHEDEN, type Vertrouwelijkheid } from '../../shared/contracts/waarden.ts';
import { uuidUit } from './http/adres.ts';
import { BronFout, type Lijst } from './ports.ts';

/**
 * Pieces of upstream schemas: what real systems send (null or '', missing, dates without zone) becomes one shape,
 * what would mislead (a date that is none, a reference without uuid) is refused.
 */

/** Text or null; never ''. */
export const tekst = z
  .string()
  .nullish()
  .transform((t) => (t === undefined || t === null || t.trim() === '' ? null : t));

/** Text that may be missing. */
export const tekstOfLeeg = z
  .string()
  .nullish()
  .transform((t) => t ?? '');

const ISO_DAG = /^\d{4}-\d{2}-\d{2}$/;

function alsDag(waarde: string): string | null {
  const dag = waarde.slice(0, 10);
  if (!ISO_DAG.test(dag) || Number.isNaN(Date.parse(waarde.length === 10 ? `${dag}T00:00:00Z` : waarde)))
    return null;
  // 30 February passes Date.parse as 2 March.
  return new Date(`${dag}T00:00:00Z`).toISOString().startsWith(dag) ? dag : null;
}

/** `YYYY-MM-DD`; of an instant its day as written. */
export const dag = z.string().transform((t, ctx) => {
  const gelezen = alsDag(t);
  if (gelezen !== null) return gelezen;
  ctx.addIssue({ code: 'custom', message: 'geen dag' });
  return z.NEVER;
});

export const dagOfNull = z.preprocess((t) => (t === undefined || t === '' ? null : t), dag.nullable());

/** An instant with offset; without a zone it is UTC (OneGround), a bare day its midnight UTC. */
export const tijdstip = z.string().transform((t, ctx) => {
  const metUur = ISO_DAG.test(t) ? `${t}T00:00:00` : t.replace(' ', 'T');
  const metZone = /(?:z|[+-]\d{2}:?\d{2})$/i.test(metUur) ? metUur : `${metUur}Z`;
  if (alsDag(t) !== null && !Number.isNaN(Date.parse(metZone)))
    return metZone.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  ctx.addIssue({ code: 'custom', message: 'geen tijdstip' });
  return z.NEVER;
});

export const tijdstipOfNull = z.preprocess(
  (t) => (t === undefined || t === '' ? null : t),
  tijdstip.nullable(),
);

/** ISO 8601 duration; null for none, for one of nothing (`P0D`, what a catalogus holds where no term was set) and for rubbish. */
export const duur = z
  .string()
  .nullish()
  .catch(null)
  .transform((t) => {
    if (t === undefined || t === null) return null;
    const vorm = /^P(?=[\dT])(?:[\d.,]+[YMWD])*(?:T(?:[\d.,]+[HMS])+)?$/.test(t);
    return vorm && /[1-9]/.test(t) ? t : null;
  });

/** Unknown, blank or missing is the highest: better hidden than shown wrongly. */
export const vertrouwelijkheid = z
  .enum(VERTROUWELIJKHEDEN)
  .catch('zeer_geheim') satisfies z.ZodType<Vertrouwelijkheid>;

/** A uuid as it stands, for what is named without a URL; it goes into the paths that we ask. */
export const uuid = z.guid().transform((t) => t.toLowerCase());

/** The uuid of a referenced resource. */
export const uuidVanUrl = z.string().transform((url, ctx) => {
  const uuid = uuidUit(url);
  if (uuid !== null) return uuid;
  ctx.addIssue({ code: 'custom', message: 'geen verwijzing met uuid' });
  return z.NEVER;
});

export const uuidVanUrlOfNull = z.preprocess(
  (t) => (t === undefined || t === '' ? null : t),
  uuidVanUrl.nullable(),
);

/** A list that may be missing or null. */
export const lijstVan = <S extends z.ZodType>(soort: S) =>
  z
    .array(soort)
    .nullish()
    .transform((rijen) => rijen ?? []);

/** Where the schema failed, without the values that made it fail. */
function plekken(fout: z.ZodError): string {
  return fout.issues
    .slice(0, 5)
    .map((i) => `${i.path.join('.')}:${i.code}`)
    .join(' ');
}

/** One record; a BronFout `onleesbaar` that names the places, never the values. */
export function lees<S extends z.ZodType>(bron: string, schema: S, json: unknown): z.output<S> {
  const gelezen = schema.safeParse(json);
  if (gelezen.success) return gelezen.data;
  throw new BronFout(bron, 'onleesbaar', { code: 'schema', cause: plekken(gelezen.error) });
}

/** One record, and the one that was asked for: a proxy or cache that gives another's may not show it under this name. */
export function leesEigen<S extends z.ZodType<{ url: string }>>(
  bron: string,
  schema: S,
  uuid: string,
  json: unknown,
): z.output<S> {
  const gelezen = lees(bron, schema, json);
  if (gelezen.url !== uuid.toLowerCase()) throw new BronFout(bron, 'onleesbaar', { code: 'ander_record' });
  return gelezen;
}

/** Null for what a reference names but the register no longer has. */
export async function ofWeg<T>(lezing: Promise<T>): Promise<T | null> {
  try {
    return await lezing;
  } catch (fout) {
    if (fout instanceof BronFout && fout.soort === 'niet_gevonden') return null;
    throw fout;
  }
}

/** Many records; the broken ones are counted, the good ones stay. */
export function leesRijen<S extends z.ZodType>(schema: S, rijen: readonly unknown[]): Lijst<z.output<S>> {
  const uit: Lijst<z.output<S>> = { rijen: [], onleesbaar: 0 };
  for (const rij of rijen) {
    const gelezen = schema.safeParse(rij);
    if (gelezen.success) uit.rijen.push(gelezen.data);
    else uit.onleesbaar += 1;
  }
  return uit;
}
