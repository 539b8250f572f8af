import { addDays } from '../domain/dagen.ts';
import type { Besluitdagen } from '../domain/antwoord/stand.ts';
import { berekenTermijn } from '../domain/termijn.ts';
import { vergelijkUrgentie } from '../domain/urgentie.ts';
import type { Aanroep, Status, Substatus, Zaakregister } from '../connectors/ports.ts';
import { ofWeg } from '../connectors/upstream.ts';
import type { BewaardeStatus } from '../store/schema.ts';
import * as zaakverloop from '../store/zaakverloop.ts';
import type { NieuwVerloop, Zaakverloop } from '../store/zaakverloop.ts';
import type { Bronnen } from './bronnen.ts';
import type { Deps } from './deps.ts';
import { idVanKern, ligtAanDeze, uuidVan, type Zaakkern, type Zaaklezing } from './zaaklezing.ts';

/**
 * The besluiten of a closed zaak are of use in a list where it closed this recently, or is one of the newest. Those that
 * are not kept are read a few at a time, the newest first: the next look at the list reads on.
 */
const UITKOMST = { dagen: 365, nieuwste: 4, perKeer: 2 } as const;
/** What was kept of besluiten holds this long (ms): not every register tells when one changes. */
const BESLUITEN_GELDIG_MS = 24 * 60 * 60_000;
/** An answer may come from the cache of the connectors, and is then this old (ms) at most. */
const CACHE_MS = 30_000;
/** Zaken a look at the store, and readings side by side, when the reconciliation fills what is not known. */
const BLAD = 200;
const NAAST_ELKAAR = 4;

interface Stand {
  deps: Deps;
  bronnen: Bronnen;
  aanroep: Aanroep;
  bekend: ReadonlyMap<string, Zaakverloop>;
  /** Collects what was read, to be kept. */
  gelezen: NieuwVerloop[];
}

/** No answer that is asked for now is older than this: what was forgotten since is not kept again. */
const zekerOp = ({ clock }: Deps): Date => new Date(clock.nu().getTime() - CACHE_MS);

/**
 * Everything that happened to one zaak, read from its register. Where the register stops answering the zaak has what
 * was read before; where only its besluiten do, there is no resultaat either, because nobody knows whether it was sent.
 */
export async function leesVerloop(
  deps: Deps,
  bronnen: Bronnen,
  kern: Zaakkern,
  aanroep: Aanroep,
): Promise<Zaaklezing> {
  const stand: Stand = { deps, bronnen, aanroep, bekend: new Map(), gelezen: [] };
  const lezing = await leesEen(stand, kern, { verloop: kern.zaak.status !== null, besluiten: true });
  await zaakverloop.bewaar(deps.store.db, stand.gelezen);
  return lezing;
}

/**
 * The zaken of a list, with no more calls than it needs: the history of an open zaak that is kept and still ends at its
 * current status is not read again, nor the besluiten of a closed one that were read today. A history that is kept has
 * no toelichtingen: those are text, and come with the page of the zaak. Closed zaken of long ago have no besluiten
 * here (null), so that their outcome is not spoken.
 */
export async function leesVerlopen(
  deps: Deps,
  bronnen: Bronnen,
  kernen: readonly Zaakkern[],
  aanroep: Aanroep,
): Promise<Zaaklezing[]> {
  const bekend = await zaakverloop.lees(deps.store.db, kernen.map(idVanKern));
  const stand: Stand = { deps, bronnen, aanroep, bekend, gelezen: [] };
  const uitkomst = new Set(
    metUitkomst(kernen, deps.clock.vandaag())
      .filter((kern) => heeftBesluiten(kern) && bewaardeBesluiten(stand, kern) === null)
      .slice(0, UITKOMST.perKeer),
  );
  const perKern = new Map<Zaakkern, Promise<Zaaklezing>>();
  // Of a klant with a hundred zaken the last ones wait for a place: not those that are asked about.
  for (const kern of meestDringendEerst(kernen, deps.clock.vandaag())) perKern.set(kern, leesVoorLijst(kern));
  const lezingen = await Promise.all(kernen.flatMap((kern) => perKern.get(kern) ?? []));
  await zaakverloop.bewaar(deps.store.db, stand.gelezen);
  return lezingen;

  async function leesVoorLijst(kern: Zaakkern): Promise<Zaaklezing> {
    const open = kern.zaak.einddatum === null;
    const lezing = await leesEen(stand, kern, {
      verloop: open && kern.zaak.status !== null,
      besluiten: !open && heeftBesluiten(kern) && (uitkomst.has(kern) ? true : 'bekend'),
    });
    // The same whether it was read now or kept.
    const { statusNu } = kern.zaak;
    return {
      ...lezing,
      statussen: lezing.statussen.map((status) =>
        status.uuid === statusNu?.uuid ? statusNu : { ...status, toelichting: null },
      ),
    };
  }
}

function meestDringendEerst(kernen: readonly Zaakkern[], vandaag: string): Zaakkern[] {
  return kernen
    .map((kern) => {
      const { zaak, zaaktype } = kern;
      const statussen = zaak.statusNu === null ? [] : [zaak.statusNu];
      const { startdatum, einddatum } = zaak;
      return { kern, startdatum, einddatum, termijn: berekenTermijn({ zaak, zaaktype, statussen, vandaag }) };
    })
    .sort(vergelijkUrgentie)
    .map(({ kern }) => kern);
}

/** Reads the history of the open zaken of which none is kept, a few at a time: nobody waits for it. Returns how many. */
export async function vulVerloop(
  deps: Deps,
  register: Zaakregister,
  aanroep: Aanroep,
  signal: AbortSignal,
): Promise<number> {
  let na = '';
  let gevuld = 0;
  while (!signal.aborted) {
    const ids = await zaakverloop.onbekend(deps.store.db, register.id, na, BLAD);
    const gelezen: NieuwVerloop[] = [];
    const werk = ids.values();
    const lees = async () => {
      for (const zaak of werk) {
        if (signal.aborted) return;
        const gelezenOp = zekerOp(deps);
        const statussen = await statussenOfNiets(register, zaak, { ...aanroep, signal });
        if (statussen !== null) gelezen.push({ zaak, statussen, gelezenOp });
      }
    };
    await Promise.all(Array.from({ length: NAAST_ELKAAR }, lees));
    await zaakverloop.bewaar(deps.store.db, gelezen);
    gevuld += gelezen.length;
    if (ids.length < BLAD) break;
    na = ids.at(-1) ?? na;
  }
  return gevuld;
}

/** The uuids of the zaken of which this besluit was kept. */
export async function zakenVanBesluit(
  deps: Deps,
  register: Zaakregister,
  besluit: string,
): Promise<string[]> {
  const ids = await zaakverloop.vanBesluit(deps.store.db, besluit);
  return ids.filter((id) => id.startsWith(`${register.id}~`)).map(uuidVan);
}

/** Null for a zaak that cannot be read by itself; a register that does not answer ends the round. */
async function statussenOfNiets(
  register: Zaakregister,
  id: string,
  aanroep: Aanroep,
): Promise<BewaardeStatus[] | null> {
  try {
    return (await register.statussen(uuidVan(id), aanroep)).map(bewaarbaar);
  } catch (oorzaak) {
    if (!ligtAanDeze(oorzaak)) throw oorzaak;
    return null;
  }
}

/** Whether there can be besluiten to ask for. */
const heeftBesluiten = ({ register, zaak, zaaktype }: Zaakkern): boolean =>
  zaak.resultaat !== null && register.kan.besluiten && zaaktype?.besluitMogelijk !== false;

/** Closed zaken of which the outcome is worth a call, the newest first. */
function metUitkomst(kernen: readonly Zaakkern[], vandaag: string): Zaakkern[] {
  const gesloten = kernen
    .filter(({ zaak }) => zaak.einddatum !== null)
    .toSorted((a, b) => ((a.zaak.einddatum ?? '') < (b.zaak.einddatum ?? '') ? 1 : -1));
  const sinds = addDays(vandaag, -UITKOMST.dagen);
  return gesloten.filter(({ zaak }, plek) => plek < UITKOMST.nieuwste || (zaak.einddatum ?? '') >= sinds);
}

/** What is read of one zaak; besluiten `bekend` only where they are kept. */
interface Wat {
  verloop: boolean;
  besluiten: boolean | 'bekend';
}

async function leesEen(stand: Stand, kern: Zaakkern, wat: Wat): Promise<Zaaklezing> {
  const [verloop, besluiten] = await Promise.all([
    leesStand(stand, kern, wat),
    leesBesluiten(stand, kern, wat),
  ]);
  return besluiten === null
    ? { ...kern, ...verloop, besluiten, resultaattype: null }
    : { ...kern, ...verloop, besluiten };
}

/** The besluiten as they are kept, or null where they are not, or too long ago. */
function bewaardeBesluiten(
  { deps, bekend }: Pick<Stand, 'deps' | 'bekend'>,
  kern: Zaakkern,
): readonly Besluitdagen[] | null {
  const bewaard = bekend.get(idVanKern(kern));
  const geldig = deps.clock.nu().getTime() - (bewaard?.besluitenOp.getTime() ?? 0) < BESLUITEN_GELDIG_MS;
  return geldig ? (bewaard?.besluiten ?? null) : null;
}

/** Empty where there can be none or nobody asked; null where they are not known. */
async function leesBesluiten(
  { deps, bronnen, aanroep, bekend, gelezen }: Stand,
  kern: Zaakkern,
  { besluiten: lezen }: Wat,
): Promise<readonly Besluitdagen[] | null> {
  const { register, zaak, zaaktype } = kern;
  if (lezen === false || !register.kan.besluiten || zaaktype?.besluitMogelijk === false) return [];
  const bewaard = bewaardeBesluiten({ deps, bekend }, kern);
  const gelezenOp = zekerOp(deps);
  if (bewaard !== null) return bewaard;
  if (lezen === 'bekend') return null;
  return bronnen.onderdeel<readonly Besluitdagen[] | null>(
    register,
    'besluiten',
    null,
    aanroep,
    async (a) => {
      const besluiten = await register.besluiten(zaak.uuid, a);
      gelezen.push({
        zaak: idVanKern(kern),
        besluiten: besluiten.map(({ uuid, datum, verzenddatum, uiterlijkeReactiedatum }) => ({
          uuid,
          datum,
          verzenddatum,
          uiterlijkeReactiedatum,
        })),
        gelezenOp,
      });
      return besluiten;
    },
  );
}

async function leesStand(
  { deps, bronnen, aanroep, bekend, gelezen }: Stand,
  kern: Zaakkern,
  { verloop }: Wat,
): Promise<Pick<Zaaklezing, 'statussen' | 'substatussen' | 'resultaattype'>> {
  const { register, zaak, zaaktype } = kern;
  const bewaard = verloop ? bewaardVerloop(bekend, kern) : null;
  const zonder = bewaard ?? (zaak.statusNu === null ? [] : [zaak.statusNu]);
  const leeg = { statussen: zonder, substatussen: [], resultaattype: null };
  return bronnen.lees(register, leeg, aanroep, async (a) => {
    const leesStatussen = async (): Promise<Status[]> => {
      const gelezenOp = zekerOp(deps);
      const statussen = await register.statussen(zaak.uuid, a);
      gelezen.push({ zaak: idVanKern(kern), statussen: statussen.map(bewaarbaar), gelezenOp });
      return statussen;
    };
    const [statussen, substatussen, resultaat] = await Promise.all([
      verloop && bewaard === null ? leesStatussen() : zonder,
      verloop && register.kan.substatussen ? register.substatussen(zaak.uuid, a) : ([] as Substatus[]),
      zaak.resultaatNu ?? (zaak.resultaat === null ? null : ofWeg(register.resultaat(zaak.resultaat, a))),
    ]);
    const resultaattype =
      zaaktype?.resultaattypen.find(({ uuid }) => uuid === resultaat?.resultaattype) ?? null;
    return { statussen, substatussen, resultaattype };
  });
}

const bewaarbaar = ({ uuid, statustype, datumStatusGezet }: Status): BewaardeStatus => ({
  uuid,
  statustype,
  datumStatusGezet,
});

/** The history as it is kept, or null where it is not, or does not end at the status that the register has now. */
function bewaardVerloop(bekend: ReadonlyMap<string, Zaakverloop>, kern: Zaakkern): Status[] | null {
  const statussen = bekend.get(idVanKern(kern))?.statussen ?? [];
  const nu = statussen.find(({ uuid }) => uuid === kern.zaak.status);
  if (nu === undefined) return null;
  const gezet = Date.parse(nu.datumStatusGezet);
  if (statussen.some(({ datumStatusGezet }) => Date.parse(datumStatusGezet) > gezet)) return null;
  return statussen.map((status) => ({ ...status, zaak: kern.zaak.uuid, toelichting: null }));
}
