import { Button } from '@mui/material';
import { useState } from 'react';
import type { Bezorgrij } from '../../shared/contracts/bezorging.ts';
import {
  HOOGSTENS,
  useBezorging,
  useBezorgstand,
  useProbeerNu,
  type Bezorgfilter,
} from '../providers/bezorging.ts';
import { meervoud } from '../ui/datum.ts';
import { Keuze } from '../ui/Keuze.tsx';
import { Melding } from '../ui/Melding.tsx';
import { Laadt, Leeg } from '../ui/Toestand.tsx';
import { Achtergrondwerk } from './Achtergrondwerk.tsx';
import { blijvend, samenvatting, soorten } from './bezorgwoorden.ts';
import { Opdrachten } from './Opdrachten.tsx';
import { Registertabel } from './Registertabel.tsx';
import './Bezorging.css';

const TOESTANDEN = [
  ['alle', 'Alle'],
  ['wacht', 'Wacht'],
  ['geweigerd', 'Geweigerd'],
] as const;

/** Rows that were shown stay, so that nothing moves under a pointer and no button loses the focus. */
function useBlijvend(rijen: readonly Bezorgrij[] | undefined, sleutel: string, heel: boolean) {
  const [vast, zet] = useState<Vast>({ sleutel, bron: undefined, rijen: [] });
  const eigen = vast.sleutel === sleutel;
  if (rijen !== undefined && (vast.bron !== rijen || !eigen))
    zet({ sleutel, bron: rijen, rijen: blijvend(eigen ? vast.rijen : [], rijen, heel) });
  return eigen ? vast.rijen : [];
}
interface Vast {
  sleutel: string;
  bron: readonly Bezorgrij[] | undefined;
  rijen: ReturnType<typeof blijvend<Bezorgrij>>;
}

/** For the beheerder: what has not reached its register, how the registers behave, and the way to try at once. */
export default function Bezorging() {
  const [filter, zetFilter] = useState<Bezorgfilter>({});
  const { data, total, error, isPlaceholderData, refetch } = useBezorging(filter);
  const stand = useBezorgstand();
  const probeer = useProbeerNu();
  const sleutel = JSON.stringify(filter);
  const heel = total !== undefined && total <= HOOGSTENS;
  const rijen = useBlijvend(isPlaceholderData ? undefined : data, sleutel, heel);
  const registers = stand.data?.registers ?? [];
  const kort = stand.data === undefined ? null : samenvatting(stand.data);
  const kies = (deel: Bezorgfilter) => zetFilter((oud) => ({ ...oud, ...deel }));

  return (
    <main id="inhoud" className="bezorging" tabIndex={-1}>
      <title>Bezorging | Stand van Zaken</title>
      <h1>Bezorging</h1>
      {kort !== null && (
        <Melding soort={kort.goed ? 'goed' : 'wacht'} kop={kort.kop}>
          {kort.tekst}
        </Melding>
      )}
      {stand.error && (
        <Melding soort="fout" kop="De stand is nu niet te lezen">
          {stand.error.message}
        </Melding>
      )}
      <div role="status" className="bezorging-uitkomst">
        {probeer.data && (
          <Melding
            soort="neutraal"
            kop={
              probeer.data.aantal === 0
                ? 'Er was niets meer te proberen'
                : `${meervoud(probeer.data.aantal, 'opdracht wordt', 'opdrachten worden')} nu geprobeerd`
            }
          />
        )}
      </div>
      {probeer.error && (
        <Melding soort="fout" kop="Dat lukte niet">
          {probeer.error.message}
        </Melding>
      )}
      <section aria-labelledby="registers-kop">
        <h2 id="registers-kop">Registers</h2>
        {stand.data === undefined && stand.error === null && <Laadt wat="Registers" />}
        {registers.length > 0 && (
          <Registertabel
            registers={registers}
            bezig={probeer.isPending}
            probeer={(register) => probeer.mutate({ register })}
          />
        )}
      </section>
      <section aria-labelledby="opdrachten-kop">
        <h2 id="opdrachten-kop">Opdrachten</h2>
        <div className="bezorging-filters">
          <Keuze
            naam="toestand"
            kop="Toestand"
            opties={TOESTANDEN}
            gekozen={filter.toestand ?? 'alle'}
            kies={(code) => kies({ toestand: code === 'alle' ? undefined : code })}
          />
          <label className="label">
            Register
            <select
              className="veld"
              value={filter.register ?? ''}
              onChange={(een) => kies({ register: een.target.value === '' ? undefined : een.target.value })}
            >
              <option value="">Alle registers</option>
              {registers.map(({ id, naam }) => (
                <option key={id} value={id}>
                  {naam}
                </option>
              ))}
            </select>
          </label>
          <label className="label">
            Soort
            <select
              className="veld"
              value={filter.soort ?? ''}
              onChange={(een) => kies({ soort: SOORTEN.find((soort) => soort === een.target.value) })}
            >
              <option value="">Alle soorten</option>
              {SOORTEN.map((soort) => (
                <option key={soort} value={soort}>
                  {soorten[soort]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {error && (
          <Melding
            soort="fout"
            kop="De opdrachten zijn nu niet te lezen"
            actie={
              <Button size="small" onClick={() => void refetch()}>
                Opnieuw
              </Button>
            }
          >
            {error instanceof Error ? error.message : 'Probeer het opnieuw.'}
          </Melding>
        )}
        {data === undefined && error === null && <Laadt wat="Opdrachten" />}
        {data !== undefined && !isPlaceholderData && data.length === 0 && rijen.length === 0 && (
          <Leeg kop="Geen opdrachten">Alles wat is geschreven, staat in zijn register.</Leeg>
        )}
        {rijen.length > 0 && (
          <Opdrachten rijen={rijen} bezig={probeer.isPending} probeer={(id) => probeer.mutate({ id })} />
        )}
        {total !== undefined && !heel && (
          <p className="meta">
            Hier staan de oudste {HOOGSTENS} van {total}. Kies een register of soort om de andere te zien.
          </p>
        )}
      </section>
      {stand.data && <Achtergrondwerk stand={stand.data} />}
    </main>
  );
}

const SOORTEN = ['contactmoment', 'status', 'substatus'] as const;
