import { Button } from '@mui/material';
import { useState } from 'react';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { eigenContactmomenten } from '../providers/gesprekken.ts';
import { useTijdlijn } from '../providers/klanten.ts';
import { useOpslag } from '../providers/opslag.ts';
import { meervoud } from '../ui/datum.ts';
import { Keuze } from '../ui/Keuze.tsx';
import { Melding } from '../ui/Melding.tsx';
import { NieuweRegels } from '../ui/NieuweRegels.tsx';
import { Tijdlijn } from '../ui/Tijdlijn.tsx';
import { useVasteVolgorde } from '../ui/useVasteVolgorde.ts';
import { isCompleet, Missend } from './Bronnen.tsx';
import { bouwTijdlijn, type Filter } from './tijdlijn.ts';
import { useToets } from './toetsen.ts';

const filters: readonly (readonly [Filter, string])[] = [
  ['alles', 'Alles'],
  ['contact', 'Contact'],
  ['status', 'Status'],
  ['stukken', 'Stukken'],
];

/** Everything by date. What this window registered shows at once; what others did waits behind a button. */
export function TijdlijnPaneel({
  beeld,
  klant,
  opnieuw,
}: {
  beeld: Klantbeeld;
  klant: string;
  opnieuw: () => void;
}) {
  const [filter, zetFilter] = useState<Filter>('alles');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } = useTijdlijn(klant, true);
  const eigen = useOpslag(eigenContactmomenten);
  const alle = isPending ? undefined : bouwTijdlijn(data?.pages.flat(), beeld.contactmomenten, hasNextPage);
  const { rijen, wacht, toon } = useVasteVolgorde(alle, klant, new Set(eigen));
  useToets('v', () =>
    document.querySelectorAll<HTMLElement>('[data-toets=v]').forEach((knop) => knop.click()),
  );
  const getoond = rijen.filter((rij) => filter === 'alles' || rij.filter === filter);
  return (
    <section className="tl" aria-label="Tijdlijn">
      <div className="kopje">
        <h2>Tijdlijn</h2>
        <span className="meta">
          {alle !== undefined &&
            (hasNextPage
              ? `de nieuwste ${String(rijen.length)}`
              : meervoud(rijen.length, 'gebeurtenis', 'gebeurtenissen'))}
        </span>
      </div>
      <div className="blad tl-blad">
        <div className="niet-afdrukken tl-filter">
          <Keuze naam="tijdlijn" kop="Toon" opties={filters} gekozen={filter} kies={zetFilter} />
        </div>
        <NieuweRegels aantal={wacht.length} wat={['nieuwe', 'nieuwe']} toon={toon} />
        {error !== null && (
          <Melding soort="fout" kop="De tijdlijn is niet compleet">
            {error.message}
          </Melding>
        )}
        <Missend bronnen={beeld.bronnen} soorten={['contacten']} opnieuw={opnieuw} />
        <Tijdlijn rijen={getoond} nieuw={eigen} />
        {beeld.onleesbaar
          .filter(({ soort }) => soort === 'contacten')
          .map(({ bron, aantal }) => (
            <p className="meta" key={bron}>
              {meervoud(aantal, 'contact kan', 'contacten kunnen')} niet worden getoond ({bron}).
            </p>
          ))}
        {alle !== undefined && getoond.length === 0 && isCompleet(beeld.bronnen, 'contacten') && (
          <p className="meta">Hier is nog niets gebeurd.</p>
        )}
        {hasNextPage && (
          <Button
            variant="text"
            size="small"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Toon eerdere
          </Button>
        )}
      </div>
    </section>
  );
}
