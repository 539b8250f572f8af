import { LRUCache } from 'lru-cache';
import { wachtMet } from '../http/termijn.ts';
import { leesPagina } from '../http/pagina.ts';
import type { Vraag } from '../http.ts';
import { BronFout, type Aanroep, type Klantregister } from '../ports.ts';
import { lees, leesRijen } from '../upstream.ts';
import type { Klantinteracties } from './basis.ts';
import { ActorBron, Gemaakt } from './schema.ts';

const UUR = 60 * 60_000;
const MINUUT = 60_000;

/** Pages of 100 that are read ahead: the names of most who work here. */
const VOORUIT_PAGINAS = 5;

export interface Actoren extends Pick<Klantregister, 'koppelActor'> {
  /** Reads names ahead once an hour, beside another call: looking them up afterwards would be a round of its own. */
  leesVooruit(aanroep: Aanroep): void;
  /** Names of these actors by uuid; one that cannot be read stays out: who it is matters less than the list. */
  namen(uuids: readonly string[], aanroep: Aanroep): Promise<ReadonlyMap<string, string>>;
}

/** A name that cannot be had leaves the list as it is. */
function zonderNaam(fout: unknown): void {
  if (!(fout instanceof BronFout)) throw fout;
}

/** Actoren are medewerkers and afdelingen, no klanten: kept for an hour. */
export function maakActoren(ki: Klantinteracties): Actoren {
  const { id, actorcodes } = ki.config;
  const namen = new LRUCache<string, string>({ max: 5000, ttl: UUR });
  const vanMedewerker = new LRUCache<string, Promise<string>>({ max: 5000, ttl: UUR });

  async function vindOfMaak(medewerker: { id: string; naam: string }, aanroep: Aanroep): Promise<string> {
    const identificator = { ...actorcodes, objectId: medewerker.id };
    const rijen = await ki.alles(
      '/actoren',
      {
        actoridentificatorObjectId: identificator.objectId,
        actoridentificatorCodeObjecttype: identificator.codeObjecttype,
        actoridentificatorCodeRegister: identificator.codeRegister,
        actoridentificatorCodeSoortObjectId: identificator.codeSoortObjectId,
      },
      aanroep,
    );
    const gevonden = leesRijen(ActorBron, rijen).rijen[0];
    if (gevonden) return gevonden.uuid;
    const lichaam = {
      naam: medewerker.naam.slice(0, 200),
      soortActor: 'medewerker',
      indicatieActief: true,
      actoridentificator: identificator,
    };
    return (await ki.maak('/actoren', lichaam, [], aanroep)).uuid;
  }

  /** Once per medewerker, also when two contacts are delivered at the same time: otherwise there would be two actors. */
  function actorVan(medewerker: { id: string; naam: string }, aanroep: Aanroep): Promise<string> {
    const bestaand = vanMedewerker.get(medewerker.id);
    if (bestaand) return bestaand;
    const nieuw = vindOfMaak(medewerker, aanroep);
    vanMedewerker.set(medewerker.id, nieuw);
    nieuw.catch(() => vanMedewerker.delete(medewerker.id));
    return nieuw;
  }

  let vooruitTot = 0;
  let vooruit: Promise<void> = Promise.resolve();
  async function leesAlvast(aanroep: Aanroep): Promise<void> {
    let nu: Vraag | null = { basis: ki.config.basis, pad: '/actoren', query: { pageSize: '100' } };
    for (let i = 0; nu !== null && i < VOORUIT_PAGINAS; i += 1) {
      const blad: Awaited<ReturnType<typeof leesPagina>> = await leesPagina(id, ki.http, nu, aanroep);
      for (const a of leesRijen(ActorBron, blad.rijen).rijen) if (a.naam !== null) namen.set(a.uuid, a.naam);
      nu = blad.volgende;
    }
  }

  return {
    leesVooruit(aanroep) {
      if (vooruitTot > Date.now()) return;
      vooruitTot = Date.now() + UUR;
      // What could not be read ahead is read when it is needed, and tells its failure there.
      vooruit = leesAlvast({ ...aanroep, signal: undefined }).catch(() => {
        vooruitTot = Date.now() + MINUUT;
      });
    },
    async koppelActor(klantcontact, medewerker, aanroep) {
      const actor = await actorVan(medewerker, aanroep);
      const bestaand = await ki.alles(
        '/actorklantcontacten',
        { klantcontact__uuid: klantcontact, actor__uuid: actor },
        { ...aanroep, vers: true },
      );
      if (leesRijen(Gemaakt, bestaand).rijen.length > 0) return;
      const lichaam = { actor: { uuid: actor }, klantcontact: { uuid: klantcontact } };
      await ki.maak('/actorklantcontacten', lichaam, [klantcontact], aanroep);
    },
    async namen(uuids, aanroep) {
      const uit = new Map<string, string>();
      // Under way already, so never later than asking for each of them now.
      if (uuids.some((uuid) => !namen.has(uuid)))
        await wachtMet(id, vooruit, aanroep.signal).catch(zonderNaam);
      await Promise.all(
        [...new Set(uuids)].map(async (uuid) => {
          const bewaard = namen.get(uuid);
          if (bewaard !== undefined) return uit.set(uuid, bewaard);
          try {
            const { naam } = lees(id, ActorBron, await ki.een(`/actoren/${uuid}`, aanroep));
            if (naam !== null) {
              namen.set(uuid, naam);
              uit.set(uuid, naam);
            }
          } catch (fout) {
            zonderNaam(fout);
          }
          return uit;
        }),
      );
      return uit;
    },
  };
}
