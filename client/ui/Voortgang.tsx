import { Button } from '@mui/material';
import { IconCheck, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { Stap, Voortgang as VoortgangType } from '../../shared/contracts/zaak.ts';
import { Icoon } from './Icoon.tsx';
import { Substatussen } from './Substatussen.tsx';
import { meervoud } from './datum.ts';
import { stapDatum } from './voortgangTekst.ts';
import './Voortgang.css';

const BREEDST = 6;

export const Punt = ({ stap, gestopt }: { stap: Stap; gestopt: boolean }) => (
  <span className="punt">
    {stap.toestand === 'gedaan' && <Icoon van={IconCheck} klein />}
    {stap.toestand === 'nu' && gestopt && <Icoon van={IconPlayerPause} klein />}
  </span>
);

/** Six fit; of more, what lies before the current step and after the next is one link each. */
export function venster(stappen: readonly Stap[]): { eerder: Stap[]; midden: Stap[]; later: Stap[] } {
  if (stappen.length <= BREEDST) return { eerder: [], midden: [...stappen], later: [] };
  const nu = stappen.findIndex((stap) => stap.toestand === 'nu');
  const hier =
    nu === -1
      ? Math.max(
          0,
          stappen.findLastIndex((stap) => stap.toestand === 'gedaan'),
        )
      : nu;
  const van = Math.min(Math.max(0, hier - 1), stappen.length - (BREEDST - 2));
  return {
    eerder: stappen.slice(0, van),
    midden: stappen.slice(van, van + BREEDST - 2),
    later: stappen.slice(van + BREEDST - 2),
  };
}

/** The step with the thread of substatussen takes the rest of the row for it; the steps after it lie on top. */
const kolom = (plek: number, hangt: boolean): string =>
  hangt ? `${String(plek + 1)} / -1` : `${String(plek + 1)} / span 1`;

/** The line across a card. Substatussen hang under the step they belong to, dated, without check marks. */
export function Lijn(props: { voortgang: VoortgangType; gestopt?: boolean; nieuw?: ReadonlySet<string> }) {
  const { voortgang, gestopt = false, nieuw } = props;
  const [alles, toonAlles] = useState(false);
  const { eerder, midden, later } = alles
    ? { eerder: [], midden: voortgang.stappen, later: [] }
    : venster(voortgang.stappen);
  const kolommen = midden.length + (eerder.length > 0 ? 1 : 0) + (later.length > 0 ? 1 : 0);
  const hangt =
    midden.find((stap) => stap.toestand === 'nu') ??
    midden.findLast((stap) => stap.toestand === 'gedaan' && stap.substatussen.length > 0);
  const meer = (stappen: Stap[], tekst: string) => (
    <Button variant="text" size="small" className="eerder" onClick={() => toonAlles(true)}>
      {tekst}
      <span className="uit-zicht">: {stappen.map((stap) => stap.naam).join(', ')}</span>
    </Button>
  );
  return (
    <ol
      className={`lijn${gestopt ? ' gestopt' : ''}${kolommen > BREEDST ? ' lang' : ''}`}
      style={{ gridTemplateColumns: `repeat(${String(Math.max(kolommen, 3))}, minmax(min-content, 1fr))` }}
      aria-label="Voortgang"
    >
      {eerder.length > 0 && (
        <li className="gedaan" style={{ gridColumn: kolom(0, false) }}>
          <div className="stap">
            <span className="punt">
              <Icoon van={IconCheck} klein />
            </span>
            {meer(eerder, meervoud(eerder.length, 'eerdere stap', 'eerdere stappen'))}
          </div>
        </li>
      )}
      {midden.map((stap, plek) => (
        <li
          key={`${stap.id}-${String(stap.volgnummer)}`}
          className={stap.toestand}
          style={{ gridColumn: kolom(plek + (eerder.length > 0 ? 1 : 0), stap === hangt) }}
          aria-current={stap.toestand === 'nu' ? 'step' : undefined}
        >
          <div className="stap">
            <Punt stap={stap} gestopt={gestopt} />
            <span className="stapnaam">{stap.naam}</span>
            <span className="stapdatum">
              {gestopt && stap.toestand === 'nu' ? 'staat stil' : stapDatum(stap, voortgang)}
            </span>
          </div>
          {stap === hangt && <Substatussen van={stap.substatussen} nieuw={nieuw} />}
        </li>
      ))}
      {later.length > 0 && (
        <li className="straks" style={{ gridColumn: kolom(kolommen - 1, false) }}>
          <div className="stap">
            <span className="punt" />
            {meer(later, `nog ${meervoud(later.length, 'stap', 'stappen')}`)}
          </div>
        </li>
      )}
    </ol>
  );
}

/** The line in a row: marks only; the words beside it carry the meaning. */
export function Streep({ voortgang }: { voortgang: VoortgangType }) {
  return (
    <span className="streep" aria-hidden="true">
      {voortgang.stappen.map((stap) => (
        <i key={`${stap.id}-${String(stap.volgnummer)}`} className={stap.toestand} />
      ))}
    </span>
  );
}
