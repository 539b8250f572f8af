import { useEffect, useRef } from 'react';
import { maakOpslag } from '../providers/opslag.ts';

/** Single keys can be switched off per user (WCAG 2.1.4). */
export const enkeleToetsen = maakOpslag(true);

type Doe = () => void;
const lagen = new Map<string, Doe[]>();

/** `ctrl+enter`, `alt+1`, `?`, `n`. */
export function toetsNaam(
  gebeurtenis: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string {
  const voor = `${gebeurtenis.ctrlKey || gebeurtenis.metaKey ? 'ctrl+' : ''}${gebeurtenis.altKey ? 'alt+' : ''}`;
  return voor + gebeurtenis.key.toLowerCase();
}

const typt = (doel: EventTarget | null): boolean =>
  doel instanceof HTMLElement &&
  (doel.isContentEditable || doel.matches('textarea, select, input:not([type=radio]):not([type=checkbox])'));

function opToets(gebeurtenis: KeyboardEvent): void {
  const naam = toetsNaam(gebeurtenis);
  const enkel = !naam.includes('+') && !/^(f\d+|escape)$/.test(naam);
  if (enkel && (typt(gebeurtenis.target) || !enkeleToetsen.lees())) return;
  const inVenster = document.querySelector('[role=dialog]') !== null;
  const opKnop =
    gebeurtenis.target instanceof HTMLElement && gebeurtenis.target.closest('a, button') !== null;
  if (inVenster || (naam === 'enter' && opKnop)) return;
  const doe = lagen.get(naam)?.at(-1);
  if (doe === undefined || gebeurtenis.repeat) return;
  gebeurtenis.preventDefault();
  doe();
}

/** A key of the overview; the part that mounted last answers. */
export function useToets(naam: string, doe: Doe, aan = true): void {
  const laatste = useRef(doe);
  useEffect(() => {
    laatste.current = doe;
  });
  useEffect(() => {
    if (!aan) return undefined;
    const zelf: Doe = () => laatste.current();
    if (lagen.size === 0) window.addEventListener('keydown', opToets);
    lagen.set(naam, [...(lagen.get(naam) ?? []), zelf]);
    return () => {
      const over = (lagen.get(naam) ?? []).filter((een) => een !== zelf);
      if (over.length > 0) lagen.set(naam, over);
      else lagen.delete(naam);
      if (lagen.size === 0) window.removeEventListener('keydown', opToets);
    };
  }, [naam, aan]);
}
