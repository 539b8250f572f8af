import { fout } from '../fouten.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import * as klantverwijzingen from '../store/klantverwijzingen.ts';
import * as verwerkingen from '../store/verwerkingen.ts';
import type { Deps, Wie } from './deps.ts';

export interface Inzage {
  handeling: 'klant.zoeken' | 'klantbeeld' | 'tijdlijn' | 'zaak' | 'document' | 'werkvoorraad';
  /** One line each: a search logs every hit. Null where no person is known (a melding without a klant). */
  betrokkenen: readonly (Klantsleutel | null)[];
  /** Id of the zaak or document. */
  voorwerp?: string;
  doel: string;
  registers: readonly string[];
}

/**
 * Writes the line before the data leaves us. Where it cannot be written the read does not happen.
 * @throws logboek_onbereikbaar
 */
export async function logInzage(deps: Deps, wie: Wie, inzage: Inzage): Promise<void> {
  const tijdstip = deps.clock.nu().toISOString();
  const regels = inzage.betrokkenen.map((betrokkene) => ({
    medewerker: wie.medewerker.id,
    handeling: inzage.handeling,
    betrokkene: betrokkene === null ? null : klantverwijzingen.hash(deps.sleutels, betrokkene),
    voorwerp: inzage.voorwerp ?? null,
    doel: inzage.doel,
    registers: [...inzage.registers],
    traceId: wie.traceId,
    tijdstip,
  }));
  if (regels.length === 0) return;
  try {
    await deps.store.tx((t) => verwerkingen.schrijf(t, regels));
  } catch (oorzaak) {
    throw fout('logboek_onbereikbaar', { cause: oorzaak });
  }
}

/** The log itself, for the privacy officer. */
export async function lijst(deps: Deps, wie: Wie, vraag: Parameters<typeof verwerkingen.lijst>[1]) {
  if (!wie.beleid.mag('lezen', 'Verwerking')) throw fout('geen_recht');
  return verwerkingen.lijst(deps.store.db, vraag);
}
