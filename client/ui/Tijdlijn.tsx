import { IconClock, IconLock, type Icon } from '@tabler/icons-react';
import { dagKop, dagVan, tijd } from './datum.ts';
import { Icoon } from './Icoon.tsx';
import './Tijdlijn.css';

interface Rij {
  id: string;
  tijdstip: string;
  beeld: Icon;
  wat: string;
  titel: string;
  onder: readonly string[];
  intern: boolean;
  wacht: boolean;
}

/** By day, newest first; channel icons always with their word. */
export function Tijdlijn({ rijen, nieuw }: { rijen: readonly Rij[]; nieuw: readonly string[] }) {
  const perDag = Map.groupBy(rijen, (rij) => dagVan(rij.tijdstip));
  return (
    <div className="tijdlijn" role="log" aria-label="Gebeurtenissen" tabIndex={-1}>
      {[...perDag].map(([dag, vanDag]) => (
        <div key={dag}>
          <h3>{dagKop(dag)}</h3>
          <ul>
            {vanDag.map((rij) => (
              <li
                key={rij.id}
                className={`${nieuw.includes(rij.id) ? 'nieuw' : ''}${rij.intern ? ' intern' : ''}`}
              >
                <time dateTime={rij.tijdstip}>{tijd(rij.tijdstip)}</time>
                <Icoon van={rij.beeld} klein />
                <div>
                  <b>{rij.wat}</b>, {rij.titel}
                  {rij.intern && (
                    <span className="merkje intern">
                      <Icoon van={IconLock} klein /> Intern, niet zeggen
                    </span>
                  )}
                  {rij.onder.map((tekst) => (
                    <span className="meta" key={tekst}>
                      {tekst}
                    </span>
                  ))}
                  {rij.wacht && (
                    <span className="meta">
                      <Icoon van={IconClock} klein /> Bewaard, wacht op het register. U hoeft niets te doen.
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
