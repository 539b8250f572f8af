import { Navigate } from 'react-router';
import { useMij } from '../providers/auth.ts';
import { useMagMenu } from '../providers/rechten.ts';
import { Leeg } from '../ui/Toestand.tsx';
import { Dok } from './Dok.tsx';
import './Bureau.css';

/** The desk before there is a klant. */
export default function Bureau() {
  const mag = useMagMenu();
  const mij = useMij();
  const zoekt = mag('zoeken', 'Klant');
  return (
    <div className="werk">
      <title>Bureau | Stand van Zaken</title>
      <main id="inhoud" className="bureau" tabIndex={-1}>
        <h1>Bureau</h1>
        {mij !== undefined && (
          <Leeg kop={zoekt ? 'Zoek een klant' : 'Voor u is er hier nog geen scherm'}>
            {zoekt
              ? 'Typ boven in het scherm een BSN, een achternaam met geboortedatum, een postcode met huisnummer of een zaaknummer.'
              : 'Uw rol werkt niet met zaken van klanten.'}
          </Leeg>
        )}
      </main>
      {zoekt && <Dok />}
    </div>
  );
}

/** Where one starts: a behandelaar with the own work, a beheerder with what waits, the others at the desk. */
export function Begin() {
  const mij = useMij();
  const mag = useMagMenu();
  if (mij === undefined) return null;
  if (mij.medewerker.rollen.includes('behandelaar')) return <Navigate to="/zaken" replace />;
  if (mag('lezen', 'Bezorging') && !mag('zoeken', 'Klant'))
    return <Navigate to="/beheer/bezorging" replace />;
  return <Bureau />;
}
