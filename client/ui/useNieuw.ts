import { useEffect, useRef, useState } from 'react';

const GEZIEN_MS = 5000;

/**
 * What is new since the reader last had it in view. `bekend` is taken when first shown and renewed by `gezien()`.
 * @param sleutel another value starts over: another zaak
 */
export function useNieuw(
  namen: readonly string[],
  sleutel: string,
): { nieuw: ReadonlySet<string>; gezien: () => void } {
  const [bekend, zet] = useState({ sleutel, namen: new Set(namen) });
  const basis = bekend.sleutel === sleutel ? bekend.namen : new Set(namen);
  if (bekend.sleutel !== sleutel) zet({ sleutel, namen: basis });
  const nieuw = new Set(namen.filter((naam) => !basis.has(naam)));
  return { nieuw, gezien: () => zet({ sleutel, namen: new Set(namen) }) };
}

/** Calls back once the element was in view for 5 s without a break, while `aan`. */
export function useInBeeld(aan: boolean, klaar: () => void) {
  const doel = useRef<HTMLElement | null>(null);
  const laatste = useRef(klaar);
  useEffect(() => {
    laatste.current = klaar;
  });
  useEffect(() => {
    const element = doel.current;
    if (!aan || element === null) return undefined;
    let wekker: ReturnType<typeof setTimeout> | undefined;
    const kijker = new IntersectionObserver(([stand]) => {
      clearTimeout(wekker);
      if (stand?.isIntersecting) wekker = setTimeout(() => laatste.current(), GEZIEN_MS);
    });
    kijker.observe(element);
    return () => {
      clearTimeout(wekker);
      kijker.disconnect();
    };
  }, [aan]);
  return doel;
}
