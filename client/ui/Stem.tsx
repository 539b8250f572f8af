import { Button } from '@mui/material';
import { IconCopy, IconLanguage, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import type { Antwoord } from '../../shared/contracts/zaak.ts';
import { Icoon } from './Icoon.tsx';
import { useKopieer } from './useKopieer.ts';
import './Stem.css';

/**
 * What may be said to the inwoner: the only serif, the only warm surface; one sentence a line.
 * `nieuw` holds the Dutch sentences that came by a live change.
 */
export function Stem(props: {
  antwoord: Antwoord;
  nieuw?: ReadonlySet<string>;
  aangepast?: string;
  voor?: boolean;
}) {
  const [engels, zetEngels] = useState(false);
  const { gekopieerd, kopieer } = useKopieer();
  const taal = engels ? 'en' : 'nl';
  return (
    <section className="stem" aria-label="Zo zegt u het" data-stem={props.voor ? '' : undefined}>
      <div className="stem-kop">
        <strong>
          <Icoon van={IconQuote} klein /> Zo zegt u het
        </strong>
        {props.aangepast === undefined ? null : <span>aangepast aan het nieuws van {props.aangepast}</span>}
        <span className="rechts niet-afdrukken">
          <Button variant="text" size="small" data-toets="c" onClick={() => kopieer(props.antwoord[taal])}>
            <Icoon van={IconCopy} klein /> {gekopieerd ? 'Gekopieerd' : 'Kopieer'}{' '}
            {props.voor && <kbd>C</kbd>}
          </Button>
          <Button
            variant="text"
            size="small"
            data-toets="e"
            aria-pressed={engels}
            onClick={() => zetEngels(!engels)}
          >
            <Icoon van={IconLanguage} klein /> {engels ? 'Nederlands' : 'English'}{' '}
            {props.voor && <kbd>E</kbd>}
          </Button>
        </span>
      </div>
      <p lang={taal}>
        {props.antwoord.zinnen[taal].map((zin) => (
          <span key={zin}>{!engels && props.nieuw?.has(zin) ? <mark>{zin}</mark> : zin}</span>
        ))}
      </p>
      <span className="uit-zicht" role="status">
        {gekopieerd ? 'Het antwoord is gekopieerd.' : ''}
      </span>
    </section>
  );
}
