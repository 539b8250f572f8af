import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { roep, vraag } from './http.ts';

/** My writes that a register refused after I had gone on: text and reason come back to me. */
export const useTaken = (aan: boolean) =>
  useQuery({
    queryKey: ['taken'],
    enabled: aan,
    queryFn: ({ signal }) =>
      vraag('/api/taken', async () => (await import('../../shared/contracts/taak.ts')).Taak.array(), {
        signal,
      }),
  });

export const useRuimTaakOp = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => roep(`/api/taken/${encodeURIComponent(id)}`, { methode: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['taken'] }),
  });
};
