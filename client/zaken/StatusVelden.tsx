import { Keuze } from '../ui/Keuze.tsx';
import { Veldfout } from '../ui/Melding.tsx';
import { vraagtResultaat, type Statusinvoer, type ZaakOmTeZetten } from './invoer.ts';

/** The fields of a status; more than one form may stand on a screen, each with its own `naam`. */
export function StatusVelden(props: {
  naam: string;
  zaak: ZaakOmTeZetten;
  waarde: Statusinvoer;
  voorgesteld?: boolean;
  fout: (veld: keyof Statusinvoer) => string | null;
  wijzig: (deel: Partial<Statusinvoer>) => void;
}) {
  const { naam, zaak, waarde, voorgesteld = false, fout, wijzig } = props;
  const { heeftResultaat, resultaat } = zaak;
  const eind = zaak.statustypen.some(({ id, eindstatus }) => id === waarde.statustype && eindstatus);
  return (
    <>
      <Keuze
        naam={`${naam}-statustype`}
        kop="Welke status?"
        klein={voorgesteld ? 'voorgesteld: de volgende stap' : undefined}
        opties={zaak.statustypen.map(({ id, naam: woord }) => [id, woord] as const)}
        gekozen={waarde.statustype}
        fout={fout('statustype')}
        kies={(statustype) => wijzig({ statustype })}
      />
      {vraagtResultaat(zaak, waarde.statustype) && (
        <Keuze
          naam={`${naam}-resultaattype`}
          kop="Met welk resultaat?"
          klein="deze status sluit de zaak"
          opties={zaak.resultaattypen.map(({ id, naam: woord }) => [id, woord] as const)}
          gekozen={waarde.resultaattype}
          fout={fout('resultaattype')}
          kies={(resultaattype) => wijzig({ resultaattype })}
        />
      )}
      {eind && heeftResultaat && (
        <p className="meta blok">
          Deze status sluit de zaak
          {resultaat === null
            ? ' met het resultaat dat de zaak al heeft.'
            : `. Het resultaat staat er al: ${resultaat}.`}
        </p>
      )}
      <fieldset>
        <label className="label" htmlFor={`${naam}-toelichting`}>
          Toelichting <small>mag u overslaan</small>
        </label>
        <textarea
          id={`${naam}-toelichting`}
          className="veld"
          rows={3}
          maxLength={1000}
          aria-describedby={`${naam}-toelichting-fout`}
          value={waarde.toelichting}
          onChange={(een) => wijzig({ toelichting: een.target.value })}
        />
        <Veldfout id={`${naam}-toelichting-fout`} tekst={fout('toelichting')} />
      </fieldset>
    </>
  );
}
