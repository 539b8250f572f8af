import { Button, Dialog } from '@mui/material';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { kiesDoel, useDoelen } from '../providers/doel.ts';
import { Keuze } from '../ui/Keuze.tsx';
import { Melding } from '../ui/Melding.tsx';
import './Dialoog.css';

/** Why is this opened? The server asks (403 `doel_ontbreekt`); the reason goes with every call for it. */
export function DoelDialoog({ voor }: { voor: string }) {
  const ga = useNavigate();
  const { data: doelen = [], error } = useDoelen();
  const [gekozen, kies] = useState<string | null>(null);
  return (
    <Dialog open aria-labelledby="doel-kop" onClose={() => void ga(-1)}>
      <form
        className="venster"
        onSubmit={(een) => {
          een.preventDefault();
          if (gekozen !== null) kiesDoel(voor, gekozen);
        }}
      >
        <h2 id="doel-kop">U heeft geen gesprek met deze klant</h2>
        <Keuze
          naam="doel"
          kop="Kies een reden. Dit staat in het logboek."
          opties={doelen.map(({ code, naam }) => [code, naam] as const)}
          gekozen={gekozen}
          kies={kies}
        />
        {error && (
          <Melding soort="fout" kop="De redenen laden niet">
            {error.message}
          </Melding>
        )}
        <div className="knoppen">
          <Button onClick={() => void ga(-1)}>Terug</Button>
          <Button type="submit" variant="contained" color="primary" disabled={gekozen === null}>
            Open klantbeeld
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
