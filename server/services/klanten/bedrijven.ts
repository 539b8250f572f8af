import type { Bedrijfsvraag } from '../../connectors/ports.ts';
import { toonBedrijfKort } from '../klant.ts';
import type { Treffers, Zoektocht } from './treffers.ts';

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
  const gevonden = await bronnen.lees(bedrijven, [], aanroep, (a) => bedrijven.zoek(vraag, a));
  const klanten = await Promise.all(
    gevonden.map(async (bedrijf) => ({
      sleutel: { soort: 'bedrijf' as const, nummer: bedrijf.kvkNummer },
      kort: await toonBedrijfKort(deps, bedrijf),
    })),
  );
  return { gelezenAls: als, zaken: [], klanten };
}
