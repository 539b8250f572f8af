import { Button } from '@mui/material';
import { isCode } from '../providers/fout.ts';
import { Melding } from '../ui/Melding.tsx';
import { Laadt } from '../ui/Toestand.tsx';
import { DoelDialoog } from './DoelDialoog.tsx';

/**
 * What a page says of its own reading: that it is under way, needs a reason first, failed, or shows an earlier stand.
 * `deze` is the page as a sentence begins with it: "Deze zaak".
 */
export function Leesstand(props: {
  titel: string;
  deze: string;
  id: string;
  error: Error | null;
  gelezen: boolean;
  opnieuw: () => void;
}) {
  const { titel, deze, id, error, gelezen, opnieuw } = props;
  if (error === null) return gelezen ? null : <Laadt wat={titel} />;
  if (isCode(error, 'doel_ontbreekt')) return <DoelDialoog voor={id} />;
  if (gelezen) {
    return (
      <Melding
        soort="fout"
        kop={`${deze} is niet bijgewerkt`}
        actie={
          <Button size="small" onClick={opnieuw}>
            Opnieuw
          </Button>
        }
      >
        {error.message} U ziet de vorige stand.
      </Melding>
    );
  }
  return (
    <div className="paginafout">
      <h1>{titel}</h1>
      <Melding soort="fout" kop={`${deze} kan niet open`} actie={<Button onClick={opnieuw}>Opnieuw</Button>}>
        {error.message}
      </Melding>
    </div>
  );
}
