import type { ReactNode } from 'react';
import type { Voortgang } from '../../shared/contracts/zaak.ts';
import { dagen, dagJaar, tijdUur } from './datum.ts';
import { Substatussen } from './Substatussen.tsx';
import { Punt } from './Voortgang.tsx';
import { stapDatum } from './voortgangTekst.ts';
import './Opgang.css';

/** The line upright: date, marker, what happened. `deelzaken` hang on the current step. */
export function Opgang(props: {
  voortgang: Voortgang;
  gestopt: boolean;
  nieuw: ReadonlySet<string>;
  deelzaken?: ReactNode;
}) {
  const { voortgang, gestopt, nieuw, deelzaken } = props;
  return (
    <ol className={`opgang${gestopt ? ' gestopt' : ''}`} aria-label="Voortgang">
      {voortgang.stappen.map((stap) => (
        <li
          key={`${stap.id}-${String(stap.volgnummer)}`}
          className={stap.toestand}
          aria-current={stap.toestand === 'nu' ? 'step' : undefined}
        >
          <Punt stap={stap} gestopt={gestopt} />
          <div className="wanneer">
            {stap.datum === null ? (
              stapDatum(stap, voortgang)
            ) : (
              <>
                <span>{dagJaar(stap.datum)}</span>
                <small>
                  {stap.toestand === 'nu'
                    ? gestopt
                      ? 'staat stil'
                      : 'nu'
                    : stap.tijdstip && tijdUur(stap.tijdstip)}
                </small>
              </>
            )}
          </div>
          <div className="inhoud">
            <h3>{stap.naam}</h3>
            {stap.uitleg !== null && stap.uitleg !== '' && <p className="uitleg">{stap.uitleg}</p>}
            {stap.toelichting !== null && stap.toelichting !== '' && (
              <p className="uitleg">{stap.toelichting}</p>
            )}
            {stap.norm !== undefined && <p className="meta">deze stap mag {dagen(stap.norm)} duren</p>}
            <Substatussen van={stap.substatussen} nieuw={nieuw} />
            {stap.toestand === 'nu' && deelzaken}
          </div>
        </li>
      ))}
    </ol>
  );
}
