import { Button } from '@mui/material';
import { IconEyeOff, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Substatus } from '../../shared/contracts/zaak.ts';
import { dagKort, dagVan, tijd } from './datum.ts';
import { Icoon } from './Icoon.tsx';

/** Today with its time, else the day. */
const wanneer = (tijdstip: string): string =>
  dagVan(tijdstip) === dagVan(new Date().toISOString()) ? tijd(tijdstip) : dagKort(tijdstip);

/** At the balie the inwoner looks on: an interne step is covered there until it is touched (by CSS). */
function Interne({ tekst }: { tekst: string }) {
  const [open, zet] = useState(false);
  return (
    <>
      <span className={open ? '' : 'vrij'}>
        {tekst}{' '}
        <em className="merkje intern">
          <Icoon van={IconLock} klein /> Intern, niet zeggen
        </em>
      </span>
      {!open && (
        <Button size="small" className="afgedekt" onClick={() => zet(true)}>
          <Icoon van={IconEyeOff} klein /> Interne stap, tik om te tonen
        </Button>
      )}
    </>
  );
}

export function Substatussen({
  van,
  nieuw,
}: {
  van: readonly Substatus[];
  nieuw?: ReadonlySet<string> | undefined;
}) {
  if (van.length === 0) return null;
  return (
    <ul className="draad" aria-label="Tussenstappen">
      {van.map((een) => (
        <li
          key={een.id}
          className={`${een.doelgroep === 'intern' ? 'intern' : ''}${nieuw?.has(een.id) ? ' nieuw' : ''}`}
        >
          <time dateTime={een.tijdstip}>{wanneer(een.tijdstip)}</time>
          {een.doelgroep === 'intern' ? (
            <Interne tekst={een.omschrijving} />
          ) : (
            <span>{een.omschrijving}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
