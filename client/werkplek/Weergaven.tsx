import { Link, useSearchParams } from 'react-router';
import { useMij } from '../providers/auth.ts';
import { useTellingen } from '../providers/zaken.ts';

function Weergave({ afdeling, actief }: { afdeling: string; actief: boolean }) {
  const { data } = useTellingen({ afdeling });
  return (
    <Link
      className="balk-tab"
      to={`/zaken?afdeling=${encodeURIComponent(afdeling)}`}
      aria-current={actief ? 'page' : undefined}
    >
      <b>{afdeling}</b> {data && <span className="tel">{data.totaal}</span>}
    </Link>
  );
}

/** Which afdeling's work is shown: the address says it, so that it can be shared and survives a reload. */
export const useAfdeling = (): string | undefined => {
  const [vraag] = useSearchParams();
  const eigen = useMij()?.medewerker.afdelingen ?? [];
  return vraag.get('afdeling') ?? eigen[0];
};

/** The second row of ink above a list: a tab an afdeling. */
export function Weergaven() {
  const afdelingen = useMij()?.medewerker.afdelingen ?? [];
  const gekozen = useAfdeling();
  return (
    <nav className="balk op-vlak" aria-label="Weergaven">
      {afdelingen.map((afdeling) => (
        <Weergave key={afdeling} afdeling={afdeling} actief={afdeling === gekozen} />
      ))}
      <span className="rechts">
        Volgende <kbd>J</kbd> Vorige <kbd>K</kbd>
      </span>
    </nav>
  );
}
