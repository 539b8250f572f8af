import type { Request } from 'express';
import { fout } from '../fouten.ts';

/** The key that makes a repeat of this write the same write. @throws ongeldige_invoer */
export function eisSleutel(req: Request): string {
  const sleutel = req.get('Idempotency-Key')?.trim() ?? '';
  if (/^[\x21-\x7e]{8,128}$/.test(sleutel)) return sleutel;
  throw fout('ongeldige_invoer', {
    detail:
      'De kop Idempotency-Key ontbreekt of klopt niet. Stuur een eigen sleutel van 8 tot 128 tekens mee.',
    fouten: [{ pad: 'Idempotency-Key', code: 'verplicht', melding: 'Stuur een eigen sleutel mee.' }],
  });
}

/** The same where a key may be left out; null then. @throws ongeldige_invoer */
export const magSleutel = (req: Request): string | null =>
  req.get('Idempotency-Key') === undefined ? null : eisSleutel(req);
