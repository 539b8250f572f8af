/** One way in which every write goes: journal, audit trail, notificatie, in that order. */
import { randomUUID } from 'node:crypto';
import { tekstVan } from './typen.ts';
import type { Request, Response } from 'express';
import { basisVan } from './http/adres.ts';
import { bellerVan } from './http/aanmelding.ts';
import { stuur } from './http/antwoord.ts';
import { kenmerkenVan } from './kenmerken.ts';
import type { Kern, Notificatie } from './kern.ts';
import type { OpslagTabel } from './opslag.ts';
import type { Resource } from './resource.ts';
import type { JsonObject, Rij } from './typen.ts';
import { alsUtc } from './tijd.ts';

export interface Schrijven {
  resource: Resource;
  /** Name of the resource in notificatie and audit trail: `status`, `zaakinformatieobject`. */
  naam: string;
  kanaal: string;
  /** Path of the main object; undefined where the row itself is it. */
  hoofd?: string;
  actie: Notificatie['actie'];
  voor?: Rij;
  na?: Rij;
  /** What goes in the same transaction. */
  ook?: readonly ({ tabel: OpslagTabel; rij: Rij } | { tabel: OpslagTabel; weg: string })[];
  /** Some writes are in the audit trail but not announced. */
  stil?: boolean;
}

/**
 * Applies one write and resolves, when it is on disk, with the row as shown. The notificatie is handed over after
 * that: like the real ones it can be lost when the process dies between.
 */
export async function legVast(req: Request, kern: Kern, wat: Schrijven): Promise<JsonObject> {
  const { opslag } = kern;
  const { resource, voor, na } = wat;
  const oud = voor ? resource.toon(voor, opslag) : null;
  const eigen = na ? { tabel: resource.tabel, rij: na } : { tabel: resource.tabel, weg: voor?.uuid ?? '' };
  let getoond: JsonObject = oud ?? {};
  const klaar = opslag.leg([...(wat.ook ?? []), eigen], () => {
    if (na) getoond = resource.toon(na, opslag);
    return [
      { tabel: 'zaken/audittrail', rij: auditRegel(req, kern, wat, getoond, oud, na ? getoond : null) },
    ];
  });
  const hoofdPad = wat.hoofd ?? tekstVan(getoond['url']);
  const hoofd = wat.hoofd === undefined ? getoond : kern.toonPad(hoofdPad);
  await klaar;
  if (wat.stil !== true && hoofd) {
    const basis = basisVan(req);
    kern.meld({
      kanaal: wat.kanaal,
      hoofdObject: basis + hoofdPad,
      resource: wat.naam,
      resourceUrl: basis + tekstVan(getoond['url']),
      actie: wat.actie,
      aanmaakdatum: kern.klok().toISOString(),
      kenmerken: kenmerkenVan(wat.kanaal, hoofd, opslag, basis),
    });
  }
  return getoond;
}

const WEERGAVE = {
  create: 'Object aangemaakt',
  update: 'Object bijgewerkt',
  partial_update: 'Object deels bijgewerkt',
  destroy: 'Object verwijderd',
} as const;
const CODE = { create: 201, update: 200, partial_update: 200, destroy: 204 } as const;
const BRON: Record<string, string> = { documenten: 'drc', besluiten: 'brc', zaken: 'zrc' };

function auditRegel(
  req: Request,
  kern: Kern,
  wat: Schrijven,
  getoond: JsonObject,
  oud: JsonObject | null,
  nieuw: JsonObject | null,
): Rij {
  const beller = bellerVan(req);
  const url = tekstVan(getoond['url']);
  return {
    uuid: randomUUID(),
    bron: BRON[wat.resource.tabel.split('/')[0] ?? ''] ?? 'zrc',
    applicatieId: '5b8a3e2c-7f53-4a57-9c1b-2f0d2f6f4f10',
    applicatieWeergave: beller.clientId,
    gebruikersId: beller.gebruikersId,
    gebruikersWeergave: beller.gebruikersWeergave,
    actie: wat.actie,
    actieWeergave: WEERGAVE[wat.actie],
    resultaat: CODE[wat.actie],
    hoofdObject: wat.hoofd ?? url,
    resource: wat.naam,
    resourceUrl: url,
    toelichting: req.get('x-audit-toelichting') ?? '',
    resourceWeergave: (
      tekstVan(getoond['identificatie']) ||
      tekstVan(getoond['omschrijving']) ||
      wat.naam
    ).slice(0, 200),
    aanmaakdatum: alsUtc(kern.klok().toISOString()),
    wijzigingen: { oud, nieuw },
  };
}

/** 201 with `Location`. */
export function stuurGemaakt(req: Request, res: Response, getoond: JsonObject): void {
  res.set('Location', basisVan(req) + tekstVan(getoond['url']));
  stuur(req, res, getoond, 201);
}
