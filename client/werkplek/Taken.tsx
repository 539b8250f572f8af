import { Button } from '@mui/material';
import { Link } from 'react-router';
import { useMij } from '../providers/auth.ts';
import { useRuimTaakOp, useTaken } from '../providers/taken.ts';
import { dagEnTijd } from '../ui/datum.ts';
import { Melding } from '../ui/Melding.tsx';

const woorden = { contactmoment: 'contactmoment', substatus: 'substatus', status: 'status' } as const;

/** What a register refused later on: the reason, the text that was typed, and the way to do it again. */
export function Taken() {
  const { data: taken = [] } = useTaken(useMij() !== undefined);
  const ruimOp = useRuimTaakOp();
  return (
    <section className="taken niet-afdrukken" aria-label="Geweigerd door het register" aria-live="polite">
      {taken.map((taak) => (
        <Melding
          key={taak.id}
          soort="fout"
          kop={`Het register weigert uw ${woorden[taak.soort]} van ${dagEnTijd(taak.tijdstip)}`}
          actie={
            <Button size="small" disabled={ruimOp.isPending} onClick={() => ruimOp.mutate(taak.id)}>
              Gelezen
            </Button>
          }
        >
          {taak.reden} Uw tekst: “{taak.tekst}”{' '}
          {taak.zaak !== null && (
            <Link to={`/zaken/${encodeURIComponent(taak.zaak)}/show`}>Naar de zaak</Link>
          )}
          {taak.zaak === null && taak.klant !== null && (
            <Link to={`/klanten/${taak.klant}`}>Naar de klant</Link>
          )}
          {ruimOp.error && ruimOp.variables === taak.id && <span> {ruimOp.error.message}</span>}
        </Melding>
      ))}
    </section>
  );
}
