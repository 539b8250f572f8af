import { useVerbinding } from '../providers/live.ts';
import { Melding } from '../ui/Melding.tsx';
import './Verbinding.css';

/** One bar: work goes on, nothing is lost. */
export function Verbinding() {
  const stand = useVerbinding();
  return (
    <div className="verbinding niet-afdrukken" aria-live="polite">
      {stand === 'weg' && (
        <Melding soort="weg" kop="Geen verbinding">
          U kunt doorwerken. Laat dit venster open: we versturen uw notitie zodra het kan.
        </Melding>
      )}
      {stand === 'weer' && (
        <Melding soort="goed" kop="Weer verbonden">
          Alles is bijgewerkt. U heeft niets gemist.
        </Melding>
      )}
    </div>
  );
}
