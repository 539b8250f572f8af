import type { Besluitdagen } from '../domain/antwoord/stand.ts';
import { afdelingVan } from '../domain/afdeling.ts';
import { zaakgroepVan } from '../domain/zaakgroep.ts';
import {
  BronFout,
  type Aanroep,
  type Resultaattype,
  type Rol,
  type Status,
  type Substatus,
  type Zaak,
  type Zaakregister,
  type Zaaktype,
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
  besluiten: readonly Besluitdagen[] | null;
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

/** Whether it is this one zaak that cannot be read; the register answers, and gives the others. */
export const ligtAanDeze = (oorzaak: unknown): boolean =>
  oorzaak instanceof BronFout && ['niet_gevonden', 'onleesbaar', 'verboden'].includes(oorzaak.soort);
