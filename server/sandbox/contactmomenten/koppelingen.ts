/** What links a contactmoment to a klant and to a zaak: betrokkenen and onderwerpobjecten of Klantinteracties. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ongeldigGeheel } from '../http/fout.ts';
import { uuidVan } from '../http/adres.ts';
import { keur, url } from '../keur.ts';
import { isObject, tekstIn, uuidIn, wijstNaar } from '../klantinteracties/groepen.ts';
import type { Opslag } from '../opslag.ts';
import { API_PREFIX, type JsonObject, type Rij } from '../typen.ts';
import { eisVerwijzing, type Kijk } from './kijk.ts';

const CONTACTEN = 'klantinteracties/klantcontacten';
const BETROKKENEN = 'klantinteracties/betrokkenen';
const ONDERWERPEN = 'klantinteracties/onderwerpobjecten';

export const contactPad = (uuid: string): string => `${API_PREFIX.contactmomenten}/contactmomenten/${uuid}`;
export const klantPad = (uuid: string): string => `${API_PREFIX.klanten}/klanten/${uuid}`;
const zaakPad = (uuid: string): string => `${API_PREFIX.zaken}/zaken/${uuid}`;
const koppelPad = (naam: string, uuid: string): string => `${API_PREFIX.contactmomenten}/${naam}/${uuid}`;

const objectIn = (rij: Rij): JsonObject => {
  const groep = rij['onderwerpobjectidentificator'];
  return isObject(groep) ? groep : {};
};
/** This style knows zaken alone. */
const isZaak = (rij: Rij): boolean => /zaak/i.test(tekstIn(objectIn(rij)['codeObjecttype']));

export const klantenVan = (contact: string, opslag: Opslag): Rij[] =>
  wijstNaar(opslag, BETROKKENEN, 'hadKlantcontact', contact).filter((b) => uuidIn(b['wasPartij']) !== '');
export const zakenVan = (contact: string, opslag: Opslag): Rij[] =>
  wijstNaar(opslag, ONDERWERPEN, 'klantcontact', contact).filter(isZaak);
/** uuids of the contacts of a klant. */
export const contactenVan = (klant: string, opslag: Opslag): string[] =>
  wijstNaar(opslag, BETROKKENEN, 'wasPartij', klant).map((b) => uuidIn(b['hadKlantcontact']));

/** The rows that hold for every parameter sent; the first index that a parameter has narrows the search. */
function beperk(delen: readonly (Rij[] | undefined)[], alle: () => Rij[]): Rij[] {
  const gestuurd = delen.filter((deel) => deel !== undefined);
  const [eerste, ...rest] = gestuurd;
  if (eerste === undefined) return alle();
  return eerste.filter((rij) => rest.every((deel) => deel.some((ander) => ander.uuid === rij.uuid)));
}

const op = <T>(waarde: string | undefined, zoek: (uuid: string) => T): T | undefined =>
  waarde === undefined || waarde === '' ? undefined : zoek(uuidVan(waarde));

const contactveld = (waarde: string, opslag: Opslag): string =>
  eisVerwijzing(
    'contactmoment',
    waarde,
    contactPad('').slice(0, -1),
    (u) => !!opslag.tabel(CONTACTEN).get(u),
  );

export const klantcontactmomenten: Kijk = {
  naam: 'klantcontactmomenten',
  parameters: ['contactmoment', 'klant', 'rol'],
  kies: (p, opslag) =>
    beperk(
      [
        op(p.get('contactmoment'), (uuid) => klantenVan(uuid, opslag)),
        op(p.get('klant'), (uuid) => wijstNaar(opslag, BETROKKENEN, 'wasPartij', uuid)),
      ],
      () => opslag.tabel(BETROKKENEN).alle(),
    ).filter((b) => uuidIn(b['wasPartij']) !== '' && ['', 'gesprekspartner'].includes(p.get('rol') ?? '')),
  rij: (uuid, opslag) => opslag.tabel(BETROKKENEN).get(uuid),
  toon: (rij) => ({
    url: koppelPad('klantcontactmomenten', rij.uuid),
    contactmoment: contactPad(uuidIn(rij['hadKlantcontact'])),
    klant: klantPad(uuidIn(rij['wasPartij'])),
    rol: 'gesprekspartner',
    gelezen: false,
  }),
  maak: (lichaam, opslag) => {
    const rollen = z.enum(['belanghebbende', 'gesprekspartner']);
    const gelezen = keur(z.object({ contactmoment: url, klant: url, rol: rollen }), lichaam);
    const contact = contactveld(gelezen.contactmoment, opslag);
    const partijen = opslag.tabel('klantinteracties/partijen');
    const klant = eisVerwijzing('klant', gelezen.klant, klantPad('').slice(0, -1), (u) => !!partijen.get(u));
    if (klantenVan(contact, opslag).some((b) => uuidIn(b['wasPartij']) === klant))
      throw ongeldigGeheel('unique', 'De velden contactmoment, klant, rol moeten een unieke set zijn.');
    const rij: Rij = {
      uuid: randomUUID(),
      hadKlantcontact: { uuid: contact },
      wasPartij: { uuid: klant },
      rol: 'klant',
      initiator: opslag.tabel(CONTACTEN).get(contact)?.['initiatiefnemer'] !== 'gemeente',
    };
    return { rij, alles: [{ tabel: BETROKKENEN, rij }] };
  },
};

/** Open Klant 1 asks the zaakregister besides whether the zaak knows this contactmoment; here they are one house. */
export const objectcontactmomenten: Kijk = {
  naam: 'objectcontactmomenten',
  parameters: ['object', 'contactmoment', 'objectType'],
  kies: (p, opslag) =>
    beperk(
      [
        op(p.get('contactmoment'), (uuid) => zakenVan(uuid, opslag)),
        op(p.get('object'), (uuid) =>
          opslag.tabel(ONDERWERPEN).op('onderwerpobjectidentificator.objectId', uuid),
        ),
      ],
      () => opslag.tabel(ONDERWERPEN).alle(),
    ).filter(isZaak),
  rij: (uuid, opslag) => opslag.tabel(ONDERWERPEN).get(uuid),
  toon: (rij) => ({
    url: koppelPad('objectcontactmomenten', rij.uuid),
    contactmoment: contactPad(uuidIn(rij['klantcontact'])),
    object: zaakPad(tekstIn(objectIn(rij)['objectId'])),
    objectType: 'zaak',
  }),
  maak: (lichaam, opslag) => {
    const gelezen = keur(
      z.object({ contactmoment: url, object: url, objectType: z.enum(['zaak']) }),
      lichaam,
    );
    const contact = contactveld(gelezen.contactmoment, opslag);
    const zaken = opslag.tabel('zaken/zaken');
    const zaak = eisVerwijzing('object', gelezen.object, zaakPad('').slice(0, -1), (u) => !!zaken.get(u));
    if (zakenVan(contact, opslag).some((o) => objectIn(o)['objectId'] === zaak))
      throw ongeldigGeheel('unique', 'De velden contactmoment, object moeten een unieke set zijn.');
    const rij: Rij = {
      uuid: randomUUID(),
      klantcontact: { uuid: contact },
      wasKlantcontact: null,
      onderwerpobjectidentificator: {
        ...{ objectId: zaak, codeObjecttype: 'zaak', codeRegister: 'open-zaak', codeSoortObjectId: 'uuid' },
      },
    };
    return { rij, alles: [{ tabel: ONDERWERPEN, rij }] };
  },
};
