import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { setTimeout as wacht } from 'node:timers/promises';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { BSN_VERHULST, Client, type Antwoord } from '../hulp/console.ts';
import { CONSOLE_URL, REGISTERS_URL } from './processen.ts';
import { maakToeval } from './toeval.ts';

/** A write that the console acknowledged (201), and by what it is found in its register. */
export interface Bevestigd {
  soort: 'contactmoment' | 'substatus' | 'status';
  /** uuid of the zaak; '' for a contactmoment. */
  zaak: string;
  /** The text that only this write has. */
  merk: string;
  /** Of a contactmoment. */
  referentienummer: string;
}

export interface Schrijvers {
  bevestigd: Bevestigd[];
  /** Answers that no write may get: a 500, or a refusal that was never deserved. */
  mis: string[];
  /** Stops after what each is doing has been acknowledged. */
  stop(): Promise<void>;
}

/** A browser that goes on until it has an answer, as ours does: the same key with every try. */
async function volhardend(
  client: Client,
  gebruiker: string,
  doe: () => Promise<Antwoord<unknown>>,
): Promise<Antwoord<unknown>> {
  for (;;) {
    try {
      const antwoord = await doe();
      if (antwoord.status === 401) await client.post('/auth/demo', { gebruiker });
      else if (antwoord.status < 502 || antwoord.status > 504) return antwoord;
    } catch (oorzaak) {
      // fetch throws a TypeError where the other side is gone.
      if (!(oorzaak instanceof TypeError)) throw oorzaak;
    }
    await wacht(30);
  }
}

interface Schrijver {
  gebruiker: string;
  /** One write; its body and where it goes. */
  volgende: () => { pad: string; inhoud: object; bevestigd: Omit<Bevestigd, 'referentienummer'> };
}

const nu = (): string => new Date().toISOString();

/**
 * Contactmomenten of one klant and of nobody, substatussen and statuses on the zaken of the behandelaar, each as fast as
 * the answers come (and `pauzeMs` after them), until told to stop.
 */
export async function startSchrijvers(pauzeMs = 0): Promise<Schrijvers> {
  const bevestigd: Bevestigd[] = [];
  const mis: string[] = [];
  let loopt = true;

  const kcc = new Client(CONSOLE_URL);
  const vraagKlant = () => kcc.post<{ data?: { id: string }[] }>('/api/klanten/zoek', { bsn: BSN_VERHULST });
  const gevonden = (await volhardend(kcc, 'kcc', vraagKlant)) as Awaited<ReturnType<typeof vraagKlant>>;
  const klant = gevonden.json.data?.[0]?.id;
  if (klant === undefined) throw new Error(`de klant is niet gevonden: ${gevonden.tekst}`);
  const zaken = await zakenVoorStatus();

  async function schrijf({ gebruiker, volgende }: Schrijver, n: number): Promise<void> {
    const client = new Client(CONSOLE_URL);
    while (loopt) {
      const { pad, inhoud, bevestigd: wat } = volgende();
      const sleutel = { 'idempotency-key': randomUUID() };
      const antwoord = await volhardend(client, gebruiker, () => client.post(pad, inhoud, sleutel));
      if (antwoord.status === 201) {
        const { id } = antwoord.json as { id: string };
        const referentienummer = wat.soort === 'contactmoment' ? id.slice(id.indexOf('~r') + 2) : '';
        bevestigd.push({ ...wat, referentienummer });
      } else mis.push(`${gebruiker} ${n} ${wat.soort}: ${antwoord.status} ${antwoord.tekst.slice(0, 300)}`);
      if (pauzeMs > 0) await wacht(pauzeMs);
    }
  }

  const contact = (vanWie: { klant?: string }, n: number): Schrijver => ({
    gebruiker: 'kcc',
    volgende: () => {
      const merk = `faults ${n} ${randomUUID()}`;
      const inhoud = {
        ...{
          klant,
          kanaal: 'telefoon',
          vraagtype: 'voortgang',
          onderwerp: merk,
          inhoud: 'Proef met afbreken',
        },
        ...{ resultaat: 'beantwoord', zaken: [], gestartOp: nu(), beeindigdOp: nu() },
      };
      return { pad: '/api/contactmomenten', inhoud, bevestigd: { soort: 'contactmoment', zaak: '', merk } };
    },
  });
  const opZaak = (soort: 'substatus' | 'status', n: number): Schrijver => {
    const toeval = maakToeval(`${soort} ${n}`);
    return {
      gebruiker: 'behandelaar',
      volgende: () => {
        const merk = `faults ${n} ${randomUUID()}`;
        const { id, statustypen } = toeval.kies(zaken);
        const zaak = id.slice(id.indexOf('~') + 1);
        return soort === 'substatus'
          ? {
              pad: `/api/zaken/${id}/substatussen`,
              inhoud: { omschrijving: merk, doelgroep: 'intern' },
              bevestigd: { soort, zaak, merk },
            }
          : {
              pad: `/api/zaken/${id}/statussen`,
              inhoud: { statustype: toeval.kies(statustypen), toelichting: merk },
              bevestigd: { soort, zaak, merk },
            };
      },
    };
  };
  const alle = [
    contact({ klant }, 1),
    contact({}, 2),
    opZaak('substatus', 3),
    opZaak('substatus', 4),
    opZaak('status', 5),
  ];
  const lopend = alle.map((schrijver, i) => schrijf(schrijver, i + 1));
  const klaar = Promise.all(lopend);
  klaar.catch((oorzaak: unknown) => mis.push(`een schrijver viel om: ${String(oorzaak)}`));
  return {
    bevestigd,
    mis,
    stop: async () => {
      loopt = false;
      await klaar;
    },
  };
}

/** Open zaken of the behandelaar with a status, and the statustypen that do not close them. */
async function zakenVoorStatus(): Promise<{ id: string; statustypen: string[] }[]> {
  const client = new Client(CONSOLE_URL);
  const lees = async (pad: string): Promise<unknown> =>
    (await volhardend(client, 'behandelaar', () => client.get(pad))).json;
  const filter = encodeURIComponent(JSON.stringify({ open: true, mijn: true }));
  for (;;) {
    // The index is filled after the start.
    const rijen = (await lees(`/api/zaken?filter=${filter}`)) as { id: string; magDoen: string[] }[];
    const kan = rijen.filter(({ magDoen }) => magDoen.includes('status') && magDoen.includes('substatus'));
    if (kan.length >= 3) {
      const details = await Promise.all(kan.slice(0, 5).map(({ id }) => lees(`/api/zaken/${id}`)));
      return details.map((detail) => {
        const { id, statustypen } = detail as {
          id: string;
          statustypen: { id: string; eindstatus: boolean }[];
        };
        return { id, statustypen: statustypen.filter((t) => !t.eindstatus).map((t) => t.id) };
      });
    }
    await wacht(200);
  }
}

const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32), vers: true };

const Contactblad = z.object({
  next: z.string().nullable(),
  results: z.array(z.object({ onderwerp: z.string(), referentienummer: z.string() })),
});

/** Every contact in the register, read past our own connector. */
async function alleContacten() {
  const rijen: z.infer<typeof Contactblad>['results'] = [];
  let url: string | null = `${REGISTERS_URL}/klantinteracties/api/v1/klantcontacten?pageSize=100`;
  while (url !== null) {
    const antwoord: Response = await fetch(url, { headers: { authorization: 'Token sandbox-token' } });
    const blad: z.infer<typeof Contactblad> = Contactblad.parse(await antwoord.json());
    rijen.push(...blad.results);
    url = blad.next;
  }
  return rijen;
}

/** How often each acknowledged write stands in its register, and every mark of ours that stands there twice. */
async function tel(bevestigd: readonly Bevestigd[]): Promise<{ weg: Bevestigd[]; dubbel: string[] }> {
  const registers = maakRegisters(standaardRegisters(REGISTERS_URL, `${CONSOLE_URL}/api/notificaties`, 'x'));
  try {
    const [zaakregister] = registers.zaken;
    if (zaakregister === undefined) throw new Error('er is geen zaakregister');
    const contacten = await alleContacten();
    const merken = contacten.map(({ onderwerp }) => onderwerp);
    const nummers = contacten.map(({ referentienummer }) => referentienummer);
    for (const zaak of new Set(bevestigd.map((een) => een.zaak).filter((een) => een !== ''))) {
      const [statussen, substatussen] = await Promise.all([
        zaakregister.statussen(zaak, AANROEP),
        zaakregister.substatussen(zaak, AANROEP),
      ]);
      merken.push(...statussen.map(({ toelichting }) => toelichting ?? ''));
      merken.push(...substatussen.map(({ omschrijving }) => omschrijving));
    }
    const keren = new Map<string, number>();
    for (const merk of merken) if (merk.startsWith('faults ')) keren.set(merk, (keren.get(merk) ?? 0) + 1);
    return {
      weg: bevestigd.filter(
        ({ soort, merk, referentienummer }) =>
          !keren.has(merk) || (soort === 'contactmoment' && !nummers.includes(referentienummer)),
      ),
      dubbel: [...keren].filter(([, aantal]) => aantal > 1).map(([merk]) => merk),
    };
  } finally {
    await registers.sluit();
  }
}

/** Waits until every acknowledged write is there: what a killed process held is taken over after its lease (60 s). */
export async function totBezorgd(bevestigd: readonly Bevestigd[], hoogstensMs: number) {
  const einde = Date.now() + hoogstensMs;
  for (;;) {
    const stand = await tel(bevestigd);
    if (stand.weg.length === 0 || Date.now() > einde) return stand;
    await wacht(1000);
  }
}
