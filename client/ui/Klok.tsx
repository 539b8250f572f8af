import { useEffect, useState } from 'react';
import { klok } from './datum.ts';

/** Running time since `sinds`; only this text is drawn again each second. */
export function Klok({ sinds }: { sinds: string }) {
  const [nu, zetNu] = useState(() => Date.now());
  useEffect(() => {
    const wekker = setInterval(() => zetNu(Date.now()), 1000);
    return () => clearInterval(wekker);
  }, []);
  return <span className="tijd">{klok((nu - Date.parse(sinds)) / 1000)}</span>;
}
