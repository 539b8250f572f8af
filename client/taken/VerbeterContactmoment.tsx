import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { zaaknamen } from '../providers/concepten.ts';
import { useOpslag } from '../providers/opslag.ts';
import { Keuze } from '../ui/Keuze.tsx';
import { Veldfout } from '../ui/Melding.tsx';
import { resultaten, vraagtypen } from '../werkplek/afronding.ts';
import { contactInhoud, metInvoer, type Deel, type TaakVan } from './verbetering.ts';

const TEKSTEN = [
  ['onderwerp', 'Onderwerp', 'zichtbaar voor de inwoner', 200, 1],
  ['inhoud', 'Notitie', 'zichtbaar voor de inwoner', 1000, 3],
  ['notitieIntern', 'Interne notitie', 'alleen voor collega’s, mag u overslaan', 4000, 2],
] as const;

/** A contactmoment that came back. Where the register has it already, only what hangs on it may change. */
export function VerbeterContactmoment({ naam, taak, fout, wijzig, meld }: Deel<TaakVan<'contactmoment'>>) {
  const { invoer, inRegister } = taak;
  const namen = useOpslag(zaaknamen);
  const [mist, zetMist] = useState(false);
  // All zaken that it was about: one that was unticked stays to be ticked again.
  const [zaken] = useState(invoer.zaken);
  const zet = (deel: Partial<typeof invoer>) => wijzig(metInvoer(taak, deel));
  const maak = () => {
    const uitkomst = contactInhoud(taak);
    zetMist(uitkomst.soort === 'mist');
    if (uitkomst.soort === 'klaar') return uitkomst.inhoud;
    document.getElementById(`${naam}-onderwerp`)?.focus();
    return null;
  };
  useEffect(() => meld(maak));
  const zaakfout = invoer.zaken.map((_, plek) => fout(`zaken.${String(plek)}`)).find((een) => een !== null);
  return (
    <>
      {inRegister && (
        <p className="meta">Het contact zelf staat al in het register. U kunt alleen de zaken aanpassen.</p>
      )}
      {!inRegister && (
        <Keuze
          naam={`${naam}-vraagtype`}
          kop="Waar ging het over?"
          opties={vraagtypen}
          gekozen={invoer.vraagtype}
          fout={fout('vraagtype')}
          kies={(vraagtype) => zet({ vraagtype })}
        />
      )}
      {TEKSTEN.filter(([veld]) => !inRegister || veld === 'notitieIntern').map(
        ([veld, kop, klein, hoogstens, regels]) => {
          const melding =
            veld === 'onderwerp' && mist && invoer.onderwerp.trim() === ''
              ? 'Vul in waar het over ging.'
              : fout(veld);
          return (
            <fieldset key={veld}>
              <label className="label" htmlFor={`${naam}-${veld}`}>
                {kop} <small>{klein}</small>
              </label>
              <textarea
                id={`${naam}-${veld}`}
                className="veld"
                rows={regels}
                maxLength={hoogstens}
                value={invoer[veld] ?? ''}
                aria-invalid={melding !== null}
                aria-describedby={`${naam}-${veld}-fout`}
                onChange={(een) => zet({ [veld]: een.target.value })}
              />
              <Veldfout id={`${naam}-${veld}-fout`} tekst={melding} />
            </fieldset>
          );
        },
      )}
      {zaken.length > 0 && (
        <fieldset>
          <legend className="label">
            Zaken <small>waar het over ging</small>
          </legend>
          {zaken.map((id, plek) => (
            <div className="koppel" key={id}>
              <label className="vink">
                <input
                  type="checkbox"
                  checked={invoer.zaken.includes(id)}
                  disabled={inRegister && plek === 0}
                  aria-describedby={`${naam}-zaken-fout`}
                  onChange={(een) =>
                    zet({
                      zaken: zaken.filter((zaak) =>
                        zaak === id ? een.target.checked : invoer.zaken.includes(zaak),
                      ),
                    })
                  }
                />
                {namen[id] ?? `Zaak ${String(plek + 1)}`}
              </label>
              <Link to={`/zaken/${encodeURIComponent(id)}/show`}>Bekijk deze zaak</Link>
            </div>
          ))}
          <Veldfout id={`${naam}-zaken-fout`} tekst={zaakfout ?? fout('zaken')} />
        </fieldset>
      )}
      {!inRegister && (
        <Keuze
          naam={`${naam}-resultaat`}
          kop="Resultaat"
          opties={resultaten}
          gekozen={invoer.resultaat}
          fout={fout('resultaat')}
          kies={(resultaat) => zet({ resultaat })}
        />
      )}
    </>
  );
}
