import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { ZoekAntwoord, ZoekVraag } from '../../shared/contracts/klant.ts';
import { doelVoor, useDoelVan } from './doel.ts';
import { vraag } from './http.ts';
import { maakOpslag } from './opslag.ts';

const klant = () => import('../../shared/contracts/klant.ts');
const beeld = () => import('../../shared/contracts/klantbeeld.ts');

/** One search and what came of it. */
export interface Zoekstand {
  vraag: ZoekVraag;
  gelezenAls: string;
  bezig: boolean;
  antwoord: ZoekAntwoord | null;
  fout: Error | null;
}

/** The last search, in memory: what was typed is personal data and never stands in the address bar. */
export const zoekstand = maakOpslag<Zoekstand | null>(null);

/** One search is one line a hit in the log: never repeated by itself. */
export const useZoeken = () =>
  useMutation({
    mutationFn: ({ vraag: inhoud }: { vraag: ZoekVraag; gelezenAls: string }) =>
      vraag('/api/klanten/zoek', async () => (await klant()).ZoekAntwoord, { methode: 'POST', inhoud }),
    onMutate: ({ vraag: gezocht, gelezenAls }) =>
      zoekstand.zet(() => ({ vraag: gezocht, gelezenAls, bezig: true, antwoord: null, fout: null })),
    onSuccess: (antwoord, { vraag: gezocht, gelezenAls }) =>
      zoekstand.zet(() => ({ vraag: gezocht, gelezenAls, bezig: false, antwoord, fout: null })),
    onError: (fout, { vraag: gezocht, gelezenAls }) =>
      zoekstand.zet(() => ({ vraag: gezocht, gelezenAls, bezig: false, antwoord: null, fout })),
  });

export const klantbeeldSleutel = (id: string) => ['klantbeeld', id] as const;

export const useKlantbeeld = (id: string) => {
  const doel = useDoelVan(id);
  return useQuery({
    queryKey: [...klantbeeldSleutel(id), doel],
    queryFn: ({ signal }) =>
      vraag(`/api/klanten/${encodeURIComponent(id)}/klantbeeld`, async () => (await beeld()).Klantbeeld, {
        signal,
        koppen: doelVoor(id),
      }),
    // The same klant under another purpose; never someone else while this one loads.
    placeholderData: (vorig) => (vorig?.klant.id === id ? vorig : undefined),
  });
};

const PER_BLADZIJDE = 50;

/** The whole timeline, newest first, paged. */
export const useTijdlijn = (id: string, aan: boolean) =>
  useInfiniteQuery({
    queryKey: ['tijdlijn', id],
    enabled: aan,
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const bereik = JSON.stringify([pageParam, pageParam + PER_BLADZIJDE - 1]);
      return vraag(
        `/api/klanten/${encodeURIComponent(id)}/tijdlijn?range=${encodeURIComponent(bereik)}`,
        async () => (await beeld()).TijdlijnRegel.array(),
        { signal, koppen: doelVoor(id) },
      );
    },
    getNextPageParam: (bladzijde, _alle, begin) =>
      bladzijde.length < PER_BLADZIJDE ? undefined : begin + PER_BLADZIJDE,
  });
