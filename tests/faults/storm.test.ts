import { setTimeout as wacht } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { BSN_VERHULST, Client } from '../hulp/console.ts';
import { CONSOLE_URL, maakOpstelling, REGISTERS_URL, type Opstelling, type Proces } from './processen.ts';
import { startSchrijvers, totBezorgd } from './schrijvers.ts';
import { maakToeval, SEED } from './toeval.ts';

const SECONDEN = Number(process.env['FAULTS_SECONDEN'] ?? '') || 60;
const LANG = 60 * 60_000;
const APIS = ['zaken', 'catalogi', 'documenten', 'besluiten', 'klantinteracties', 'brp', 'notificaties'];
const SOORTEN = ['500', 'hang', 'drup', 'ongeldig', 'weg'];
/** MB; a console at rest has about half of it. */
const HOOGSTENS_MB = 900;

let levend: Proces[] = [];
let opstelling: Opstelling | null = null;
afterEach(async () => {
  await Promise.all(levend.splice(0).map((proces) => proces.doodt()));
  opstelling?.ruimOp();
});

async function sandbox(methode: string, inhoud?: object): Promise<void> {
  const antwoord = await fetch(`${REGISTERS_URL}/_sandbox/storingen`, {
    method: methode,
    ...(inhoud === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(inhoud) }),
  });
  if (!antwoord.ok) throw new Error(`storing ${methode}: ${antwoord.status}`);
}

interface Lezing {
  wat: string;
  status: number;
  ms: number;
}

/** Readers as at the counter, each its screen again and again; every answer is kept. */
async function startLezers(): Promise<{ lezingen: Lezing[]; stop(): Promise<void> }> {
  const lezingen: Lezing[] = [];
  let loopt = true;
  const login = async (gebruiker: string): Promise<Client> => {
    const client = new Client(CONSOLE_URL);
    await client.post('/auth/demo', { gebruiker });
    return client;
  };
  const [kcc, behandelaar] = [await login('kcc'), await login('behandelaar')];
  const zoek = () => kcc.post<{ data: { id: string }[] }>('/api/klanten/zoek', { bsn: BSN_VERHULST });
  const klant = (await zoek()).json.data[0]?.id ?? '';
  const open = await kcc.get<{ zaken: { id: string }[] }>(`/api/klanten/${klant}/klantbeeld`);
  const zaken = open.json.zaken.map(({ id }) => id);
  const toeval = maakToeval('lezers');
  const schermen: [string, () => Promise<{ status: number }>][] = [
    ['zoeken', zoek],
    ['klantbeeld', () => kcc.get(`/api/klanten/${klant}/klantbeeld`)],
    ['zaak', () => kcc.get(`/api/zaken/${toeval.kies(zaken)}`)],
    ['werkvoorraad', () => behandelaar.get('/api/zaken')],
  ];
  const lopend = Promise.all(
    schermen.map(async ([wat, lees]) => {
      while (loopt) {
        const begin = performance.now();
        const { status } = await lees();
        lezingen.push({ wat, status, ms: performance.now() - begin });
        await wacht(100);
      }
    }),
  );
  lopend.catch(() => undefined);
  return {
    lezingen,
    stop: async () => {
      loopt = false;
      await lopend;
    },
  };
}

/** What each screen answered and how long it took: told, not judged, for the clock is the machine's. */
function samenvatting(lezingen: readonly Lezing[]): string {
  return Object.entries(Object.groupBy(lezingen, ({ wat }) => wat))
    .map(([wat, eigen = []]) => {
      const tijden = eigen.map(({ ms }) => ms).sort((a, b) => a - b);
      const statussen = [...new Set(eigen.map(({ status }) => status))].sort().join('/');
      const op = (deel: number) => ((tijden[Math.floor((tijden.length - 1) * deel)] ?? 0) / 1000).toFixed(1);
      return `${wat} ${eigen.length}x (${statussen}), helft binnen ${op(0.5)} s, langste ${op(1)} s`;
    })
    .join('; ');
}

describe('registers die om de beurt uitvallen', () => {
  it(
    `laten de console ${SECONDEN} s lang antwoorden, zonder 500, binnen zijn geheugen, en niets raakt kwijt`,
    async () => {
      const eigen = maakOpstelling();
      opstelling = eigen;
      const [registers, console] = [eigen.registers(), eigen.console()];
      levend = [registers, console];
      await Promise.all([registers.gestart, console.gestart]);
      const schrijvers = await startSchrijvers(200);
      const lezers = await startLezers();
      const toeval = maakToeval('storm');
      const geheugen: number[] = [];
      const einde = Date.now() + SECONDEN * 1000;
      while (Date.now() < einde) {
        if (toeval.tot(6) === 0) await sandbox('DELETE');
        else {
          const storing = {
            api: toeval.kies(APIS),
            soort: toeval.kies(SOORTEN),
            seconden: 1 + toeval.tot(4),
          };
          await sandbox('POST', storing);
        }
        await wacht(300 + toeval.tot(1200));
        geheugen.push(console.rss());
      }
      await sandbox('DELETE');
      await Promise.all([lezers.stop(), schrijvers.stop()]);
      const { bevestigd, mis } = schrijvers;
      const begin = Date.now();
      const { weg, dubbel } = await totBezorgd(bevestigd, 600_000);
      const hoogste = Math.max(...geheugen);
      process.stdout.write(
        `faults: storm van ${SECONDEN} s, seed ${SEED}: ${bevestigd.length} keer "bewaard" gezegd, ${weg.length} kwijt, ` +
          `${dubbel.length} dubbel, alles bezorgd na ${Math.round((Date.now() - begin) / 1000)} s; ` +
          `geheugen ${geheugen
            .filter((_, i) => i % 10 === 0)
            .map(Math.round)
            .join(' ')}, ten hoogste ${Math.round(hoogste)} MB; ${samenvatting(lezers.lezingen)}\n`,
      );
      expect([console.gevallen(), registers.gevallen()]).toEqual([null, null]);
      // A zaak of a register that does not answer is 502 with its name; everything else is answered with what there is.
      const verkeerd = lezers.lezingen.filter(
        ({ wat, status }) => status !== 200 && !(wat === 'zaak' && status === 502),
      );
      expect(verkeerd).toEqual([]);
      expect([mis, weg, dubbel]).toEqual([[], [], []]);
      expect(bevestigd.length).toBeGreaterThan(20);
      expect(hoogste).toBeLessThan(HOOGSTENS_MB);
    },
    LANG,
  );
});
