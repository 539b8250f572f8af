import { Button } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { veldfout } from '../providers/fout.ts';
import { useZetStatus } from '../providers/zaken.ts';
import { Keuze } from '../ui/Keuze.tsx';
import { Melding, Veldfout, WachtOpRegister } from '../ui/Melding.tsx';
import { useToets } from '../werkplek/toetsen.ts';

/** The next step is preselected only where the pad knows it; an end status asks for a resultaat. */
export function StatusZetten({ zaak }: { zaak: ZaakDetail }) {
  const voorgesteld = zaak.statustypen.find((een) => een.voorgesteld)?.id ?? null;
  const [gekozen, kies] = useState<string | null>(null);
  const [resultaat, kiesResultaat] = useState<string | null>(null);
  const [toelichting, zetToelichting] = useState('');
  const [mist, zetMist] = useState<'statustype' | 'resultaattype' | null>(null);
  const zet = useZetStatus();
  // Straight after a write nothing stands ready: pressing twice must not set two statuses.
  const statustype = gekozen ?? (zet.isSuccess ? null : voorgesteld);
  const eind = zaak.statustypen.find(({ id }) => id === statustype)?.eindstatus ?? false;

  const bewaar = (gebeurtenis?: SyntheticEvent) => {
    gebeurtenis?.preventDefault();
    if (zet.isPending) return;
    if (statustype === null) {
      zetMist('statustype');
      return;
    }
    if (eind && resultaat === null && zaak.resultaattypen.length > 0) {
      zetMist('resultaattype');
      return;
    }
    zetMist(null);
    const tekst = toelichting.trim();
    zet.mutate(
      {
        id: zaak.id,
        inhoud: {
          statustype,
          ...(tekst === '' ? {} : { toelichting: tekst }),
          ...(eind && resultaat !== null ? { resultaattype: resultaat } : {}),
        },
      },
      {
        onSuccess: () => {
          kies(null);
          kiesResultaat(null);
          zetToelichting('');
        },
      },
    );
  };
  useToets('ctrl+enter', () => bewaar());

  return (
    <form onSubmit={bewaar} noValidate>
      <Keuze
        naam="statustype"
        kop="Welke status?"
        klein={gekozen === null && statustype !== null ? 'voorgesteld: de volgende stap' : undefined}
        opties={zaak.statustypen.map(({ id, naam }) => [id, naam] as const)}
        gekozen={statustype}
        fout={mist === 'statustype' ? 'Kies een status.' : veldfout(zet.error, 'statustype')}
        kies={kies}
      />
      {eind && zaak.resultaattypen.length > 0 && (
        <Keuze
          naam="resultaattype"
          kop="Met welk resultaat?"
          klein="deze status sluit de zaak"
          opties={zaak.resultaattypen.map(({ id, naam }) => [id, naam] as const)}
          gekozen={resultaat}
          fout={mist === 'resultaattype' ? 'Kies een resultaat.' : veldfout(zet.error, 'resultaattype')}
          kies={kiesResultaat}
        />
      )}
      <fieldset>
        <label className="label" htmlFor="toelichting">
          Toelichting <small>mag u overslaan</small>
        </label>
        <textarea
          id="toelichting"
          className="veld"
          rows={3}
          maxLength={1000}
          aria-describedby="toelichting-fout"
          value={toelichting}
          onChange={(een) => zetToelichting(een.target.value)}
        />
        <Veldfout id="toelichting-fout" tekst={veldfout(zet.error, 'toelichting')} />
      </fieldset>
      <div className="afsluiten">
        <div role="status">
          {zet.data?.bezorging === 'bezorgd' && <Melding soort="goed" kop="Status gezet" />}
          {zet.data?.bezorging === 'wacht' && <WachtOpRegister />}
        </div>
        {zet.error && (
          <Melding soort="fout" kop="De status is niet gezet. Uw tekst staat er nog.">
            {zet.error.message}
          </Melding>
        )}
        <Button type="submit" variant="contained" color="primary" disabled={zet.isPending}>
          Zet status <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
