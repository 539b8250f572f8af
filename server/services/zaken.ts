import type { ZaakDetail, ZaakKort } from '../../shared/contracts/zaak.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import type { Klantsleutel } from '../store/klantverwijzingen.ts';
import * as zaakindex from '../store/zaakindex.ts';
import { Bronnen } from './bronnen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { doelVanRol } from './doelbinding.ts';
import { niveauMet, type Dubbelen } from './dubbelen.ts';
import { meldAangevuld } from './meldingen.ts';
import { logInzage } from './verwerkingen.ts';
import { toonDetail } from './zaakdetail.ts';
import { beleidVan, rechtFilter, registersVan, werkBij } from './zaakindex.ts';
import { idVanKern, leesKern, vindRegister, type Zaakkern } from './zaaklezing.ts';
import { leesVerlopen } from './zaakverloop.ts';
import { personenIn, sleutelsVan, toegangTotZaak, type Toegang } from './zaaktoegang.ts';
import { toonLijst } from './zaaklijst.ts';

/**
 * One zaak, as far as this medewerker may see it.
 * @throws niet_gevonden, doel_ontbreekt, bron_onbereikbaar, logboek_onbereikbaar
 */
export async function lees(deps: Deps, wie: Wie, id: string): Promise<ZaakDetail> {
  const toegang = await toegangTotZaak(deps, wie, id);
  const bronnen = new Bronnen(deps, () => meldAangevuld(deps, `zaak:${id}`));
  const { detail, genoemd } = await toonDetail(deps, wie, bronnen, toegang);
  await logInzage(deps, wie, {
    handeling: 'zaak',
    voorwerp: id,
    betrokkenen: gelezenPersonen(toegang, genoemd),
    doel: toegang.doel,
    registers: bronnen.meldingen.map(({ bron }) => bron),
  });
  return detail;
}

/** The applicant, whose other zaken are named, and at level `inhoud` everyone among the betrokkenen. */
function gelezenPersonen(
  { klant, kern, niveau }: Toegang,
  erbij: readonly Klantsleutel[],
): (Klantsleutel | null)[] {
  const genoemd = [...(reikt(niveau, 'inhoud') ? personenIn(kern.rollen) : []), ...erbij];
  const eenmaal = [...new Map(genoemd.map((sleutel) => [sleutel.nummer, sleutel])).values()];
  const anderen = eenmaal.filter(({ nummer }) => nummer !== klant?.sleutel.nummer);
  return [...(klant === null && anderen.length > 0 ? [] : [klant?.sleutel ?? null]), ...anderen];
}

export interface LijstVraag {
  sort: readonly ['urgentie' | 'startdatum' | 'verwachteEinddatum' | 'zaaknummer', 'ASC' | 'DESC'];
  range: readonly [number, number];
  filter: {
    open?: boolean | undefined;
    afdeling?: string | undefined;
    zaaktype?: string | undefined;
    groep?: 'te_laat' | 'deze_week' | 'later' | undefined;
    zaaknummer?: string | undefined;
    mijn?: boolean | undefined;
  };
}

/** Rows from the index, in its order and within the rights; their content from the registers, one page only. */
export async function lijst(
  deps: Deps,
  wie: Wie,
  vraag: LijstVraag,
): Promise<{ rijen: ZaakKort[]; totaal: number }> {
  if (!wie.beleid.mag('lezen', 'Werkvoorraad')) throw fout('geen_recht');
  const [veld, richting] = vraag.sort;
  const { rijen, totaal } = await zaakindex.lijst(deps.store.db, {
    recht: await rechtFilter(deps, wie.beleid),
    filter: indexfilter(wie, vraag.filter),
    registers: registersVan(deps),
    sort: [veld, richting],
    van: vraag.range[0],
    tot: vraag.range[1],
    vandaag: deps.clock.vandaag(),
  });
  const bronnen = new Bronnen(deps);
  const doel = doelVanRol(wie);
  const kernen = await Promise.all(rijen.map(({ id }) => leesRij(deps, wie, doel, bronnen, id)));
  const gelezen = await leesVerlopen(
    deps,
    bronnen,
    kernen.filter((kern) => kern !== null),
    aanroepVan(wie, doel),
  );
  // Between the index and now its rights may have changed: the record that was read decides.
  const dubbelen = await dubbelenVolgensIndex(deps, gelezen);
  const getoond = await toonLijst(deps, wie, gelezen, dubbelen);
  await logInzage(deps, wie, {
    handeling: 'werkvoorraad',
    betrokkenen: gelezen.flatMap(({ rollen }) => sleutelsVan(rollen).map(({ sleutel }) => sleutel)),
    doel,
    registers: bronnen.meldingen.map(({ bron }) => bron),
  });
  // Nor does it count: a total that is one more than the rows tells that there is something.
  const gesloten = gelezen.filter((kern) => !reikt(niveauMet(wie.beleid, kern, dubbelen), 'status'));
  await Promise.all(
    gesloten.map(({ register, zaak }) =>
      bronnen.lees(register, null, aanroepVan(wie, doel), (a) => werkBij(deps, register, zaak.uuid, a)),
    ),
  );
  return { rijen: getoond, totaal: totaal - gesloten.length };
}

/** Of each of these zaken the same one elsewhere, with the rights that the index knows: no register is asked for it. */
async function dubbelenVolgensIndex(deps: Deps, kernen: readonly Zaakkern[]): Promise<Dubbelen> {
  const elders = await zaakindex.dubbelen(deps.store.db, kernen.map(idVanKern), registersVan(deps));
  return new Map(
    kernen.flatMap((kern) => {
      const dubbel = (elders.get(idVanKern(kern)) ?? []).flatMap((rij): Zaakkern[] => {
        const gevonden = vindRegister(deps.registers.zaken, rij.id);
        if (gevonden === null) return [];
        const { register, uuid } = gevonden;
        const zaak = { ...kern.zaak, register: register.id, uuid };
        return [{ ...kern, register, zaak, afdeling: rij.afdeling, beleid: beleidVan(rij) }];
      });
      return dubbel.length === 0 ? [] : [[idVanKern(kern), dubbel] as const];
    }),
  );
}

/** A register that does not answer leaves its rows out of this page; the count stays what the index knows. */
async function leesRij(
  deps: Deps,
  wie: Wie,
  doel: string,
  bronnen: Bronnen,
  id: string,
): Promise<Zaakkern | null> {
  const gevonden = vindRegister(deps.registers.zaken, id);
  if (gevonden === null) return null;
  const { register, uuid } = gevonden;
  const aanroep = aanroepVan(wie, doel);
  return bronnen.lees<Zaakkern | null>(register, null, aanroep, async (a) =>
    leesKern(register, await register.zaak(uuid, a), a),
  );
}

export async function tellingen(deps: Deps, wie: Wie, filter: LijstVraag['filter']) {
  if (!wie.beleid.mag('lezen', 'Werkvoorraad')) throw fout('geen_recht');
  const aantallen = await zaakindex.tellingen(deps.store.db, {
    recht: await rechtFilter(deps, wie.beleid),
    filter: indexfilter(wie, filter),
    registers: registersVan(deps),
    vandaag: deps.clock.vandaag(),
  });
  return { ...aantallen, totaal: aantallen.te_laat + aantallen.deze_week + aantallen.later };
}

function indexfilter(wie: Wie, filter: LijstVraag['filter']): zaakindex.IndexFilter {
  return {
    open: filter.open,
    afdeling: filter.afdeling,
    afdelingen: filter.mijn === true ? wie.medewerker.afdelingen : undefined,
    zaaktype: filter.zaaktype,
    zaaknummer: filter.zaaknummer,
    urgentie: filter.groep,
  };
}
