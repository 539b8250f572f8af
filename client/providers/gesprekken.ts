import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ContactmomentGeregistreerd } from '../../shared/contracts/contactmoment.ts';
import type { Gesprek, GesprekAfronding, GesprekWijziging } from '../../shared/contracts/gesprek.ts';
import type { Kanaal } from '../../shared/contracts/waarden.ts';
import { conceptVan, heeftConcept, vergeetConcept, wijzigConcept } from './concepten.ts';
import { actiefGesprek, roep, vraag } from './http.ts';
import { maakOpslag, useOpslag } from './opslag.ts';
import { klantbeeldSleutel } from './klanten.ts';

const vorm = async () => (await import('../../shared/contracts/gesprek.ts')).Gesprek;
const pad = (id: string): string => `/api/gesprekken/${encodeURIComponent(id)}`;
const SLEUTEL = ['gesprekken'] as const;

/** Contactmomenten that this window registered: the timeline shows them at once. */
export const eigenContactmomenten = maakOpslag<readonly string[]>([]);

/** Klanten whose gesprek this window closed: the next call is not theirs by itself. */
export const gesprokenKlanten = maakOpslag<readonly string[]>([]);
/** How the last contactmoment left: the form that sent it is gone by then. */
export const laatsteBezorging = maakOpslag<ContactmomentGeregistreerd['bezorging'] | null>(null);

/** Own running gesprekken, oldest first. What was typed here wins over what the server holds. */
export const useGesprekken = (aan = true) =>
  useQuery({
    queryKey: SLEUTEL,
    enabled: aan,
    queryFn: async ({ signal }) => {
      const lijst = await vraag('/api/gesprekken', async () => (await vorm()).array(), { signal });
      for (const een of lijst) {
        if (!heeftConcept(een.id)) {
          wijzigConcept(een.id, {
            notitie: een.notitie,
            bekeken: een.bekekenZaken,
            bewaardOp: een.bewaardOp,
            plek: een.klant === null ? '/' : `/klanten/${een.klant}`,
          });
        }
      }
      return lijst.toSorted((a, b) => a.gestartOp.localeCompare(b.gestartOp));
    },
  });

/** The gesprek in front, or null. */
export function useActiefGesprek(): Gesprek | null {
  const id = useOpslag(actiefGesprek);
  const { data } = useGesprekken();
  return data?.find((een) => een.id === id) ?? null;
}

const bewaar = (id: string, inhoud: GesprekWijziging): Promise<Gesprek> =>
  vraag(pad(id), vorm, { methode: 'PUT', inhoud });

export const useStartGesprek = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (inhoud: { kanaal: Kanaal; klant?: string }) =>
      vraag('/api/gesprekken', vorm, { methode: 'POST', inhoud }),
    onSuccess: (nieuw) => {
      wijzigConcept(nieuw.id, { plek: nieuw.klant === null ? '/' : `/klanten/${nieuw.klant}` });
      client.setQueryData<Gesprek[]>(SLEUTEL, (oud = []) => [...oud, nieuw]);
      laatsteBezorging.zet(() => null);
      actiefGesprek.zet(() => nieuw.id);
    },
  });
};

export const useWijzigGesprek = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, inhoud }: { id: string; inhoud: GesprekWijziging }) => bewaar(id, inhoud),
    onSuccess: (nieuw) =>
      client.setQueryData<Gesprek[]>(SLEUTEL, (oud = []) =>
        oud.map((een) => (een.id === nieuw.id ? nieuw : een)),
      ),
  });
};

export const useWisGesprek = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => roep(pad(id), { methode: 'DELETE' }),
    onSuccess: (_niets, id) => {
      vergeetConcept(id);
      actiefGesprek.zet((nu) => (nu === id ? null : nu));
      client.setQueryData<Gesprek[]>(SLEUTEL, (oud = []) => oud.filter((een) => een.id !== id));
    },
  });
};

/** One key an unchanged body: a repeated click, or a retry after a lost answer, registers once. */
const sleutels = new Map<string, string>();
function idempotent(id: string, inhoud: GesprekAfronding): string {
  const wat = `${id} ${JSON.stringify(inhoud)}`;
  const sleutel = sleutels.get(wat) ?? crypto.randomUUID();
  sleutels.set(wat, sleutel);
  return sleutel;
}

export const useRondAf = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      gesprek,
      inhoud,
    }: {
      gesprek: Gesprek;
      inhoud: GesprekAfronding;
    }): Promise<ContactmomentGeregistreerd> =>
      vraag(
        `${pad(gesprek.id)}/afronden`,
        async () => (await import('../../shared/contracts/contactmoment.ts')).ContactmomentGeregistreerd,
        { methode: 'POST', inhoud, koppen: { 'Idempotency-Key': idempotent(gesprek.id, inhoud) } },
      ),
    onSuccess: async ({ id, bezorging }, { gesprek }) => {
      laatsteBezorging.zet(() => bezorging);
      const { klant } = gesprek;
      if (klant !== null) gesprokenKlanten.zet((oud) => [...oud, klant]);
      eigenContactmomenten.zet((oud) => [...oud, id]);
      vergeetConcept(gesprek.id);
      actiefGesprek.zet((nu) => (nu === gesprek.id ? null : nu));
      client.setQueryData<Gesprek[]>(SLEUTEL, (oud = []) => oud.filter((een) => een.id !== gesprek.id));
      if (gesprek.klant !== null) {
        await client.invalidateQueries({ queryKey: klantbeeldSleutel(gesprek.klant) });
        await client.invalidateQueries({ queryKey: ['tijdlijn', gesprek.klant] });
      }
      await client.invalidateQueries({ queryKey: ['zaken', 'detail'] });
    },
  });
};

/** Brings a gesprek to the front, where it was left. */
export const useNaarGesprek = () => {
  const ga = useNavigate();
  return (id: string, van: string): void => {
    const nu = actiefGesprek.lees();
    if (nu !== null && nu !== id) wijzigConcept(nu, { plek: van, scroll: window.scrollY });
    actiefGesprek.zet(() => id);
    const { plek, scroll } = conceptVan(id);
    void Promise.resolve(ga(plek)).then(() => requestAnimationFrame(() => window.scrollTo(0, scroll)));
  };
};

/** Writes the note; the text stays in memory until the server has it. */
export async function bewaarNotitie(id: string): Promise<void> {
  const { notitie } = conceptVan(id);
  wijzigConcept(id, { toestand: 'bezig' });
  try {
    const { bewaardOp } = await bewaar(id, { notitie });
    const klaar = conceptVan(id).notitie === notitie;
    if (heeftConcept(id)) wijzigConcept(id, { toestand: klaar ? 'bewaard' : 'bezig', bewaardOp });
  } catch (fout) {
    wijzigConcept(id, { toestand: 'wacht' });
    throw fout;
  }
}
