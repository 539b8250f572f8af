import { Button } from '@mui/material';
import type { Registerstand } from '../../shared/contracts/bezorging.ts';
import { dagEnTijd } from '../ui/datum.ts';
import { verbindingswoord } from './bezorgwoorden.ts';

/** A register a row: does it answer, what waits for it, and the one act after an outage. */
export function Registertabel(props: {
  registers: readonly Registerstand[];
  bezig: boolean;
  probeer: (register: string) => void;
}) {
  return (
    <div className="blad tabelvlak">
      <table className="beheer">
        <thead>
          <tr>
            <th scope="col">Register</th>
            <th scope="col">Verbinding</th>
            <th scope="col" className="getal">
              Wacht
            </th>
            <th scope="col" className="getal">
              Geweigerd
            </th>
            <th scope="col">Oudste wacht sinds</th>
            <th scope="col">Zaken gelezen op</th>
            <th scope="col">
              <span className="uit-zicht">Actie</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.registers.map(({ id, naam, wacht, geweigerd, oudste, verbindingen, zaakindexOp }) => (
            <tr key={id}>
              <th scope="row">{naam}</th>
              <td data-kop="Verbinding">
                <ul className="verbindingen">
                  {verbindingen.length === 0 && <li>nog niets gevraagd</li>}
                  {verbindingen.map((verbinding) => {
                    const { tekst, goed } = verbindingswoord(verbinding);
                    return (
                      <li key={verbinding.adres} className={goed ? '' : 'mis'}>
                        <span className="adres">{verbinding.adres}</span> {tekst}
                      </li>
                    );
                  })}
                </ul>
              </td>
              <td data-kop="Wacht" className="getal">
                {wacht}
              </td>
              <td data-kop="Geweigerd" className="getal">
                {geweigerd}
              </td>
              <td data-kop="Oudste wacht sinds">{oudste === null ? '–' : dagEnTijd(oudste)}</td>
              <td data-kop="Zaken gelezen op">{zaakindexOp === null ? '–' : dagEnTijd(zaakindexOp)}</td>
              <td className="actie">
                {wacht > 0 && (
                  <Button
                    size="small"
                    disabled={props.bezig}
                    aria-label={`Probeer alles nu: ${naam}`}
                    onClick={() => props.probeer(id)}
                  >
                    Probeer alles nu
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
