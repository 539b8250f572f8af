import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconInfoCircle,
  IconUsers,
  IconWifiOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icoon } from './Icoon.tsx';

const beelden = {
  let: IconAlertCircle,
  weg: IconWifiOff,
  fout: IconAlertTriangle,
  goed: IconCheck,
  wacht: IconClock,
  nu: IconUsers,
  neutraal: IconInfoCircle,
};

/** What happened, what it means, what to do; there where the user is. */
export function Melding(props: {
  soort: keyof typeof beelden;
  kop: string;
  children?: ReactNode;
  actie?: ReactNode;
}) {
  return (
    <div className={`melding ${props.soort}`} role={props.soort === 'fout' ? 'alert' : 'status'}>
      <Icoon van={beelden[props.soort]} />
      <div>
        <b>{props.kop}</b>
        {props.children}
      </div>
      {props.actie}
    </div>
  );
}

export function Veldfout({ id, tekst }: { id: string; tekst: string | null }) {
  return (
    <p id={id} className="foutmelding" role="alert" hidden={tekst === null}>
      {tekst}
    </p>
  );
}

/** Kept, but the register did not answer yet: nothing is lost and nothing needs doing. */
export function WachtOpRegister() {
  return (
    <Melding soort="wacht" kop="Bewaard, wacht op het register">
      U hoeft niets te doen.
    </Melding>
  );
}
