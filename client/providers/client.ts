import { QueryClient } from '@tanstack/react-query';
import type { Me } from '../../shared/contracts/medewerker.ts';
import { ApiFout, isVerbroken } from './fout.ts';
import { Live, useVolg as volg } from './live.ts';

const POGINGEN = 2;

/** One cache for react-admin and our own hooks. Refusals are not asked again; a lost connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (keer, fout) =>
        keer < POGINGEN && (isVerbroken(fout) || (fout instanceof ApiFout && fout.status >= 500)),
    },
    mutations: { retry: false },
  },
});

export const live = new Live(queryClient, () => queryClient.getQueryData<Me>(['mij'])?.medewerker.id);
export const useVolg = (onderwerp: string | null): void => volg(live, onderwerp);
