import { voegSamen } from '../domain/dubbelen.ts';
import { NIVEAUS, type Niveau } from '../../shared/contracts/waarden.ts';
import type { Aanroep } from '../connectors/ports.ts';
import type { Beleid } from '../policies/zaken.ts';
import type { Bronnen } from './bronnen.ts';
import type { Deps } from './deps.ts';
import { idVanKern, leesKernen, type Zaakkern } from './zaaklezing.ts';

/** Per id of a zaak the same one in other registers; the one that is named leads. */
export type Dubbelen = ReadonlyMap<string, readonly Zaakkern[]>;

export const GEEN_DUBBELEN: Dubbelen = new Map();

/** One zaak each, with what leads of it; `kernen` in the order of the registers. */
export function zonderDubbelen(kernen: readonly Zaakkern[]): { kernen: Zaakkern[]; dubbelen: Dubbelen } {
  const groepen = voegSamen(kernen, ({ zaak }) => zaak);
  return {
    kernen: groepen.flatMap(([leidend]) => leidend ?? []),
    dubbelen: new Map(
      groepen.flatMap(([leidend, ...dubbel]) =>
        leidend === undefined || dubbel.length === 0 ? [] : [[idVanKern(leidend), dubbel] as const],
      ),
    ),
  };
}

/** The strictest of the levels of one zaak: what one register closes, another does not open. */
export function niveauMet(beleid: Beleid, kern: Zaakkern, dubbelen: Dubbelen): Niveau {
  const niveaus = [kern, ...(dubbelen.get(idVanKern(kern)) ?? [])].map((een) => beleid.niveau(een.beleid));
  return NIVEAUS.find((niveau) => niveaus.includes(niveau)) ?? 'niets';
}

/** Asks the other registers for a zaak that was read from one of them. */
export async function leesDubbelen(
  { registers }: Deps,
  bronnen: Bronnen,
  kern: Zaakkern,
  aanroep: Aanroep,
): Promise<Dubbelen> {
  const elders = await Promise.all(
    registers.zaken
      .filter(({ id }) => id !== kern.register.id)
      .map((register) =>
        bronnen.lees<Zaakkern[]>(register, [], aanroep, async (a) => {
          const gevonden = await register.zoekOpZaaknummer(kern.zaak.identificatie, a);
          return (await leesKernen(register, gevonden, a)).rijen;
        }),
      ),
  );
  const [eigen = []] = voegSamen([kern, ...elders.flat()], ({ zaak }) => zaak);
  return new Map([[idVanKern(kern), eigen.slice(1)]]);
}
