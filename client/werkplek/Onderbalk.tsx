import { Button } from '@mui/material';
import { IconPencil } from '@tabler/icons-react';
import type { Gesprek } from '../../shared/contracts/gesprek.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Klok } from '../ui/Klok.tsx';
import { kanalen } from './kanalen.ts';

const naar = (id: string) => {
  const doel = document.getElementById(id);
  doel?.scrollIntoView({ block: 'start' });
  doel?.focus({ preventScroll: true });
};

/** On a narrow screen the dock stands below the page; this bar leads to it. */
export function Onderbalk({ gesprek }: { gesprek: Gesprek }) {
  return (
    <div className="onderbalk" role="region" aria-label="Lopend gesprek">
      <span className="klok">
        <Icoon van={kanalen[gesprek.kanaal].beeld} /> <Klok sinds={gesprek.gestartOp} />
      </span>
      <Button onClick={() => naar('notitie')}>
        <Icoon van={IconPencil} klein /> Notitie
      </Button>
      <Button variant="contained" color="primary" onClick={() => naar('afronden')}>
        Afronden
      </Button>
    </div>
  );
}
