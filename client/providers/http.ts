import type { ZodType } from 'zod';
import { ApiFout, geenVerbinding, onleesbaar } from './fout.ts';
import { maakOpslag } from './opslag.ts';
import { sessie } from './sessie.ts';

/** Id of the gesprek in front; every call made for it carries it, so that the server knows the purpose. */
export const actiefGesprek = maakOpslag<string | null>(null);

/** Schemas load with the call that needs them: zod stays out of the entry. */
export type Schema<T> = () => Promise<ZodType<T>>;

export interface Opties {
  methode?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  inhoud?: unknown;
  koppen?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

const PERSOONSNUMMER = /(?<![0-9a-z])\d{9,10}(?![0-9a-z])/i;

/**
 * A BSN or telephone number never stands in a URL of ours: it would end up in logs, histories and proxies.
 * @throws Error naming no number, before anything is sent
 */
export function eisUrlZonderNummer(url: string): void {
  if (PERSOONSNUMMER.test(decodeURIComponent(url))) throw new Error('A personal number may not be in a URL.');
}

async function leesFout(antwoord: Response): Promise<ApiFout> {
  const { Fout } = await import('../../shared/contracts/fout.ts');
  const fout = Fout.safeParse(await antwoord.json().catch(() => null));
  return fout.success ? new ApiFout(fout.data) : onleesbaar(antwoord.status);
}

/**
 * The one place that calls fetch. Answers 2xx; throws ApiFout otherwise.
 * A 401 also marks the session as over, except while logging in.
 */
export async function roep(url: string, opties: Opties = {}): Promise<Response> {
  eisUrlZonderNummer(url);
  const methode = opties.methode ?? 'GET';
  const gesprek = actiefGesprek.lees();
  const koppen: Record<string, string> = { Accept: 'application/json', ...opties.koppen };
  if (gesprek !== null) koppen['X-Gesprek'] = gesprek;
  if (methode !== 'GET') koppen['X-Requested-With'] = 'console';
  if (opties.inhoud !== undefined) koppen['Content-Type'] = 'application/json';
  let antwoord: Response;
  try {
    antwoord = await fetch(url, {
      method: methode,
      headers: koppen,
      credentials: 'same-origin',
      ...(opties.inhoud === undefined ? {} : { body: JSON.stringify(opties.inhoud) }),
      ...(opties.signal ? { signal: opties.signal } : {}),
    });
  } catch (oorzaak) {
    if (opties.signal?.aborted) throw oorzaak;
    throw geenVerbinding();
  }
  if (antwoord.ok) return antwoord;
  const fout = await leesFout(antwoord);
  if (fout.status === 401 && !url.startsWith('/auth/'))
    sessie.zet((oud) => (oud === 'aan' ? 'verlopen' : oud));
  throw fout;
}

/** Calls and parses with the contract's schema. */
export async function vraag<T>(url: string, schema: Schema<T>, opties: Opties = {}): Promise<T> {
  const [antwoord, vorm] = await Promise.all([roep(url, opties), schema()]);
  const gelezen = vorm.safeParse(await antwoord.json().catch(() => null));
  if (!gelezen.success) throw onleesbaar(antwoord.status);
  return gelezen.data;
}
