import { reikt } from '../policies/zaken.ts';
import type { Aanroep, Zaakregister } from '../connectors/ports.ts';
import { ofWeg } from '../connectors/upstream.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import type { Bronnen } from './bronnen.ts';
import type { Deps, Wie } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { leesKern, zaakId, type Zaakkern, type Zaaklezing } from './zaaklezing.ts';
import { sleutelsVan, type Toegang } from './zaaktoegang.ts';

type Verwante = Zaaklezing & { aardRelatie: string };

/** A hoofd- or deelzaak that this medewerker may see too; else null, as if it were not there. */
export async function leesVerwante(
  wie: Wie,
  bronnen: Bronnen,
  { kern: { register }, aanroep }: Toegang,
  uuid: string,
): Promise<Zaaklezing | null> {
  const kern = await leesOfWeg(bronnen, register, uuid, aanroep);
  return kern === null || !reikt(wie.beleid.niveau(kern.beleid), 'status') ? null : alsLezing(kern);
}

/**
 * The relevante andere zaken that this medewerker may see: of the same klant, of nobody, or of the own afdeling for who
 * handles this one. They may lie in another configured register; an address of elsewhere is not called. One that is gone
 * is not there.
 */
export async function leesAndere(
  deps: Deps,
  wie: Wie,
  bronnen: Bronnen,
  toegang: Toegang,
): Promise<Verwante[]> {
  const { register: hier, zaak } = toegang.kern;
  const gevonden = new Map(
    zaak.relevanteAndereZaken.flatMap(({ url, aardRelatie }) =>
      deps.registers.zaken.flatMap((register) => {
        const doel = register.herken(url);
        if (doel?.soort !== 'zaak' || (register.id === hier.id && doel.uuid === zaak.uuid)) return [];
        return [[zaakId(register.id, doel.uuid), { register, uuid: doel.uuid, aardRelatie }] as const];
      }),
    ),
  );
  const gelezen = await Promise.all(
    [...gevonden.values()].map(async ({ register, uuid, aardRelatie }) => {
      const kern = await leesOfWeg(bronnen, register, uuid, toegang.aanroep);
      return kern === null || !magErbij(wie, toegang, kern) ? null : { ...alsLezing(kern), aardRelatie };
    }),
  );
  return gelezen.filter((een) => een !== null);
}

/** A reference to what is gone names nothing; that is no failing register. */
const leesOfWeg = (bronnen: Bronnen, register: Zaakregister, uuid: string, aanroep: Aanroep) =>
  bronnen.lees<Zaakkern | null>(register, null, aanroep, async (a) => {
    const zaak = await ofWeg(register.zaak(uuid, a));
    return zaak === null ? null : leesKern(register, zaak, a);
  });

/** Below the rights on the zaak itself there is the purpose: another klant was not opened by opening this one. */
function magErbij(wie: Wie, { klant, doel }: Toegang, kern: Zaakkern): boolean {
  if (!reikt(wie.beleid.niveau(kern.beleid), 'status')) return false;
  const sleutels = sleutelsVan(kern.rollen);
  if (sleutels.length === 0 || sleutels.some(({ sleutel }) => isZelfde(sleutel, klant?.sleutel))) return true;
  return doel === DOEL_BEHANDELING && wie.medewerker.afdelingen.includes(kern.afdeling);
}

const isZelfde = (a: Klantsleutel, b: Klantsleutel | undefined): boolean =>
  a.soort === b?.soort && a.nummer === b.nummer;

const alsLezing = (kern: Zaakkern): Zaaklezing => ({
  ...kern,
  statussen: kern.zaak.statusNu === null ? [] : [kern.zaak.statusNu],
  substatussen: [],
  besluiten: [],
  resultaattype: null,
});

export function verwijzing({ register, zaak, zaaktype }: Zaaklezing) {
  const naam = zaaktype?.statustypen.find(({ uuid }) => uuid === zaak.statusNu?.statustype)?.omschrijving;
  return {
    id: zaakId(register.id, zaak.uuid),
    zaaknummer: zaak.identificatie,
    omschrijving: zaak.omschrijving === '' ? (zaaktype?.omschrijving ?? '') : zaak.omschrijving,
    status: naam ?? null,
    einddatum: zaak.einddatum,
  };
}
