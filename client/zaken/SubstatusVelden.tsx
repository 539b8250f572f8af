import { IconLock, IconUsers } from '@tabler/icons-react';
import { Icoon } from '../ui/Icoon.tsx';
import { Veldfout } from '../ui/Melding.tsx';
import { LANGST, substatusfout, type Substatusinvoer, type Substatusmist } from './invoer.ts';

const voorWie = [
  ['betrokkenen', 'Inwoner en KCC', 'De inwoner kan dit lezen', 'B', IconUsers],
  ['intern', 'Alleen intern', 'KCC ziet het, zegt het niet', 'I', IconLock],
] as const;

/** Text and audience; more than one form may stand on a screen, each with its own `naam`. */
export function SubstatusVelden(props: {
  naam: string;
  waarde: Substatusinvoer;
  mist: Substatusmist;
  /** Single keys for the audience: not where another form has them. */
  toetsen?: boolean;
  fout: (veld: keyof Substatusinvoer) => string | null;
  wijzig: (deel: Partial<Substatusinvoer>) => void;
}) {
  const { naam, waarde, mist, toetsen = false, fout, wijzig } = props;
  const tekstfout = substatusfout(waarde, mist, 'omschrijving') ?? fout('omschrijving');
  return (
    <>
      <fieldset>
        <label className="label" htmlFor={`${naam}-omschrijving`}>
          Wat is er gebeurd?
        </label>
        <textarea
          id={`${naam}-omschrijving`}
          name={`${naam}-omschrijving`}
          className="veld"
          rows={3}
          value={waarde.omschrijving}
          aria-invalid={tekstfout !== null}
          aria-describedby={`${naam}-omschrijving-fout ${naam}-teller`}
          onChange={(een) => wijzig({ omschrijving: een.target.value })}
        />
        <span className="meta teller" id={`${naam}-teller`}>
          {waarde.omschrijving.length} van {LANGST} tekens
        </span>
        <Veldfout id={`${naam}-omschrijving-fout`} tekst={tekstfout} />
      </fieldset>
      <fieldset>
        <legend className="label">
          Wie mag dit zien? <small>kies altijd zelf</small>
        </legend>
        <div className="voorwie">
          {voorWie.map(([code, woord, uitleg, toets, beeld]) => (
            <label key={code}>
              <input
                type="radio"
                name={`${naam}-doelgroep`}
                value={code}
                checked={waarde.doelgroep === code}
                aria-describedby={`${naam}-doelgroep-fout`}
                onChange={() => wijzig({ doelgroep: code })}
              />
              <Icoon van={beeld} />
              <b>
                {woord} {toetsen && <kbd>{toets}</kbd>}
              </b>
              {uitleg}
            </label>
          ))}
        </div>
        <Veldfout
          id={`${naam}-doelgroep-fout`}
          tekst={substatusfout(waarde, mist, 'doelgroep') ?? fout('doelgroep')}
        />
      </fieldset>
    </>
  );
}
