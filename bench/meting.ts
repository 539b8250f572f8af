/** What was measured (`waarde`) next to the least it can be in this run (`vloer`), and the limit on their ratio. */
interface Regel {
  figuur: string;
  waarde: number;
  eenheid: 'ms' | 'aanroepen' | 'kB' | 'bytes';
  /** Null where the limit is on the value itself. */
  vloer: number | null;
  /** On the ratio, or without a floor on the value; null where the line only tells. */
  grens: number | null;
  [uitleg: string]: string | number | boolean | null;
}

const rond = (getal: number): number => Math.round(getal * 100) / 100;

/** One JSON object a line on stdout; the run goes on when a figure is not met. */
export function druk({ figuur, waarde, eenheid, vloer, grens, ...uitleg }: Regel): void {
  const verhouding = vloer === null ? null : rond(waarde / vloer);
  const gehaald = grens === null ? null : (verhouding ?? waarde) <= grens;
  process.stdout.write(
    `${JSON.stringify({ figuur, waarde: rond(waarde), eenheid, vloer: vloer === null ? null : rond(vloer), verhouding, grens, gehaald, ...uitleg })}\n`,
  );
}

/** Of at least one number; `deel` 0.5 is the median, 0.95 the p95. */
export function deel(getallen: readonly number[], deel: number): number {
  const gesorteerd = getallen.toSorted((a, b) => a - b);
  const waarde = gesorteerd[Math.min(gesorteerd.length - 1, Math.floor(gesorteerd.length * deel))];
  if (waarde === undefined) throw new Error('niets gemeten');
  return waarde;
}
export const mediaan = (getallen: readonly number[]): number => deel(getallen, 0.5);

/** Milliseconds that it took, with what it gave. */
export async function klok<T>(werk: () => Promise<T>): Promise<{ ms: number; uit: T }> {
  const begin = performance.now();
  const uit = await werk();
  return { ms: performance.now() - begin, uit };
}
