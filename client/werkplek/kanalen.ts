import {
  IconBrandWhatsapp,
  IconDesk,
  IconForms,
  IconMail,
  IconMailbox,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { Kanaal } from '../../shared/contracts/waarden.ts';

export const kanalen: Readonly<Record<Kanaal, { naam: string; beeld: Icon }>> = {
  telefoon: { naam: 'Telefoon', beeld: IconPhone },
  balie: { naam: 'Balie', beeld: IconDesk },
  email: { naam: 'E-mail', beeld: IconMail },
  webformulier: { naam: 'Formulier', beeld: IconForms },
  chat: { naam: 'Chat', beeld: IconMessageCircle },
  whatsapp: { naam: 'WhatsApp', beeld: IconBrandWhatsapp },
  brief: { naam: 'Brief', beeld: IconMailbox },
  social: { naam: 'Social media', beeld: IconWorld },
};

export const KANALEN = Object.keys(kanalen) as Kanaal[];

type Soort = Kanaal | 'portaal';
const soorten: Readonly<Record<Soort, { naam: string; beeld: Icon }>> = {
  ...kanalen,
  portaal: { naam: 'Mijn omgeving', beeld: IconWorld },
};

/** What portals, mailboxes and other consoles write for the same kanaal; without capitals, spaces and dashes. */
const ANDERS: Readonly<Record<string, Soort>> = {
  mijnomgeving: 'portaal',
  mijngemeente: 'portaal',
  mijnvragen: 'portaal',
  oip_mijn_vragen: 'portaal',
  contactformulier: 'webformulier',
  formulier: 'webformulier',
  eformulier: 'webformulier',
  internet: 'webformulier',
  mail: 'email',
  telefonisch: 'telefoon',
  post: 'brief',
};
const SCHRIFTELIJK: ReadonlySet<Soort | null> = new Set<Soort>(['email', 'webformulier', 'brief', 'portaal']);

const isKanaal = (naam: string): naam is Kanaal => Object.hasOwn(kanalen, naam);

function soortVan(naam: string): Soort | null {
  const kaal = naam.toLowerCase().replace(/[\s-]/g, '');
  if (isKanaal(kaal)) return kaal;
  return Object.hasOwn(ANDERS, kaal) ? (ANDERS[kaal] ?? null) : null;
}

/** A register may hold other kanalen than ours: those that we do not know keep their own word. */
export function kanaalVan(naam: string): { naam: string; beeld: Icon } {
  const soort = soortVan(naam);
  return soort === null ? { naam, beeld: IconMessage2 } : soorten[soort];
}

/** A kanaal in which one writes and waits for an answer. */
export const isSchriftelijk = (naam: string): boolean => SCHRIFTELIJK.has(soortVan(naam));
