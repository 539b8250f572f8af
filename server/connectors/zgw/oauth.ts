import { z } from 'zod';
import { maakHttp, type HttpOpties } from '../http.ts';
import { maakBasis } from '../http/adres.ts';
import { BronFout, type Aanroep } from '../ports.ts';
import { lees } from '../upstream.ts';

export interface OauthConfig {
  bron: string;
  tokenUrl: string;
  clientId: string;
  secret: string;
  scope: string | null;
  /** Header in which the product takes the id of the medewerker; null where it has none. */
  gebruikerkop: string | null;
  tls?: HttpOpties['tls'];
  termijnMs?: number | undefined;
  herhaalNaMs?: number | undefined;
  boek?: HttpOpties['boek'];
  nu?: () => number;
}

/** Headers that say who calls, and what is done when the register does not take them. */
export interface Aanmelding {
  koppen(aanroep: Aanroep): Promise<Record<string, string>>;
  /** These headers got a 401 or 403: true where the next ones will differ, so that one repeat makes sense. */
  geweigerd(koppen: Readonly<Record<string, string>>): boolean;
  sluit(): Promise<void>;
}

/** Asked for anew this long before its end (ms), or at half its life where that is shorter. */
const MARGE_MS = 30_000;
/** Where the server does not tell how long it is valid (RFC 6749 section 5.1: recommended only). */
const ONBEKEND_S = 60;
/** A refusal of a younger token than this (ms) is a lack of rights, not a token that was withdrawn. */
const JONG_MS = 30_000;
/** Our own name or secret was refused: not asked again sooner (ms), or the server locks us out. */
const GEWEIGERD_MS = 10_000;

const Antwoord = z.object({
  access_token: z.string().min(1).max(16_384),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

type Token = { waarde: string; van: number; tot: number };

/**
 * OAuth2 client credentials (RFC 6749 section 4.4; OneGround): one token of the application for all medewerkers, kept in
 * memory until shortly before its end and asked for once, however many calls wait for it.
 */
export function maakOauth(config: OauthConfig): Aanmelding {
  const { bron, scope, gebruikerkop } = config;
  const nu = config.nu ?? Date.now;
  const doel = new URL(config.tokenUrl);
  // Apart from the register's connections: a token server that hangs is not the register, and has a breaker of its own.
  const http = maakHttp({
    bron,
    cache: null,
    tls: config.tls,
    termijnMs: config.termijnMs,
    herhaalNaMs: config.herhaalNaMs,
    boek: config.boek,
    koppen: () => Promise.resolve({ authorization: `Basic ${basic(config.clientId, config.secret)}` }),
  });
  let bewaard: Token | null = null;
  let lopend: Promise<Token> | null = null;
  let geweigerdTot = 0;

  async function haal(): Promise<Token> {
    const van = nu();
    if (van < geweigerdTot) throw tokenFout(bron, null);
    try {
      const json = await http.lees(
        {
          basis: maakBasis(doel.origin),
          pad: doel.pathname + doel.search,
          methode: 'POST',
          formulier: { grant_type: 'client_credentials', ...(scope === null ? {} : { scope }) },
        },
        { medewerker: null, doel: '', traceId: '' },
      );
      const { access_token, expires_in } = lees(bron, Antwoord, json);
      const duur = (expires_in ?? ONBEKEND_S) * 1000;
      return { waarde: `Bearer ${access_token}`, van, tot: van + duur - Math.min(MARGE_MS, duur / 2) };
    } catch (fout) {
      const nee = fout instanceof BronFout && ['geweigerd', 'verboden', 'niet_gevonden'].includes(fout.soort);
      if (!nee) throw fout;
      geweigerdTot = van + GEWEIGERD_MS;
      throw tokenFout(bron, fout);
    }
  }

  async function token(): Promise<Token> {
    if (bewaard !== null && nu() < bewaard.tot) return bewaard;
    lopend ??= haal().then(
      (nieuw) => {
        lopend = null;
        return (bewaard = nieuw);
      },
      (fout: unknown) => {
        lopend = null;
        throw fout;
      },
    );
    return lopend;
  }

  return {
    async koppen({ medewerker }) {
      const { waarde } = await token();
      const wie = gebruikerkop === null || medewerker === null ? {} : { [gebruikerkop]: medewerker.id };
      return { authorization: waarde, ...wie };
    },
    geweigerd({ authorization }) {
      if (bewaard === null || bewaard.waarde !== authorization) return true;
      if (nu() - bewaard.van < JONG_MS) return false;
      bewaard = null;
      return true;
    },
    sluit: () => http.sluit(),
  };
}

/** Without the status of the token server: a 400 of it says nothing of what was asked of the register. */
const tokenFout = (bron: string, oorzaak: BronFout | null): BronFout =>
  new BronFout(bron, 'verboden', { code: oorzaak?.code ?? 'token_geweigerd' });

/** RFC 6749 section 2.3.1: both are form-encoded first. */
function basic(clientId: string, secret: string): string {
  const deel = (tekst: string) => new URLSearchParams({ t: tekst }).toString().slice(2);
  return Buffer.from(`${deel(clientId)}:${deel(secret)}`).toString('base64');
}
