import { Button } from '@mui/material';
import { IconEye, IconLock, IconUsers } from '@tabler/icons-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { Doelgroep } from '../../shared/contracts/waarden.ts';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { veldfout } from '../providers/fout.ts';
import { maakOpslag, useOpslag } from '../providers/opslag.ts';
import { useZetSubstatus } from '../providers/zaken.ts';
import { dagLang } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Melding, Veldfout, WachtOpRegister } from '../ui/Melding.tsx';
import { useToets } from '../werkplek/toetsen.ts';

const LANGST = 200;
/** What was typed per zaak stays while one looks at another. */
const teksten = maakOpslag<Readonly<Record<string, string>>>({});

const voorWie = [
  ['betrokkenen', 'Inwoner en KCC', 'De inwoner kan dit lezen', 'B', IconUsers],
  ['intern', 'Alleen intern', 'KCC ziet het, zegt het niet', 'I', IconLock],
] as const;

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

/** Text and audience; the audience is never preset, so that nothing becomes public by default. */
export function SubstatusZetten({ zaak }: { zaak: ZaakDetail }) {
  const tekst = useOpslag(teksten)[zaak.id] ?? '';
  const [doelgroep, zetDoelgroep] = useState<Doelgroep | null>(null);
  const [mist, zetMist] = useState<'tekst' | 'doelgroep' | null>(null);
  const veld = useRef<HTMLTextAreaElement>(null);
  const groep = useRef<HTMLDivElement>(null);
  const zet = useZetSubstatus();
  const schrijf = (nieuw: string) => {
    teksten.zet((oud) => ({ ...oud, [zaak.id]: nieuw }));
    if (zet.isSuccess) zet.reset();
  };
  const over = LANGST - tekst.length;

  const bewaar = (gebeurtenis?: SyntheticEvent) => {
    gebeurtenis?.preventDefault();
    if (zet.isPending) return;
    if (tekst.trim() === '' || over < 0) {
      zetMist('tekst');
      veld.current?.focus();
    } else if (doelgroep === null) {
      zetMist('doelgroep');
      groep.current?.querySelector('input')?.focus();
    } else {
      zetMist(null);
      zet.mutate(
        { id: zaak.id, inhoud: { omschrijving: tekst.trim(), doelgroep } },
        {
          onSuccess: () => {
            teksten.zet((oud) => ({ ...oud, [zaak.id]: '' }));
            zetDoelgroep(null);
          },
        },
      );
    }
  };
  useToets('ctrl+enter', () => bewaar());
  useToets('b', () => zetDoelgroep('betrokkenen'));
  useToets('i', () => zetDoelgroep('intern'));

  const tekstfout =
    over < 0
      ? `Een substatus heeft ten hoogste ${String(LANGST)} tekens. Maak de tekst ${String(-over)} tekens korter.`
      : mist === 'tekst'
        ? 'Schrijf wat er is gebeurd.'
        : veldfout(zet.error, 'omschrijving');
  return (
    <form onSubmit={bewaar} noValidate>
      <fieldset>
        <label className="label" htmlFor="substatus">
          Wat is er gebeurd?
        </label>
        <textarea
          ref={veld}
          id="substatus"
          className="veld"
          rows={3}
          value={tekst}
          aria-invalid={tekstfout !== null}
          aria-describedby="substatus-fout substatus-teller"
          onChange={(een) => {
            schrijf(een.target.value);
            zetMist(null);
          }}
          onKeyDown={(een) => {
            if (een.key === 'Escape') een.currentTarget.blur();
          }}
        />
        <span className="meta teller" id="substatus-teller">
          {tekst.length} van {LANGST} tekens
        </span>
        <Veldfout id="substatus-fout" tekst={tekstfout} />
      </fieldset>
      <fieldset>
        <legend className="label">
          Wie mag dit zien? <small>kies altijd zelf</small>
        </legend>
        <div className="voorwie" ref={groep}>
          {voorWie.map(([code, naam, uitleg, toets, beeld]) => (
            <label key={code}>
              <input
                type="radio"
                name="doelgroep"
                value={code}
                checked={doelgroep === code}
                aria-describedby="doelgroep-fout"
                onChange={() => {
                  zetDoelgroep(code);
                  zetMist(null);
                }}
              />
              <Icoon van={beeld} />
              <b>
                {naam} <kbd>{toets}</kbd>
              </b>
              {uitleg}
            </label>
          ))}
        </div>
        <Veldfout
          id="doelgroep-fout"
          tekst={
            mist === 'doelgroep'
              ? 'Kies voor wie de tekst is: betrokkenen of intern.'
              : veldfout(zet.error, 'doelgroep')
          }
        />
      </fieldset>
      {doelgroep === 'betrokkenen' && tekst.trim() !== '' && <Voorbeeld zaak={zaak} tekst={tekst.trim()} />}
      <div className="afsluiten">
        <div role="status">
          {zet.data?.bezorging === 'bezorgd' && (
            <Melding soort="goed" kop="Substatus gezet">
              Wie deze zaak open heeft, ziet het meteen.
            </Melding>
          )}
          {zet.data?.bezorging === 'wacht' && <WachtOpRegister />}
        </div>
        {zet.error && (
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
