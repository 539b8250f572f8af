import { IconCheck, IconClock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Gesprek } from '../../shared/contracts/gesprek.ts';
import { useConcept, wijzigConcept } from '../providers/concepten.ts';
import { bewaarNotitie } from '../providers/gesprekken.ts';
import { isVerbroken } from '../providers/fout.ts';
import { useVerbinding } from '../providers/live.ts';
import { tijdUur } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { useToets } from './toetsen.ts';
import { useState } from 'react';

const RUST_MS = 800;
const OPNIEUW_MS = 10_000;
const LANGST_ZICHTBAAR = 1000;
const LANGST_INTERN = 4000;

/** Saves after a pause in typing; tries again when it could not, and as soon as the connection is back. */
function useBewaren(id: string): string | null {
  const { notitie, toestand } = useConcept(id);
  const verbinding = useVerbinding();
  const [fout, zetFout] = useState<string | null>(null);
  const eerste = useRef(notitie);
  const klaar = useRef(false);
  const geprobeerd = useRef(false);
  useEffect(() => {
    if (!klaar.current && notitie === eerste.current && toestand !== 'wacht') return undefined;
    klaar.current = true;
    if (toestand === 'bewaard') return undefined;
    // Straight after a reload of this part, as after logging in again, there is no reason to wait.
    const rust = toestand === 'wacht' && verbinding !== 'weer' && geprobeerd.current ? OPNIEUW_MS : RUST_MS;
    const wekker = setTimeout(() => {
      geprobeerd.current = true;
      bewaarNotitie(id).then(
        () => zetFout(null),
        (oorzaak: unknown) =>
          zetFout(!isVerbroken(oorzaak) && oorzaak instanceof Error ? oorzaak.message : null),
      );
    }, rust);
    return () => clearTimeout(wekker);
  }, [id, notitie, toestand, verbinding]);
  return fout;
}

export function Notitie({ gesprek }: { gesprek: Gesprek }) {
  const concept = useConcept(gesprek.id);
  const veld = useRef<HTMLTextAreaElement>(null);
  const vorige = useRef<HTMLElement | null>(null);
  const fout = useBewaren(gesprek.id);
  useToets('f2', () => {
    const nu = document.activeElement;
    if (nu === veld.current) vorige.current?.focus();
    else {
      vorige.current = nu instanceof HTMLElement ? nu : null;
      veld.current?.focus();
    }
  });
  const langst = concept.alleenIntern ? LANGST_INTERN : LANGST_ZICHTBAAR;
  const over = langst - concept.notitie.length;
  return (
    <section className="notitie">
      <label className="label" htmlFor="notitie">
        Notitie <small>{concept.alleenIntern ? 'alleen voor collega’s' : 'zichtbaar voor de inwoner'}</small>
      </label>
      <textarea
        ref={veld}
        id="notitie"
        className="veld"
        rows={4}
        maxLength={LANGST_INTERN}
        aria-describedby="notitie-stand"
        aria-invalid={over < 0}
        value={concept.notitie}
        onChange={(een) => wijzigConcept(gesprek.id, { notitie: een.target.value, toestand: 'bezig' })}
        onKeyDown={(een) => {
          if (een.key === 'Escape') een.currentTarget.blur();
        }}
      />
      {over < 0 && (
        <p className="foutmelding" role="alert">
          Deze notitie heeft {-over} tekens te veel. Maak de tekst korter of kies alleen intern.
        </p>
      )}
      <p className={`bewaard meta ${concept.toestand}`} id="notitie-stand" role="status">
        {concept.toestand === 'bewaard' && concept.bewaardOp !== null && (
          <>
            <Icoon van={IconCheck} klein /> Bewaard om {tijdUur(concept.bewaardOp)}. Blijft staan als u
            wisselt.
          </>
        )}
        {concept.toestand === 'wacht' && (
          <>
            <Icoon van={IconClock} klein /> {fout ?? 'Nog niet bewaard. Laat dit venster open.'}
          </>
        )}
      </p>
      <label className="vink">
        <input
          type="checkbox"
          checked={concept.alleenIntern}
          onChange={(een) => wijzigConcept(gesprek.id, { alleenIntern: een.target.checked })}
        />
        Alleen intern, niet voor de inwoner
      </label>
    </section>
  );
}
