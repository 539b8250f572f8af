import { createHash } from 'node:crypto';
import { gelijk } from '../filters.ts';
import { KANALEN } from '../kenmerken.ts';
import type { Opslag } from '../opslag.ts';
import { volledig, zonderUuid } from '../resource.ts';
import type { Resource } from '../resource.ts';
import type { Rij } from '../typen.ts';

export const kanalen: Resource = {
  tabel: 'notificaties/kanalen',
  paginering: 'geen',
  etag: false,
  filters: { naam: gelijk('naam') },
  volgorde: () => 0,
  toon: (rij) =>
    zonderUuid(volledig('notificaties/kanalen', rij, { naam: '', documentatieLink: '', filters: [] })),
};

/** A uuid that is the same at every start: the kanalen belong to the product, not to the gemeente. */
function vasteUuid(naam: string): string {
  const h = createHash('sha256').update(`kanaal ${naam}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** The kanalen that the registers publish on, with those a gemeente brought itself. */
export function zorgVoorKanalen(opslag: Opslag): void {
  const tabel = opslag.tabel('notificaties/kanalen');
  const aanwezig = new Set(tabel.alle().map((rij) => rij['naam']));
  for (const { naam, kenmerken } of KANALEN) {
    if (!aanwezig.has(naam)) tabel.zet({ uuid: vasteUuid(naam), naam, filters: kenmerken.map(alsSlang) });
  }
}

export const kanaalMetNaam = (opslag: Opslag, naam: string): Rij | undefined =>
  opslag
    .tabel('notificaties/kanalen')
    .alle()
    .find((rij) => rij['naam'] === naam);

/** A kanaal names its filters in snake_case, a notificatie its kenmerken in camelCase: both as the real one. */
const alsSlang = (naam: string): string => naam.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same kenmerk, however it is spelled. */
export const zelfdeKenmerk = (a: string, b: string): boolean => alsSlang(a) === alsSlang(b);

/** One set of names holds the other (ON's `match_filter_names`). */
export function pastOpKanaal(kanaal: Rij, namen: readonly string[]): boolean {
  const filters = Array.isArray(kanaal['filters']) ? kanaal['filters'] : [];
  const slangen = namen.map(alsSlang);
  return (
    slangen.every((naam) => filters.includes(naam)) ||
    filters.every((naam) => slangen.some((n) => n === naam))
  );
}
