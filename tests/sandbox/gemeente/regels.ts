/** What must hold of any made gemeente, ours or on a published catalogus. */
import { expect } from 'vitest';
import {
  padVan,
  type Gemeente,
  type JsonObject,
  type Rij,
  type TabelNaam,
} from '../../../server/sandbox/typen.ts';
import { alleRijen, bsnVan, leesZaken, staatErin, tekst, verwijzingen, type GelezenZaak } from './lezer.ts';

const NIVEAUS =
  'openbaar beperkt_openbaar intern zaakvertrouwelijk vertrouwelijk confidentieel geheim zeer_geheim'.split(
    ' ',
  );

/** Whole-number arithmetic of the 11-proef as the Logisch Ontwerp BRP gives it. */
export function elfproef(nummer: string): boolean {
  const cijfers = nummer.split('').map(Number);
  const som = cijfers.slice(0, 8).reduce((s, cijfer, i) => s + (9 - i) * cijfer, 0) - (cijfers[8] ?? 0);
  return /^\d{9}$/.test(nummer) && Number(nummer) > 0 && som % 11 === 0;
}

function dagInNederland(tijdstip: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(tijdstip);
}

export function eisVerwijzingen(gemeente: Gemeente): void {
  const alle = alleRijen(gemeente);
  const uuids = new Set([...alle.values()].map(({ uuid }) => uuid));
  expect(uuids.size).toBe(alle.size);
  const los: string[] = [];
  for (const [tabel, rijen] of Object.entries(gemeente.tabellen) as [TabelNaam, Rij[]][]) {
    for (const rij of rijen) {
      for (const pad of verwijzingen(rij))
        if (!alle.has(pad)) los.push(`${padVan(tabel, rij.uuid)} → ${pad}`);
      if (!tabel.startsWith('klantinteracties/')) continue;
      for (const waarde of Object.values(rij)) {
        for (const deel of Array.isArray(waarde) ? waarde : [waarde]) {
          const ander =
            typeof deel === 'object' && deel !== null && !Array.isArray(deel) ? deel['uuid'] : undefined;
          if (typeof ander === 'string' && !uuids.has(ander)) los.push(`${tabel} ${rij.uuid} → ${ander}`);
        }
      }
    }
  }
  expect(los).toEqual([]);
}

export function eisNummers(gemeente: Gemeente): void {
  const bsns = gemeente.personen.map((persoon) => tekst(persoon, 'burgerservicenummer'));
  expect(bsns.filter((bsn) => !elfproef(bsn))).toEqual([]);
  expect(new Set(bsns).size).toBe(bsns.length);
  expect(bsns.filter((bsn) => !bsn.startsWith('9999'))).toEqual([]);
  const bekend = new Set(bsns);
  const inRollen = gemeente.tabellen['zaken/rollen'].map(bsnVan).filter((bsn) => bsn !== '');
  expect(inRollen.filter((bsn) => !bekend.has(bsn))).toEqual([]);
  const rsins = [
    ...gemeente.bedrijven.flatMap(({ rsin }) => (rsin === undefined ? [] : [rsin])),
    ...gemeente.tabellen['zaken/zaken'].map((zaak) => tekst(zaak, 'bronorganisatie')),
  ];
  expect(rsins.filter((rsin) => !elfproef(rsin))).toEqual([]);
  const identificaties = gemeente.tabellen['zaken/zaken'].map((zaak) => tekst(zaak, 'identificatie'));
  expect(new Set(identificaties).size).toBe(identificaties.length);
  expect(identificaties.filter((nummer) => !/^ZAAK-\d{4}-\d{7}$/.test(nummer))).toEqual([]);
}

/** The rules of time of one zaak; gives what is broken. */
function tijdfouten(gelezen: GelezenZaak, nu: number): string[] {
  const { zaak, statussen } = gelezen;
  const fouten: string[] = [];
  const fout = (wat: string): void => void fouten.push(`${tekst(zaak, 'identificatie')}: ${wat}`);
  const start = tekst(zaak, 'startdatum');
  if (new Set(statussen.map((s) => s.tijdstip)).size !== statussen.length)
    fout('twee statussen op één tijdstip');
  if (new Set(statussen.map((s) => s.naam)).size !== statussen.length) fout('een status twee keer');
  for (const { tijdstip } of statussen) {
    if (dagInNederland(tijdstip) < start) fout('status voor de startdatum');
    if (tijdstip > nu) fout('status na nu');
  }
  const gezet = new Map(statussen.map((s) => [s.uuid, s.tijdstip]));
  for (const sub of gelezen.substatussen) {
    const tijdstip = Date.parse(tekst(sub, 'tijdstip'));
    const van = gezet.get(tekst(sub, 'status').slice(-36));
    if (van === undefined || tijdstip <= van || tijdstip > nu)
      fout(`substatus ${tekst(sub, 'omschrijving')}`);
    if (tekst(sub, 'omschrijving').length > 200) fout('substatus te lang');
  }
  const laatste = statussen.at(-1);
  const einddatum = zaak['einddatum'];
  const klaar = laatste?.eind === true;
  if (klaar !== (typeof einddatum === 'string')) fout('einddatum past niet bij de eindstatus');
  if (klaar !== (gelezen.resultaat !== null)) fout('resultaat past niet bij de eindstatus');
  if (klaar && einddatum !== dagInNederland(laatste.tijdstip))
    fout('einddatum is niet de dag van de eindstatus');
  if (klaar && gelezen.deelzaken.some((deel) => deel.zaak['einddatum'] === null)) fout('deelzaak nog open');
  if (statussen.slice(0, -1).some((s) => s.eind)) fout('status na de eindstatus');
  if (gelezen.besluiten.length > 0 && !klaar) fout('besluit bij een lopende zaak');
  for (const besluit of gelezen.besluiten) {
    if (tekst(besluit, 'verzenddatum') > dagInNederland(nu)) fout('besluit verzonden na nu');
    if (tekst(besluit, 'datum') < start) fout('besluit voor de start');
  }
  return fouten;
}

export function eisTijden(gemeente: Gemeente, nu: number): void {
  expect(leesZaken(gemeente).flatMap((zaak) => tijdfouten(zaak, nu))).toEqual([]);
  const laat = gemeente.tabellen['klantinteracties/klantcontacten'].filter(
    (contact) => Date.parse(tekst(contact, 'plaatsgevondenOp')) > nu,
  );
  expect(laat).toEqual([]);
}

/** Zaken in a klantbeeld of kcc: she asks, the type is not internal, not above `confidentieel`, not jeugd or schulden. */
export function zichtbaarVoorKcc(zaak: GelezenZaak, bsn: string): boolean {
  return (
    staatErin(zaak, bsn, 'initiator') &&
    zaak.zaaktype['indicatieInternOfExtern'] !== 'intern' &&
    NIVEAUS.indexOf(tekst(zaak.zaak, 'vertrouwelijkheidaanduiding')) <= NIVEAUS.indexOf('confidentieel') &&
    !/jeugd|schuld/i.test(tekst(zaak.zaaktype, 'omschrijving'))
  );
}

/** Days until the wettelijke term; negative = too late. */
export function resterend(zaak: Rij, vandaag: string): number {
  return (Date.parse(tekst(zaak, 'uiterlijkeEinddatumAfdoening')) - Date.parse(vandaag)) / 86_400_000;
}

export function deel(rij: Rij | JsonObject, naam: string): JsonObject | null {
  const waarde = rij[naam];
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde) ? waarde : null;
}

export { dagInNederland };
