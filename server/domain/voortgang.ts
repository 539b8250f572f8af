import type { Stap, Voortgang } from '../../shared/contracts/zaak.ts';
import type { Status, Substatus, Zaak, Zaaktype } from '../connectors/ports.ts';
import { addDays, dayOf, termijnDagen } from './dagen.ts';
import type { Pad } from './pad.ts';
import { isAfgerond, opVolgorde, statustypeVan } from './status.ts';

export interface VoortgangVraag {
  zaak: Zaak;
  /** Null where the zaaktype is gone. */
  zaaktype: Zaaktype | null;
  statussen: readonly Status[];
  substatussen: readonly Substatus[];
  pad: Pad;
  vandaag: string;
}

/** A status whose statustype is gone: said honestly, never guessed. */
export const ONBEKENDE_STAP = 'Onbekende stap';

type StapZonderNummer = Omit<Stap, 'volgnummer'>;

/**
 * The steps of a zaak (docs/ARCHITECTURE.md, Voortgang). What happened is told by the set statuses, by date, each once; what was
 * passed but never set (`overgeslagen`) and what is to come only by the pad. `norm` is the doorlooptijd of the
 * statustype in days; `verwachtOp` of a step to come follows from the norms of it and all before it, and is left out
 * where one of them is missing, the zaak stands still, or the day has passed.
 */
export function bouwVoortgang(vraag: VoortgangVraag): Voortgang {
  const { zaak, zaaktype, pad } = vraag;
  const gezet = opVolgorde(vraag.statussen);
  const dicht = isAfgerond(zaak, zaaktype, gezet);
  const plan = deelIn(
    pad,
    gezet.map((status) => status.statustype),
    dicht,
  );
  const nesten = verdeel(gezet, vraag.substatussen);

  const stappen: StapZonderNummer[] = [];
  for (const [i, status] of gezet.entries()) {
    for (const uuid of plan.overgeslagenVoor[i] ?? []) stappen.push(nietGezet(vraag, uuid, 'overgeslagen'));
    const nu = i === gezet.length - 1 && !dicht;
    stappen.push(gezetteStap(vraag, status, nu ? 'nu' : 'gedaan', nesten.get(status.uuid) ?? []));
  }
  for (const uuid of plan.overgeslagenNa) stappen.push(nietGezet(vraag, uuid, 'overgeslagen'));
  stappen.push(...komende(vraag, gezet.at(-1) ?? null, plan.straks));

  const genummerd = stappen.map((stap, i) => ({ ...stap, volgnummer: i + 1 }));
  return {
    totaal: plan.bekend ? genummerd.length : null,
    huidige: genummerd.find((stap) => stap.toestand === 'nu')?.volgnummer ?? null,
    pad: pad.bron,
    stappen: genummerd,
  };
}

interface Indeling {
  /** Whether the pad tells what is to come, so that a total can be given. */
  bekend: boolean;
  overgeslagenVoor: string[][];
  overgeslagenNa: string[];
  straks: string[];
}

/** Which steps of the pad were passed, before which set status, and which are to come. */
function deelIn(pad: Pad, gezet: readonly string[], dicht: boolean): Indeling {
  const plaats = new Map(pad.stappen.map((uuid, i) => [uuid, i]));
  const laatste = gezet.at(-1);
  const kent = laatste === undefined || [...pad.stappen, ...pad.uitgangen].includes(laatste);
  if (pad.stappen.length === 0 || !kent) {
    return { bekend: false, overgeslagenVoor: [], overgeslagenNa: [], straks: [] };
  }
  const bereikt = gezet.map((uuid) => plaats.get(uuid)).findLast((p) => p !== undefined) ?? -1;
  // A hidden step is neither missed nor foretold.
  const verteld = new Set([...gezet, ...pad.verborgen]);
  const passeer = (tot: number): string[] => {
    const over = pad.stappen.slice(0, Math.max(0, tot)).filter((uuid) => !verteld.has(uuid));
    for (const uuid of over) verteld.add(uuid);
    return over;
  };
  const overgeslagenVoor = gezet.map((uuid) => passeer(Math.min(plaats.get(uuid) ?? 0, bereikt)));
  if (dicht) return { bekend: true, overgeslagenVoor, overgeslagenNa: [], straks: [] };
  const rest = pad.stappen.slice(bereikt + 1).filter((uuid) => !pad.verborgen.includes(uuid));
  if (laatste === undefined || !pad.uitgangen.includes(laatste)) {
    return { bekend: true, overgeslagenVoor, overgeslagenNa: [], straks: rest };
  }
  // An exit goes straight to the end.
  const einde = rest.at(-1);
  const overgeslagenNa = pad.stappen.filter((uuid) => uuid !== einde && !verteld.has(uuid));
  return { bekend: true, overgeslagenVoor, overgeslagenNa, straks: rest.slice(-1) };
}

const schoon = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim();
const ofNull = (tekst: string | null | undefined): string | null => schoon(tekst ?? '') || null;

function basis(vraag: VoortgangVraag, uuid: string): Pick<Stap, 'id' | 'naam' | 'uitleg' | 'norm'> {
  const type = statustypeVan(vraag.zaaktype, uuid);
  const norm = termijnDagen(vraag.zaak.startdatum, type?.doorlooptijd ?? null);
  return {
    id: uuid,
    naam: ofNull(type?.omschrijving) ?? ONBEKENDE_STAP,
    uitleg: ofNull(type?.statustekst),
    ...(norm === null ? {} : { norm }),
  };
}

function gezetteStap(
  vraag: VoortgangVraag,
  status: Status,
  toestand: 'gedaan' | 'nu',
  substatussen: readonly Substatus[],
): StapZonderNummer {
  return {
    ...basis(vraag, status.statustype),
    toestand,
    datum: dayOf(status.datumStatusGezet),
    tijdstip: status.datumStatusGezet,
    toelichting: ofNull(status.toelichting),
    substatussen: substatussen.map(({ uuid, omschrijving, doelgroep, tijdstip }) => ({
      id: uuid,
      omschrijving,
      doelgroep,
      tijdstip,
    })),
  };
}

function nietGezet(vraag: VoortgangVraag, uuid: string, toestand: Stap['toestand']): StapZonderNummer {
  return {
    ...basis(vraag, uuid),
    toestand,
    datum: null,
    tijdstip: null,
    toelichting: null,
    substatussen: [],
  };
}

function komende(
  vraag: VoortgangVraag,
  laatste: Status | null,
  uuids: readonly string[],
): StapZonderNummer[] {
  let dag: string | null =
    vraag.zaak.opschorting !== null
      ? null
      : laatste === null
        ? vraag.zaak.startdatum
        : dayOf(laatste.datumStatusGezet);
  return uuids.map((uuid) => {
    const stap = nietGezet(vraag, uuid, 'straks');
    dag = dag === null || stap.norm === undefined ? null : addDays(dag, stap.norm);
    if (dag !== null && dag < vraag.vandaag) dag = null;
    return dag === null ? stap : { ...stap, verwachtOp: dag };
  });
}

/** Substatussen by the status they belong to, by time; one whose status is not there goes to the step of its moment. */
function verdeel(gezet: readonly Status[], substatussen: readonly Substatus[]): Map<string, Substatus[]> {
  const opTijd = substatussen.toSorted((a, b) => Date.parse(a.tijdstip) - Date.parse(b.tijdstip));
  const bekend = new Set(gezet.map((status) => status.uuid));
  return Map.groupBy(opTijd, ({ status, tijdstip }) => {
    if (bekend.has(status)) return status;
    const toen =
      gezet.findLast((een) => Date.parse(een.datumStatusGezet) <= Date.parse(tijdstip)) ?? gezet[0];
    return toen?.uuid ?? status;
  });
}
