import { useEffect, useState } from 'react';
import { useVolg } from '../providers/client.ts';
import { useZaak } from '../providers/zaken.ts';
import { dagKort } from '../ui/datum.ts';
import { Melding } from '../ui/Melding.tsx';
import { useGezien } from '../zaken/gezien.ts';
import { Intussen } from '../zaken/Intussen.tsx';
import { substatusInhoud, type Substatusmist } from '../zaken/invoer.ts';
import { SubstatusVelden } from '../zaken/SubstatusVelden.tsx';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { metInvoer, type Deel, type TaakVan } from './verbetering.ts';

type Eigen = Deel<TaakVan<'substatus'>>;

function Velden({ zaak, ...deel }: Eigen & { zaak: ZaakDetail | undefined }) {
  const { naam, taak, fout, oorzaak, vergeet, wijzig, meld } = deel;
  const [mist, zetMist] = useState<Substatusmist>(null);
  const { gezien, anders, bekeken } = useGezien(zaak?.statusNu ?? null, true);
  const maak = () => {
    const uitkomst = substatusInhoud(taak.invoer);
    zetMist(uitkomst.soort === 'mist' ? uitkomst.veld : null);
    if (uitkomst.soort === 'klaar') return { ...uitkomst.inhoud, ...(zaak === undefined ? {} : { gezien }) };
    document.querySelector<HTMLElement>(`[name="${naam}-${uitkomst.veld}"]`)?.focus();
    return null;
  };
  useEffect(() => meld(maak));
  return (
    <>
      {zaak?.status != null && (
        <p className="meta">
          Komt bij de status “{zaak.status.naam}”, sinds {dagKort(zaak.status.datum)}.
        </p>
      )}
      <SubstatusVelden
        naam={naam}
        waarde={taak.invoer}
        mist={mist}
        fout={fout}
        wijzig={({ omschrijving, doelgroep }) =>
          wijzig(
            metInvoer(taak, {
              ...(omschrijving === undefined ? {} : { omschrijving }),
              ...(doelgroep == null ? {} : { doelgroep }),
            }),
          )
        }
      />
      {zaak !== undefined && (
        <Intussen
          zaak={zaak}
          fout={oorzaak}
          anders={anders}
          bekeken={() => {
            bekeken();
            vergeet();
          }}
        />
      )}
    </>
  );
}

/** A substatus that came back; it goes under the status that the zaak has now. */
export function VerbeterSubstatus(deel: Eigen) {
  const id = deel.taak.zaak ?? '';
  const { data: zaak, error } = useZaak(id);
  useVolg(`zaak:${id}`);
  return (
    <>
      {error !== null && zaak === undefined && (
        <Melding soort="let" kop="De zaak is nu niet te lezen">
          {error.message}
        </Melding>
      )}
      <Velden key={zaak === undefined ? 'zonder' : 'met'} {...deel} zaak={zaak} />
    </>
  );
}
