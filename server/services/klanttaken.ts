import type { Aanroep, Klanttaak, Lijst } from '../connectors/ports.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import type { Bronnen } from './bronnen.ts';
import type { Deps } from './deps.ts';

/** What the citizen must still do, by uuid of the zaak; `gelezen` is false where a taak may be missing. */
export interface Acties {
  gelezen: boolean;
  van: (zaak: string) => { moet: string; voor: string | null } | null;
}

/** Nothing was asked, because there is no register to ask: the zaak itself is all there is to go by. */
const geenRegister: Acties = { gelezen: true, van: () => null };

/** In a list nobody asks per klant: then nothing is promised about what the citizen need not do. */
export const ongelezenActies = ({ registers }: Deps): Acties =>
  registers.klanttaken === null ? geenRegister : { gelezen: false, van: () => null };

/** The open klanttaken of this klant: of each zaak the one that must be done first. */
export async function leesActies(
  deps: Deps,
  bronnen: Bronnen,
  sleutel: Klantsleutel,
  aanroep: Aanroep,
): Promise<Acties> {
  const { klanttaken } = deps.registers;
  if (klanttaken === null) return geenRegister;
  const lijst = await bronnen.lees<Lijst<Klanttaak> | null>(klanttaken, null, aanroep, (a) =>
    klanttaken.openTaken(sleutel, a),
  );
  const eerste = new Map<string, Klanttaak>();
  for (const taak of lijst?.rijen ?? []) {
    if (taak.zaak === null) continue;
    const bekend = eerste.get(taak.zaak);
    if (bekend === undefined || (taak.verloopdatum ?? '9') < (bekend.verloopdatum ?? '9'))
      eerste.set(taak.zaak, taak);
  }
  return {
    gelezen: lijst?.onleesbaar === 0,
    van: (zaak) => {
      const taak = eerste.get(zaak);
      return taak === undefined ? null : { moet: taak.titel, voor: taak.verloopdatum };
    },
  };
}
