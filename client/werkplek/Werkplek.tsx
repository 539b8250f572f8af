import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useLogout } from 'react-admin';
import { useLocation } from 'react-router';
import { live, useVolg } from '../providers/client.ts';
import { useOpslag } from '../providers/opslag.ts';
import { sessie } from '../providers/sessie.ts';
import { Globaal } from '../providers/thema/Globaal.tsx';
import { Taken } from '../taken/Taken.tsx';
import { Laadt } from '../ui/Toestand.tsx';
import { Kader } from './Kader.tsx';
import { Schermgrens } from './Schermgrens.tsx';
import { Verbinding } from './Verbinding.tsx';
import './Werkplek.css';

const RUST_MS = 3000;
const schermen = [
  () => import('./Bureau.tsx'),
  () => import('./Klantbeeld.tsx'),
  () => import('./Zoekresultaat.tsx'),
  () => import('../zaken/List.tsx'),
  () => import('../zaken/Show.tsx'),
  () => import('../taken/Verbeter.tsx'),
];

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

/** The other screens load while nothing else happens: without a connection one can still go there. */
function useSchermenVooraf(): void {
  useEffect(() => {
    const wekker = setTimeout(() => {
      // What fails now is asked for again when it is opened.
      void Promise.allSettled(schermen.map((laad) => laad()));
    }, RUST_MS);
    return () => clearTimeout(wekker);
  }, []);
}

/** The frame round every screen of work; takes the place of react-admin's Layout, AppBar and Menu. */
export function Werkplek({ children }: { children?: ReactNode }) {
  useSessie();
  useBovenaan();
  useSchermenVooraf();
  const { pathname } = useLocation();
  return (
    <>
      <Globaal />
      <a className="sla-over" href="#inhoud">
        Naar de inhoud
      </a>
      <Kader />
      <Verbinding />
      <Taken />
      <Schermgrens sleutel={pathname}>
        <Suspense fallback={<Laadt wat="Scherm" />}>{children}</Suspense>
      </Schermgrens>
    </>
  );
}
