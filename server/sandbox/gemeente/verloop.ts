/** When the steps of a zaak were set: in office hours, one after another, never after now. */
import { dagVan, opDag, werkdag, UUR, type Tijdstip } from './datum.ts';
import type { GezetteStatus, GezetteSubstatus } from './plan.ts';
import type { Prng } from './prng.ts';
import type { Stap, Zaaktype } from './zaaktype.ts';

/** A moment of office hours on or after `rond`, after `vorige`. */
export function kantoortijd(prng: Prng, rond: Tijdstip, vorige: Tijdstip): Tijdstip {
  const moment = opDag(werkdag(dagVan(rond)), prng.heel(510, 1009), prng.heel(0, 59));
  return moment > vorige ? moment : vorige + prng.heel(5, 90) * 60_000 + prng.heel(0, 59) * 1000;
}

/** The steps that this zaak takes: some are passed by, an exit leads straight to the end. */
export function kiesStappen(prng: Prng, zaaktype: Zaaktype, uitgang: Stap | null): Stap[] {
  const { stappen } = zaaktype;
  const laatste = stappen.at(-1);
  if (laatste === undefined) return [];
  if (uitgang !== null)
    return [...stappen.slice(0, prng.heel(1, Math.max(1, stappen.length - 2))), uitgang, laatste];
  return stappen.filter((stap) => stap === laatste || !prng.kans(stap.overslaan));
}

/**
 * Spreads steps over [ingediend, ingediend + duur]; the first is set at once by the form, the last at the end.
 * What would come after `nu` is left out.
 */
export function zetStatussen(
  prng: Prng,
  stappen: readonly Stap[],
  ingediend: Tijdstip,
  duur: number,
  nu: Tijdstip,
): GezetteStatus[] {
  const gezet: GezetteStatus[] = [];
  const tussen = stappen.slice(1).map(() => 0.3 + prng.volgende());
  const som = tussen.reduce((a, b) => a + b, 0);
  let deel = 0;
  let vorige = ingediend;
  for (const [i, stap] of stappen.entries()) {
    if (i > 0) deel += (tussen[i - 1] ?? 0) / som;
    const tijdstip =
      i === 0 ? ingediend + prng.heel(60, 1800) * 1000 : kantoortijd(prng, ingediend + deel * duur, vorige);
    if (tijdstip >= nu) break;
    gezet.push({ stap, tijdstip });
    vorige = tijdstip;
  }
  return gezet;
}

/** Substatussen between the status they belong to and the next one. */
export function zetSubstatussen(
  prng: Prng,
  statussen: readonly GezetteStatus[],
  nu: Tijdstip,
): GezetteSubstatus[] {
  return statussen.flatMap(({ stap, tijdstip }, bij): GezetteSubstatus[] => {
    if (stap.sub.length === 0 && stap.intern.length === 0) return [];
    const tot = (statussen[bij + 1]?.tijdstip ?? nu) - UUR;
    const teksten = [
      ...stap.sub
        .slice(0, prng.heel(0, stap.sub.length))
        .map((omschrijving) => ({ omschrijving, doelgroep: 'betrokkenen' as const })),
      ...(stap.intern.length > 0 && prng.kans(0.25)
        ? [{ omschrijving: prng.kies(stap.intern), doelgroep: 'intern' as const }]
        : []),
    ];
    const gezet: GezetteSubstatus[] = [];
    let vorige = tijdstip;
    for (const [i, tekst] of teksten.entries()) {
      const moment = kantoortijd(
        prng,
        tijdstip + ((i + 1) / (teksten.length + 1)) * (tot - tijdstip),
        vorige,
      );
      if (moment >= tot) break;
      gezet.push({ ...tekst, bij, tijdstip: moment });
      vorige = moment;
    }
    return gezet;
  });
}
