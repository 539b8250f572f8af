import { expect } from 'vitest';
import type { Fout } from '../../shared/contracts/fout.ts';
import type { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakDetail, ZaakKort } from '../../shared/contracts/zaak.ts';
import { BSN_VERHULST, type Antwoord, type Client } from './console.ts';

/** Searches her, which opens her for kcc and balie; the opaque id. */
export async function zoekVerhulst(client: Client): Promise<string> {
  const { status, json } = await client.post<ZoekAntwoord>('/api/klanten/zoek', { bsn: BSN_VERHULST });
  expect(status).toBe(200);
  const [klant] = json.data;
  if (klant === undefined) throw new Error('mevrouw Verhulst is niet gevonden');
  return klant.id;
}

export async function klantbeeldVan(client: Client, klant: string): Promise<Klantbeeld> {
  const { status, json, tekst } = await client.get<Klantbeeld>(`/api/klanten/${klant}/klantbeeld`);
  expect(status, tekst).toBe(200);
  return json;
}

export async function zaakVan(client: Client, id: string): Promise<ZaakDetail> {
  const { status, json, tekst } = await client.get<ZaakDetail>(`/api/zaken/${id}`);
  expect(status, tekst).toBe(200);
  return json;
}

export function kies(beeld: Klantbeeld, omschrijving: string): ZaakKort {
  const zaak = beeld.zaken.find((een) => een.omschrijving === omschrijving);
  if (zaak === undefined) throw new Error(`geen zaak "${omschrijving}" in dit klantbeeld`);
  return zaak;
}

const NEDERLANDS = /\b(de|het|een|niet|kies|vul|dit|er|deze|probeer|controleer|uw?|u|is|ten)\b/i;
const GEHEIMEN = [/\n\s+at /, /node_modules/, /\.ts:\d/, /\b\d{9}\b/, /select .* from/i];

/** Every refusal of ours: problem+json of the contract, in Dutch, without a stack and without anyone's number. */
export function verwachtFout(antwoord: Antwoord<unknown>, status: number, code?: string): Fout {
  expect({ status: antwoord.status, tekst: antwoord.tekst }).toMatchObject({ status });
  expect(antwoord.koppen.get('content-type')).toMatch(/^application\/problem\+json/);
  const fout = antwoord.json as Fout;
  expect(fout).toMatchObject({
    type: expect.stringMatching(/^urn:/) as string,
    title: expect.any(String) as string,
    status,
    code: code ?? (expect.any(String) as string),
    fouten: expect.any(Array) as unknown[],
  });
  expect(fout.detail).toMatch(NEDERLANDS);
  for (const geheim of GEHEIMEN) expect(antwoord.tekst).not.toMatch(geheim);
  return fout;
}
