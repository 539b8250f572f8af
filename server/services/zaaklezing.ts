import type { Besluitdagen } from '../domain/antwoord/stand.ts';
import { afdelingVan } from '../domain/afdeling.ts';
import { ketenpartnerVan } from '../domain/ketenpartner.ts';
import { zaakgroepVan } from '../domain/zaakgroep.ts';
import {
  BronFout,
  type Aanroep,
  type Ketenpartner,
  type Lijst,
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
  /** The other organisation that handles it, if one does. */
  ketenpartner: Ketenpartner | null;
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
export const idVanKern = ({ register, zaak }: Pick<Zaakkern, 'register' | 'zaak'>): string =>
  zaakId(register.id, zaak.uuid);
export const uuidVan = (id: string): string => id.slice(id.lastIndexOf('~') + 1);

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
    ketenpartner: ketenpartnerVan(zaak, rollen, register.organisaties),
    beleid: {
      afdeling,
      groep: zaaktype === null ? 'onbekend' : zaakgroepVan(zaaktype),
      zaaktype: zaaktype?.identificatie ?? '',
      vertrouwelijkheid: rangVan(zaak.vertrouwelijkheidaanduiding),
      intern: zaaktype?.internOfExtern === 'intern',
    },
  };
}

/** Said of a record that was read; an answer that is no JSON, or too large, says nothing of the record. */
const VAN_HET_RECORD = new Set<string | null>(['schema', 'ander_record']);

/** Said of this one record, where its register answers the others. */
const dezeAlleen = (oorzaak: unknown): boolean =>
  oorzaak instanceof BronFout &&
  (oorzaak.soort === 'niet_gevonden' || (oorzaak.soort === 'onleesbaar' && VAN_HET_RECORD.has(oorzaak.code)));

/** The kernen of a list. One zaak whose zaaktype or rollen cannot be read is counted, and takes no other with it. */
export async function leesKernen(
  register: Zaakregister,
  { rijen, onleesbaar }: Lijst<Zaak>,
  aanroep: Aanroep,
): Promise<Lijst<Zaakkern>> {
  const uit: Lijst<Zaakkern> = { rijen: [], onleesbaar };
  for (const deel of await Promise.allSettled(rijen.map((zaak) => leesKern(register, zaak, aanroep)))) {
    if (deel.status === 'fulfilled') uit.rijen.push(deel.value);
    else if (dezeAlleen(deel.reason)) uit.onleesbaar += 1;
    else throw deel.reason;
  }
  return uit;
}

/** The same for work in the background: of a zaak that the application may not read, another one will do. */
export const ligtAanDeze = (oorzaak: unknown): boolean =>
  dezeAlleen(oorzaak) || (oorzaak instanceof BronFout && oorzaak.soort === 'verboden');
