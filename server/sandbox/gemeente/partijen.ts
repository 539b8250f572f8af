/** Klanten as partijen of Klantinteracties 0.9, with their number and how to reach them. */
import type { Betrokkene } from './plan.ts';
import type { Prng } from './prng.ts';
import type { Gemeente, JsonObject } from '../typen.ts';

export interface Partij {
  uuid: string;
  wie: Betrokkene;
}

function identificator(
  gemeente: Gemeente,
  prng: Prng,
  partij: string,
  soort: string,
  register: string,
  [code, nummer]: readonly [string, string],
): void {
  gemeente.tabellen['klantinteracties/partij-identificatoren'].push({
    uuid: prng.uuid(),
    identificeerdePartij: { uuid: partij },
    anderePartijIdentificator: '',
    partijIdentificator: {
      codeObjecttype: soort,
      codeRegister: register,
      codeSoortObjectId: code,
      objectId: nummer,
    },
    subIdentificatorVan: null,
  });
}

function adres(
  gemeente: Gemeente,
  prng: Prng,
  partij: string,
  soort: 'email' | 'telefoonnummer',
  waarde: string,
): string {
  const uuid = prng.uuid();
  gemeente.tabellen['klantinteracties/digitaleadressen'].push({
    uuid,
    verstrektDoorBetrokkene: null,
    verstrektDoorPartij: { uuid: partij },
    adres: waarde.slice(0, 80),
    soortDigitaalAdres: soort,
    isStandaardAdres: true,
    omschrijving: soort === 'email' ? 'E-mail' : 'Mobiel',
    referentie: 'portaal',
    verificatieDatum: null,
  });
  return uuid;
}

/** "Zoë Öztürk-Müller" becomes "zoe.ozturk-muller": what a mailbox takes. */
function postbus(tekst: string): string {
  return tekst
    .normalize('NFD')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replace(/ +/g, '.');
}

function naamdelen(wie: Betrokkene): JsonObject {
  if (wie.soort === 'bedrijf') return { naam: wie.naam };
  return {
    contactnaam: contactnaam(wie),
    volledigeNaam: [wie.voornamen, wie.voorvoegsel, wie.achternaam].filter((d) => d !== '').join(' '),
  };
}

/** Name of someone as a betrokkene and a partij hold it; null for a bedrijf. */
export function contactnaam(wie: Betrokkene): JsonObject | null {
  if (wie.soort === 'bedrijf') return null;
  return {
    voorletters: wie.voorletters.slice(0, 10),
    voornaam: wie.voornamen,
    voorvoegselAchternaam: wie.voorvoegsel.slice(0, 10),
    achternaam: wie.achternaam,
  };
}

/** One in ten would rather read another language: by the last figures of the number of the partij. */
const TALEN: Readonly<Record<number, string>> = { 7: 'eng', 13: 'pol' };

export function maakPartij(
  gemeente: Gemeente,
  prng: Prng,
  wie: Betrokkene,
  volgnummer: number,
  bereikbaar: {
    telefoon?: string;
    email?: string;
    geheimhouding?: boolean;
    notitie?: string;
    taal?: string;
  } = {},
): Partij {
  const uuid = prng.uuid();
  if (wie.soort === 'persoon') {
    identificator(gemeente, prng, uuid, 'natuurlijk_persoon', 'brp', ['bsn', wie.bsn]);
  } else {
    identificator(gemeente, prng, uuid, 'niet_natuurlijk_persoon', 'hr', ['kvk_nummer', wie.kvkNummer]);
    if (wie.rsin !== '') {
      identificator(gemeente, prng, uuid, 'niet_natuurlijk_persoon', 'hr', ['rsin', wie.rsin]);
    }
  }
  const telefoon =
    bereikbaar.telefoon ??
    (prng.kans(0.75) ? `0612${String((volgnummer * 7919 + 100_003) % 1_000_000).padStart(6, '0')}` : null);
  const naam = wie.soort === 'bedrijf' ? wie.naam : `${wie.voornamen.split(' ')[0] ?? ''} ${wie.achternaam}`;
  const email = bereikbaar.email ?? (prng.kans(0.6) ? `${postbus(naam)}.${volgnummer}@example.com` : null);
  const adressen = [
    ...(telefoon === null ? [] : [adres(gemeente, prng, uuid, 'telefoonnummer', telefoon)]),
    ...(email === null ? [] : [adres(gemeente, prng, uuid, 'email', email)]),
  ];
  gemeente.tabellen['klantinteracties/partijen'].push({
    uuid,
    nummer: String(1_000_000 + volgnummer),
    interneNotitie: bereikbaar.notitie ?? '',
    voorkeursDigitaalAdres: adressen[0] === undefined ? null : { uuid: adressen[0] },
    rekeningnummers: [],
    voorkeursRekeningnummer: null,
    soortPartij: wie.soort === 'persoon' ? 'persoon' : 'organisatie',
    indicatieGeheimhouding: bereikbaar.geheimhouding ?? false,
    voorkeurstaal: bereikbaar.taal ?? TALEN[volgnummer % 20] ?? 'nld',
    indicatieActief: true,
    bezoekadres: null,
    correspondentieadres: null,
    partijIdentificatie: naamdelen(wie),
  });
  return { uuid, wie };
}
