import { Button } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { isIntussenGewijzigd, veldfout } from '../providers/fout.ts';
import { useZetStatus } from '../providers/zaken.ts';
import { Melding, WachtOpRegister } from '../ui/Melding.tsx';
import { useToets } from '../werkplek/toetsen.ts';
import { useGezien } from './gezien.ts';
import { Intussen } from './Intussen.tsx';
import { statusInhoud, type Statusinvoer } from './invoer.ts';
import { StatusVelden } from './StatusVelden.tsx';

const MIST = { statustype: 'Kies een status.', resultaattype: 'Kies een resultaat.' } as const;
const leeg: Statusinvoer = { statustype: null, resultaattype: null, toelichting: '' };

/** The next step is preselected only where the pad knows it; an end status asks for a resultaat. */
export function StatusZetten({ zaak }: { zaak: ZaakDetail }) {
  const voorgesteld = zaak.statustypen.find((een) => een.voorgesteld)?.id ?? null;
  const [invoer, zetInvoer] = useState<Statusinvoer>(leeg);
  const [mist, zetMist] = useState<keyof typeof MIST | null>(null);
  const zet = useZetStatus();
  const begonnen = invoer.statustype !== null || invoer.toelichting !== '';
  const { gezien, anders, bekeken } = useGezien(zaak.statusNu, begonnen);
  // Straight after a write nothing stands ready: pressing twice must not set two statuses.
  const statustype = invoer.statustype ?? (zet.isSuccess ? null : voorgesteld);
  const botst = isIntussenGewijzigd(zet.error);

  const bewaar = (gebeurtenis?: SyntheticEvent) => {
    gebeurtenis?.preventDefault();
    if (zet.isPending) return;
    const uitkomst = statusInhoud(zaak, { ...invoer, statustype });
    if (uitkomst.soort === 'mist') {
      zetMist(uitkomst.veld);
      return;
    }
    zetMist(null);
    // From here on it is a choice of this medewerker, made on what stood on the screen.
    zetInvoer((oud) => ({ ...oud, statustype }));
    zet.mutate({ id: zaak.id, inhoud: { ...uitkomst.inhoud, gezien } }, { onSuccess: () => zetInvoer(leeg) });
  };
  useToets('ctrl+enter', () => bewaar());

  return (
    <form onSubmit={bewaar} noValidate>
      <StatusVelden
        naam="status"
        zaak={zaak}
        waarde={{ ...invoer, statustype }}
        voorgesteld={invoer.statustype === null && statustype !== null}
        fout={(veld) =>
          veld !== 'toelichting' && mist === veld ? MIST[veld] : botst ? null : veldfout(zet.error, veld)
        }
        wijzig={(deel) => zetInvoer((oud) => ({ ...oud, ...deel }))}
      />
      <div className="afsluiten">
        <Intussen
          zaak={zaak}
          fout={zet.error}
          anders={anders}
          bekeken={() => {
            bekeken();
            zet.reset();
          }}
        />
        <div role="status">
          {zet.data?.bezorging === 'bezorgd' && <Melding soort="goed" kop="Status gezet" />}
          {zet.data?.bezorging === 'wacht' && <WachtOpRegister />}
        </div>
        {zet.error && !botst && (
          <Melding soort="fout" kop="De status is niet gezet. Uw tekst staat er nog.">
            {zet.error.message}
          </Melding>
        )}
        <Button type="submit" variant="contained" color="primary" disabled={zet.isPending}>
          Zet status <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
