import { Button } from '@mui/material';
import { Link } from 'react-router';
import { Leeg } from '../ui/Toestand.tsx';
import './Bureau.css';

/** An address that no screen answers to. */
export default function NietGevonden() {
  return (
    <main id="inhoud" className="bureau" tabIndex={-1}>
      <title>Niet gevonden | Stand van Zaken</title>
      <h1>Deze bladzijde is er niet</h1>
      <Leeg
        kop="Dit adres bestaat niet"
        actie={
          <Button component={Link} to="/">
            Naar het begin
          </Button>
        }
      >
        Ga naar het begin, of zoek een klant.
      </Leeg>
    </main>
  );
}
