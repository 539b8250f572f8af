import { afdelingVan } from '../domain/afdeling.ts';
import { zaakgroepVan } from '../domain/zaakgroep.ts';
import type {
  Aanroep,
  Besluit,
  Resultaattype,
  Rol,
  Status,
  Substatus,
  Zaak,
  Zaakregister,
  Zaaktype,
} from '../connectors/ports.ts';
import type { Bronnen } from './bronnen.ts';
import { rangVan, type ZaakVoorBeleid } from '../policies/ability.ts';

/** A zaak with what decides who may see it: its zaaktype and its rollen. */
export interface Zaakkern {
  register: Zaakregister;
  zaak: Zaak;
  /** Null when the catalogus no longer has it: then nobody can say what the zaak is about. */
  zaaktype: Zaaktype | null;
  rollen: Rol[];
  afdeling: string;
  beleid: ZaakVoorBeleid;
}

/** A kern with what happened to it. */
export interface Zaaklezing extends Zaakkern {
  statussen: Status[];
  substatussen: Substatus[];
  /** Null where they were not read: then nobody knows whether the outcome may be spoken. */
  besluiten: Besluit[] | null;
  resultaattype: Resultaattype | null;
}

export const zaakId = (register: string, uuid: string): string => `${register}~${uuid}`;

/** Splits `<register>~<uuid>` and finds the register, or null. */
export function vindRegister(
  registers: readonly Zaakregister[],
  id: string,
): { register: Zaakregister; uuid: string } | null {
  const scheiding = id.lastIndexOf('~');
  const register = registers.find((kandidaat) => kandidaat.id === id.slice(0, scheiding));
  return register === undefined ? null : { register, uuid: id.slice(scheiding + 1) };
}

/** Zaaktype and rollen beside the zaak; both come from a cache or the same answer where the register gave them. */
export async function leesKern(register: Zaakregister, zaak: Zaak, aanroep: Aanroep): Promise<Zaakkern> {
  const [zaaktype, rollen] = await Promise.all([
    register.zaaktype(zaak.zaaktype, aanroep),
    zaak.rollen ?? register.rollen(zaak.uuid, aanroep),
  ]);
  const afdeling = afdelingVan(rollen, zaaktype);
  return {
    register,
    zaak,
    zaaktype,
    rollen,
    afdeling,
    beleid: {
      afdeling,
      groep: zaaktype === null ? 'onbekend' : zaakgroepVan(zaaktype),
      zaaktype: zaaktype?.identificatie ?? '',
      vertrouwelijkheid: rangVan(zaak.vertrouwelijkheidaanduiding),
      intern: zaaktype?.internOfExtern === 'intern',
    },
  };
}

/**
 * What happened to it. `volledig` also reads the history of a closed zaak and the besluiten of an open one; a klantbeeld
 * reads those only where the outcome may be spoken, for each zaak is a call. Where the register stops answering the
 * zaak has what was read before; where only its besluiten do, there is no resultaat either, because nobody knows
 * whether it was sent.
 */
export async function leesVerloop(
  bronnen: Bronnen,
  kern: Zaakkern,
  aanroep: Aanroep,
  volledig: boolean,
): Promise<Zaaklezing> {
  const { register, zaak, zaaktype } = kern;
  const statusNu = zaak.statusNu === null ? [] : [zaak.statusNu];
  const leeg = { statussen: statusNu, substatussen: [], resultaattype: null };
  const metBesluiten =
    register.kan.besluiten &&
    zaaktype?.besluitMogelijk !== false &&
    (volledig || (zaak.einddatum !== null && zaak.resultaat !== null));
  const [verloop, besluiten] = await Promise.all([
    bronnen.lees(register, leeg, aanroep, (a) => leesStand(kern, a, volledig)),
    metBesluiten
      ? bronnen.onderdeel<Besluit[] | null>(register, 'Besluiten', null, aanroep, (a) =>
          register.besluiten(zaak.uuid, a),
        )
      : [],
  ]);
  return besluiten === null
    ? { ...kern, ...verloop, besluiten: [], resultaattype: null }
    : { ...kern, ...verloop, besluiten };
}

async function leesStand(
  { register, zaak, zaaktype }: Zaakkern,
  aanroep: Aanroep,
  volledig: boolean,
): Promise<Pick<Zaaklezing, 'statussen' | 'substatussen' | 'resultaattype'>> {
  const metVerloop = zaak.status !== null && (zaak.einddatum === null || volledig);
  const [statussen, substatussen, resultaat] = await Promise.all([
    metVerloop ? register.statussen(zaak.uuid, aanroep) : zaak.statusNu === null ? [] : [zaak.statusNu],
    metVerloop && register.kan.substatussen ? register.substatussen(zaak.uuid, aanroep) : [],
    zaak.resultaatNu ?? (zaak.resultaat === null ? null : register.resultaat(zaak.resultaat, aanroep)),
  ]);
  const resultaattype =
    zaaktype?.resultaattypen.find(({ uuid }) => uuid === resultaat?.resultaattype) ?? null;
  return { statussen, substatussen, resultaattype };
}
