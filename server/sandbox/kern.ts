/** What every API of the sandbox is given. */
import { uuidVan } from './http/adres.ts';
import type { Opslag } from './opslag.ts';
import type { Resource } from './resource.ts';
import { padVanTabel } from './typen.ts';
import type { Json, JsonObject } from './typen.ts';

/** A notificatie before it is addressed; URLs are absolute. */
export interface Notificatie {
  kanaal: string;
  hoofdObject: string;
  resource: string;
  resourceUrl: string;
  actie: 'create' | 'update' | 'partial_update' | 'destroy';
  aanmaakdatum: string;
  /** As the product sends them: Open Klant sends a boolean as a boolean and what is missing as null. */
  kenmerken: Record<string, Json>;
}

export interface Kern {
  opslag: Opslag;
  klok: () => Date;
  /** Makes a resource known to `toonPad`. */
  ken: (...resources: Resource[]) => void;
  /** The answer for a path of a known resource; undefined where there is none. */
  toonPad: (pad: string) => JsonObject | undefined;
  /** Hands a notificatie to the subscribers; returns at once. */
  meld: (notificatie: Notificatie) => void;
}

export function maakKern(opslag: Opslag, klok: () => Date, meld: (notificatie: Notificatie) => void): Kern {
  const bekend = new Map<string, Resource>();
  return {
    opslag,
    klok,
    meld,
    ken: (...resources) => {
      for (const resource of resources) bekend.set(padVanTabel(resource.tabel), resource);
    },
    toonPad: (pad) => {
      const stukken = pad.split('/');
      // Zaakeigenschappen are the only ones that live under another resource.
      const genest = stukken.at(-2) === 'zaakeigenschappen';
      const verzameling = genest ? '/zaken/api/v1/zaakeigenschappen' : stukken.slice(0, -1).join('/');
      const resource = bekend.get(verzameling);
      const rij = resource && opslag.tabel(resource.tabel).get(uuidVan(pad));
      return rij && resource.toon(rij, opslag);
    },
  };
}
