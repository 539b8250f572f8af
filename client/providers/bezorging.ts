import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import type { Bezorgrij } from '../../shared/contracts/bezorging.ts';
import { vraag } from './http.ts';

const contract = () => import('../../shared/contracts/bezorging.ts');

/** What waits changes by itself: looked at again this often, without moving anything. */
const VERS_MS = 5000;
export const HOOGSTENS = 100;

export interface Bezorgfilter {
  toestand?: Bezorgrij['toestand'] | undefined;
  soort?: Bezorgrij['soort'] | undefined;
  register?: string | undefined;
}

/** The oldest that have not reached their register. */
export const useBezorging = (filter: Bezorgfilter) =>
  useGetList<Bezorgrij>(
    'bezorging',
    {
      filter: Object.fromEntries(Object.entries(filter).filter(([, waarde]) => waarde !== undefined)),
      sort: { field: 'sinds', order: 'ASC' },
      pagination: { page: 1, perPage: HOOGSTENS },
    },
    { refetchInterval: VERS_MS, placeholderData: keepPreviousData },
  );

export const useBezorgstand = () =>
  useQuery({
    queryKey: ['bezorgstand'],
    refetchInterval: VERS_MS,
    queryFn: ({ signal }) =>
      vraag('/api/bezorging/stand', async () => (await contract()).Bezorgstand, { signal }),
  });

/** Has one row, or everything of a register, tried now; how many that are. */
export const useProbeerNu = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wat: { id: string } | { register: string }) =>
      'id' in wat
        ? vraag(
            `/api/bezorging/${encodeURIComponent(wat.id)}/nu`,
            async () => (await contract()).OpnieuwGeprobeerd,
            { methode: 'POST' },
          )
        : vraag('/api/bezorging/nu', async () => (await contract()).OpnieuwGeprobeerd, {
            methode: 'POST',
            inhoud: wat,
          }),
    onSettled: () =>
      Promise.all(
        ['bezorging', 'bezorgstand'].map((sleutel) => client.invalidateQueries({ queryKey: [sleutel] })),
      ),
  });
};
