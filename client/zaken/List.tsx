import { Button } from '@mui/material';
import { useState } from 'react';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { useVolg } from '../providers/client.ts';
import { useGroep, useTellingen, type Groep, type Weergave } from '../providers/zaken.ts';
import { meervoud } from '../ui/datum.ts';
import { Melding } from '../ui/Melding.tsx';
import { NieuweRegels } from '../ui/NieuweRegels.tsx';
import { Laadt, Leeg } from '../ui/Toestand.tsx';
import { useVasteVolgorde } from '../ui/useVasteVolgorde.ts';
import { useToets } from '../werkplek/toetsen.ts';
import { useAfdeling } from '../werkplek/Weergaven.tsx';
import { Paneel } from './Paneel.tsx';
import { Rij } from './Rij.tsx';
import './List.css';

const GROEPEN: readonly (readonly [Groep, string])[] = [
  ['te_laat', 'Te laat'],
  ['deze_week', 'Deze week'],
  ['later', 'Later'],
];
const EERST = 25;
const MEER = 25;
const HOOGSTENS = 100;

interface GroepProps {
  groep: Groep;
  naam: string;
  weergave: Weergave;
  gekozen: string | null;
  kies: (zaak: ZaakKort) => void;
}

function GroepRijen({ groep, naam, weergave, gekozen, kies }: GroepProps) {
  const [aantal, zetAantal] = useState(EERST);
  const { data, total = 0, error, isPending } = useGroep(groep, weergave, aantal);
  const { rijen, wacht, toon } = useVasteVolgorde(data, JSON.stringify([groep, weergave]));
  if (!isPending && error === null && total === 0) return null;
  return (
    <tbody>
      <tr className="groep">
        <th colSpan={4} scope="colgroup">
          {naam} <span className="meta">{isPending ? '' : total}</span>
          <NieuweRegels aantal={wacht.length} wat={['nieuwe zaak', 'nieuwe zaken']} toon={toon} />
        </th>
      </tr>
      {error !== null && (
        <tr>
          <td colSpan={4}>
            <Melding soort="fout" kop="Deze zaken laden niet">
              {error.message}
            </Melding>
          </td>
        </tr>
      )}
      {isPending && (
        <tr>
          <td colSpan={4}>
            <Laadt wat={naam} />
          </td>
        </tr>
      )}
      {rijen.map((zaak) => (
        <Rij key={zaak.id} zaak={zaak} gekozen={zaak.id === gekozen} kies={() => kies(zaak)} />
      ))}
      {total > aantal && (
        <tr>
          <td colSpan={4}>
            {aantal < HOOGSTENS ? (
              <Button
                variant="text"
                size="small"
                onClick={() => zetAantal(Math.min(HOOGSTENS, aantal + MEER))}
              >
                Toon nog {meervoud(Math.min(MEER, total - aantal), 'zaak', 'zaken')}
              </Button>
            ) : (
              <span className="meta">
                U ziet de eerste {HOOGSTENS} van {total}. Zoek een andere zaak op nummer.
              </span>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Next or previous row: the focus moves, the choice follows. */
function useLangsRijen(): void {
  const stap = (richting: 1 | -1) => {
    const rijen = [...document.querySelectorAll<HTMLElement>('button[data-rij]')];
    const hier = rijen.findIndex((rij) => rij.getAttribute('aria-pressed') === 'true');
    const doel = rijen[hier === -1 ? 0 : hier + richting];
    doel?.focus();
    doel?.click();
    doel?.scrollIntoView({ block: 'nearest' });
  };
  useToets('j', () => stap(1));
  useToets('k', () => stap(-1));
  useToets('v', () =>
    document.querySelectorAll<HTMLElement>('[data-toets=v]').forEach((knop) => knop.click()),
  );
}

export default function List() {
  const afdeling = useAfdeling();
  const weergave: Weergave = afdeling === undefined ? {} : { afdeling };
  const { data: tellingen } = useTellingen(weergave);
  const [gekozen, kies] = useState<string | null>(null);
  useVolg(afdeling === undefined ? null : `afdeling:${afdeling}`);
  useLangsRijen();
  const titel = afdeling === undefined ? 'Werkvoorraad' : `Werkvoorraad ${afdeling}`;
  return (
    <div className="werk lijst">
      <title>{`${titel} | Stand van Zaken`}</title>
      <main id="inhoud" className="werkvoorraad" tabIndex={-1}>
        <div className="lijstkop">
          <h1>{titel}</h1>
          {tellingen !== undefined && (
            <span className="som">
              {meervoud(tellingen.totaal, 'open zaak', 'open zaken')}: <b>{tellingen.te_laat} te laat</b>,{' '}
              {tellingen.deze_week} deze week
            </span>
          )}
        </div>
        {tellingen?.totaal === 0 && <Leeg kop="Geen open zaken">Alles is klaar.</Leeg>}
        {tellingen?.totaal !== 0 && (
          <table className="voorraad" aria-label="Open zaken, meest urgente eerst">
            <thead>
              <tr>
                <th>Termijn</th>
                <th>Zaak</th>
                <th>Stap</th>
                <th>Laatste nieuws</th>
              </tr>
            </thead>
            {GROEPEN.map(([groep, naam]) => (
              <GroepRijen
                key={groep}
                groep={groep}
                naam={naam}
                weergave={weergave}
                gekozen={gekozen}
                kies={(zaak) => kies(zaak.id)}
              />
            ))}
          </table>
        )}
      </main>
      <Paneel zaak={gekozen} sluit={() => kies(null)} />
    </div>
  );
}
