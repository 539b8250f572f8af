import { Link } from 'react-router';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { dagen, dagenTussen, dagKort } from '../ui/datum.ts';
import { Opgang } from '../ui/Opgang.tsx';

/** Deelzaken stand on the line of the step they belong to: the current one. */
function Deelzaken({ zaak }: { zaak: ZaakDetail }) {
  if (zaak.deelzaken.length === 0) return null;
  return (
    <ul className="deelzaakrijen" aria-label="Deelzaken">
      {zaak.deelzaken.map((deel) => (
        <li key={deel.id} className={`deelzaak${deel.einddatum === null ? ' aanzet' : ''}`}>
          <b>
            <Link to={`/zaken/${encodeURIComponent(deel.id)}/show`}>
              {deel.omschrijving || deel.zaaknummer}
            </Link>
          </b>
          <span className="meta">
            {deel.zaaknummer}, {deel.status?.toLowerCase() ?? 'nog geen status'}
            {deel.einddatum !== null && `, afgerond ${dagKort(deel.einddatum)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function VoortgangBlok({ zaak, nieuw }: { zaak: ZaakDetail; nieuw: ReadonlySet<string> }) {
  const { totaal, huidige } = zaak.voortgang;
  const lang =
    zaak.status === null || zaak.einddatum !== null
      ? ''
      : `al ${dagen(Math.max(0, dagenTussen(zaak.status.datum, new Date().toISOString())))}`;
  const waar = totaal === null || huidige === null ? '' : `stap ${String(huidige)} van ${String(totaal)}`;
  const heeftNu = zaak.voortgang.stappen.some(({ toestand }) => toestand === 'nu');
  return (
    <section className="blad deel" aria-labelledby="voortgang">
      <h2 id="voortgang">
        Voortgang <span className="meta">{[waar, lang].filter((deel) => deel !== '').join(', ')}</span>
      </h2>
      {zaak.voortgang.stappen.length === 0 ? (
        <p className="meta">Er is nog geen status gezet. De stappen van deze zaak zijn niet bekend.</p>
      ) : (
        <Opgang
          voortgang={zaak.voortgang}
          gestopt={zaak.termijn.toestand === 'opgeschort'}
          nieuw={nieuw}
          deelzaken={<Deelzaken zaak={zaak} />}
        />
      )}
      {!heeftNu && <Deelzaken zaak={zaak} />}
    </section>
  );
}
