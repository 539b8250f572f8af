import { Button } from '@mui/material';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Taak } from '../../shared/contracts/taak.ts';
import { useMij } from '../providers/auth.ts';
import { useOpslag } from '../providers/opslag.ts';
import {
  opnieuwVerstuurd,
  useRuimTaakOp,
  useTaken,
  useVerbeteringen,
  vergeetVerbetering,
  zetVerbetering,
} from '../providers/taken.ts';
import { Melding, WachtOpRegister } from '../ui/Melding.tsx';
import { Laadt } from '../ui/Toestand.tsx';
import { kopVan, tekstVan, woorden } from './verbetering.ts';
import './Taken.css';

const Verbeter = lazy(() => import('./Verbeter.tsx'));

function Naar({ taak }: { taak: Taak }) {
  if (taak.zaak !== null)
    return <Link to={`/zaken/${encodeURIComponent(taak.zaak)}/show`}>Naar de zaak</Link>;
  return taak.klant === null ? null : <Link to={`/klanten/${taak.klant}`}>Naar de klant</Link>;
}

/**
 * What a register refused later on: the reason, the text that was typed, and the way to do it again, on the spot. Never
 * a dialog: the medewerker may be in the middle of something else, and both texts stay.
 */
export function Taken() {
  const mij = useMij()?.medewerker.id;
  const { data: taken = [], isSuccess } = useTaken(mij !== undefined);
  const verbeteringen = useVerbeteringen();
  const ruimOp = useRuimTaakOp();
  const verstuurd = useOpslag(opnieuwVerstuurd);
  const hier = useRef<HTMLElement>(null);
  const eigen = Object.values(verbeteringen).filter(({ van, open }) => van === mij && open);
  // Sent or thrown away in another window: what was typed here is still to be read.
  const elders = isSuccess ? eigen.filter(({ taak }) => taken.every(({ id }) => id !== taak.id)) : [];

  // The button that sent it is gone: one goes on from here.
  useEffect(() => {
    if (verstuurd !== null) hier.current?.focus();
  }, [verstuurd]);

  const knop = (id: string) => hier.current?.querySelector<HTMLElement>(`[data-verbeter="${id}"]`);
  const sluit = (taak: Taak) => {
    if (mij !== undefined) zetVerbetering({ van: mij, taak, open: false });
    requestAnimationFrame(() => knop(taak.id)?.focus());
  };
  const open = (taak: Taak) => {
    if (mij === undefined) return;
    opnieuwVerstuurd.zet(() => null);
    const eerder = verbeteringen[taak.id];
    zetVerbetering({ van: mij, taak: eerder?.van === mij ? eerder.taak : taak, open: true });
  };

  return (
    <section ref={hier} className="taken niet-afdrukken" aria-label="Wat terugkwam" tabIndex={-1}>
      <div role="status">
        {verstuurd === 'wacht' && <WachtOpRegister />}
        {verstuurd === 'bezorgd' && (
          <Melding
            soort="goed"
            kop="Opnieuw verstuurd"
            actie={
              <Button size="small" onClick={() => opnieuwVerstuurd.zet(() => null)}>
                Sluit
              </Button>
            }
          >
            Het staat in het register.
          </Melding>
        )}
      </div>
      {taken.map((taak) => {
        const verbetering = eigen.find((een) => een.taak.id === taak.id);
        const tekst = tekstVan(taak);
        return (
          <Melding
            key={taak.id}
            {...kopVan(taak)}
            actie={
              <>
                {verbetering === undefined && (
                  <span className="knoppen">
                    <Button
                      size="small"
                      variant="contained"
                      color="primary"
                      data-verbeter={taak.id}
                      onClick={() => open(taak)}
                    >
                      Verbeter en verstuur opnieuw
                    </Button>
                    <Button
                      size="small"
                      variant="text"
                      disabled={ruimOp.isPending}
                      onClick={() => ruimOp.mutate(taak.id)}
                    >
                      Gelezen
                    </Button>
                  </span>
                )}
                {verbetering !== undefined && (
                  <div className="verbeter-vlak">
                    <Suspense fallback={<Laadt wat="Formulier" />}>
                      <Verbeter
                        bewaard={taak}
                        taak={verbetering.taak}
                        wijzig={(nieuw) => zetVerbetering({ ...verbetering, taak: nieuw })}
                        sluit={() => sluit(verbetering.taak)}
                      />
                    </Suspense>
                  </div>
                )}
              </>
            }
          >
            {taak.reden} {tekst !== '' && verbetering === undefined && `Uw tekst: “${tekst}” `}
            <Naar taak={taak} />
            {ruimOp.error && ruimOp.variables === taak.id && <span> {ruimOp.error.message}</span>}
          </Melding>
        );
      })}
      {elders.map(({ taak }) => (
        <Melding
          key={taak.id}
          soort="nu"
          kop={`Uw ${woorden[taak.soort]} is in een ander venster verstuurd of weggehaald`}
          actie={
            <Button size="small" onClick={() => vergeetVerbetering(taak.id)}>
              Gelezen
            </Button>
          }
        >
          Hier stond nog: “{tekstVan(taak)}” <Naar taak={taak} />
        </Melding>
      ))}
    </section>
  );
}
