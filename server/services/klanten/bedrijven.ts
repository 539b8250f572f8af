import type { Bedrijfsvraag } from '../../connectors/ports.ts';
import { toonBedrijfKort } from '../klant.ts';
import { eerlijk, type Treffers, type Zoektocht } from './treffers.ts';

const TE_VEEL = 'Er zijn te veel bedrijven met deze naam. Vul meer van de naam in, of zoek op KVK-nummer.';

function gelezenAls(vraag: Bedrijfsvraag): string {
  if ('kvkNummer' in vraag) return 'KVK-nummer';
  if ('rsin' in vraag) return 'RSIN';
  return 'vestigingsnummer' in vraag ? 'vestigingsnummer' : 'handelsnaam';
}

export async function zoekBedrijf(
  { deps, bronnen, aanroep }: Zoektocht,
  vraag: Bedrijfsvraag,
): Promise<Treffers> {
  const { bedrijven } = deps.registers;
  const als = gelezenAls(vraag);
  if (bedrijven === null) return { gelezenAls: als, klanten: [], zaken: [] };
  const gevonden = await bronnen.lees(bedrijven, [], aanroep, (a) =>
    eerlijk(() => bedrijven.zoek(vraag, a), TE_VEEL),
  );
  const klanten = await Promise.all(
    gevonden.map(async (bedrijf) => ({
      sleutel: { soort: 'bedrijf' as const, nummer: bedrijf.kvkNummer },
      kort: await toonBedrijfKort(deps, bedrijf),
    })),
  );
  return { gelezenAls: als, zaken: [], klanten };
}
