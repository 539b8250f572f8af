import { Button } from '@mui/material';
import { IconCheck, IconHistory, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { Bronmelding } from '../../shared/contracts/bron.ts';
import { tijdUur } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import './Bronnen.css';

const beelden = {
  ok: IconCheck,
  verouderd: IconHistory,
  traag: IconHistory,
  fout: IconPlugConnectedX,
  verboden: IconLock,
};

/** The first sentence that the server says of it: "kan dit niet leveren" is no silence. */
function watErMis({ naam, melding }: Bronmelding): string {
  const [eerste = ''] = melding?.startsWith(naam) ? melding.slice(naam.length).split(/\.(?:\s|$)/) : [];
  return naam + (eerste === '' ? ' geeft geen antwoord' : eerste);
}

function woorden(bron: Bronmelding): string {
  const van = bron.opgehaaldOp === null ? '' : `: stand van ${tijdUur(bron.opgehaaldOp)}`;
  switch (bron.status) {
    case 'ok':
      return bron.naam;
    case 'verouderd':
      return `${bron.naam}${van}`;
    case 'traag':
      return van === '' ? `${bron.naam} is traag` : `${bron.naam}${van}`;
    case 'fout':
      return watErMis(bron);
    case 'verboden':
      return `${bron.naam}: geen toegang`;
  }
}

/** Which sources the screen rests on, and which one is missing. */
export function Bronnen(props: {
  bronnen: readonly Bronmelding[];
  om?: string;
  opnieuw?: () => void;
  bezig?: boolean;
}) {
  const { bronnen, om, opnieuw, bezig = false } = props;
  if (bronnen.length === 0) return null;
  return (
    <section className="bronnen niet-afdrukken" aria-label="Bronnen">
      <span className="om">Bronnen{om === undefined ? '' : `, ${tijdUur(om)}`}</span>
      <ul>
        {bronnen.map((bron) => (
          <li key={bron.bron} className={bron.status}>
            <Icoon van={beelden[bron.status]} klein /> {woorden(bron)}
            {bron.status === 'fout' && opnieuw && (
              <Button size="small" onClick={opnieuw} disabled={bezig}>
                Opnieuw
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same failure a second time, where its zaken would be: what not to conclude. */
export function Missend({ bronnen, opnieuw }: { bronnen: readonly Bronmelding[]; opnieuw: () => void }) {
  return bronnen
    .filter(({ status }) => status === 'fout' || status === 'verboden')
    .map((bron) => (
      <div key={bron.bron} className="missend" role="status">
        <Icoon van={beelden[bron.status]} />
        <p>
          <b>Hier kan iets ontbreken</b>
          {bron.melding ?? `${woorden(bron)}.`} Zeg dus niet dat er niets loopt.
        </p>
        <Button size="small" onClick={opnieuw}>
          <Icoon van={IconRefresh} klein /> Opnieuw proberen
        </Button>
      </div>
    ));
}
