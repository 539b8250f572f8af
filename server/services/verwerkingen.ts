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

/** Parts of one download that follow within this time (ms) are one reading. */
const DOWNLOAD_MS = 30 * 60_000;

/**
 * The line of a download. A browser fetches one file in many parts: what goes on with a download of this medewerker that
 * stands in the log, under the same purpose, adds no line. Without such a line every part does.
 * @throws logboek_onbereikbaar
 */
export async function logDownload(
  deps: Deps,
  wie: Wie,
  download: { voorwerp: string; betrokkene: Klantsleutel | null; doel: string; register: string },
  vervolg: boolean,
): Promise<void> {
  const { voorwerp, betrokkene, doel, register } = download;
  if (vervolg) {
    const sinds = new Date(deps.clock.nu().getTime() - DOWNLOAD_MS);
    const regel = { medewerker: wie.medewerker.id, handeling: 'document', voorwerp, doel };
    if (await verwerkingen.staatErin(deps.store.db, regel, sinds)) return;
  }
  await logInzage(deps, wie, {
    handeling: 'document',
    voorwerp,
    betrokkenen: [betrokkene],
    doel,
    registers: [register],
  });
}

/** The log itself, for the privacy officer. */
export async function lijst(deps: Deps, wie: Wie, vraag: Parameters<typeof verwerkingen.lijst>[1]) {
  if (!wie.beleid.mag('lezen', 'Verwerking')) throw fout('geen_recht');
  return verwerkingen.lijst(deps.store.db, vraag);
}
