import { Button, Dialog } from '@mui/material';
import { useOpslag } from '../providers/opslag.ts';
import { enkeleToetsen } from './toetsen.ts';
import './Dialoog.css';

/** Only what has a function now. */
const overzicht: readonly (readonly [string, string])[] = [
  ['Zoeken', '/ of Ctrl K'],
  ['Nieuw gesprek', 'N'],
  ['Gesprek 1 tot 9', 'Alt 1 tot 9'],
  ['Vorig, volgend gesprek', '[ en ]'],
  ['Naar de notitie en terug', 'F2'],
  ['Opslaan wat rechts staat', 'Ctrl Enter'],
  ['Volgende, vorige zaak', 'J en K'],
  ['Open of dicht', 'Enter'],
  ['Kopieer het antwoord', 'C'],
  ['Antwoord in het Engels', 'E'],
  ['Kopieer zaaknummer en titel', '.'],
  ['Toon nieuwe regels', 'V'],
  ['Voor betrokkenen, intern', 'B en I'],
  ['Dit overzicht', '?'],
];

export function Sneltoetsen({ open, sluit }: { open: boolean; sluit: () => void }) {
  const aan = useOpslag(enkeleToetsen);
  return (
    <Dialog open={open} onClose={sluit} maxWidth="md" aria-labelledby="toetsen-kop">
      <div className="venster">
        <h2 id="toetsen-kop">Sneltoetsen</h2>
        <dl className="toetsen">
          {overzicht.map(([wat, toets]) => (
            <div key={wat}>
              <dt>{wat}</dt>
              <dd>
                <kbd>{toets}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <label className="vink">
          <input
            type="checkbox"
            checked={aan}
            onChange={(een) => enkeleToetsen.zet(() => een.target.checked)}
          />
          Sneltoetsen van één letter aan
        </label>
        <div className="knoppen">
          <Button variant="contained" color="primary" onClick={sluit}>
            Sluiten
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
