import type { Bezorgstand } from '../../shared/contracts/bezorging.ts';
import { dagEnTijd, meervoud } from '../ui/datum.ts';
import { taaknaam } from './bezorgwoorden.ts';

function hoeGing({ geluktOp, misluktOp, reden }: Bezorgstand['taken'][number]): string {
  const gelukt = geluktOp === null ? 'nog niet gelukt' : `gelukt op ${dagEnTijd(geluktOp)}`;
  if (misluktOp === null || (geluktOp !== null && geluktOp > misluktOp)) return gelukt;
  return `mislukt op ${dagEnTijd(misluktOp)} (${reden ?? 'reden onbekend'}); ${gelukt}`;
}

/** What goes on beside the requests: notificaties, the subscription, the rounds. */
export function Achtergrondwerk({ stand: { notificaties, taken } }: { stand: Bezorgstand }) {
  const { wacht, opgegeven, oudste } = notificaties;
  const achterstand = oudste === null ? '' : `, de oudste sinds ${dagEnTijd(oudste)}`;
  return (
    <section aria-labelledby="werk-kop">
      <h2 id="werk-kop">Werk op de achtergrond</h2>
      <dl className="blad achtergrond">
        <div>
          <dt>Notificaties</dt>
          <dd>
            {wacht === 0 ? 'er wacht niets' : `${meervoud(wacht, 'wacht', 'wachten')}${achterstand}`}
            {opgegeven > 0 && `; ${String(opgegeven)} opgegeven, de uurronde vindt wat erin stond`}
          </dd>
        </div>
        {taken.map((taak) => (
          <div key={taak.naam}>
            <dt>{taaknaam(taak.naam)}</dt>
            <dd>{hoeGing(taak)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
