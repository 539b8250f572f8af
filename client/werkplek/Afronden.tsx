import { Button } from '@mui/material';
import { useState } from 'react';
import type { Gesprek } from '../../shared/contracts/gesprek.ts';
import {
  gekozenZaken,
  teKiezenZaken,
  useConcept,
  vink,
  wijzigConcept,
  zaaknamen,
} from '../providers/concepten.ts';
import { veldfout } from '../providers/fout.ts';
import { useRondAf } from '../providers/gesprekken.ts';
import { useOpslag } from '../providers/opslag.ts';
import { Keuze } from '../ui/Keuze.tsx';
import { Melding, Veldfout } from '../ui/Melding.tsx';
import { maakAfronding, onderwerpVoorstel, resultaten, voorstel, vraagtypen } from './afronding.ts';
import { useToets } from './toetsen.ts';

/** Registering: everything is prefilled; only the vraagtype asks for one act of confirmation. */
export function Afronden({ gesprek }: { gesprek: Gesprek }) {
  const concept = useConcept(gesprek.id);
  const namen = useOpslag(zaaknamen);
  const rondAf = useRondAf();
  const [mist, zetMist] = useState<{ veld: string; melding: string } | null>(null);
  const vraagtype = voorstel(concept);
  const opTeBevestigen = vraagtype !== null && !concept.bevestigd;
  const naam = vraagtypen.find(([code]) => code === vraagtype)?.[1] ?? '';

  const bewaar = () => {
    if (rondAf.isPending) return;
    if (opTeBevestigen) {
      wijzigConcept(gesprek.id, { vraagtype, bevestigd: true });
      return;
    }
    const uitkomst = maakAfronding(concept, namen);
    if (uitkomst.soort === 'mist') {
      zetMist(uitkomst);
      document.querySelector<HTMLInputElement>(`#afronden [name=${uitkomst.veld}]`)?.focus();
      return;
    }
    zetMist(null);
    rondAf.mutate({ gesprek, inhoud: uitkomst.inhoud });
  };
  useToets('ctrl+enter', bewaar);

  return (
    <form
      className="afronden"
      id="afronden"
      tabIndex={-1}
      aria-label="Afronden"
      noValidate
      onSubmit={(een) => {
        een.preventDefault();
        bewaar();
      }}
    >
      <h3>Afronden</h3>
      <Keuze
        naam="vraagtype"
        kop="Waar ging het over?"
        klein={opTeBevestigen ? 'voorgesteld, klik om te bevestigen' : undefined}
        opties={vraagtypen}
        gekozen={vraagtype}
        voorgesteld={opTeBevestigen}
        fout={
          mist?.veld === 'vraagtype' && !concept.bevestigd
            ? mist.melding
            : veldfout(rondAf.error, 'vraagtype')
        }
        kies={(code) => wijzigConcept(gesprek.id, { vraagtype: code, bevestigd: true })}
      />
      {teKiezenZaken(concept).length > 0 && (
        <fieldset>
          <legend className="label">
            Zaken <small>die u bekeek</small>
          </legend>
          {teKiezenZaken(concept).map((id) => (
            <label className="vink" key={id}>
              <input
                type="checkbox"
                checked={gekozenZaken(concept).includes(id)}
                onChange={(een) => vink(gesprek.id, id, een.target.checked)}
              />
              {namen[id] ?? 'Zaak die u eerder bekeek'}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <label className="label" htmlFor="onderwerp">
          Onderwerp <small>zichtbaar voor de inwoner</small>
        </label>
        <input
          id="onderwerp"
          name="onderwerp"
          className="veld"
          maxLength={200}
          aria-invalid={mist?.veld === 'onderwerp'}
          aria-describedby="onderwerp-fout"
          value={concept.onderwerp ?? onderwerpVoorstel(concept, namen)}
          onChange={(een) => wijzigConcept(gesprek.id, { onderwerp: een.target.value })}
        />
        <Veldfout
          id="onderwerp-fout"
          tekst={mist?.veld === 'onderwerp' ? mist.melding : veldfout(rondAf.error, 'onderwerp')}
        />
      </fieldset>
      <Keuze
        naam="resultaat"
        kop="Resultaat"
        opties={resultaten}
        gekozen={concept.resultaat ?? 'beantwoord'}
        fout={veldfout(rondAf.error, 'resultaat')}
        kies={(code) => wijzigConcept(gesprek.id, { resultaat: code })}
      />
      <div className="afsluiten">
        {rondAf.error && (
          <Melding soort="fout" kop="Niet bewaard. Uw tekst staat er nog.">
            {rondAf.error.message}
          </Melding>
        )}
        <Button type="submit" variant="contained" color="primary" disabled={rondAf.isPending}>
          {opTeBevestigen ? `Bevestig: ${naam.toLowerCase()}` : 'Opslaan en afsluiten'} <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
