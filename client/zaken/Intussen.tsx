import { Button } from '@mui/material';
import { useNavigate } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { isIntussenGewijzigd } from '../providers/fout.ts';
import { dagKort } from '../ui/datum.ts';
import { Melding } from '../ui/Melding.tsx';

/** Someone else changed the zaak while this was being written: who and what, that nothing was lost, and the way to look. */
export function Intussen(props: {
  zaak: Pick<ZaakDetail, 'id' | 'status'>;
  fout: unknown;
  anders: boolean;
  bekeken: () => void;
}) {
  const { zaak, fout, anders, bekeken } = props;
  const ga = useNavigate();
  const gemeld = isIntussenGewijzigd(fout);
  if (!gemeld && !anders) return null;
  const nu =
    zaak.status === null
      ? 'De zaak heeft geen status meer.'
      : `De status is nu “${zaak.status.naam}”, sinds ${dagKort(zaak.status.datum)}.`;
  const bekijk = () => {
    bekeken();
    void Promise.resolve(ga(`/zaken/${encodeURIComponent(zaak.id)}/show`)).then(() =>
      requestAnimationFrame(() => document.getElementById('inhoud')?.focus()),
    );
  };
  return (
    <Melding
      soort="nu"
      kop="De zaak is intussen gewijzigd"
      actie={
        <Button size="small" onClick={bekijk}>
          Bekijk
        </Button>
      }
    >
      {gemeld && fout instanceof Error ? fout.message : `${nu} Er is niets overschreven.`} Uw tekst staat er
      nog.
    </Melding>
  );
}
