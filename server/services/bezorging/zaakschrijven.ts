import { BronFout, type Aanroep, type Zaakregister } from '../../connectors/ports.ts';
import type { Outboxrij } from '../../store/outbox.ts';
import type { Deps } from '../deps.ts';
import { DOEL_BEHANDELING } from '../doelbinding.ts';

/** The register of a write on a zaak, and how it is asked on behalf of its author. */
export function zaakregisterVoor(
  deps: Deps,
  rij: Outboxrij,
  medewerker: { id: string; naam: string },
  signal: AbortSignal,
): { register: Zaakregister; aanroep: Aanroep } {
  const register = deps.registers.zaken.find(({ id }) => id === rij.register);
  if (register === undefined) throw new BronFout(rij.register, 'niet_ondersteund');
  return {
    register,
    aanroep: { medewerker, doel: DOEL_BEHANDELING, traceId: rij.id.replaceAll('-', ''), signal, vers: true },
  };
}

/** The same instant, whatever offset or precision the register gives it back in. */
export const zelfdeMoment = (een: string, ander: string): boolean => Date.parse(een) === Date.parse(ander);
