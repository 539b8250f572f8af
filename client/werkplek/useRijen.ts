import { useToets } from './toetsen.ts';

const stap = (richting: 1 | -1): void => {
  const rijen = [...document.querySelectorAll<HTMLElement>('[data-rij]')];
  const hier = rijen.findIndex(
    (rij) => rij === document.activeElement || rij.contains(document.activeElement),
  );
  const doel = rijen[hier === -1 ? (richting === 1 ? 0 : rijen.length - 1) : hier + richting];
  doel?.focus();
  doel?.scrollIntoView({ block: 'nearest' });
};

/** `J` and `K` move the focus along the rows of the page; Enter is the row's own. */
export function useRijen(): void {
  useToets('j', () => stap(1));
  useToets('k', () => stap(-1));
}

/** `C` and `E` press the buttons of the answer that has the focus, else of the first one. */
export function useStemToetsen(): void {
  const druk = (toets: string) => {
    const kaart = document.activeElement?.closest('[data-zaak]');
    const knop = (kaart ?? document).querySelector<HTMLElement>(`[data-toets=${toets}]`);
    (knop ?? document.querySelector<HTMLElement>(`[data-toets=${toets}]`))?.click();
  };
  useToets('c', () => druk('c'));
  useToets('e', () => druk('e'));
}
