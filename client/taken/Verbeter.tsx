import { Button } from '@mui/material';
import { useEffect, useRef, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Opnieuw, Taak } from '../../shared/contracts/taak.ts';
import { isIntussenGewijzigd } from '../providers/fout.ts';
import { useVerstuurOpnieuw } from '../providers/taken.ts';
import { Melding } from '../ui/Melding.tsx';
import { VerbeterContactmoment } from './VerbeterContactmoment.tsx';
import { VerbeterStatus } from './VerbeterStatus.tsx';
import { VerbeterSubstatus } from './VerbeterSubstatus.tsx';
import { foutBij } from './verbetering.ts';

/** The refused write, filled in as it was, on the spot. `Ctrl+Enter` sends; `Esc` closes and keeps the text. */
export default function Verbeter(props: {
  bewaard: Taak;
  taak: Taak;
  wijzig: (taak: Taak) => void;
  sluit: () => void;
}) {
  const { bewaard, taak, wijzig, sluit } = props;
  const verstuur = useVerstuurOpnieuw();
  const formulier = useRef<HTMLFormElement>(null);
  const maak = useRef<() => Opnieuw['inhoud'] | null>(() => null);
  useEffect(() => {
    const velden = 'textarea:enabled, input:enabled';
    const eerste =
      formulier.current?.querySelector<HTMLElement>('[aria-invalid=true]') ??
      formulier.current?.querySelector<HTMLElement>(velden);
    (eerste ?? formulier.current)?.focus();
  }, []);

  const bewaar = (gebeurtenis?: SyntheticEvent) => {
    gebeurtenis?.preventDefault();
    if (verstuur.isPending) return;
    const inhoud = maak.current();
    if (inhoud === null) return;
    verstuur.mutate({ id: taak.id, inhoud, zaak: taak.zaak });
  };
  // Not by the keys of the whole screen: another form may be open beside this one.
  const opToets = (een: KeyboardEvent) => {
    const verzend = een.key === 'Enter' && (een.ctrlKey || een.metaKey);
    if (!verzend && een.key !== 'Escape') return;
    een.preventDefault();
    een.nativeEvent.stopImmediatePropagation();
    een.stopPropagation();
    if (verzend) bewaar();
    else sluit();
  };
  const gedeeld = {
    naam: `verbeter-${taak.id}`,
    fout: (veld: string) => foutBij(bewaard, taak, verstuur.error, veld),
    oorzaak: verstuur.error,
    vergeet: () => verstuur.reset(),
    wijzig,
    meld: (nieuw: () => Opnieuw['inhoud'] | null) => {
      maak.current = nieuw;
    },
  };
  return (
    <form
      ref={formulier}
      className="verbeter"
      aria-label="Verbeter en verstuur opnieuw"
      tabIndex={-1}
      noValidate
      onSubmit={bewaar}
      onKeyDown={opToets}
    >
      {taak.soort === 'contactmoment' && <VerbeterContactmoment {...gedeeld} taak={taak} />}
      {taak.soort === 'substatus' && <VerbeterSubstatus {...gedeeld} taak={taak} />}
      {taak.soort === 'status' && <VerbeterStatus {...gedeeld} taak={taak} />}
      <div className="verbeter-onder">
        {verstuur.error && !isIntussenGewijzigd(verstuur.error) && (
          <Melding soort="fout" kop="Niet verstuurd. Uw tekst staat er nog.">
            {verstuur.error.message}
          </Melding>
        )}
        <span className="knoppen">
          <Button type="submit" variant="contained" color="primary" disabled={verstuur.isPending}>
            Verstuur opnieuw <kbd>Ctrl Enter</kbd>
          </Button>
          <Button variant="text" onClick={sluit}>
            Sluit, bewaar mijn tekst
          </Button>
        </span>
      </div>
    </form>
  );
}
