import { z } from 'zod';
import type { Niveau } from '../../shared/contracts/waarden.ts';
import { rolVanKlant, staatInKlantbeeld } from '../domain/klantrol.ts';
import type { Aanroep, Rol } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import { alsFout } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_BEHANDELING, DOEL_KLANTCONTACT, doelVoorKlant, openVoor } from './doelbinding.ts';
import { idVan } from './klant.ts';
import { leesKern, vindRegister, type Zaakkern } from './zaaklezing.ts';

/** A zaak that this medewerker may see, under what purpose, and whose it is. */
export interface Toegang {
  kern: Zaakkern;
  niveau: Niveau;
  doel: string;
  /** The applicant, with the opaque id; null for a zaak without a known klant. */
  klant: { id: string; sleutel: Klantsleutel; naam: string } | null;
  aanroep: Aanroep;
}

/**
 * Reads the stored record and decides on it. What may not be seen does not exist: the same 404 for both.
 * @throws niet_gevonden, doel_ontbreekt, bron_onbereikbaar
 */
export async function toegangTotZaak(deps: Deps, wie: Wie, id: string, vers = false): Promise<Toegang> {
  const gevonden = vindRegister(deps.registers.zaken, id);
  if (gevonden === null || !z.uuid().safeParse(gevonden.uuid).success) throw fout('niet_gevonden');
  const { register, uuid } = gevonden;
  const vooraf = { ...aanroepVan(wie, DOEL_KLANTCONTACT), vers };
  const kern = await leesZaak();
  const niveau = wie.beleid.niveau(kern.beleid);
  if (!reikt(niveau, 'status')) throw fout('niet_gevonden');
  const klant = await aanvragerVan(deps, kern.rollen);
  const doel = await doelVoorZaak(deps, wie, kern, klant?.id ?? null);
  return { kern, niveau, doel, klant, aanroep: { ...aanroepVan(wie, doel), vers } };

  async function leesZaak(): Promise<Zaakkern> {
    try {
      return await leesKern(register, await register.zaak(uuid, vooraf), vooraf);
    } catch (oorzaak) {
      throw alsFout(oorzaak, register.naam);
    }
  }
}

/** Own afdeling: behandeling, and the applicant is open to the behandelaar from then on. Else as for that klant. */
async function doelVoorZaak(deps: Deps, wie: Wie, kern: Zaakkern, klant: string | null): Promise<string> {
  const behandelt =
    wie.medewerker.rollen.includes('behandelaar') && wie.medewerker.afdelingen.includes(kern.afdeling);
  if (behandelt) {
    if (klant !== null) await openVoor(deps, wie, [klant], DOEL_BEHANDELING);
    return DOEL_BEHANDELING;
  }
  return klant === null ? DOEL_KLANTCONTACT : doelVoorKlant(deps, wie, klant);
}

/** The klanten in whose klantbeeld a zaak with these rollen stands. */
export function sleutelsVan(rollen: readonly Rol[]): { sleutel: Klantsleutel; naam: string | null }[] {
  return rollen.flatMap(
    ({ identificatie: { bsn, kvkNummer }, naam }): { sleutel: Klantsleutel; naam: string | null }[] => {
      if (bsn !== undefined && staatInKlantbeeld(rollen, { bsn }))
        return [{ sleutel: { soort: 'persoon', nummer: bsn }, naam }];
      if (
        kvkNummer !== undefined &&
        staatInKlantbeeld(rollen, { kvkNummer, rsin: null, vestigingsnummers: [] })
      ) {
        return [{ sleutel: { soort: 'bedrijf', nummer: kvkNummer }, naam }];
      }
      return [];
    },
  );
}

/** Everyone with a number of his own in these rollen, each once. */
export function personenIn(rollen: readonly Rol[]): Klantsleutel[] {
  const alle = rollen.flatMap(({ identificatie: { bsn, kvkNummer } }): Klantsleutel[] => {
    if (bsn !== undefined) return [{ soort: 'persoon', nummer: bsn }];
    return kvkNummer === undefined ? [] : [{ soort: 'bedrijf', nummer: kvkNummer }];
  });
  return [...new Map(alle.map((sleutel) => [sleutel.nummer, sleutel])).values()];
}

/** The first applicant: the initiator where there is one. */
async function aanvragerVan(deps: Deps, rollen: readonly Rol[]): Promise<Toegang['klant']> {
  const eerste = sleutelsVan(rollen).toSorted((a, b) => rang(rollen, a.sleutel) - rang(rollen, b.sleutel))[0];
  if (eerste === undefined) return null;
  return {
    id: await idVan(deps, eerste.sleutel),
    sleutel: eerste.sleutel,
    naam: eerste.naam ?? 'Naam nu niet bekend',
  };
}

const rang = (rollen: readonly Rol[], sleutel: Klantsleutel): number =>
  sleutel.soort === 'persoon' && rolVanKlant(rollen, { bsn: sleutel.nummer }) === 'initiator' ? 0 : 1;
