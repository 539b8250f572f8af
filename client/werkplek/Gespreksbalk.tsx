import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Gesprek } from '../../shared/contracts/gesprek.ts';
import { useMij } from '../providers/auth.ts';
import { wijzigConcept } from '../providers/concepten.ts';
import { gesprokenKlanten, useGesprekken, useNaarGesprek, useStartGesprek } from '../providers/gesprekken.ts';
import { actiefGesprek } from '../providers/http.ts';
import { useOpslag } from '../providers/opslag.ts';
import { useMagMenu } from '../providers/rechten.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Klok } from '../ui/Klok.tsx';
import { kanalen } from './kanalen.ts';
import { useToets } from './toetsen.ts';

/** With many gesprekken the row scrolls: the one in front is never out of view. */
const naarVoren = (tab: HTMLElement | null): void =>
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

const ALT = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

function AltToets({ nummer, doe }: { nummer: string; doe: () => void }) {
  useToets(`alt+${nummer}`, doe);
  return null;
}

/** The gesprekken as tabs; the open one takes the colour of the page, so that the page hangs in it. */
export function Gespreksbalk() {
  const plek = useLocation().pathname;
  const ga = useNavigate();
  const mag = useMagMenu();
  const mij = useMij();
  const actief = useOpslag(actiefGesprek);
  const magRegistreren = mag('registreren', 'Gesprek');
  const { data: gesprekken = [] } = useGesprekken(magRegistreren);
  const start = useStartGesprek();
  const naar = useNaarGesprek();
  const gesproken = useOpslag(gesprokenKlanten);
  const rol = mij?.medewerker.rollen[0];

  // After a reload the newest gesprek is in front again: its note stands in the dock.
  const laatste = gesprekken.at(-1)?.id;
  const begonnen = useRef(false);
  useEffect(() => {
    if (laatste === undefined || begonnen.current) return;
    begonnen.current = true;
    actiefGesprek.zet((nu) => nu ?? laatste);
  }, [laatste]);

  const kanaal = rol === 'balie' ? 'balie' : 'telefoon';
  const nieuw = () => {
    // Looking at someone who is in no other gesprek: that is who calls. Else the next caller is someone new.
    const hier = /^\/klanten\/([^/]+)$/.exec(plek)?.[1];
    const bezet =
      gesprekken.some((een) => een.klant === hier) || (hier !== undefined && gesproken.includes(hier));
    const blijft = hier === undefined ? plek.startsWith('/zaken/') && actief === null : !bezet;
    if (blijft) {
      start.mutate(hier === undefined ? { kanaal } : { kanaal, klant: hier }, {
        onSuccess: ({ id }) => wijzigConcept(id, { plek }),
      });
      return;
    }
    // Away from this page first: as long as it is there, its klant would join the gesprek of the next caller.
    void Promise.resolve(ga('/bureau')).then(() =>
      start.mutate(
        { kanaal },
        { onSuccess: () => document.querySelector<HTMLInputElement>('input[name=zoek]')?.select() },
      ),
    );
  };
  const schuif = (stap: number) => {
    const hier = gesprekken.findIndex((een) => een.id === actief);
    const ander = gesprekken.at((hier + stap + gesprekken.length) % Math.max(1, gesprekken.length));
    if (ander) naar(ander.id, plek);
  };
  useToets('n', nieuw, magRegistreren);
  useToets('[', () => schuif(-1), gesprekken.length > 1);
  useToets(']', () => schuif(1), gesprekken.length > 1);

  const tab = (gesprek: Gesprek) => (
    <button
      key={gesprek.id}
      type="button"
      className="balk-tab"
      aria-current={gesprek.id === actief ? 'true' : undefined}
      ref={gesprek.id === actief ? naarVoren : null}
      onClick={() => naar(gesprek.id, plek)}
    >
      <Icoon van={kanalen[gesprek.kanaal].beeld} />
      {kanalen[gesprek.kanaal].naam} <b>{gesprek.klantNaam ?? 'nog geen klant'}</b>{' '}
      <Klok sinds={gesprek.gestartOp} />
    </button>
  );
  if (!magRegistreren) return <div className="balk" />;
  return (
    <nav className="balk" aria-label="Gesprekken">
      {gesprekken.map(tab)}
      <button type="button" className="balk-tab balk-nieuw" onClick={nieuw} disabled={start.isPending}>
        <Icoon van={IconPlus} /> Nieuw gesprek <kbd>N</kbd>
      </button>
      {gesprekken.slice(0, ALT.length).map((gesprek, plaats) => (
        <AltToets key={gesprek.id} nummer={ALT[plaats] ?? '9'} doe={() => naar(gesprek.id, plek)} />
      ))}
      {gesprekken.length > 1 && gesprekken.length <= 3 && (
        <span className="rechts">
          Wissel met
          {gesprekken.map((gesprek, plaats) => (
            <kbd key={gesprek.id}>Alt {plaats + 1}</kbd>
          ))}
        </span>
      )}
      <span className="uit-zicht" role="alert">
        {start.error?.message}
      </span>
    </nav>
  );
}
