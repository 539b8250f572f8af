import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useLogout } from 'react-admin';
import { useLocation } from 'react-router';
import { live, useVolg } from '../providers/client.ts';
import { useOpslag } from '../providers/opslag.ts';
import { sessie } from '../providers/sessie.ts';
import { Globaal } from '../providers/thema/Globaal.tsx';
import { Laadt } from '../ui/Toestand.tsx';
import { Kader } from './Kader.tsx';
import { Taken } from './Taken.tsx';
import { Verbinding } from './Verbinding.tsx';
import './Werkplek.css';

/** Opens the socket, follows what is mine, and asks to log in again when the session ends. */
function useSessie(): void {
  const stand = useOpslag(sessie);
  const uitloggen = useLogout();
  const bezig = useRef(false);
  useEffect(() => {
    if (stand === 'aan') void live.open();
    else live.sluit();
    if (stand === 'verlopen' && !bezig.current) {
      bezig.current = true;
      void uitloggen(undefined, '/login', true);
    }
  }, [stand, uitloggen]);
  useVolg(stand === 'aan' ? 'mijn' : null);
}

/** On another page the reader starts at its heading; the page itself is not announced twice. */
function useBovenaan(): void {
  const { pathname } = useLocation();
  const eerste = useRef(true);
  useEffect(() => {
    if (eerste.current) {
      eerste.current = false;
      return;
    }
    window.scrollTo(0, 0);
  }, [pathname]);
}

/** The frame round every screen of work; takes the place of react-admin's Layout, AppBar and Menu. */
export function Werkplek({ children }: { children?: ReactNode }) {
  useSessie();
  useBovenaan();
  return (
    <>
      <Globaal />
      <a className="sla-over" href="#inhoud">
        Naar de inhoud
      </a>
      <Kader />
      <Verbinding />
      <Taken />
      <Suspense fallback={<Laadt wat="Scherm" />}>{children}</Suspense>
    </>
  );
}
