import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { useMarkering, wisMarkering } from '../providers/markeringen.ts';
import { dagen, dagenTussen, dagKort, dagVan, tijdUur } from '../ui/datum.ts';
import { Termijn } from '../ui/Termijn.tsx';
import { useInBeeld } from '../ui/useNieuw.ts';
import { Streep } from '../ui/Voortgang.tsx';

const STIL_DAGEN = 14;

/** The newest that happened: a status or a substatus. */
function nieuws(zaak: ZaakKort): { dag: string; tekst: string } | null {
  const alle = zaak.voortgang.stappen.flatMap((stap) => [
    ...(stap.datum === null ? [] : [{ dag: stap.tijdstip ?? stap.datum, tekst: stap.naam }]),
    ...stap.substatussen.map((een) => ({ dag: een.tijdstip, tekst: een.omschrijving })),
  ]);
  return alle.toSorted((a, b) => b.dag.localeCompare(a.dag))[0] ?? null;
}

/** Two lines a zaak; the whole row is the target, its button carries the name and the state. */
export function Rij({ zaak, gekozen, kies }: { zaak: ZaakKort; gekozen: boolean; kies: () => void }) {
  const gewijzigdOp = useMarkering(zaak.id);
  const doel = useInBeeld(gewijzigdOp !== undefined, () => wisMarkering(zaak.id));
  const laatste = nieuws(zaak);
  const stil = laatste === null ? 0 : dagenTussen(laatste.dag, new Date().toISOString());
  const { totaal, huidige } = zaak.voortgang;
  return (
    <tr
      ref={doel as React.RefObject<HTMLTableRowElement | null>}
      className={`rij${gekozen ? ' gekozen' : ''}${gewijzigdOp === undefined ? '' : ' gewijzigd'}`}
      data-zaak={zaak.id}
      onClick={kies}
    >
      <td>
        <Termijn termijn={zaak.termijn} einddatum={zaak.einddatum} inLijst />
      </td>
      <td>
        <button type="button" data-rij aria-pressed={gekozen} onClick={kies}>
          {zaak.zaaktype.omschrijving}
        </button>
        {gewijzigdOp !== undefined && (
          <span className="merkje nieuw">Zojuist gewijzigd, {tijdUur(gewijzigdOp)}</span>
        )}
        <small>
          {zaak.zaaknummer}
          {zaak.omschrijving !== '' &&
            zaak.omschrijving !== zaak.zaaktype.omschrijving &&
            ` · ${zaak.omschrijving}`}
        </small>
      </td>
      <td>
        <span className="st">
          <Streep voortgang={zaak.voortgang} />
          {totaal !== null && huidige !== null && `${String(huidige)} van ${String(totaal)}`}
        </span>
        <small>{zaak.status?.naam ?? 'Nog geen status'}</small>
      </td>
      <td>
        {laatste === null ? (
          <small>nog niets</small>
        ) : (
          <>
            {stil > STIL_DAGEN ? (
              <span className="sein let">{dagen(stil)} geen nieuws</span>
            ) : (
              dagKort(dagVan(laatste.dag))
            )}
            <small>{stil > STIL_DAGEN ? `sinds ${dagKort(dagVan(laatste.dag))}` : laatste.tekst}</small>
          </>
        )}
      </td>
    </tr>
  );
}
