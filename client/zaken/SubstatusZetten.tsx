import { Button } from '@mui/material';
import { IconEye } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Doelgroep } from '../../shared/contracts/waarden.ts';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { isIntussenGewijzigd, veldfout } from '../providers/fout.ts';
import { maakOpslag, useOpslag } from '../providers/opslag.ts';
import { useZetSubstatus } from '../providers/zaken.ts';
import { dagLang } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Melding, WachtOpRegister } from '../ui/Melding.tsx';
import { useToets } from '../werkplek/toetsen.ts';
import { useGezien } from './gezien.ts';
import { Intussen } from './Intussen.tsx';
import { substatusInhoud, type Substatusmist } from './invoer.ts';
import { SubstatusVelden } from './SubstatusVelden.tsx';

/** What was typed per zaak stays while one looks at another. */
const teksten = maakOpslag<Readonly<Record<string, string>>>({});

function Voorbeeld({ zaak, tekst }: { zaak: ZaakDetail; tekst: string }) {
  return (
    <div className="blok voorbeeld">
      <h3 className="label">Voorbeeld</h3>
      <div className="stem">
        <div className="stem-kop">
          <strong>
            <Icoon van={IconEye} klein /> Zo ziet de inwoner het
          </strong>
        </div>
        <p>
          {zaak.status !== null && (
            <span>
              {zaak.status.naam} <small>sinds {dagLang(zaak.status.datum)}</small>
            </span>
          )}
          <span>
            {tekst} <small>{dagLang(new Date().toISOString())}</small>
          </span>
        </p>
      </div>
    </div>
  );
}

const verlaat = (een: KeyboardEvent<HTMLElement>): void => {
  if (een.key === 'Escape' && een.target instanceof HTMLTextAreaElement) een.target.blur();
};

/** Text and audience; the audience is never preset, so that nothing becomes public by default. */
export function SubstatusZetten({ zaak }: { zaak: ZaakDetail }) {
  const omschrijving = useOpslag(teksten)[zaak.id] ?? '';
  const [doelgroep, zetDoelgroep] = useState<Doelgroep | null>(null);
  const [mist, zetMist] = useState<Substatusmist>(null);
  const zet = useZetSubstatus();
  const { gezien, anders, bekeken } = useGezien(zaak.statusNu, omschrijving !== '' || doelgroep !== null);
  const botst = isIntussenGewijzigd(zet.error);

  const wijzig = (deel: { omschrijving?: string; doelgroep?: Doelgroep | null }) => {
    const { omschrijving: tekst, doelgroep: groep } = deel;
    if (tekst !== undefined) {
      teksten.zet((oud) => ({ ...oud, [zaak.id]: tekst }));
      if (zet.isSuccess) zet.reset();
    }
    if (groep !== undefined) zetDoelgroep(groep);
    zetMist(null);
  };
  const bewaar = (gebeurtenis?: SyntheticEvent) => {
    gebeurtenis?.preventDefault();
    if (zet.isPending) return;
    const uitkomst = substatusInhoud({ omschrijving, doelgroep });
    if (uitkomst.soort === 'mist') {
      zetMist(uitkomst.veld);
      document.querySelector<HTMLElement>(`[name=substatus-${uitkomst.veld}]`)?.focus();
      return;
    }
    zetMist(null);
    zet.mutate(
      { id: zaak.id, inhoud: { ...uitkomst.inhoud, gezien } },
      {
        onSuccess: () => {
          teksten.zet((oud) => ({ ...oud, [zaak.id]: '' }));
          zetDoelgroep(null);
        },
      },
    );
  };
  useToets('ctrl+enter', () => bewaar());
  useToets('b', () => wijzig({ doelgroep: 'betrokkenen' }));
  useToets('i', () => wijzig({ doelgroep: 'intern' }));

  return (
    <form onSubmit={bewaar} onKeyDown={verlaat} noValidate>
      <SubstatusVelden
        naam="substatus"
        waarde={{ omschrijving, doelgroep }}
        mist={mist}
        toetsen
        fout={(veld) => veldfout(zet.error, veld)}
        wijzig={wijzig}
      />
      {doelgroep === 'betrokkenen' && omschrijving.trim() !== '' && (
        <Voorbeeld zaak={zaak} tekst={omschrijving.trim()} />
      )}
      <div className="afsluiten">
        <Intussen
          zaak={zaak}
          fout={zet.error}
          anders={anders}
          bekeken={() => {
            bekeken();
            zet.reset();
          }}
        />
        <div role="status">
          {zet.data?.bezorging === 'bezorgd' && (
            <Melding soort="goed" kop="Substatus gezet">
              Wie deze zaak open heeft, ziet het meteen.
            </Melding>
          )}
          {zet.data?.bezorging === 'wacht' && <WachtOpRegister />}
        </div>
        {zet.error && !botst && (
          <Melding soort="fout" kop="De substatus is niet gezet. Uw tekst staat er nog.">
            {zet.error.message}
          </Melding>
        )}
        <Button type="submit" variant="contained" color="primary" disabled={zet.isPending}>
          Zet substatus <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
