import { Button } from '@mui/material';
import type { Bezorgrij } from '../../shared/contracts/bezorging.ts';
import { dagEnTijd } from '../ui/datum.ts';
import { beurt, soorten } from './bezorgwoorden.ts';

function Rij(props: { rij: Bezorgrij; klaar: boolean; bezig: boolean; probeer: (id: string) => void }) {
  const { rij, klaar, bezig, probeer } = props;
  const naam = `${soorten[rij.soort]} van ${rij.medewerker.naam}, ${dagEnTijd(rij.sinds)}`;
  return (
    <tr className={klaar ? 'klaar' : rij.toestand}>
      <th scope="row">{soorten[rij.soort]}</th>
      <td data-kop="Register">{rij.register.naam}</td>
      <td data-kop="Sinds">{dagEnTijd(rij.sinds)}</td>
      <td data-kop="Pogingen" className="getal">
        {rij.pogingen}
      </td>
      <td data-kop="Volgende poging">{klaar ? 'is klaar' : beurt(rij)}</td>
      <td data-kop="Reden">{klaar ? '–' : (rij.reden ?? '–')}</td>
      <td data-kop="Van">
        {rij.medewerker.naam} <small>{rij.medewerker.id}</small>
      </td>
      <td data-kop="Zaak" className="zaak-id">
        {rij.zaak ?? 'zonder zaak'}
      </td>
      <td className="actie">
        {/* It stays when its row is done: a button that goes takes the focus along. */}
        {rij.toestand === 'wacht' && (
          <Button
            size="small"
            aria-label={`${klaar ? 'Klaar' : 'Probeer nu'}: ${naam}`}
            aria-disabled={klaar || bezig}
            className={klaar ? 'uit' : ''}
            onClick={() => {
              if (!klaar && !bezig) probeer(rij.id);
            }}
          >
            {klaar ? 'Klaar' : 'Probeer nu'}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What waits or was refused: whose, since when and why; never what is in it. */
export function Opdrachten(props: {
  rijen: readonly { rij: Bezorgrij; klaar: boolean }[];
  bezig: boolean;
  probeer: (id: string) => void;
}) {
  return (
    <div className="blad tabelvlak">
      <table className="beheer">
        <thead>
          <tr>
            <th scope="col">Soort</th>
            <th scope="col">Register</th>
            <th scope="col">Sinds</th>
            <th scope="col" className="getal">
              Pogingen
            </th>
            <th scope="col">Volgende poging</th>
            <th scope="col">Reden</th>
            <th scope="col">Van</th>
            <th scope="col">Zaak</th>
            <th scope="col">
              <span className="uit-zicht">Actie</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rijen.map(({ rij, klaar }) => (
            <Rij key={rij.id} rij={rij} klaar={klaar} bezig={props.bezig} probeer={props.probeer} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
