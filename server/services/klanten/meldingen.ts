import type { MeldingAdres, MeldingPunt } from '../../../shared/contracts/klant.ts';
import type { Plek, Zaaktype } from '../../connectors/ports.ts';
import { addDays } from '../../domain/dagen.ts';
import { zaakgroepVan } from '../../domain/zaakgroep.ts';
import { zaakwoord } from '../../domain/zaaksoort.ts';
import { leesKernen, type Zaakkern } from '../zaaklezing.ts';
import { eerlijk, type Treffers, type Zoektocht } from './treffers.ts';
import { alsZaaktreffers } from './zaken.ts';

/** What lies longer ago is asked for with a date. */
const DAGEN_TERUG = 90;
/** Metres around a point: across the street and a few houses on. */
const STRAAL_M = 100;
const TE_VEEL =
  'Hier zijn te veel meldingen. Vul een huisnummer of een latere datum in, of een kleinere straal.';

/**
 * Things in public space only: by an address one does not come upon the vergunning or the Wmo-melding of who lives there.
 */
const isMelding = (zaaktype: Zaaktype): boolean =>
  zaakwoord(zaaktype) === 'melding' &&
  zaakgroepVan(zaaktype) === 'overig' &&
  zaaktype.internOfExtern !== 'intern';

/** Meldingen at an address or around a point, the newest first; most of them are of nobody. */
export async function zoekMeldingen(tocht: Zoektocht, vraag: MeldingAdres | MeldingPunt): Promise<Treffers> {
  const { deps, bronnen, aanroep } = tocht;
  const van = vraag.van ?? addDays(vraag.tot ?? deps.clock.vandaag(), -DAGEN_TERUG);
  const periode = { van, tot: vraag.tot ?? null };
  const plek: Plek =
    'straat' in vraag
      ? { straat: vraag.straat, huisnummer: vraag.huisnummer ?? null, huisletter: vraag.huisletter ?? null }
      : {
          breedtegraad: vraag.breedtegraad,
          lengtegraad: vraag.lengtegraad,
          straal: vraag.straal ?? STRAAL_M,
        };
  const kernen = await Promise.all(
    deps.registers.zaken.map((register) =>
      bronnen.lees<Zaakkern[]>(register, [], aanroep, (a) =>
        eerlijk(async () => {
          const zaaktypen = (await register.zaaktypen(a)).filter(isMelding).map(({ uuid }) => uuid);
          if (zaaktypen.length === 0) return [];
          const gevonden = await register.zoekOpPlek({ ...plek, ...periode, zaaktypen }, a);
          return (await leesKernen(register, gevonden, a)).rijen;
        }, TE_VEEL),
      ),
    ),
  );
  const { zaken, vanZaken } = await alsZaaktreffers(tocht, kernen.flat());
  return {
    gelezenAls: 'straat' in vraag ? 'melding bij een adres' : 'melding bij een plek',
    zaken: zaken.toSorted((a, b) => b.startdatum.localeCompare(a.startdatum)),
    vanZaken,
    opentNiets: true,
    vanaf: van,
    klanten: [],
  };
}
