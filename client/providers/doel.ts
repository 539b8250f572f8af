import { useQuery } from '@tanstack/react-query';
import { vraag } from './http.ts';
import { maakOpslag, useOpslag } from './opslag.ts';

/** Reasons chosen in this window, by the id of what is opened; the server logs each and forgets them by itself. */
const gekozen = maakOpslag<Readonly<Record<string, string>>>({});

export const kiesDoel = (id: string, code: string): void => gekozen.zet((oud) => ({ ...oud, [id]: code }));
export const useDoelVan = (id: string): string | undefined => useOpslag(gekozen)[id];
export const doelVoor = (id: string): Record<string, string> => {
  const code = gekozen.lees()[id];
  return code === undefined ? {} : { 'X-Doel': code };
};

export const useDoelen = () =>
  useQuery({
    queryKey: ['doelen'],
    staleTime: Infinity,
    queryFn: () =>
      vraag('/api/doelen', async () => {
        const { z } = await import('zod');
        return z.array(z.object({ code: z.string(), naam: z.string() }));
      }),
  });
