import type { Zaakregister } from '../connectors/ports.ts';
import { BronFout } from '../connectors/ports.ts';
import type { Handeling } from '../../shared/contracts/waarden.ts';
import { fout, SvzFout } from '../fouten.ts';
import type { ZaakVoorBeleid } from '../policies/ability.ts';
import { reikt } from '../policies/zaken.ts';
import { isLater } from './bezorging.ts';
import { andereStatus } from './bezorging/intussen.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { DOEL_BEHANDELING } from './doelbinding.ts';
import { toegangTotZaak } from './zaaktoegang.ts';
import { beleidVan, leesMetNiveau } from './zaakindex.ts';
import { vindRegister } from './zaaklezing.ts';

/** What a write must know of the stored zaak. */
export interface Schrijftoegang {
  register: Zaakregister;
  uuid: string;
  /** uuid of the zaaktype. */
  zaaktype: string;
  open: boolean;
  heeftStatus: boolean;
  /** What its register says at this moment; null where it could not be asked, and the index decided. */
  nu: {
    status: string | null;
    /** When that was set; null where there is none or it is not known. */
    statusSinds: string | null;
    resultaat: string | null;
  } | null;
}

/**
 * Decides on the zaak as its register has it. Where that gives no answer the index decides, so that what a behandelaar
 * wrote is kept and delivered later; the register has the last word then, and a refusal returns as a task.
 * @throws niet_gevonden, doel_ontbreekt, geen_recht, bron_onbereikbaar
 */
export async function schrijftoegang(
  deps: Deps,
  wie: Wie,
  id: string,
  handeling: Extract<Handeling, 'status' | 'substatus'>,
): Promise<Schrijftoegang> {
  const magHet = (beleid: ZaakVoorBeleid): void => {
    if (!wie.beleid.magDoen(handeling, beleid))
      throw fout('geen_recht', { detail: `U mag bij deze zaak geen ${handeling} zetten.` });
  };
  try {
    const { kern } = await toegangTotZaak(deps, wie, id, true);
    magHet(kern.beleid);
    const { zaak, register } = kern;
    return {
      register,
      uuid: zaak.uuid,
      zaaktype: zaak.zaaktype,
      open: zaak.einddatum === null,
      heeftStatus: zaak.status !== null,
      nu: {
        status: zaak.status,
        statusSinds: zaak.statusNu?.datumStatusGezet ?? null,
        resultaat: zaak.resultaat,
      },
    };
  } catch (oorzaak) {
    const zwijgt = oorzaak instanceof SvzFout && oorzaak.cause instanceof BronFout && isLater(oorzaak.cause);
    const gevonden = zwijgt ? vindRegister(deps.registers.zaken, id) : null;
    const [bekend] = gevonden === null ? [] : await leesMetNiveau(deps, wie.beleid, [id]);
    if (gevonden === null || bekend === undefined) throw oorzaak;
    const { rij, niveau } = bekend;
    // The same answer as for a zaak that is not there: another one would tell that it is.
    if (!reikt(niveau, 'status')) throw oorzaak;
    magHet(beleidVan(rij));
    // The index knows no klant: without the own afdeling as purpose nobody can say whether this one is open.
    if (!wie.medewerker.afdelingen.includes(rij.afdeling)) throw oorzaak;
    return {
      ...gevonden,
      zaaktype: rij.zaaktype,
      open: rij.einddatum === null,
      heeftStatus: rij.statustype !== null,
      nu: null,
    };
  }
}

/**
 * The status is still the one that its author saw; where its register cannot be asked, delivery looks.
 * @throws conflict
 */
export async function eisGezien(
  deps: Deps,
  wie: Wie,
  { register, uuid, zaaktype, nu }: Schrijftoegang,
  gezien: string | null | undefined,
): Promise<void> {
  if (gezien === undefined || nu === null || nu.status === gezien) return;
  const aanroep = { ...aanroepVan(wie, DOEL_BEHANDELING), vers: true };
  throw await andereStatus(deps, register, { uuid, zaaktype, status: nu.status }, aanroep);
}
