import { opVolgorde } from '../domain/status.ts';
import { leerPad, spreektVolgnummerTegen, type Pad } from '../domain/pad.ts';
import type { Aanroep, Zaakregister, Zaaktype } from '../connectors/ports.ts';
import * as opschortingen from '../store/opschortingen.ts';
import * as paden from '../store/paden.ts';
import type { Deps } from './deps.ts';
import type { Weergave } from './zaakweergave.ts';
import { zaakId, type Zaaklezing } from './zaaklezing.ts';

/** How many closed zaken are read to learn a pad; the rule asks for at least 30 that agree. */
const STEEKPROEF = 40;

/** What is known of the paden of these zaken, in one look at the store; and until when each was opgeschort. */
export async function padenVoor(
  deps: Deps,
  lezingen: readonly Zaaklezing[],
): Promise<
  Pick<Weergave, 'padVan' | 'reeksenVan' | 'opgeschortTot'> & {
    opgeschortSinds: (id: string) => string | null;
  }
> {
  const [bekend, opgeschort] = await Promise.all([
    paden.lijst(deps.store.db),
    opschortingen.lees(
      deps.store.db,
      lezingen
        .filter(({ zaak }) => zaak.opschorting !== null)
        .map(({ register, zaak }) => zaakId(register.id, zaak.uuid)),
    ),
  ]);
  const rijVan = (zaaktype: Zaaktype, bron: paden.Pad['bron']) =>
    bekend.find(
      (rij) => rij.bron === bron && rij.register === zaaktype.register && rij.zaaktype === zaaktype.uuid,
    );
  const zusters = new Map<string, string[][]>();
  for (const { zaaktype, statussen } of lezingen) {
    if (zaaktype === null || statussen.length < 2) continue;
    const reeksen = zusters.get(sleutel(zaaktype)) ?? [];
    reeksen.push(opVolgorde(statussen).map(({ statustype }) => statustype));
    zusters.set(sleutel(zaaktype), reeksen);
  }
  return {
    padVan: (zaaktype) => ({
      ingesteld: rijVan(zaaktype, 'ingesteld') ?? null,
      geleerd: rijVan(zaaktype, 'geleerd') ?? null,
    }),
    reeksenVan: (zaaktype) => [
      ...(rijVan(zaaktype, 'geleerd')?.reeksen ?? []),
      ...(zusters.get(sleutel(zaaktype)) ?? []),
    ],
    opgeschortSinds: (id) => opgeschort.get(id)?.sinds ?? null,
    opgeschortTot: (id) => opgeschort.get(id)?.tot ?? null,
  };
}

const sleutel = ({ register, uuid }: Pick<Zaaktype, 'register' | 'uuid'>): string => `${register}~${uuid}`;

/** Learns the order of one zaaktype from its newest closed zaken, and whether volgnummer tells another. */
export async function leer(
  deps: Deps,
  register: Zaakregister,
  zaaktype: Zaaktype,
  aanroep: Aanroep,
): Promise<Pad | null> {
  const gesloten = await register.geslotenZaken(zaaktype.uuid, STEEKPROEF, aanroep);
  const reeksen: string[][] = [];
  for (const uuid of gesloten) {
    const statussen = await register.statussen(uuid, aanroep);
    reeksen.push(opVolgorde(statussen).map(({ statustype }) => statustype));
  }
  const pad = leerPad(reeksen, zaaktype.statustypen);
  await paden.bewaar(
    deps.store.db,
    {
      register: register.id,
      zaaktype: zaaktype.uuid,
      // Nothing learned keeps what was seen all the same: an order that contradicts the volgnummers is worth knowing.
      stappen: pad?.stappen ?? [],
      uitgangen: pad?.uitgangen ?? [],
      verborgen: pad?.verborgen ?? [],
      bron: 'geleerd',
      aantal: reeksen.length,
      tegenspraak: spreektVolgnummerTegen(reeksen, zaaktype.statustypen),
      reeksen: verschillend(reeksen),
    },
    deps.clock.nu(),
  );
  return pad;
}

/** Each order once: what was seen, not how often. */
const verschillend = (reeksen: readonly string[][]): string[][] => [
  ...new Map(reeksen.map((reeks) => [reeks.join(), reeks])).values(),
];
