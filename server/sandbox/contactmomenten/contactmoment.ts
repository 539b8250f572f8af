import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { uuidVan } from '../http/adres.ts';
import { ongeldigVeld } from '../http/fout.ts';
import { RSIN_OEVERDAM } from '../gemeente/nummers.ts';
import { isBsn } from '../elfproef.ts';
import { datumtijd, keur, tekst, url, vrijeTekst } from '../keur.ts';
import { isObject, tekstIn, uuidIn, wijstNaar } from '../klantinteracties/groepen.ts';
import type { Opslag } from '../opslag.ts';
import { alsUtc, vergelijkMoment } from '../tijd.ts';
import type { JsonObject, Rij } from '../typen.ts';
import type { Kijk } from './kijk.ts';
import {
  contactenVan,
  contactPad,
  klantcontactmomenten,
  klantenVan,
  objectcontactmomenten,
  zakenVan,
} from './koppelingen.ts';

const CONTACTEN = 'klantinteracties/klantcontacten';

/** RSIN: the same check as of a BSN. */
export const rsin = tekst(9).refine(isBsn, { message: 'Onjuist RSIN nummer.' });

const Medewerker = z.object({
  identificatie: vrijeTekst(24),
  achternaam: vrijeTekst(200),
  voorletters: vrijeTekst(20),
  voorvoegselAchternaam: vrijeTekst(10),
});

const Contactmoment = z.object({
  bronorganisatie: rsin,
  registratiedatum: datumtijd.optional(),
  kanaal: vrijeTekst(50),
  voorkeurskanaal: vrijeTekst(50),
  voorkeurstaal: vrijeTekst(3),
  tekst: z.string().default(''),
  onderwerpLinks: z.array(url).default([]),
  initiatiefnemer: z.enum(['gemeente', 'klant', '']).default(''),
  medewerker: z.union([z.literal(''), url]).default(''),
  medewerkerIdentificatie: Medewerker.nullish(),
});

/** Who had it: as it was posted, else the actor of Klantinteracties. */
function medewerkerVan(rij: Rij, opslag: Opslag): JsonObject | null {
  const eigen = rij['medewerkerIdentificatie'];
  if (isObject(eigen)) return eigen;
  const [koppeling] = wijstNaar(opslag, 'klantinteracties/actorklantcontacten', 'klantcontact', rij.uuid);
  const actor = koppeling && opslag.tabel('klantinteracties/actoren').get(uuidIn(koppeling['actor']));
  if (actor === undefined) return null;
  const groep = actor['actoridentificator'];
  const id = isObject(groep) ? tekstIn(groep['objectId']).replace(/@.*$/, '') : '';
  return {
    identificatie: id.slice(0, 24),
    achternaam: tekstIn(actor['naam']),
    voorletters: '',
    voorvoegselAchternaam: '',
  };
}

const moment = (rij: Rij): string => alsUtc(tekstIn(rij['plaatsgevondenOp']));

function initiatiefnemerVan(rij: Rij): string {
  const eigen = rij['initiatiefnemer'];
  if (typeof eigen === 'string') return eigen;
  const metadata = rij['metadata'];
  return isObject(metadata) && metadata['richting'] === 'uitgaand' ? 'gemeente' : 'klant';
}

/** A contact of Klantinteracties has a subject apart. */
const tekstVan = (rij: Rij): string =>
  typeof rij['tekst'] === 'string'
    ? rij['tekst']
    : [rij['onderwerp'], rij['inhoud']].map(tekstIn).filter(Boolean).join('\n\n');

const GROTER: Record<string, (verschil: number) => boolean> = {
  registratiedatum: (v) => v === 0,
  registratiedatum__gt: (v) => v > 0,
  registratiedatum__gte: (v) => v >= 0,
  registratiedatum__lt: (v) => v < 0,
  registratiedatum__lte: (v) => v <= 0,
};

function kandidaten(p: ReadonlyMap<string, string>, opslag: Opslag): Rij[] {
  const tabel = opslag.tabel(CONTACTEN);
  const uuids = (naam: string, van: (uuid: string) => string[]): Set<string> | undefined => {
    const waarde = p.get(naam);
    return waarde ? new Set(waarde.split(',').flatMap((deel) => van(uuidVan(deel)))) : undefined;
  };
  const klant = uuids('klant', (uuid) => contactenVan(uuid, opslag));
  const object = uuids('object', (uuid) =>
    opslag
      .tabel('klantinteracties/onderwerpobjecten')
      .op('onderwerpobjectidentificator.objectId', uuid)
      .map((rij) => uuidIn(rij['klantcontact'])),
  );
  const [eerste, tweede] = [klant, object].filter((deel) => deel !== undefined);
  if (eerste === undefined) return tabel.alle();
  return [...eerste].filter((uuid) => tweede?.has(uuid) ?? true).flatMap((uuid) => tabel.get(uuid) ?? []);
}

function kies(p: ReadonlyMap<string, string>, opslag: Opslag): Rij[] {
  const wie = p.get('medewerkerIdentificatie__identificatie');
  const grenzen = Object.entries(GROTER).flatMap(([naam, past]) => {
    const grens = p.get(naam);
    if (grens === undefined || grens === '') return [];
    if (Number.isNaN(Date.parse(grens)))
      throw ongeldigVeld(naam, 'invalid', 'Voer een geldige datum/tijd in.');
    return [(rij: Rij) => past(vergelijkMoment(moment(rij), grens))];
  });
  const volgorde = p.get('ordering') ?? '-registratiedatum';
  if (!['registratiedatum', '-registratiedatum'].includes(volgorde))
    throw ongeldigVeld('ordering', 'invalid_choice', `"${volgorde}" is geen beschikbare keuze.`);
  const richting = volgorde.startsWith('-') ? -1 : 1;
  return kandidaten(p, opslag)
    .filter((rij) => grenzen.every((past) => past(rij)))
    .filter((rij) => !wie || medewerkerVan(rij, opslag)?.['identificatie'] === wie)
    .filter((rij) => !p.get('kanaal') || rij['kanaal'] === p.get('kanaal'))
    .sort((a, b) => richting * vergelijkMoment(moment(a), moment(b)));
}

/** `/contactmomenten` of Open Klant 1: klantcontacten of the other style, in its words. */
export const contactmomenten: Kijk = {
  naam: 'contactmomenten',
  parameters: [
    ...Object.keys(GROTER),
    ...['kanaal', 'medewerkerIdentificatie__identificatie', 'klant', 'object', 'expand', 'ordering'],
  ],
  detail: ['expand'],
  kies,
  rij: (uuid, opslag) => opslag.tabel(CONTACTEN).get(uuid),
  toon: (rij, opslag, expand) => {
    const deel = (kijk: Kijk, rijen: Rij[]) => {
      const getoond = rijen.map((koppeling) => kijk.toon(koppeling, opslag, ''));
      return expand.split(',').includes(kijk.naam) ? getoond : getoond.map((k) => k['url'] ?? '');
    };
    return {
      url: contactPad(rij.uuid),
      vorigContactmoment: null,
      volgendContactmoment: null,
      bronorganisatie: tekstIn(rij['bronorganisatie']) || RSIN_OEVERDAM,
      registratiedatum: moment(rij),
      kanaal: rij['kanaal'] ?? '',
      voorkeurskanaal: rij['voorkeurskanaal'] ?? '',
      voorkeurstaal: rij['voorkeurstaal'] ?? '',
      tekst: tekstVan(rij),
      onderwerpLinks: rij['onderwerpLinks'] ?? [],
      initiatiefnemer: initiatiefnemerVan(rij),
      medewerker: '',
      medewerkerIdentificatie: medewerkerVan(rij, opslag),
      klantcontactmomenten: deel(klantcontactmomenten, klantenVan(rij.uuid, opslag)),
      objectcontactmomenten: deel(objectcontactmomenten, zakenVan(rij.uuid, opslag)),
    };
  },
  maak: (lichaam, _opslag, nu) => {
    const { registratiedatum, medewerkerIdentificatie, ...velden } = keur(Contactmoment, lichaam);
    const rij: Rij = {
      ...velden,
      uuid: randomUUID(),
      // What the newer style shows of it.
      onderwerp: velden.tekst.split('\n')[0]?.slice(0, 200) || 'Contact',
      inhoud: velden.tekst.slice(0, 1000),
      taal: 'nld',
      vertrouwelijk: false,
      plaatsgevondenOp: registratiedatum ?? nu.toISOString(),
      medewerkerIdentificatie: medewerkerIdentificatie ?? null,
      metadata: { richting: velden.initiatiefnemer === 'gemeente' ? 'uitgaand' : 'inkomend' },
    };
    return { rij, alles: [{ tabel: CONTACTEN, rij }] };
  },
};
