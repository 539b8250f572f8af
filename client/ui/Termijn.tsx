import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFlag,
  IconHelp,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { Termijn as TermijnType } from '../../shared/contracts/zaak.ts';
import { dagen, dagKort } from './datum.ts';
import { Icoon } from './Icoon.tsx';
import './Termijn.css';

const beelden = {
  op_tijd: IconCheck,
  let_op: IconClock,
  te_laat: IconAlertTriangle,
  opgeschort: IconPlayerPause,
  afgerond: IconFlag,
  onbekend: IconHelp,
};

/** The state in words with days; `inLijst` where the group head already says it. */
export function termijnTekst(termijn: TermijnType, inLijst: boolean, einddatum: string | null): string {
  const over = termijn.resterendeDagen;
  switch (termijn.toestand) {
    case 'te_laat':
      if (over === null) return 'Te laat';
      return inLijst ? `${dagen(-over)} te laat` : `Te laat: ${dagen(-over)}`;
    case 'let_op':
    case 'op_tijd': {
      const woord = termijn.toestand === 'let_op' ? 'Let op' : 'Op tijd';
      if (over === null) return woord;
      const rest = over === 0 ? 'vandaag' : `nog ${dagen(over)}`;
      return inLijst ? rest : `${woord}: ${rest}`;
    }
    case 'opgeschort':
      return 'Opgeschort';
    case 'afgerond':
      return einddatum === null ? 'Afgerond' : `Afgerond: ${dagKort(einddatum)}`;
    case 'onbekend':
      return 'Termijn onbekend';
  }
}

export function Termijn(props: { termijn: TermijnType; einddatum?: string | null; inLijst?: boolean }) {
  const { termijn, einddatum = null, inLijst = false } = props;
  return (
    <span className={`termijn ${termijn.toestand}${inLijst ? ' rustig' : ''}`}>
      <Icoon van={beelden[termijn.toestand]} klein />
      {termijnTekst(termijn, inLijst, einddatum)}
    </span>
  );
}
