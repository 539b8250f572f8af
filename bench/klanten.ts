import { z } from 'zod';
import { maakZgwToken } from '../server/connectors/zgw/jwt.ts';

const Pagina = z.object({
  next: z.string().nullable(),
  results: z.array(
    z.object({
      zaak: z.string(),
      betrokkeneIdentificatie: z.object({ inpBsn: z.string().optional() }).nullable(),
    }),
  ),
});

export const zgwToken = (): Promise<string> =>
  maakZgwToken(
    'console',
    'sandbox-secret-of-at-least-32-characters',
  )({
    medewerker: null,
    doel: 'bench',
    traceId: '0'.repeat(32),
  });

/** BSN's of the bundled registers with the number of their zaken. */
export async function tel(basis: string): Promise<Map<string, number>> {
  const zaken = new Map<string, Set<string>>();
  const authorization = await zgwToken();
  let pad: string | null =
    '/zaken/api/v1/rollen?betrokkeneType=natuurlijk_persoon&omschrijvingGeneriek=initiator';
  while (pad !== null) {
    const antwoord = await fetch(basis + pad, { headers: { authorization } });
    const { next, results } = Pagina.parse(await antwoord.json());
    for (const { zaak, betrokkeneIdentificatie } of results) {
      const bsn = betrokkeneIdentificatie?.inpBsn;
      if (bsn === undefined) continue;
      const eigen = zaken.get(bsn) ?? new Set();
      zaken.set(bsn, eigen.add(zaak));
    }
    const volgende: URL | null = next === null ? null : new URL(next);
    pad = volgende === null ? null : volgende.pathname + volgende.search;
  }
  return new Map([...zaken].map(([bsn, eigen]) => [bsn, eigen.size]));
}
