import { Button } from '@mui/material';
import { IconCheck, IconHistory, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { Bronmelding, BronSoort } from '../../shared/contracts/bron.ts';
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

const ontbreekt = ({ status }: Bronmelding): boolean => status === 'fout' || status === 'verboden';

/** Whether nothing of this kind is missing: then one may say that there is nothing else. */
export const isCompleet = (bronnen: readonly Bronmelding[], soort: BronSoort): boolean =>
  !bronnen.some((bron) => bron.soort === soort && ontbreekt(bron));

/** The first sentence that the server says of it: "kan dit niet leveren" is no silence. */
function watErMis({ naam, melding }: Bronmelding): string {
  const [eerste = ''] = melding?.startsWith(naam) ? melding.slice(naam.length).split(/\.(?:\s|$)/) : [];
  return naam + (eerste === '' ? ' geeft geen antwoord' : eerste);
}

function woorden(bron: Bronmelding, ietsOntbreekt: boolean): string {
  const van = bron.opgehaaldOp === null ? '' : `: stand van ${tijdUur(bron.opgehaaldOp)}`;
  const sinds = bron.sinds === undefined ? '' : `, sinds ${tijdUur(bron.sinds)}`;
  switch (bron.status) {
    case 'ok':
      return ietsOntbreekt ? `${bron.naam}: compleet` : bron.naam;
    case 'verouderd':
      return `${bron.naam}${van}`;
    case 'traag':
      return van === '' ? `${bron.naam} is traag` : `${bron.naam}${van}`;
    case 'fout':
      return `${watErMis(bron)}${sinds}`;
    case 'verboden':
      return `${bron.naam}: geen toegang${sinds}`;
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
            <Icoon van={beelden[bron.status]} klein /> {woorden(bron, bronnen.some(ontbreekt))}
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

const GEVOLG: Record<BronSoort, string> = {
  zaken: 'Zeg dus niet dat er niets loopt.',
  besluiten: 'Zeg dus nog niets over de uitkomst.',
  documenten: 'Zeg dus niet dat een stuk er niet is.',
  contacten: 'Zeg dus niet dat er niet eerder contact was.',
  klant: 'Vraag naam en adres aan de klant.',
  taken: 'Zeg dus niet dat de klant niets hoeft te doen.',
  medewerkers: 'Zeg dus niet wie er bereikbaar is.',
};

/** The same failure a second time, where what is missing would be: what not to conclude. */
export function Missend({
  bronnen,
  soorten,
  opnieuw,
}: {
  bronnen: readonly Bronmelding[];
  soorten: readonly BronSoort[];
  opnieuw: () => void;
}) {
  return bronnen
    .filter((bron) => soorten.includes(bron.soort) && ontbreekt(bron))
    .map((bron) => (
      <div key={bron.bron} className="missend" role="status">
        <Icoon van={beelden[bron.status]} />
        <p>
          <b>Niet compleet{bron.sinds !== undefined && `, sinds ${tijdUur(bron.sinds)}`}</b>
          {bron.melding} {GEVOLG[bron.soort]}
        </p>
        <Button size="small" onClick={opnieuw}>
          <Icoon van={IconRefresh} klein /> Opnieuw proberen
        </Button>
      </div>
    ));
}
