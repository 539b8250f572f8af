import { binnenTermijn } from '../http/termijn.ts';
import { BronFout, type Lijst, type Plek, type Zaak, type Zaakregister } from '../ports.ts';
import type { Aanvulling } from './aanvullen.ts';
import type { Zgw } from './basis.ts';
import type { Expand } from './expand.ts';
import { vraagNaar, type Filter } from './zoeken.ts';

/** Corners of the polygon that stands for a circle. */
const HOEKEN = 24;
/** More than this nobody reads while on the telephone, and of each the course is read too. */
const HOOGSTENS = 50;
/** Metres a degree of latitude (WGS 84, mean). */
const GRAAD_M = 111_320;

type Punt = readonly [lengtegraad: number, breedtegraad: number];
type Rond = Extract<Plek, { straal: number }>;

/** Metres between two points; flat, which within 2 km is right to the metre. */
function afstand([x, y]: Punt, { lengtegraad, breedtegraad }: Rond): number {
  const oost = (x - lengtegraad) * GRAAD_M * Math.cos((breedtegraad * Math.PI) / 180);
  return Math.hypot(oost, (y - breedtegraad) * GRAAD_M);
}

/** The ring around the circle: nothing within the radius lies outside it. */
export function ringOm({ lengtegraad, breedtegraad, straal }: Rond): Punt[] {
  const buiten = straal / Math.cos(Math.PI / HOEKEN) / GRAAD_M;
  const rek = Math.cos((breedtegraad * Math.PI) / 180);
  const hoeken = Array.from({ length: HOEKEN }, (_leeg, nummer): Punt => {
    const hoek = (2 * Math.PI * nummer) / HOEKEN;
    return [lengtegraad + (buiten * Math.cos(hoek)) / rek, breedtegraad + buiten * Math.sin(hoek)];
  });
  return [...hoeken, ...hoeken.slice(0, 1)];
}

/** "havenkade 12" stands in "Lantaarn kapot, Havenkade 12" and in "Havenkade 12A", not in "Havenkade 123". */
function noemtAdres({ straat, huisnummer, huisletter }: Extract<Plek, { straat: string }>) {
  const delen = [...straat.trim().split(/\s+/), huisnummer ?? [], huisletter ?? []].flat();
  const patroon = delen
    .map((deel) => String(deel).replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`))
    .join(String.raw`\s*`);
  // Behind a house number a letter may follow (12A lies at 12), behind a street or a letter none.
  const open = huisnummer !== null && huisletter === null;
  const eind = open ? String.raw`(?!\p{N})` : String.raw`(?![\p{L}\p{N}])`;
  const past = new RegExp(String.raw`(?<![\p{L}\p{N}])${patroon}${eind}`, 'iu');
  return (zaak: Zaak) => past.test(zaak.omschrijving);
}

/** Zaken at a place. What comes back is checked again: a register may leave out a filter that it does not know. */
export function maakPlek(
  zgw: Zgw,
  delen: { aanvulling: Aanvulling; expand: Expand; uitvouwen: readonly string[] },
): Pick<Zaakregister, 'zoekOpPlek'> {
  const { id, kan } = zgw.config;
  const { aanvulling, expand, uitvouwen } = delen;
  return {
    async zoekOpPlek({ van, tot, zaaktypen, ...plek }, ruim) {
      const aanroep = binnenTermijn(ruim);
      // Only a `_zoek` knows zaakgeometrie; of an address nothing but the omschrijving can be searched (Open Zaak).
      if (!kan.zoek || ('straat' in plek && !kan.omschrijving))
        throw new BronFout(id, 'niet_ondersteund', { code: 'plek' });
      const waar: Filter =
        'straat' in plek
          ? {
              omschrijving:
                plek.huisnummer === null ? plek.straat : `${plek.straat} ${String(plek.huisnummer)}`,
            }
          : { zaakgeometrie: { within: { type: 'Polygon', coordinates: [ringOm(plek)] } } };
      const isDaar =
        'straat' in plek
          ? noemtAdres(plek)
          : ({ punt }: Zaak) => punt != null && afstand(punt, plek) <= plek.straal;
      const soorten = new Set(zaaktypen);
      const past = (zaak: Zaak) =>
        isDaar(zaak) &&
        soorten.has(zaak.zaaktype) &&
        zaak.startdatum >= van &&
        (tot === null || zaak.startdatum <= tot);
      const filter: Filter = {
        ...waar,
        zaaktype__in: zaaktypen.map((uuid) => zgw.url('catalogi', `/zaaktypen/${uuid}`)),
        startdatum__gte: van,
        ...(tot === null ? {} : { startdatum__lte: tot }),
      };
      return expand.lijst(async (met): Promise<Lijst<Zaak>> => {
        const vraag = vraagNaar(zgw, filter, met ? uitvouwen : [], '-startdatum');
        const teVeel = (): never => {
          throw new BronFout(id, 'te_veel_treffers', { code: 'plek' });
        };
        const lijst = await aanvulling.alsLijst(
          await zgw.alles(vraag, aanroep, async () => teVeel()),
          aanroep,
        );
        const gevonden = lijst.rijen.filter(past);
        return gevonden.length > HOOGSTENS ? teVeel() : { rijen: gevonden, onleesbaar: lijst.onleesbaar };
      });
    },
  };
}
