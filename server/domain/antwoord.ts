import type { Antwoord } from '../../shared/contracts/zaak.ts';
import { bepaalActie } from './antwoord/actie.ts';
import { zegEn } from './antwoord/en.ts';
import { zegNl } from './antwoord/nl.ts';
import { kiesZinnen } from './antwoord/plan.ts';
import type { AntwoordStand } from './antwoord/stand.ts';

export type { AntwoordStand } from './antwoord/stand.ts';

/**
 * What a medewerker may say of a zaak: two to five short sentences in B1 Dutch and in English, by rules from the data.
 * The plan chooses which facts are said, in an order and a number that a caller can follow; a language only words them.
 */
export function maakAntwoord(stand: AntwoordStand): Antwoord {
  const actie = bepaalActie(stand);
  const plan = kiesZinnen(stand, actie);
  const nl = plan.map((zin) => zegNl(zin, stand.vandaag));
  const en = plan.map((zin) => zegEn(zin, stand.vandaag));
  return {
    nl: nl.join(' '),
    en: en.join(' '),
    zinnen: { nl, en },
    actie: { moet: actie?.moet ?? null, voor: actie?.voor ?? null },
  };
}
