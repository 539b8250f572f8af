import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Opnieuw, Taak } from '../../shared/contracts/taak.ts';
import { roep, vraag } from './http.ts';
import { maakOpslag, useOpslag } from './opslag.ts';

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

/** What is being corrected: the taak as it was opened, with what was typed since. */
export interface Verbetering {
  /** Whose it is: after another one logged in here it is not shown. */
  van: string;
  taak: Taak;
  open: boolean;
}

/** In memory, so that it stays while one navigates, while there is no connection and after a session that ended. */
const verbeteringen = maakOpslag<Readonly<Record<string, Verbetering>>>({});
export const useVerbeteringen = () => useOpslag(verbeteringen);
export const zetVerbetering = (verbetering: Verbetering): void =>
  verbeteringen.zet((oud) => ({ ...oud, [verbetering.taak.id]: verbetering }));
export const vergeetVerbetering = (id: string): void =>
  verbeteringen.zet((oud) => Object.fromEntries(Object.entries(oud).filter(([sleutel]) => sleutel !== id)));

/** How the last correction left: the form that sent it is gone by then. */
export const opnieuwVerstuurd = maakOpslag<'bezorgd' | 'wacht' | null>(null);

const pad = (id: string): string => `/api/taken/${encodeURIComponent(id)}`;

export const useRuimTaakOp = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => roep(pad(id), { methode: 'DELETE' }),
    onSuccess: async (_niets, id) => {
      vergeetVerbetering(id);
      await client.invalidateQueries({ queryKey: ['taken'] });
    },
  });
};

/** Sends a corrected write. It needs no key of its own: the same correction of the same taak is one write. */
export const useVerstuurOpnieuw = () => {
  const client = useQueryClient();
  const opnieuw = (sleutels: readonly (readonly string[])[]) =>
    Promise.all(sleutels.map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: ({ id, inhoud }: { id: string; inhoud: Opnieuw['inhoud']; zaak: string | null }) =>
      vraag(
        `${pad(id)}/opnieuw`,
        async () => (await import('../../shared/contracts/zaak.ts')).ZaakGeschreven,
        { methode: 'POST', inhoud },
      ),
    onSuccess: async ({ bezorging }, { id }) => {
      opnieuwVerstuurd.zet(() => bezorging);
      vergeetVerbetering(id);
      await opnieuw([['taken'], ['zaken'], ['klantbeeld'], ['tijdlijn'], ['tellingen']]);
    },
    // A new reason, or a zaak that went on: both stand beside the text that is still there.
    onError: (_fout, { zaak }) => opnieuw([['taken'], ...(zaak === null ? [] : [['zaken', 'detail', zaak]])]),
  });
};
