import type { ContactmomentKort } from '../../shared/contracts/contactmoment.ts';
import { isSchriftelijk } from './kanalen.ts';

type Vraag = Pick<ContactmomentKort, 'kanaal' | 'richting' | 'inhoud' | 'reactie' | 'resultaat'>;

/**
 * What came of a question that the klant wrote: the answer as it was given, that there is none yet, or '' where the
 * contact was no such question, was dealt with in another way, or may not be read.
 */
export function antwoordOp(contact: Vraag): string {
  const { kanaal, richting, inhoud, reactie, resultaat } = contact;
  if (inhoud === null) return '';
  if (reactie !== null && reactie !== '') return `Ons antwoord: ${reactie}`;
  const open = richting === 'inkomend' && resultaat === null && isSchriftelijk(kanaal);
  return open ? 'Nog niet beantwoord' : '';
}
