import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import type { NieuweStatus, NieuweSubstatus, ZaakKort } from '../../shared/contracts/zaak.ts';
import { doelVoor, useDoelVan } from './doel.ts';
import { isIntussenGewijzigd } from './fout.ts';
import { vraag } from './http.ts';

export type Groep = 'te_laat' | 'deze_week' | 'later';
export type Weergave = { afdeling?: string; zaaktype?: string; mijn?: boolean };

/** One group of the werkvoorraad, most urgent first. */
export const useGroep = (groep: Groep, weergave: Weergave, aantal: number) =>
  useGetList<ZaakKort>(
    'zaken',
    {
      filter: { open: true, groep, ...weergave },
      sort: { field: 'urgentie', order: 'ASC' },
      pagination: { page: 1, perPage: aantal },
    },
    { placeholderData: keepPreviousData },
  );

export const useTellingen = (weergave: Weergave) => {
  const filter = JSON.stringify({ open: true, ...weergave });
  return useQuery({
    queryKey: ['tellingen', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      vraag(
        `/api/werkvoorraad/tellingen?filter=${encodeURIComponent(filter)}`,
        async () => {
          const { z } = await import('zod');
          const aantal = z.number().int().nonnegative();
          return z.object({ te_laat: aantal, deze_week: aantal, later: aantal, totaal: aantal });
        },
        { signal },
      ),
  });
};

/** One zaak with everything this medewerker may see of it. */
export const useZaak = (id: string) => {
  const doel = useDoelVan(id);
  return useQuery({
    queryKey: ['zaken', 'detail', id, doel],
    queryFn: ({ signal }) =>
      vraag(
        `/api/zaken/${encodeURIComponent(id)}`,
        async () => (await import('../../shared/contracts/zaak.ts')).ZaakDetail,
        { signal, koppen: doelVoor(id) },
      ),
  });
};

/** One key an unchanged write until it is there: a repeated click, or a retry after a lost answer, writes once. */
const sleutels = new Map<string, string>();
function idempotent(wat: string): string {
  const sleutel = sleutels.get(wat) ?? crypto.randomUUID();
  sleutels.set(wat, sleutel);
  return sleutel;
}

/** After a write of our own: read again what shows the zaak; others hear of it by gebeurtenis. */
const useSchrijf = (pad: 'statussen' | 'substatussen') => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, inhoud }: { id: string; inhoud: NieuweStatus | NieuweSubstatus }) => {
      const wat = JSON.stringify([pad, id, inhoud]);
      const geschreven = await vraag(
        `/api/zaken/${encodeURIComponent(id)}/${pad}`,
        async () => (await import('../../shared/contracts/zaak.ts')).ZaakGeschreven,
        { methode: 'POST', inhoud, koppen: { 'Idempotency-Key': idempotent(wat) } },
      );
      sleutels.delete(wat);
      return geschreven;
    },
    // What the zaak became stands beside the refusal.
    onError: (fout, { id }) =>
      isIntussenGewijzigd(fout) ? client.invalidateQueries({ queryKey: ['zaken', 'detail', id] }) : undefined,
    onSuccess: async () => {
      await Promise.all(
        [['zaken'], ['klantbeeld'], ['tijdlijn'], ['tellingen']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
};

export const useZetSubstatus = () => useSchrijf('substatussen');
export const useZetStatus = () => useSchrijf('statussen');
