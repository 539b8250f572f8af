import type { Icon } from '@tabler/icons-react';

/** Tabler outline, stroke 1.75, 18 or 16 px; the word stands beside it or in an aria-label. */
export function Icoon({ van: Beeld, klein = false }: { van: Icon; klein?: boolean }) {
  return <Beeld className={klein ? 'i k' : 'i'} stroke={1.75} aria-hidden="true" />;
}
