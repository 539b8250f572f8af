import { IconBuilding, IconClock, IconFileText, IconUser, IconUserCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { dagKort } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { duurTekst, formaatTekst, metHoofdletter } from '../ui/schrijfwijze.ts';
import { Termijnbalk } from '../ui/Termijnbalk.tsx';
import { kanaalVan } from '../werkplek/kanalen.ts';

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
    opschorting === null ? 'niet opgeschort' : 'opgeschort',
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

export function Uitkomst({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.resultaat === null && zaak.besluit === null) return null;
  return (
    <section className="blad deel" aria-labelledby="uitkomst">
      <h2 id="uitkomst">Resultaat</h2>
      {zaak.resultaat !== null && <p>{zaak.resultaat}</p>}
      {zaak.besluit !== null && (
        <p className="meta">
          {zaak.besluit.verzonden === null
            ? 'Er is een besluit, nog niet verstuurd. Zeg: u krijgt een brief.'
            : `Besluit verstuurd op ${dagKort(zaak.besluit.verzonden)}`}
          {zaak.besluit.bezwaarTot !== null && `, bezwaar kan tot ${dagKort(zaak.besluit.bezwaarTot)}`}
        </p>
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
                {[formaatTekst(stuk.formaat), stuk.omvang === null ? '' : bytes(stuk.omvang)]
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

export function Betrokkenen({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.betrokkenen.length === 0) return null;
  return (
    <section className="blad deel" aria-labelledby="betrokkenen">
      <h2 id="betrokkenen">Betrokkenen</h2>
      <ul className="rijen">
        {zaak.betrokkenen.map((wie) => (
          <li key={`${wie.rol} ${wie.naam}`}>
            <Icoon van={rolBeeld(wie.soort, wie.rolGeneriek)} />
            <span>
              {wie.naam}
              <small>{wie.rol}</small>
            </span>
            {wie.rolGeneriek === 'initiator' && zaak.klant !== null && (
              <Link className="meta" to={`/klanten/${zaak.klant.id}`}>
                klantbeeld
              </Link>
            )}
          </li>
        ))}
      </ul>
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
