import { z } from 'zod';
import { Klantbeeld } from '../shared/contracts/klantbeeld.ts';
import { ZoekAntwoord } from '../shared/contracts/klant.ts';
import type { Client } from '../tests/hulp/console.ts';
import { alsKiss } from './kiss.ts';
import { deel, druk, klok, mediaan } from './meting.ts';
import type { Kind } from './proces.ts';
import { opZichzelf, type Tussen, type Verzoek } from './tussen.ts';

/** Places for calls to one register at a time (server/connectors/http/bescherming.ts). */
const SCHOT = 40;
const KLANT_VEEL = '999901126';
const GROND = { klanten: 5, cpuKlanten: 40, cpuRonden: 5 };

export interface Bank {
  kind: Kind;
  client: Client;
  tussen: Tussen;
  sandbox: string;
  latencyMs: number;
  /** BSN → number of zaken. */
  zaken: ReadonlyMap<string, number>;
  opslag: string;
}

interface Beeld {
  ms: number;
  beeld: Klantbeeld;
  verzoeken: Verzoek[];
  open: number;
}

async function zoek({ client }: Bank, bsn: string): Promise<string> {
  const antwoord = await client.post('/api/klanten/zoek', { bsn });
  if (antwoord.status !== 200) throw new Error(`zoeken: ${String(antwoord.status)} ${antwoord.tekst}`);
  const [klant] = ZoekAntwoord.parse(antwoord.json).data;
  if (klant === undefined) throw new Error('klant niet gevonden');
  return klant.id;
}

async function open({ client, tussen }: Bank, klant: string): Promise<Beeld> {
  tussen.verzoeken.length = 0;
  const { ms, uit } = await klok(() => client.get(`/api/klanten/${klant}/klantbeeld`));
  if (uit.status !== 200) throw new Error(`klantbeeld: ${String(uit.status)}`);
  const beeld = Klantbeeld.parse(uit.json);
  const aantal = beeld.zaken.filter(({ einddatum }) => einddatum === null).length;
  return { ms, beeld, verzoeken: [...tussen.verzoeken], open: aantal };
}

const koud = ({ kind }: Bank) => kind.vraag('koud', z.literal(true));
const beltijd = async ({ tussen }: Bank, verzoeken: readonly Verzoek[]): Promise<number> => {
  const tijden: number[] = [];
  // One of each kind of call: they differ by what they ask, not by which zaak.
  const soorten = new Map(
    verzoeken.map((een) => [`${een.methode} ${een.pad.replace(/[0-9a-f-]{36}.*/, '')}`, een]),
  );
  for (const een of soorten.values()) tijden.push(await opZichzelf(tussen.basis, een));
  return Math.max(...tijden);
};
const dubbel = (verzoeken: readonly Verzoek[]): number =>
  verzoeken.length - new Set(verzoeken.map((v) => `${v.methode} ${v.pad} ${v.lichaam.toString()}`)).size;

/** Those with a number of zaken nearest to ten. */
const rondTien = ({ zaken }: Bank, hoeveel: number): string[] =>
  [...zaken]
    .toSorted((a, b) => Math.abs(a[1] - 10) - Math.abs(b[1] - 10))
    .slice(0, hoeveel)
    .map(([bsn]) => bsn);

export async function meetKlantbeeld(bank: Bank): Promise<number> {
  const bsns = rondTien(bank, GROND.klanten);
  const ids = await Promise.all(bsns.map((bsn) => zoek(bank, bsn)));
  let vloer = 0;
  for (const keer of ['eerste', 'daarna'] as const) {
    await koud(bank);
    const beelden: Beeld[] = [];
    for (const id of ids) beelden.push(await open(bank, id));
    // The floor takes the calls that were made now, each by itself, through the same proxy.
    const tijden: number[] = [];
    for (const { verzoeken } of beelden) tijden.push(await beltijd(bank, verzoeken));
    vloer = 2 * mediaan(tijden);
    const uitleg = {
      opslag: bank.opslag,
      zaken: beelden.map(({ beeld }) => beeld.zaken.length).join(','),
      contacten: beelden.map(({ beeld }) => beeld.contactmomenten.length).join(','),
    };
    const naam =
      keer === 'eerste'
        ? 'klantbeeld, klant nog nooit getoond (open zaken afgestemd)'
        : 'klantbeeld, klant eerder getoond';
    druk({
      figuur: naam,
      waarde: mediaan(beelden.map(({ ms }) => ms)),
      eenheid: 'ms',
      vloer,
      grens: 1.3,
      ...uitleg,
    });
    const over = beelden.map(({ verzoeken, open: aantal }) => verzoeken.length - aantal);
    druk({
      figuur: `${naam}: aanroepen boven 1 per open zaak, hoogste van 5`,
      waarde: Math.max(...over),
      eenheid: 'aanroepen',
      vloer: null,
      grens: 8,
      aanroepen: beelden.map(({ verzoeken }) => verzoeken.length).join(','),
      open: beelden.map(({ open: aantal }) => aantal).join(','),
      dubbel: beelden.reduce((som, { verzoeken }) => som + dubbel(verzoeken), 0),
    });
  }
  bank.tussen.verzoeken.length = 0;
  const kiss = [];
  for (const bsn of bsns) kiss.push(await alsKiss(bank.tussen.basis, bsn));
  druk({
    figuur: 'hetzelfde scherm naar het aanroeppatroon van KISS',
    waarde: mediaan(kiss.map(({ ms }) => ms)),
    eenheid: 'ms',
    vloer,
    grens: null,
    aanroepen: kiss.map(({ aanroepen }) => aanroepen).join(','),
    keten: kiss.map(({ keten }) => keten).join(','),
    zaken: kiss.map(({ zaken }) => zaken).join(','),
    contacten: kiss.map(({ contacten }) => contacten).join(','),
  });
  return vloer;
}

export async function meetVeelZaken(bank: Bank): Promise<void> {
  const id = await zoek(bank, KLANT_VEEL);
  await open(bank, id);
  await koud(bank);
  const { ms, beeld, verzoeken, open: aantal } = await open(bank, id);
  druk({
    figuur: 'klantbeeld met meer dan 100 zaken',
    waarde: ms,
    eenheid: 'ms',
    vloer: bank.latencyMs * (1 + Math.ceil(verzoeken.length / SCHOT)),
    grens: 1.3,
    opslag: bank.opslag,
    zaken: beeld.zaken.length,
    open: aantal,
    aanroepen: verzoeken.length,
    dubbel: dubbel(verzoeken),
  });
}

export async function meetStoring(bank: Bank, vloer: number): Promise<void> {
  const bsns = rondTien(bank, 11);
  const ids = await Promise.all(bsns.map((bsn) => zoek(bank, bsn)));
  const stoor = (soort: string) =>
    fetch(`${bank.sandbox}/_sandbox/storingen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ api: 'klantinteracties', soort, seconden: 60 }),
    });
  for (const [soort, naam] of [
    ['weg', 'dode'],
    ['hang', 'hangende'],
  ] as const) {
    await koud(bank);
    await stoor(soort);
    const eerste = await open(bank, ids[0] ?? '');
    druk({
      figuur: `klantbeeld met een ${naam} bron`,
      waarde: eerste.ms,
      eenheid: 'ms',
      vloer: null,
      grens: 4000,
    });
    await Promise.all(ids.slice(1, 6).map((id) => open(bank, id)));
    const tijden: number[] = [];
    for (const id of ids.slice(6)) tijden.push((await open(bank, id)).ms);
    druk({
      figuur: `klantbeeld met een ${naam} bron, de zekering open`,
      waarde: mediaan(tijden),
      eenheid: 'ms',
      vloer,
      grens: 1.5,
    });
    await fetch(`${bank.sandbox}/_sandbox/storingen`, { method: 'DELETE' });
  }
}

/** CPU of the whole console process, user and system, with everything it does beside it. */
export async function meetCpu(bank: Bank): Promise<void> {
  const ids: string[] = [];
  for (const bsn of rondTien(bank, GROND.cpuKlanten)) ids.push(await zoek(bank, bsn));
  await Promise.all(ids.map((id) => open(bank, id)));
  let cpu = 0;
  const aanroepen: number[] = [];
  for (let ronde = 0; ronde < GROND.cpuRonden; ronde += 1) {
    await koud(bank);
    const voor = await bank.kind.vraag('cpu', z.number());
    bank.tussen.verzoeken.length = 0;
    for (let van = 0; van < ids.length; van += 4)
      await Promise.all(
        ids.slice(van, van + 4).map((id) => bank.client.get(`/api/klanten/${id}/klantbeeld`)),
      );
    cpu += (await bank.kind.vraag('cpu', z.number())) - voor;
    aanroepen.push(bank.tussen.verzoeken.length / ids.length);
  }
  const keren = ids.length * GROND.cpuRonden;
  druk({
    figuur: 'eigen CPU per klantbeeld',
    waarde: cpu / keren,
    eenheid: 'ms',
    vloer: null,
    grens: 15,
    opslag: bank.opslag,
    keren,
    aanroepenGemiddeld: deel(aanroepen, 0.5),
  });
}
