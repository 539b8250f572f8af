import { z } from 'zod';
import { padVan } from '../typen.ts';
import { BRON } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { opEigenVerwijzing } from './filters.ts';
import { ongeldigVeld } from './fout.ts';
import { toonVerwijzing, uuidIn, wijstNaar } from './groepen.ts';
import { verwijzing } from './velden.ts';

const TABEL = 'klantinteracties/actorklantcontacten';

/** Which actor had the contact; a pair at most once. */
export const actorklantcontacten: KlantBron = {
  ...BRON,
  tabel: TABEL,
  naam: 'actorklantcontact',
  filters: { ...opEigenVerwijzing('actor'), ...opEigenVerwijzing('klantcontact') },
  schema: (opslag) =>
    z.object({
      actor: verwijzing(opslag, 'klantinteracties/actoren', 'Actor'),
      klantcontact: verwijzing(opslag, 'klantinteracties/klantcontacten', 'Klantcontact'),
    }),
  leeg: () => ({}),
  werk: (rij, { opslag }) => {
    const actor = uuidIn(rij['actor']);
    const dubbel = wijstNaar(opslag, TABEL, 'klantcontact', uuidIn(rij['klantcontact'])).some(
      (ander) => ander.uuid !== rij.uuid && uuidIn(ander['actor']) === actor,
    );
    if (dubbel) {
      const reden = 'De velden actor, klantcontact moeten een unieke set zijn.';
      throw ongeldigVeld('nonFieldErrors', reden, 'unique');
    }
    return { rij, ook: [] };
  },
  toon: (rij) => ({
    uuid: rij.uuid,
    url: padVan(TABEL, rij.uuid),
    actor: toonVerwijzing('klantinteracties/actoren', rij['actor']),
    klantcontact: toonVerwijzing('klantinteracties/klantcontacten', rij['klantcontact']),
  }),
};
