import { useCallback, useEffect, useState } from 'react';

const TOON_MS = 2000;

/** Copies, and says so for two seconds. */
export function useKopieer(): { gekopieerd: boolean; kopieer: (tekst: string) => void } {
  const [gekopieerd, zet] = useState(false);
  useEffect(() => {
    if (!gekopieerd) return undefined;
    const wekker = setTimeout(() => zet(false), TOON_MS);
    return () => clearTimeout(wekker);
  }, [gekopieerd]);
  const kopieer = useCallback((tekst: string) => {
    void navigator.clipboard.writeText(tekst).then(() => zet(true));
  }, []);
  return { gekopieerd, kopieer };
}
