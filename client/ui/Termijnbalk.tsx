import type { Termijn } from '../../shared/contracts/zaak.ts';
import { dagenTussen, dagKort } from './datum.ts';
import './Termijnbalk.css';

const BREED = 308;

/** From start to the last of norm, wet and today; norm is one bar, wet a double one, both also in words. */
export function Termijnbalk(props: { start: string; termijn: Termijn; einddatum: string | null }) {
  const { start, termijn, einddatum } = props;
  const tot = einddatum ?? new Date().toISOString();
  const { norm, wettelijk } = termijn;
  if (norm === null && wettelijk === null)
    return <p className="meta">Voor deze zaak is geen termijn bekend.</p>;
  const dag = (datum: string): number => dagenTussen(start, datum);
  const laatste =
    [norm, wettelijk]
      .filter((een) => een !== null)
      .toSorted()
      .at(-1) ?? tot;
  const eind = Math.max(dag(laatste), dag(tot), 1);
  const x = (datum: string): number => Math.min(BREED - 2, Math.max(2, (dag(datum) / eind) * BREED));
  const nu = x(tot);
  const woord = einddatum === null ? 'vandaag' : 'afgerond';
  const anker = nu < 30 ? 'start' : nu > BREED - 30 ? 'end' : 'middle';
  return (
    <>
      <svg
        className="termijnbalk"
        viewBox={`0 0 ${String(BREED)} 56`}
        preserveAspectRatio="xMinYMid meet"
        role="img"
        aria-label={`Termijn vanaf ${dagKort(start)}; ${woord} is dag ${String(dag(tot))} van ${String(eind)}.`}
      >
        <text x="0" y="52">
          {dagKort(start)}
        </text>
        <text x={BREED} y="52" textAnchor="end">
          {dagKort(dag(laatste) >= dag(tot) ? laatste : tot)}
        </text>
        <rect className="baan" x="0" y="24" width={BREED} height="10" rx="2" />
        <rect className="verstreken" x="0" y="24" width={nu} height="10" rx="2" />
        <text className="nu" x={nu} y="14" textAnchor={anker}>
          {woord}
        </text>
        <path className="inkt" d={`M${String(nu)} 17v20`} />
        {norm !== null && <path className="norm" d={`M${String(x(norm))} 19v20`} />}
        {wettelijk !== null && (
          <path className="inkt" d={`M${String(x(wettelijk) - 4)} 19v20M${String(x(wettelijk))} 19v20`} />
        )}
      </svg>
      <ul className="termijnen">
        {norm !== null && (
          <li>
            <svg viewBox="0 0 14 12" aria-hidden="true">
              <path className="norm" d="M7 0v12" />
            </svg>
            <span>Streefdatum van de gemeente</span>
            <b>{dagKort(norm)}</b>
          </li>
        )}
        {wettelijk !== null && (
          <li>
            <svg viewBox="0 0 14 12" aria-hidden="true">
              <path className="inkt" d="M5 0v12M9 0v12" />
            </svg>
            <span>Wet, uiterlijk</span>
            <b>{dagKort(wettelijk)}</b>
          </li>
        )}
      </ul>
    </>
  );
}
