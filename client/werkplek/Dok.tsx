import { Button } from '@mui/material';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { wijzigConcept } from '../providers/concepten.ts';
import {
  laatsteBezorging,
  useActiefGesprek,
  useStartGesprek,
  useWijzigGesprek,
  useWisGesprek,
} from '../providers/gesprekken.ts';
import { useOpslag } from '../providers/opslag.ts';
import { tijdUur } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Klok } from '../ui/Klok.tsx';
import { Melding } from '../ui/Melding.tsx';
import { Afronden } from './Afronden.tsx';
import { KANALEN, kanalen } from './kanalen.ts';
import { Notitie } from './Notitie.tsx';
import { Onderbalk } from './Onderbalk.tsx';
import './Dok.css';

const STARTEN = ['telefoon', 'balie', 'email', 'chat'] as const;

interface Klant {
  id: string;
  naam: string;
  overleden?: boolean | undefined;
}

function Begin({ klant }: { klant: Klant | null }) {
  const start = useStartGesprek();
  return (
    <section className="dok-begin">
      <h2>Geen gesprek</h2>
      <p className="meta">
        {klant === null
          ? 'Start een gesprek om het contact vast te leggen.'
          : `Start een gesprek ${klant.overleden === true ? 'over' : 'met'} ${klant.naam}.`}
      </p>
      <div className="keuzes">
        {STARTEN.map((kanaal) => (
          <Button
            key={kanaal}
            disabled={start.isPending}
            onClick={() => start.mutate({ kanaal, ...(klant === null ? {} : { klant: klant.id }) })}
          >
            <Icoon van={kanalen[kanaal].beeld} klein /> {kanalen[kanaal].naam}
          </Button>
        ))}
      </div>
      {start.error && (
        <Melding soort="fout" kop="Het gesprek is niet gestart">
          {start.error.message}
        </Melding>
      )}
    </section>
  );
}

/** The dock: what we register. It keeps its place and its text on every screen of work. */
export function Dok({ klant = null, extra }: { klant?: Klant | null; extra?: ReactNode }) {
  const gesprek = useActiefGesprek();
  const ga = useNavigate();
  const wijzig = useWijzigGesprek();
  const wis = useWisGesprek();
  const klaar = useOpslag(laatsteBezorging);
  const [zekerWissen, zetZeker] = useState<string | null>(null);
  if (gesprek === null) {
    return (
      <aside className="dok niet-afdrukken" aria-label="Gesprek" id="dok">
        <div className="dok-berichten" role="status">
          {klaar === 'bezorgd' && (
            <Melding soort="goed" kop="Contactmoment bewaard">
              Staat in de tijdlijn.
            </Melding>
          )}
          {klaar === 'wacht' && (
            <Melding soort="wacht" kop="Bewaard, wacht op het register">
              Wij bezorgen het. U hoeft niets te doen.
            </Melding>
          )}
        </div>
        {extra}
        <Begin klant={klant} />
      </aside>
    );
  }
  const { beeld } = kanalen[gesprek.kanaal];
  const anders = klant !== null && gesprek.klant !== null && gesprek.klant !== klant.id;
  return (
    <aside className="dok niet-afdrukken" aria-label="Gesprek" id="dok">
      <div className="dok-kop">
        <Icoon van={beeld} />
        <h2 className="uit-zicht">Gesprek</h2>
        <select
          className="kanaal"
          aria-label="Kanaal"
          value={gesprek.kanaal}
          onChange={(een) => {
            const gekozen = KANALEN.find((kanaal) => kanaal === een.target.value);
            if (gekozen) wijzig.mutate({ id: gesprek.id, inhoud: { kanaal: gekozen } });
          }}
        >
          {KANALEN.map((kanaal) => (
            <option key={kanaal} value={kanaal}>
              {kanalen[kanaal].naam}
            </option>
          ))}
        </select>
        <span className="meta">sinds {tijdUur(gesprek.gestartOp)}</span>
        <span className="klok">
          <Klok sinds={gesprek.gestartOp} />
        </span>
      </div>
      <div className="dok-klant">
        {gesprek.klant === null ? (
          <span>Nog geen klant. Zoek de klant; die hoort dan bij dit gesprek.</span>
        ) : (
          <>
            <span>
              Met <b>{gesprek.klantNaam ?? 'deze klant'}</b>
            </span>
            <Button
              variant="text"
              size="small"
              disabled={wijzig.isPending}
              onClick={() => {
                wijzigConcept(gesprek.id, { nietKoppelen: gesprek.klant });
                wijzig.mutate({ id: gesprek.id, inhoud: { klant: null } });
              }}
            >
              <Icoon van={IconX} klein /> Andere klant
            </Button>
          </>
        )}
      </div>
      {anders && (
        <div className="dok-berichten">
          <Melding
            soort="nu"
            kop={`Dit gesprek is met ${gesprek.klantNaam ?? 'een andere klant'}`}
            actie={
              <>
                <Button
                  size="small"
                  onClick={() => wijzig.mutate({ id: gesprek.id, inhoud: { klant: klant.id } })}
                >
                  Hoort hierbij
                </Button>
                <Button size="small" onClick={() => void ga(`/klanten/${gesprek.klant ?? ''}`)}>
                  Ga terug
                </Button>
              </>
            }
          >
            U bekijkt nu {klant.naam}.
          </Melding>
        </div>
      )}
      {extra}
      <Notitie key={gesprek.id} gesprek={gesprek} />
      <Afronden key={`af-${gesprek.id}`} gesprek={gesprek} />
      <div className="dok-weg">
        {zekerWissen === gesprek.id ? (
          <>
            <span>Alles van dit gesprek weg?</span>
            <Button size="small" onClick={() => wis.mutate(gesprek.id)}>
              Ja, gooi weg
            </Button>
            <Button size="small" variant="text" onClick={() => zetZeker(null)}>
              Nee
            </Button>
          </>
        ) : (
          <Button variant="text" size="small" onClick={() => zetZeker(gesprek.id)}>
            Gooi gesprek weg
          </Button>
        )}
        {(wis.error ?? wijzig.error) && (
          <p className="foutmelding" role="alert">
            {(wis.error ?? wijzig.error)?.message}
          </p>
        )}
      </div>
      <Onderbalk gesprek={gesprek} />
    </aside>
  );
}
