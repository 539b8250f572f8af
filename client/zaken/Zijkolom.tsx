import {
  IconBuilding,
  IconClock,
  IconFileText,
  IconGavel,
  IconUser,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { dagKort } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { aanduidingTekst, duurTekst, formaatTekst, metHoofdletter } from '../ui/schrijfwijze.ts';
import { Termijnbalk } from '../ui/Termijnbalk.tsx';
import { kanaalVan } from '../werkplek/kanalen.ts';
import { antwoordOp } from '../werkplek/vraag.ts';

const bytes = (aantal: number): string =>
  aantal >= 1_000_000
    ? `${(aantal / 1_000_000).toFixed(1).replace('.', ',')} MB`
    : `${String(Math.max(1, Math.round(aantal / 1000)))} kB`;

/** The term in three shapes and in words: norm (bar), wet (double bar), and what stopped or lengthened it. */
export function Termijnblok({ zaak }: { zaak: ZaakDetail }) {
  const { termijn, opschorting, verlenging } = zaak;
  const langer = verlenging === null ? null : duurTekst(verlenging.duur);
  const verlengd = langer === null ? 'verlengd' : `verlengd met ${langer}`;
  const wet = [
    termijn.berekend ? 'berekend uit de doorlooptijd' : '',
    opschorting !== null
      ? 'opgeschort'
      : zaak.eerderOpgeschort
        ? 'eerder opgeschort, loopt weer'
        : 'niet opgeschort',
    verlenging === null ? 'niet verlengd' : verlengd,
  ].filter((deel) => deel !== '');
  return (
    <section className="blad deel" aria-labelledby="termijn">
      <h2 id="termijn">
        Termijn <span className="meta rechts">dag {termijn.verstrekenDagen}</span>
      </h2>
      <Termijnbalk start={zaak.startdatum} termijn={termijn} einddatum={zaak.einddatum} />
      {opschorting !== null && (
        <p className="bijtermijn">
          <b>Opgeschort{opschorting.sinds !== null && ` sinds ${dagKort(opschorting.sinds)}`}</b>
          {opschorting.tot !== null && `, tot ${dagKort(opschorting.tot)}`}
          {opschorting.reden !== '' && `. ${opschorting.reden}`}
        </p>
      )}
      {verlenging !== null && (
        <p className="bijtermijn">
          <b>{metHoofdletter(verlengd)}</b>
          {verlenging.reden !== '' && `. ${verlenging.reden}`}
        </p>
      )}
      <p className="meta">{wet.join(', ')}</p>
    </section>
  );
}

function Besluit({ besluit }: { besluit: ZaakDetail['besluiten'][number] }) {
  const { datum, verzonden, bezwaarTot } = besluit;
  return (
    <li>
      <Icoon van={IconGavel} />
      <span>
        {verzonden === null
          ? 'Besluit, nog niet verstuurd. Zeg: u krijgt een brief.'
          : `Besluit verstuurd op ${dagKort(verzonden)}`}
        {bezwaarTot !== null && <small>Bezwaar kan tot en met {dagKort(bezwaarTot)}</small>}
      </span>
      {datum !== null && (
        <time className="meta" dateTime={datum}>
          {dagKort(datum)}
        </time>
      )}
    </li>
  );
}

export function Uitkomst({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.resultaat === null && zaak.besluiten.length === 0) return null;
  return (
    <section className="blad deel" aria-labelledby="uitkomst">
      <h2 id="uitkomst">{zaak.resultaat === null ? 'Besluit' : 'Resultaat'}</h2>
      {zaak.resultaat !== null && <p>{zaak.resultaat}</p>}
      {zaak.besluiten.length > 0 && (
        <ul className="rijen">
          {zaak.besluiten.map((besluit, plek) => (
            <Besluit key={`${besluit.datum ?? ''} ${String(plek)}`} besluit={besluit} />
          ))}
        </ul>
      )}
    </section>
  );
}

export function Documenten({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.niveau !== 'documenten') return null;
  return (
    <section className="blad deel" aria-labelledby="documenten">
      <h2 id="documenten">
        Documenten <span className="meta">{zaak.documenten.length}</span>
      </h2>
      {zaak.documenten.length === 0 && <p className="meta">Er zijn geen documenten die u mag zien.</p>}
      <ul className="rijen">
        {zaak.documenten.map((stuk) => (
          <li key={stuk.id}>
            <Icoon van={IconFileText} />
            <span>
              <a
                href={`/api/documenten/${encodeURIComponent(stuk.id)}/inhoud`}
                target="_blank"
                rel="noreferrer"
              >
                {stuk.titel}
              </a>
              <small>
                {[
                  formaatTekst(stuk.formaat),
                  stuk.omvang === null ? '' : bytes(stuk.omvang),
                  aanduidingTekst(stuk.vertrouwelijkheid),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </span>
            {stuk.datum !== null && (
              <time className="meta" dateTime={stuk.datum}>
                {dagKort(stuk.datum)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const rolBeeld = (soort: string, rol: string) =>
  rol === 'behandelaar' ? IconUserCheck : soort.includes('natuurlijk') ? IconUser : IconBuilding;

/** By roltype, in the order in which the register has them. */
export function Betrokkenen({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.betrokkenen.length === 0) return null;
  const perRol = Map.groupBy(zaak.betrokkenen, ({ rol }) => rol);
  return (
    <section className="blad deel" aria-labelledby="betrokkenen">
      <h2 id="betrokkenen">Betrokkenen</h2>
      {[...perRol].map(([rol, wie]) => (
        <div key={rol} className="rolgroep">
          <h3>{rol}</h3>
          <ul className="rijen">
            {wie.map(({ naam, soort, rolGeneriek }, plek) => (
              <li key={`${naam} ${String(plek)}`}>
                <Icoon van={rolBeeld(soort, rolGeneriek)} />
                <span>{naam}</span>
                {rolGeneriek === 'initiator' && zaak.klant !== null && (
                  <Link className="meta" to={`/klanten/${zaak.klant.id}`}>
                    klantbeeld
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export function Contact({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.contactmomenten.length === 0) return null;
  return (
    <section className="blad deel" aria-labelledby="contact">
      <h2 id="contact">
        Contact over deze zaak <span className="meta">{zaak.contactmomenten.length}</span>
      </h2>
      <ul className="rijen">
        {zaak.contactmomenten.map((een) => {
          const { naam, beeld } = kanaalVan(een.kanaal);
          return (
            <li key={een.id}>
              <Icoon van={beeld} />
              <span>
                {naam}: {een.onderwerp}
                <small>{[een.inhoud, een.medewerker].filter(Boolean).join(' · ')}</small>
                {antwoordOp(een) !== '' && <small className="reactie">{antwoordOp(een)}</small>}
                {een.bezorging === 'wacht' && (
                  <small>
                    <Icoon van={IconClock} klein /> Bewaard, wacht op het register. U hoeft niets te doen.
                  </small>
                )}
              </span>
              <time className="meta" dateTime={een.gestartOp}>
                {dagKort(een.gestartOp)}
              </time>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
