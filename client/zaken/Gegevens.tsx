import { Link } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { dagKort } from '../ui/datum.ts';
import { eigenschapTekst, metHoofdletter, relatieTekst } from '../ui/schrijfwijze.ts';

/** What the register knows besides: eigenschappen that the beheerder released, and the numbers of other systems. */
export function Gegevens({ zaak }: { zaak: ZaakDetail }) {
  const { eigenschappen, kenmerken, toelichting } = zaak;
  if (eigenschappen.length + kenmerken.length === 0 && (toelichting ?? '') === '') return null;
  return (
    <section className="blad deel" aria-labelledby="gegevens">
      <h2 id="gegevens">Gegevens</h2>
      {toelichting !== null && toelichting !== '' && <p className="bijtermijn">{toelichting}</p>}
      <dl className="gegevens">
        {eigenschappen.map((een, plek) => (
          <div key={`${een.naam} ${String(plek)}`}>
            <dt>{metHoofdletter(een.naam)}</dt>
            <dd>{eigenschapTekst(een)}</dd>
          </div>
        ))}
        {kenmerken.map(({ kenmerk, bron }) => (
          <div key={`${bron} ${kenmerk}`}>
            <dt>{bron === '' ? 'Kenmerk' : `Kenmerk ${bron}`}</dt>
            <dd>{kenmerk}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function AndereZaken({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.andereZaken.length === 0) return null;
  return (
    <section className="blad deel" aria-labelledby="anderezaken">
      <h2 id="anderezaken">Andere zaken</h2>
      <ul className="deelzaakrijen">
        {zaak.andereZaken.map((een) => (
          <li key={een.id} className="deelzaak">
            <span className="meta">{relatieTekst(een.aardRelatie)}</span>
            <b>
              <Link to={`/zaken/${encodeURIComponent(een.id)}/show`}>
                {een.omschrijving || een.zaaknummer}
              </Link>
            </b>
            <span className="meta">
              {een.zaaknummer}, {een.status?.toLowerCase() ?? 'nog geen status'}
              {een.einddatum !== null && `, afgerond ${dagKort(een.einddatum)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
