import { Button, IconButton } from '@mui/material';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { useVolg } from '../providers/client.ts';
import { isCode } from '../providers/fout.ts';
import { useZaak } from '../providers/zaken.ts';
import { dagKort } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Melding } from '../ui/Melding.tsx';
import { Termijn } from '../ui/Termijn.tsx';
import { Laadt, Leeg } from '../ui/Toestand.tsx';
import { stand } from '../ui/voortgangTekst.ts';
import { DoelDialoog } from '../werkplek/DoelDialoog.tsx';
import { StatusZetten } from './StatusZetten.tsx';
import { SubstatusZetten } from './SubstatusZetten.tsx';
import './Paneel.css';

const SMAL = '(max-width: 859px)';

type Wat = 'substatus' | 'status';

function Inhoud({ zaak, sluit }: { zaak: ZaakDetail; sluit: () => void }) {
  const kan = (['substatus', 'status'] as const).filter((daad) => zaak.magDoen.includes(daad));
  const [wat, zetWat] = useState<Wat>('substatus');
  const nu = kan.includes(wat) ? wat : kan[0];
  const { nummer, naam, sinds } = stand(zaak);
  return (
    <>
      <div className="zet-kop">
        <h2>{zaak.zaaktype.omschrijving}</h2>
        <IconButton aria-label="Sluit dit paneel" onClick={sluit}>
          <Icoon van={IconX} />
        </IconButton>
        <p className="meta">
          {zaak.klant?.naam ?? zaak.zaaknummer} · {nummer}
          {naam}
          {sinds}
        </p>
        <Termijn termijn={zaak.termijn} einddatum={zaak.einddatum} inLijst />
        <Link className="meta" to={`/zaken/${encodeURIComponent(zaak.id)}/show`}>
          Hele zaak <Icoon van={IconArrowRight} klein />
        </Link>
      </div>
      {kan.length === 2 && (
        <div className="keuzes zet-wat" role="group" aria-label="Wat wilt u zetten?">
          <Button size="small" aria-pressed={nu === 'substatus'} onClick={() => zetWat('substatus')}>
            Substatus
          </Button>
          <Button size="small" aria-pressed={nu === 'status'} onClick={() => zetWat('status')}>
            Status
          </Button>
        </div>
      )}
      {nu === 'substatus' && <SubstatusZetten zaak={zaak} />}
      {nu === 'status' && <StatusZetten zaak={zaak} />}
      {nu === undefined && zaak.einddatum !== null && (
        <div className="blok" role="status">
          <Melding soort="goed" kop={`Deze zaak is afgerond op ${dagKort(zaak.einddatum)}`}>
            {zaak.resultaat !== null && `Resultaat: ${zaak.resultaat}. `}Er kan geen status meer bij.
          </Melding>
        </div>
      )}
      {nu === undefined && zaak.einddatum === null && (
        <p className="meta blok">
          U kunt deze zaak lezen. Een status zetten mag alleen de afdeling die de zaak behandelt.
        </p>
      )}
    </>
  );
}

function Gekozen({ id, sluit }: { id: string; sluit: () => void }) {
  const { data: zaak, error, refetch } = useZaak(id);
  useVolg(`zaak:${id}`);
  if (isCode(error, 'doel_ontbreekt')) return <DoelDialoog voor={id} />;
  if (error !== null && zaak === undefined) {
    return (
      <div className="blok">
        <Melding
          soort="fout"
          kop="Deze zaak kan niet open"
          actie={
            <Button size="small" onClick={() => void refetch()}>
              Opnieuw
            </Button>
          }
        >
          {error.message}
        </Melding>
      </div>
    );
  }
  if (zaak === undefined || zaak.id !== id) return <Laadt wat="Zaak" />;
  return <Inhoud key={id} zaak={zaak} sluit={sluit} />;
}

/** The panel: one status or substatus in seconds. */
export function Paneel({ zaak, sluit }: { zaak: string | null; sluit: () => void }) {
  const hier = useRef<HTMLElement>(null);
  // On a narrow screen the panel stands below the list: bring it there, or a choice seems to do nothing.
  useEffect(() => {
    if (zaak !== null && window.matchMedia(SMAL).matches) hier.current?.scrollIntoView({ block: 'start' });
  }, [zaak]);
  return (
    <aside ref={hier} className="dok zet niet-afdrukken" aria-label="Status zetten">
      {zaak === null ? (
        <Leeg kop="Kies een zaak">Klik op een zaak, of loop erlangs met J en K.</Leeg>
      ) : (
        <Gekozen id={zaak} sluit={sluit} />
      )}
    </aside>
  );
}
