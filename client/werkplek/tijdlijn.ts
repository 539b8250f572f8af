import {
  IconFileText,
  IconFlag,
  IconGavel,
  IconPhoneOutgoing,
  IconProgressCheck,
  IconSubtask,
  type Icon,
} from '@tabler/icons-react';
import type { ContactmomentKort } from '../../shared/contracts/contactmoment.ts';
import type { TijdlijnRegel } from '../../shared/contracts/klantbeeld.ts';
import type { Resultaat } from '../../shared/contracts/waarden.ts';
import { kanaalVan } from './kanalen.ts';
import { antwoordOp } from './vraag.ts';

export type Filter = 'alles' | 'contact' | 'status' | 'stukken';

export interface Gebeurd {
  id: string;
  tijdstip: string;
  beeld: Icon;
  wat: string;
  titel: string;
  onder: string[];
  intern: boolean;
  filter: Exclude<Filter, 'alles'>;
  wacht: boolean;
}

const soorten: Readonly<
  Record<TijdlijnRegel['soort'], { wat: string; beeld: Icon; filter: Exclude<Filter, 'alles'> }>
> = {
  contactmoment: { wat: 'Contact', beeld: IconPhoneOutgoing, filter: 'contact' },
  terugbelverzoek: { wat: 'Terugbelverzoek', beeld: IconPhoneOutgoing, filter: 'contact' },
  status: { wat: 'Status', beeld: IconProgressCheck, filter: 'status' },
  substatus: { wat: 'Tussenstap', beeld: IconSubtask, filter: 'status' },
  zaak: { wat: 'Aanvraag', beeld: IconFlag, filter: 'status' },
  document: { wat: 'Document', beeld: IconFileText, filter: 'stukken' },
  besluit: { wat: 'Besluit', beeld: IconGavel, filter: 'stukken' },
};

const resultaten: Readonly<Record<Resultaat, string>> = {
  beantwoord: 'Beantwoord',
  gedeeltelijk: 'Gedeeltelijk beantwoord',
  niet_beantwoord: 'Niet beantwoord',
  doorverwezen: 'Doorverwezen',
  terugbelverzoek: 'Terugbelverzoek gemaakt',
};

function vanContact(contact: ContactmomentKort): Gebeurd {
  const { naam, beeld } = kanaalVan(contact.kanaal);
  const meta = [contact.resultaat === null ? '' : resultaten[contact.resultaat], contact.medewerker ?? '']
    .filter((deel) => deel !== '')
    .join('. ');
  return {
    id: contact.id,
    tijdstip: contact.gestartOp,
    beeld,
    wat: naam,
    titel: contact.onderwerp,
    onder: [
      contact.vertrouwelijk && contact.inhoud === null ? 'Vertrouwelijk' : (contact.inhoud ?? ''),
      antwoordOp(contact),
      contact.notitieIntern === null ? '' : `Intern, niet zeggen: ${contact.notitieIntern}`,
      meta,
    ].filter((deel) => deel !== ''),
    intern: false,
    filter: 'contact',
    wacht: contact.bezorging === 'wacht',
  };
}

/**
 * Rows of the timeline; a contactmoment that the klantbeeld holds brings its kanaal and result along. With `meer` to come, nothing older than
 * the last row is added: between it and that row others may lie.
 */
export function bouwTijdlijn(
  regels: readonly TijdlijnRegel[] | undefined,
  contacten: readonly ContactmomentKort[],
  meer = false,
): Gebeurd[] {
  const bij = new Map(contacten.map((contact) => [contact.id, contact]));
  const uit = (regels ?? []).map((regel): Gebeurd => {
    const contact = bij.get(regel.id);
    if (contact !== undefined) return vanContact(contact);
    const { wat, beeld, filter } = soorten[regel.soort];
    return {
      id: regel.id,
      tijdstip: regel.tijdstip,
      beeld,
      wat,
      titel: regel.titel,
      onder: regel.tekst === null || regel.tekst === '' ? [] : [regel.tekst],
      intern: regel.intern,
      filter,
      wacht: false,
    };
  });
  const staat = new Set(uit.map(({ id }) => id));
  const vanaf = meer ? Math.min(...uit.map(({ tijdstip }) => Date.parse(tijdstip))) : -Infinity;
  const erbij = contacten
    .filter(({ id, gestartOp }) => !staat.has(id) && Date.parse(gestartOp) >= vanaf)
    .map(vanContact);
  return [...uit, ...erbij].toSorted((a, b) => Date.parse(b.tijdstip) - Date.parse(a.tijdstip));
}
