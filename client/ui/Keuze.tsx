import { Veldfout } from './Melding.tsx';

/** Chips with radio semantics. A proposed one is marked but not chosen: choosing it is the confirmation. */
export function Keuze<T extends string>(props: {
  naam: string;
  kop: string;
  klein?: string | undefined;
  opties: readonly (readonly [T, string])[];
  gekozen: T | null;
  voorgesteld?: boolean;
  fout?: string | null;
  kies: (code: T) => void;
}) {
  const { naam, kop, klein, opties, gekozen, voorgesteld = false, fout = null, kies } = props;
  return (
    <fieldset>
      <legend className="label">
        {kop} {klein !== undefined && <small>{klein}</small>}
      </legend>
      <div className="keuzes">
        {opties.map(([code, tekst]) => (
          <label key={code} className={`keuze${voorgesteld && gekozen === code ? ' voorgesteld' : ''}`}>
            <input
              type="radio"
              name={naam}
              value={code}
              checked={gekozen === code && !voorgesteld}
              aria-describedby={fout === null ? undefined : `${naam}-fout`}
              onChange={() => kies(code)}
            />
            {tekst}
          </label>
        ))}
      </div>
      <Veldfout id={`${naam}-fout`} tekst={fout} />
    </fieldset>
  );
}
