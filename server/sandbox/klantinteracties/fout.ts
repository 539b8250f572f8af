/** Refusals in the words of Open Klant 2.18, which differ from Open Zaak's. */
import { Fout } from '../http/fout.ts';
import type { InvalidParam } from '../http/fout.ts';

const TITEL = 'Ongeldige invoerwaarde.';

export const ongeldig = (...invalidParams: InvalidParam[]): Fout =>
  new Fout({ status: 400, code: 'invalid', title: TITEL, klasse: 'ValidationError', invalidParams });

export const ongeldigVeld = (name: string, reason: string, code = 'invalid'): Fout =>
  ongeldig({ name, code, reason });

/** What the kernel refused (unknown parameters, wrong filters), under Open Klant's title; `redenen` by code. */
export function inEigenWoorden(
  fout: unknown,
  redenen: Readonly<Record<string, (reden: string) => string>> = {},
): unknown {
  if (!(fout instanceof Fout) || fout.delen.klasse !== 'ValidationError') return fout;
  const { invalidParams = [] } = fout.delen;
  return new Fout({
    ...fout.delen,
    title: TITEL,
    invalidParams: invalidParams.map((p) => ({ ...p, reason: redenen[p.code]?.(p.reason) ?? p.reason })),
  });
}
