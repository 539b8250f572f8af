import { Button } from '@mui/material';
import { useState } from 'react';
import { useLogin } from 'react-admin';
import { useOpslag } from '../providers/opslag.ts';
import { sessie } from '../providers/sessie.ts';
import { Globaal } from '../providers/thema/Globaal.tsx';
import { Melding } from '../ui/Melding.tsx';
import { Merk } from './Merk.tsx';
import './Aanmelden.css';

const gebruikers = [
  { id: 'kcc', rol: 'KCC, telefoon', doet: 'zoekt de klant en vertelt hoe het staat' },
  { id: 'kcc-2', rol: 'KCC, tweede medewerker', doet: 'kijkt mee, om live wijzigingen te zien' },
  { id: 'balie', rol: 'Balie, Burgerzaken', doet: 'hetzelfde, aan de balie' },
  { id: 'behandelaar', rol: 'Behandelaar, Wonen', doet: 'zet status en substatus van zaken van Wonen' },
  { id: 'behandelaar-2', rol: 'Behandelaar, Inkomen', doet: 'hetzelfde voor Inkomen' },
  { id: 'teamleider', rol: 'Teamleider, KCC', doet: 'ziet wat het KCC ziet' },
  { id: 'klachten', rol: 'Klachtencoördinator', doet: 'bewaakt klachten en hun termijnen' },
  { id: 'beheerder', rol: 'Beheerder', doet: 'ziet wat wacht op een register; ziet geen zaken' },
  { id: 'privacy', rol: 'Privacy officer', doet: 'ziet het logboek; ziet geen zaken' },
];

/** Demo login: one button a user, with the rol in words. */
export function Aanmelden() {
  const login = useLogin();
  const [bezig, zetBezig] = useState<string | null>(null);
  const [fout, zetFout] = useState<string | null>(null);
  const verlopen = useOpslag(sessie) === 'verlopen';
  const kies = (gebruiker: string) => {
    zetBezig(gebruiker);
    zetFout(null);
    login({ gebruiker }).catch((oorzaak: unknown) => {
      zetBezig(null);
      zetFout(oorzaak instanceof Error ? oorzaak.message : 'Inloggen lukt niet. Probeer het opnieuw.');
    });
  };
  return (
    <main className="aanmelden">
      <Globaal />
      <div className="aanmelden-kop">
        <Merk />
      </div>
      <h1>Inloggen</h1>
      {verlopen && (
        <Melding soort="let" kop="Uw sessie is voorbij. Log opnieuw in.">
          Uw notities staan er nog. Sluit dit venster niet.
        </Melding>
      )}
      {fout !== null && (
        <Melding soort="fout" kop="Inloggen lukt niet">
          {fout}
        </Melding>
      )}
      <p>Dit is een demonstratie met verzonnen gegevens. Kies als wie u werkt.</p>
      <ul>
        {gebruikers.map(({ id, rol, doet }) => (
          <li key={id}>
            <Button data-gebruiker={id} disabled={bezig !== null} onClick={() => kies(id)}>
              <b>{rol}</b>
              <span>{doet}</span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
