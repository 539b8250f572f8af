import { Button } from '@mui/material';
import { IconArrowUp } from '@tabler/icons-react';
import { Icoon } from './Icoon.tsx';
import { meervoud } from './datum.ts';

/** New rows wait here: never inserted by themselves. The region is there before its text. */
export function NieuweRegels(props: { aantal: number; wat: readonly [string, string]; toon: () => void }) {
  return (
    <div role="status">
      {props.aantal > 0 && (
        <Button size="small" className="nieuwe" data-toets="v" onClick={props.toon}>
          <Icoon van={IconArrowUp} klein /> {meervoud(props.aantal, ...props.wat)}, toon
        </Button>
      )}
    </div>
  );
}
