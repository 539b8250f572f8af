import { useMij } from '../providers/auth.ts';
import { dagLang, tijdUur } from '../ui/datum.ts';

/** The first line of a print: place, date, time and medewerker. */
export function Afdrukkop() {
  const mij = useMij();
  const nu = new Date().toISOString();
  return (
    <p className="alleen-afdruk">
      Stand van Zaken, {mij?.gemeente}. Afgedrukt op {dagLang(nu)}, {tijdUur(nu)}, door {mij?.medewerker.naam}
      . Zonder BSN en zonder interne stappen.
    </p>
  );
}
