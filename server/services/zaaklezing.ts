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
 * What happened to it. `volledig` also reads the besluiten of a zaak that is still open; a klantbeeld reads them only
 * where the outcome may be spoken, for each zaak is a call.
 */
export async function leesVerloop(kern: Zaakkern, aanroep: Aanroep, volledig: boolean): Promise<Zaaklezing> {
  const { register, zaak, zaaktype } = kern;
  const open = zaak.einddatum === null;
  const metVerloop = zaak.status !== null && (open || volledig);
  const [statussen, substatussen, besluiten, resultaat] = await Promise.all([
    metVerloop ? register.statussen(zaak.uuid, aanroep) : zaak.statusNu === null ? [] : [zaak.statusNu],
    metVerloop && register.kan.substatussen ? register.substatussen(zaak.uuid, aanroep) : [],
    register.kan.besluiten && (volledig || (!open && zaak.resultaat !== null))
      ? register.besluiten(zaak.uuid, aanroep)
      : [],
    zaak.resultaatNu ?? (zaak.resultaat === null ? null : register.resultaat(zaak.resultaat, aanroep)),
  ]);
  const resultaattype =
    zaaktype?.resultaattypen.find(({ uuid }) => uuid === resultaat?.resultaattype) ?? null;
  return { ...kern, statussen, substatussen, besluiten, resultaattype };
}

/** A zaak without a resultaat has no besluit to speak of in a klantbeeld; a register without besluiten has none at all. */
async function leesBesluiten(
  { register, zaak }: Zaakkern,
  aanroep: Aanroep,
  volledig: boolean,
): Promise<Besluit[]> {
  if (!register.kan.besluiten || (!volledig && (zaak.einddatum === null || zaak.resultaat === null)))
    return [];
  return register.besluiten(zaak.uuid, aanroep);
}
