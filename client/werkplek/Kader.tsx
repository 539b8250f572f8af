import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMij } from '../providers/auth.ts';
import { useVerbinding } from '../providers/live.ts';
import { useMagMenu } from '../providers/rechten.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Account } from './Account.tsx';
import { Gespreksbalk } from './Gespreksbalk.tsx';
import { Merk } from './Merk.tsx';
import { Sneltoetsen } from './Sneltoetsen.tsx';
import { useToets } from './toetsen.ts';
import { Weergaven } from './Weergaven.tsx';
import { Zoekveld } from './Zoekveld.tsx';
import './Kader.css';

const verbindingswoord = { wacht: 'Verbinden', live: 'Live', weer: 'Live', weg: 'Niet verbonden' } as const;

function Naarbezorging({ plek, tab = false }: { plek: string; tab?: boolean }) {
  const adres = '/beheer/bezorging';
  return (
    <Link to={adres} className={tab ? 'balk-tab' : ''} aria-current={plek === adres ? 'page' : undefined}>
      {tab ? <b>Bezorging</b> : 'Bezorging'}
    </Link>
  );
}

/** Two rows of ink: search, then the gesprekken, or the views of the list that one is in. No side menu. */
export function Kader() {
  const mij = useMij();
  const plek = useLocation().pathname;
  const verbinding = useVerbinding();
  const mag = useMagMenu();
  const [overzicht, toonOverzicht] = useState(false);
  useToets('?', () => toonOverzicht(true));
  const lijst = plek === '/zaken';
  const beheert = mag('lezen', 'Bezorging');
  const registreert = mag('registreren', 'Contactmoment');
  const heeftAfdeling = mij?.medewerker.rollen.includes('behandelaar') ?? false;
  return (
    <header className="kader niet-afdrukken">
      <div className="kader-1">
        <Link to="/" className="kader-merk">
          <Merk gemeente={mij?.gemeente} />
        </Link>
        {heeftAfdeling && (
          <nav className="nav" aria-label="Hoofdmenu">
            <Link to="/zaken" aria-current={plek.startsWith('/zaken') ? 'page' : undefined}>
              Werkvoorraad
            </Link>
            <Link to="/bureau" aria-current={plek.startsWith('/zaken') ? undefined : 'page'}>
              Bureau
            </Link>
          </nav>
        )}
        {beheert && registreert && (
          <nav className="nav" aria-label="Beheer">
            <Naarbezorging plek={plek} />
          </nav>
        )}
        {mag('zoeken', 'Klant') && <Zoekveld />}
        <div className="kader-rechts">
          <span className={`live ${verbinding}`}>{verbindingswoord[verbinding]}</span>
          <button
            type="button"
            className="knop-kader"
            aria-label="Sneltoetsen"
            onClick={() => toonOverzicht(true)}
          >
            <Icoon van={IconKeyboard} />
          </button>
          <Account />
        </div>
      </div>
      {lijst && <Weergaven />}
      {!lijst && beheert && !registreert && (
        <nav className="balk op-vlak" aria-label="Beheer">
          <Naarbezorging plek={plek} tab />
        </nav>
      )}
      {!lijst && !(beheert && !registreert) && <Gespreksbalk />}
      <Sneltoetsen open={overzicht} sluit={() => toonOverzicht(false)} />
    </header>
  );
}
