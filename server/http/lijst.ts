import type { Response } from 'express';

/** A list as react-admin's simple REST reads it: the rows, and in Content-Range which of how many. */
export function stuurLijst(
  res: Response,
  soort: string,
  rijen: readonly unknown[],
  van: number,
  totaal: number,
): void {
  const bereik = rijen.length === 0 ? '*' : `${van}-${van + rijen.length - 1}`;
  res.set('Content-Range', `${soort} ${bereik}/${totaal}`).json(rijen);
}
