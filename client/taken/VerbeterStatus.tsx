import { Button } from '@mui/material';
import { useEffect, useState } from 'react';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { useVolg } from '../providers/client.ts';
import { useZaak } from '../providers/zaken.ts';
import { dagKort } from '../ui/datum.ts';
import { Melding } from '../ui/Melding.tsx';
import { Laadt } from '../ui/Toestand.tsx';
import { useGezien } from '../zaken/gezien.ts';
import { Intussen } from '../zaken/Intussen.tsx';
import { statusInhoud } from '../zaken/invoer.ts';
import { StatusVelden } from '../zaken/StatusVelden.tsx';
import type { Deel, TaakVan } from './verbetering.ts';

type Eigen = Deel<TaakVan<'status'>>;

const MIST = { statustype: 'Kies een status.', resultaattype: 'Kies een resultaat.' } as const;

function Velden({ zaak, ...deel }: Eigen & { zaak: ZaakDetail }) {
  const { naam, taak, fout, oorzaak, vergeet, wijzig, meld } = deel;
  const [mist, zetMist] = useState<keyof typeof MIST | null>(null);
  const { gezien, anders, bekeken } = useGezien(zaak.statusNu, true);
  const { statustype, resultaattype, toelichting } = taak.invoer;
  const waarde = {
    // What may no longer be set stands here no more as chosen.
    statustype: zaak.statustypen.some(({ id }) => id === statustype) ? statustype : null,
    resultaattype: resultaattype ?? null,
    toelichting: toelichting ?? '',
  };
  const maak = () => {
    const uitkomst = statusInhoud(zaak, waarde);
    zetMist(uitkomst.soort === 'mist' ? uitkomst.veld : null);
    return uitkomst.soort === 'mist' ? null : { ...uitkomst.inhoud, gezien };
  };
  useEffect(() => meld(maak));
  return (
    <>
      <p className="meta">
        {zaak.status === null
          ? 'De zaak heeft nog geen status.'
          : `De status is nu “${zaak.status.naam}”, sinds ${dagKort(zaak.status.datum)}.`}
      </p>
      {zaak.statustypen.length === 0 ? (
        <Melding soort="let" kop="U kunt bij deze zaak nu geen status zetten">
          {zaak.einddatum === null
            ? 'Uw recht is gewijzigd. Neem uw tekst over en geef hem door aan de afdeling.'
            : `De zaak is afgerond op ${dagKort(zaak.einddatum)}.`}
        </Melding>
      ) : (
        <StatusVelden
          naam={naam}
          zaak={zaak}
          waarde={waarde}
          fout={(veld) => (veld !== 'toelichting' && mist === veld ? MIST[veld] : fout(veld))}
          wijzig={(deelwaarde) => {
            const nieuw = { ...waarde, ...deelwaarde };
            wijzig({
              ...taak,
              invoer: {
                statustype: nieuw.statustype ?? statustype,
                toelichting: nieuw.toelichting,
                ...(nieuw.resultaattype === null ? {} : { resultaattype: nieuw.resultaattype }),
              },
            });
          }}
        />
      )}
      <Intussen
        zaak={zaak}
        fout={oorzaak}
        anders={anders}
        bekeken={() => {
          bekeken();
          vergeet();
        }}
      />
    </>
  );
}

/** A status that came back: what may be set is what the zaak allows now. */
export function VerbeterStatus(deel: Eigen) {
  const id = deel.taak.zaak ?? '';
  const { data: zaak, error, refetch } = useZaak(id);
  useVolg(`zaak:${id}`);
  const { toelichting = '' } = deel.taak.invoer;
  if (zaak !== undefined) return <Velden {...deel} zaak={zaak} />;
  if (error === null) return <Laadt wat="Zaak" />;
  return (
    <Melding
      soort="let"
      kop="De zaak is nu niet te lezen"
      actie={
        <Button size="small" onClick={() => void refetch()}>
          Opnieuw
        </Button>
      }
    >
      {error.message} {toelichting !== '' && `Uw tekst staat er nog: “${toelichting}”`}
    </Melding>
  );
}
