import { Button } from '@mui/material';
import { useState } from 'react';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { aandachtVan } from './aandacht.ts';

const HOOGSTENS = 3;

export function Letop({ beeld }: { beeld: Klantbeeld }) {
  const [alles, toonAlles] = useState(false);
  const cellen = aandachtVan(beeld);
  if (cellen.length === 0) return null;
  const getoond = alles ? cellen : cellen.slice(0, HOOGSTENS);
  const over = cellen.length - getoond.length;
  return (
    <ul className="letop" aria-label="Let op">
      {getoond.map(({ beeld: icoon, kop, tekst, let: aandacht }) => (
        <li key={`${kop} ${tekst}`} className={aandacht ? 'aandacht' : ''}>
          <Icoon van={icoon} />
          <div>
            <b>{kop}</b>
            <span>{tekst}</span>
          </div>
        </li>
      ))}
      {over > 0 && (
        <li className="let-meer">
          <Button variant="text" size="small" onClick={() => toonAlles(true)}>
            nog {over}
          </Button>
        </li>
      )}
    </ul>
  );
}
