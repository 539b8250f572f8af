import type { Bezorgrij, Bezorgstand, Registerstand } from '../../../shared/contracts/bezorging.ts';
import { fout } from '../../fouten.ts';
import * as bezorging from '../../store/bezorging.ts';
import * as inbox from '../../store/inbox.ts';
import * as outbox from '../../store/outbox.ts';
import type { Outboxrij } from '../../store/outbox.ts';
import * as taakstand from '../../store/taakstand.ts';
import * as indexronden from '../../store/indexronden.ts';
import type { Deps, Wie } from '../deps.ts';
import { zaakId } from '../zaaklezing.ts';
import { ContactmomentOpdracht, Schrijver, Zaakopdracht } from './opdracht.ts';

/** All that has not reached its register, of everyone; for who keeps the console running. @throws geen_recht */
export async function lijst(
  deps: Deps,
  wie: Wie,
  vraag: Parameters<typeof bezorging.lijst>[2],
): Promise<{ rijen: Bezorgrij[]; totaal: number }> {
  if (!wie.beleid.mag('lezen', 'Bezorging')) throw fout('geen_recht');
  const { rijen, totaal } = await bezorging.lijst(deps.store.db, deps.sleutels, vraag);
  return { rijen: rijen.map((gevonden) => toon(deps, gevonden)), totaal };
}

/** How the registers behave and how the work beside the requests goes. @throws geen_recht */
export async function stand(deps: Deps, wie: Wie): Promise<Bezorgstand> {
  if (!wie.beleid.mag('lezen', 'Bezorging')) throw fout('geen_recht');
  return meet(deps);
}

/** @throws geen_recht, niet_gevonden, conflict */
export async function probeerNu(deps: Deps, wie: Wie, id: string): Promise<{ aantal: number }> {
  if (!wie.beleid.mag('bezorgen', 'Bezorging')) throw fout('geen_recht');
  const rij = await outbox.lees(deps.store.db, deps.sleutels, id);
  if (rij === null) throw fout('niet_gevonden');
  if (rij.toestand === 'geweigerd')
    throw fout('conflict', {
      detail: 'Het register weigerde dit. Alleen de schrijver kan het verbeteren en opnieuw versturen.',
    });
  const aantal = await bezorging.probeerNu(deps.store.db, id, deps.clock.nu());
  deps.log.info({ id, medewerker: wie.medewerker.id, aantal }, 'opdracht wordt nu geprobeerd');
  return { aantal };
}

/** @throws geen_recht */
export async function probeerAllesNu(deps: Deps, wie: Wie, register: string): Promise<{ aantal: number }> {
  if (!wie.beleid.mag('bezorgen', 'Bezorging')) throw fout('geen_recht');
  const aantal = await bezorging.probeerAllesNu(deps.store.db, register, deps.clock.nu());
  deps.log.info({ register, medewerker: wie.medewerker.id, aantal }, 'register wordt nu geprobeerd');
  return { aantal };
}

/** The same figures for a person and for Prometheus; no person in them. */
export async function meet({ store, registers }: Deps): Promise<Bezorgstand> {
  const tellingen = await bezorging.tellingen(store.db);
  const bekend = alleRegisters(registers);
  const weg = [...new Set(tellingen.map(({ register }) => register))]
    .filter((id) => bekend.every((register) => register.id !== id))
    .map((id) => ({ id, naam: `${id} (niet meer gekoppeld)` }));
  const verbindingen = registers.verbindingen();
  const { wacht, opgegeven, oudste } = await inbox.stand(store.db);
  return {
    registers: await Promise.all(
      [...bekend, ...weg].map(async ({ id, naam }): Promise<Registerstand> => {
        const eigen = tellingen.filter(({ register }) => register === id);
        const tel = (toestand: 'wacht' | 'geweigerd') =>
          eigen.reduce((som, rij) => som + (rij.toestand === toestand ? rij.aantal : 0), 0);
        const sinds = eigen.flatMap((rij) => (rij.toestand === 'wacht' ? (rij.oudste ?? []) : []));
        const isZaakregister = registers.zaken.some((register) => register.id === id);
        return {
          id,
          naam,
          wacht: tel('wacht'),
          geweigerd: tel('geweigerd'),
          oudste: iso(sinds.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null),
          verbindingen: verbindingen
            .filter(({ bron }) => bron === id)
            .map(({ adres, breker, antwoordOp, geenAntwoordOp }) => ({
              adres,
              breker,
              antwoordOp: iso(antwoordOp),
              geenAntwoordOp: iso(geenAntwoordOp),
            })),
          zaakindexOp: isZaakregister ? iso(await indexronden.laatste(store.db, id)) : null,
        };
      }),
    ),
    notificaties: { wacht, opgegeven, oudste: iso(oudste) },
    taken: (await taakstand.lijst(store.db)).map(({ naam, geluktOp, misluktOp, reden }) => ({
      naam,
      geluktOp: iso(geluktOp),
      misluktOp: iso(misluktOp),
      reden,
    })),
  };
}

type Wachtend = Awaited<ReturnType<typeof bezorging.lijst>>['rijen'][number];
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

function alleRegisters(registers: Deps['registers']): { id: string; naam: string }[] {
  const { zaken, klanten, personen, bedrijven, notificaties, medewerkers, klanttaken } = registers;
  return [...zaken, klanten, personen, bedrijven, notificaties, medewerkers, klanttaken].filter(
    (register) => register !== null,
  );
}

function toon(deps: Deps, { rij, achter, leaseTot }: Wachtend): Bezorgrij {
  const register = alleRegisters(deps.registers).find(({ id }) => id === rij.register);
  const wacht = rij.toestand === 'wacht';
  return {
    id: rij.id,
    soort: rij.soort,
    toestand: wacht ? 'wacht' : 'geweigerd',
    register: { id: rij.register, naam: register?.naam ?? rij.register },
    sinds: rij.aangemaaktOp.toISOString(),
    pogingen: rij.pogingen,
    volgendePoging: wacht ? rij.volgendePoging.toISOString() : null,
    bezig: leaseTot !== null && leaseTot > deps.clock.nu(),
    achter,
    reden: redenZonderInhoud(rij),
    medewerker: Schrijver.parse(rij.inhoud).medewerker,
    zaak: zaakVan(rij),
  };
}

function zaakVan({ soort, inhoud }: Outboxrij): string | null {
  if (soort === 'contactmoment') return ContactmomentOpdracht.parse(inhoud).zaken[0] ?? null;
  const { register, zaak } = Zaakopdracht.parse(inhoud);
  return zaakId(register, zaak);
}

/**
 * Where fields are named, the text is the register's and may repeat what was written, or ours and tells of the zaak:
 * then only the names. Without fields it is a sentence of ours about the register.
 */
function redenZonderInhoud({ fouten, reden }: Outboxrij): string | null {
  if (fouten.length === 0) return reden;
  const namen = fouten.map(({ pad, code }) => `${naamOf(pad, 'een veld')} (${naamOf(code, 'zonder code')})`);
  return `Geweigerd: ${[...new Set(namen)].join(', ')}.`;
}

const naamOf = (tekst: string, anders: string): string =>
  /^[a-z][\w.-]{0,59}$/i.test(tekst) ? tekst.replaceAll('_', ' ') : anders;
