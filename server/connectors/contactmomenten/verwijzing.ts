import type { NieuwKlantcontact } from '../ports.ts';

/**
 * This style has no field for a reference of ours, for vraagtype, resultaat, language or end, nor for what a contact
 * must still be linked to. `onderwerpLinks` takes any URL "to a page or other entity, to group contacts by": one link of
 * ours holds them. It is a name and no address (RFC 2606: `.invalid` leads nowhere), and no person is in it.
 */
const BASIS = 'https://stand-van-zaken.invalid/contact/';
/** Maximum of one onderwerpLink. */
const MAX = 1000;

export interface Verwijzing {
  referentienummer: string;
  /** Characters of the tekst that are the onderwerp. */
  kop: number;
  taal: string | null;
  /** uuids of what the chain links it to. */
  klant: string | null;
  zaak: string | null;
  metadata: Readonly<Record<string, string>>;
}

/** In these an entry has a meaning of its own; metadata never overwrites it. */
const EIGEN = new Set(['kop', 'taal', 'klant', 'zaak']);
/** What the API has a field for. */
const ELDERS = new Set(['medewerker', 'richting']);

export function schrijfVerwijzing(nieuw: NieuwKlantcontact, kop: number): string {
  const vraag = new URLSearchParams({ kop: String(kop), taal: nieuw.taal });
  if (nieuw.partij !== null) vraag.set('klant', nieuw.partij);
  if (nieuw.zaak !== null) vraag.set('zaak', nieuw.zaak);
  let link = `${BASIS}${encodeURIComponent(nieuw.referentienummer)}?${vraag.toString()}`;
  for (const [sleutel, waarde] of Object.entries(nieuw.metadata)) {
    if (EIGEN.has(sleutel) || ELDERS.has(sleutel)) continue;
    const langer = `${link}&${new URLSearchParams({ [sleutel]: waarde }).toString()}`;
    if (langer.length <= MAX) link = langer;
  }
  return link;
}

/** Anybody may write a link that looks like ours: decodeURIComponent would throw on a broken one. */
const ontcijfer = (segment: string): string => new URLSearchParams(`s=${segment}`).get('s') ?? '';

/** Our link among the onderwerpLinks; null for a contact of others. */
export function leesVerwijzing(links: readonly string[]): Verwijzing | null {
  const link = links.find((l) => l.startsWith(BASIS));
  const url = link === undefined ? null : URL.parse(link);
  if (url === null) return null;
  const vraag = url.searchParams;
  return {
    referentienummer: ontcijfer(url.pathname.slice(url.pathname.lastIndexOf('/') + 1)),
    kop: Number(vraag.get('kop') ?? 0) || 0,
    taal: vraag.get('taal'),
    klant: vraag.get('klant'),
    zaak: vraag.get('zaak'),
    metadata: Object.fromEntries([...vraag].filter(([sleutel]) => !EIGEN.has(sleutel))),
  };
}
