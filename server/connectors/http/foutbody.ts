import { z } from 'zod';
import { BronFout, type BronFoutSoort } from '../ports.ts';

/** Errors of all upstream APIs: problem+json (ZGW, Open Klant, BRP), `{fout: [{code}]}` (KVK). Lenient: it is an error already. */
const Foutbody = z.object({
  code: z.string().optional().catch(undefined),
  /** OAuth2 (RFC 6749 section 5.2). */
  error: z.string().max(100).optional().catch(undefined),
  invalidParams: z
    .array(z.object({ name: z.string().catch(''), code: z.string().catch(''), reason: z.string().catch('') }))
    .optional()
    .catch(undefined),
  fout: z
    .array(z.object({ code: z.string() }))
    .optional()
    .catch(undefined),
});

/** A reason may repeat what was sent: numbers of six digits and more and e-mail addresses are taken out. */
function zonderWaarden(reden: string): string {
  return reden
    .replace(/\d{6,}/g, '…')
    .replace(/\S+@\S+/g, '…')
    .slice(0, 200);
}

function soortVan(status: number): BronFoutSoort {
  if (status === 401 || status === 403) return 'verboden';
  if (status === 404 || status === 410) return 'niet_gevonden';
  // Too many calls, or the server gave up waiting: the same call may do later, so nobody is told that it was refused.
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'onbereikbaar';
  if (status >= 400) return 'geweigerd';
  return 'onleesbaar';
}

/** Maps an answer outside 2xx to the one error of the connectors. `json` is undefined where the body was none. */
export function bronFoutVan(bron: string, status: number, json: unknown, leeg: boolean): BronFout {
  const gelezen = Foutbody.safeParse(json);
  const body = gelezen.success ? gelezen.data : {};
  const code = body.code ?? body.fout?.[0]?.code ?? body.error;
  const velden = body.invalidParams?.map((p) => ({
    naam: p.name,
    code: p.code,
    reden: zonderWaarden(p.reason),
  }));
  // A page in HTML where a record should be missing is a wrong address or a proxy, not a record that is gone.
  const soort =
    soortVan(status) === 'niet_gevonden' && json === undefined && !leeg ? 'onleesbaar' : soortVan(status);
  return new BronFout(bron, soort, {
    status,
    ...(code === undefined ? {} : { code }),
    ...(velden === undefined ? {} : { velden }),
  });
}
