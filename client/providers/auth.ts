import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { AuthProvider } from 'react-admin';
import type { Me } from '../../shared/contracts/medewerker.ts';
import { ApiFout } from './fout.ts';
import { roep, vraag } from './http.ts';
import { sessie } from './sessie.ts';

const mij = {
  queryKey: ['mij'],
  queryFn: () => vraag('/api/me', async () => (await import('../../shared/contracts/medewerker.ts')).Me),
  staleTime: 60_000,
};

/** Who is logged in; undefined until known. */
export const useMij = (): Me | undefined => useQuery({ ...mij, enabled: sessie.lees() === 'aan' }).data;

const initialen = (naam: string): string =>
  naam
    .split(/\s+/)
    .map((deel) => deel[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** react-admin's seam for login: demo by POST /auth/demo; who one is by GET /api/me. */
export const maakAuthProvider = (client: QueryClient): AuthProvider => ({
  login: async ({ gebruiker }: { gebruiker: string }) => {
    await roep('/auth/demo', { methode: 'POST', inhoud: { gebruiker } });
    client.removeQueries({ queryKey: mij.queryKey });
    sessie.zet(() => 'aan');
  },
  logout: async () => {
    if (sessie.lees() === 'aan') {
      sessie.zet(() => 'uit');
      await roep('/auth/logout', { methode: 'POST' });
    }
  },
  checkAuth: async () => {
    await client.query(mij);
    sessie.zet(() => 'aan');
  },
  checkError: async (fout: unknown) => {
    if (fout instanceof ApiFout && fout.status === 401) throw fout;
  },
  getIdentity: async () => {
    const { medewerker } = await client.query(mij);
    return { id: medewerker.id, fullName: medewerker.naam, avatar: initialen(medewerker.naam) };
  },
});

export { initialen };
