import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Icoon } from './Icoon.tsx';

const LAAT_MS = 300;

/** Grey bars in the final shape, after 300 ms; warm ones where the answer comes. */
export function Laadt({ wat }: { wat: string }) {
  const [zichtbaar, toon] = useState(false);
  useEffect(() => {
    const wekker = setTimeout(() => toon(true), LAAT_MS);
    return () => clearTimeout(wekker);
  }, []);
  return (
    <div role="status" aria-label={`${wat} laden`} className="laadt">
      {zichtbaar && (
        <div className="blad">
          <span className="grijs kop" />
          <span className="grijs half" />
          <span className="grijs warm" />
          <span className="grijs warm" />
          <span className="grijs half" />
        </div>
      )}
    </div>
  );
}

/** One icon, one sentence, one action. */
export function Leeg(props: { kop: string; children?: ReactNode; actie?: ReactNode }) {
  return (
    <div className="blad leeg" role="status">
      <Icoon van={IconSearch} />
      <b>{props.kop}</b>
      {props.children === undefined ? null : <p>{props.children}</p>}
      {props.actie}
    </div>
  );
}
