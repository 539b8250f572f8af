import type { KlantKort, ZoekAntwoord, ZoekVraag } from '../../shared/contracts/klant.ts';
import { BronFout, type Aanroep } from '../connectors/ports.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import { Bronnen } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_KLANTCONTACT, openNaZoeken } from './doelbinding.ts';
import { idVan, toonBedrijfKort, toonPersoonKort } from './klant.ts';
import { logInzage } from './verwerkingen.ts';
import { leesKernen, type Zaakkern } from './zaaklezing.ts';
import { leesVerlopen } from './zaakverloop.ts';
import { sleutelsVan } from './zaaktoegang.ts';
import { toonLijst } from './zaaklijst.ts';

interface Treffers {
  gelezenAls: string;
  klanten: { sleutel: Klantsleutel; kort: KlantKort }[];
  /** Whose zaken were found: their data is read, also where their own register is silent. */
  vanZaken?: Klantsleutel[];
  zaken: ZoekAntwoord['zaken'];
}

/**
 * Finds klanten. Every hit is one line in the log and, for kcc and balie, opens that klant for 30 minutes.
 * @throws geen_recht, te_veel_treffers, logboek_onbereikbaar
 */
export async function zoek(deps: Deps, wie: Wie, vraag: ZoekVraag): Promise<ZoekAntwoord> {
  if (!wie.beleid.mag('zoeken', 'Klant')) throw fout('geen_recht');
  const bronnen = new Bronnen(deps.clock);
  const aanroep = aanroepVan(wie, DOEL_KLANTCONTACT);
  const treffers = await zoekOp(deps, wie, bronnen, aanroep, vraag);
  const betrokkenen = treffers.vanZaken ?? treffers.klanten.map(({ sleutel }) => sleutel);
  await logInzage(deps, wie, {
    handeling: 'klant.zoeken',
    // A zaak without a known klant is a hit too.
    betrokkenen: betrokkenen.length === 0 && treffers.zaken.length > 0 ? [null] : betrokkenen,
    doel: DOEL_KLANTCONTACT,
    registers: bronnen.meldingen.map(({ bron }) => bron),
  });
  await openNaZoeken(deps, wie, await Promise.all(betrokkenen.map((sleutel) => idVan(deps, sleutel))));
  return {
    data: treffers.klanten.map(({ kort }) => kort),
    zaken: treffers.zaken,
    bronnen: bronnen.meldingen,
    gelezenAls: treffers.gelezenAls,
  };
}

async function zoekOp(
  deps: Deps,
  wie: Wie,
  bronnen: Bronnen,
  aanroep: Aanroep,
  vraag: ZoekVraag,
): Promise<Treffers> {
  if ('zaaknummer' in vraag) return zoekZaaknummer(deps, wie, bronnen, aanroep, vraag.zaaknummer);
  if ('kvkNummer' in vraag)
    return zoekBedrijf(deps, bronnen, aanroep, { kvkNummer: vraag.kvkNummer }, 'KVK-nummer');
  if ('handelsnaam' in vraag)
    return zoekBedrijf(deps, bronnen, aanroep, { naam: vraag.handelsnaam }, 'handelsnaam');
  if ('bsn' in vraag) return zoekBsn(deps, bronnen, aanroep, vraag.bsn);
  if ('achternaam' in vraag || 'postcode' in vraag) return zoekPersonen(deps, bronnen, aanroep, vraag);
  // Digital addresses stand in the klantregister, without a number by which its owner could be opened.
  throw fout('niet_ondersteund', {
    detail: 'Zoeken op telefoonnummer of e-mailadres kan nog niet. Zoek op BSN, naam of adres.',
  });
}

/** Too many hits is an answer to the user, not a failing source. */
async function eerlijk<T>(lezen: () => Promise<T>): Promise<T> {
  try {
    return await lezen();
  } catch (oorzaak) {
    if (oorzaak instanceof BronFout && oorzaak.soort === 'te_veel_treffers')
      throw fout('te_veel_treffers', { cause: oorzaak });
    throw oorzaak;
  }
}

async function zoekBsn(deps: Deps, bronnen: Bronnen, aanroep: Aanroep, bsn: string): Promise<Treffers> {
  const { personen } = deps.registers;
  const persoon =
    personen === null ? null : await bronnen.lees(personen, null, aanroep, (a) => personen.persoon(bsn, a));
  return { gelezenAls: 'BSN', zaken: [], klanten: persoon === null ? [] : [await alsTreffer(deps, persoon)] };
}

async function zoekPersonen(
  deps: Deps,
  bronnen: Bronnen,
  aanroep: Aanroep,
  vraag: Extract<ZoekVraag, { achternaam: string } | { postcode: string }>,
): Promise<Treffers> {
  const { personen } = deps.registers;
  const gelezenAls = 'achternaam' in vraag ? 'naam en geboortedatum' : 'postcode en huisnummer';
  if (personen === null) return { gelezenAls, klanten: [], zaken: [] };
  const gevonden = await bronnen.lees(personen, [], aanroep, (a) =>
    eerlijk(() => ('achternaam' in vraag ? personen.zoekOpNaam(vraag, a) : personen.zoekOpAdres(vraag, a))),
  );
  return {
    gelezenAls,
    zaken: [],
    klanten: await Promise.all(gevonden.map((persoon) => alsTreffer(deps, persoon))),
  };
}

const alsTreffer = async (deps: Deps, persoon: Parameters<typeof toonPersoonKort>[1]) => ({
  sleutel: { soort: 'persoon' as const, nummer: persoon.bsn },
  kort: await toonPersoonKort(deps, persoon),
});

async function zoekBedrijf(
  deps: Deps,
  bronnen: Bronnen,
  aanroep: Aanroep,
  vraag: { kvkNummer: string } | { naam: string },
  gelezenAls: string,
): Promise<Treffers> {
  const { bedrijven } = deps.registers;
  if (bedrijven === null) return { gelezenAls, klanten: [], zaken: [] };
  const gevonden = await bronnen.lees(bedrijven, [], aanroep, (a) => bedrijven.zoek(vraag, a));
  const klanten = await Promise.all(
    gevonden.map(async (bedrijf) => ({
      sleutel: { soort: 'bedrijf' as const, nummer: bedrijf.kvkNummer },
      kort: await toonBedrijfKort(deps, bedrijf),
    })),
  );
  return { gelezenAls, zaken: [], klanten };
}

/** A zaaknummer gives the zaak itself, also without a klant, and the klant whose zaak it is. */
async function zoekZaaknummer(
  deps: Deps,
  wie: Wie,
  bronnen: Bronnen,
  aanroep: Aanroep,
  zaaknummer: string,
): Promise<Treffers> {
  const kernen = await Promise.all(
    deps.registers.zaken.map((register) =>
      bronnen.lees<Zaakkern[]>(register, [], aanroep, async (a) => {
        const gevonden = await leesKernen(register, await register.zoekOpZaaknummer(zaaknummer, a), a);
        // "Niet gevonden" may not be said of what is there but cannot be read.
        if (gevonden.rijen.length === 0 && gevonden.onleesbaar > 0)
          throw new BronFout(register.id, 'onleesbaar', { code: 'zaak' });
        return gevonden.rijen;
      }),
    ),
  );
  const gezien = kernen.flat().filter(({ beleid }) => reikt(wie.beleid.niveau(beleid), 'status'));
  const lezingen = await leesVerlopen(deps, bronnen, gezien, aanroep);
  const vanZaken = sleutelsVanZaken(gezien);
  return {
    gelezenAls: 'zaaknummer',
    zaken: await toonLijst(deps, wie, lezingen),
    vanZaken,
    klanten: await aanvragers(deps, bronnen, aanroep, vanZaken),
  };
}

/** The persons and companies whose zaken these are, each once. */
const sleutelsVanZaken = (kernen: readonly Zaakkern[]): Klantsleutel[] => [
  ...new Map(
    kernen.flatMap(({ rollen }) => sleutelsVan(rollen)).map(({ sleutel }) => [sleutel.nummer, sleutel]),
  ).values(),
];

async function aanvragers(
  deps: Deps,
  bronnen: Bronnen,
  aanroep: Aanroep,
  sleutels: readonly Klantsleutel[],
): Promise<Treffers['klanten']> {
  const gevonden = await Promise.all(
    sleutels.map(({ soort, nummer }) =>
      soort === 'persoon'
        ? zoekBsn(deps, bronnen, aanroep, nummer)
        : zoekBedrijf(deps, bronnen, aanroep, { kvkNummer: nummer }, 'KVK-nummer'),
    ),
  );
  return gevonden.flatMap(({ klanten }) => klanten);
}
