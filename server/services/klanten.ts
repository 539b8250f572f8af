import type { ZoekAntwoord, ZoekVraag } from '../../shared/contracts/klant.ts';
import { fout } from '../fouten.ts';
import { Bronnen } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_KLANTCONTACT, openNaZoeken } from './doelbinding.ts';
import { idVan } from './klant.ts';
import { zoekBedrijf } from './klanten/bedrijven.ts';
import { zoekDigitaalAdres } from './klanten/digitaaladres.ts';
import { zoekMeldingen } from './klanten/meldingen.ts';
import { zoekBsn, zoekPersonen } from './klanten/personen.ts';
import type { Treffers, Zoektocht } from './klanten/treffers.ts';
import { zoekZaaknummer } from './klanten/zaken.ts';
import { logInzage } from './verwerkingen.ts';

/**
 * Finds klanten. Every hit is one line in the log and, for kcc and balie, opens that klant for 30 minutes.
 * @throws geen_recht, te_veel_treffers, logboek_onbereikbaar
 */
export async function zoek(deps: Deps, wie: Wie, vraag: ZoekVraag): Promise<ZoekAntwoord> {
  if (!wie.beleid.mag('zoeken', 'Klant')) throw fout('geen_recht');
  const bronnen = new Bronnen(deps);
  const aanroep = aanroepVan(wie, DOEL_KLANTCONTACT);
  const treffers = await zoekOp({ deps, wie, bronnen, aanroep }, vraag);
  const { klanten, zaken, zonderNummer = [], vanaf } = treffers;
  const gevonden = treffers.vanZaken ?? klanten.map(({ sleutel }) => sleutel);
  await logInzage(deps, wie, {
    handeling: 'klant.zoeken',
    // Someone without a number, and a zaak of nobody, is a hit too.
    betrokkenen: [...gevonden, ...zonderNummer.map(() => null)],
    doel: DOEL_KLANTCONTACT,
    registers: bronnen.meldingen.map(({ bron }) => bron),
  });
  const bekend = treffers.opentNiets === true ? [] : gevonden.filter((sleutel) => sleutel !== null);
  await openNaZoeken(deps, wie, await Promise.all(bekend.map((sleutel) => idVan(deps, sleutel))));
  return {
    data: klanten.map(({ kort }) => kort),
    ...(zonderNummer.length === 0 ? {} : { zonderNummer }),
    zaken,
    bronnen: bronnen.meldingen,
    gelezenAls: treffers.gelezenAls,
    ...(vanaf === undefined ? {} : { vanaf }),
  };
}

/** "Niemand gevonden" would be untrue where nobody was asked. */
function eisGekoppeld(register: object | null, naam: string, anders: string): void {
  if (register === null)
    throw fout('niet_ondersteund', { detail: `Er is geen ${naam} gekoppeld. ${anders}` });
}

async function zoekOp(tocht: Zoektocht, vraag: ZoekVraag): Promise<Treffers> {
  const { personen, bedrijven, klanten } = tocht.deps.registers;
  if ('zaaknummer' in vraag) return zoekZaaknummer(tocht, vraag.zaaknummer);
  if ('meldingAdres' in vraag) return zoekMeldingen(tocht, vraag.meldingAdres);
  if ('meldingPunt' in vraag) return zoekMeldingen(tocht, vraag.meldingPunt);
  if ('telefoonnummer' in vraag || 'emailadres' in vraag) {
    eisGekoppeld(klanten, 'klantregister', 'Zoek op naam met geboortedatum, of op postcode met huisnummer.');
    return zoekDigitaalAdres(tocht, vraag);
  }
  if ('handelsnaam' in vraag || 'kvkNummer' in vraag || 'rsin' in vraag || 'vestigingsnummer' in vraag) {
    eisGekoppeld(bedrijven, 'Handelsregister', 'Zoek op zaaknummer.');
    return zoekBedrijf(tocht, 'handelsnaam' in vraag ? { naam: vraag.handelsnaam } : vraag);
  }
  eisGekoppeld(personen, 'Basisregistratie Personen', 'Zoek op zaaknummer.');
  return 'bsn' in vraag ? zoekBsn(tocht, vraag.bsn) : zoekPersonen(tocht, vraag);
}
