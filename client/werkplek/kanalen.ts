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

const isKanaal = (naam: string): naam is Kanaal => naam in kanalen;

/** A register may hold other kanalen than ours: those keep their own word. */
export const kanaalVan = (naam: string): { naam: string; beeld: Icon } =>
  isKanaal(naam) ? kanalen[naam] : { naam, beeld: IconMessage2 };
