import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { isBsn } from '../elfproef.ts';
import { stuur } from '../http/antwoord.ts';
import { ongeldigGeheel, ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { datum, keur, url, vrijeTekst } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { alsUtc } from '../tijd.ts';
import { padVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { slechteUrl } from '../zaken/gemeenschappelijk.ts';
import { VERVALREDENEN, besluiten } from './besluit.ts';

const invoer = z.object({
  identificatie: vrijeTekst(50),
  verantwoordelijkeOrganisatie: z.string().min(1).refine(isBsn, { message: 'Onjuist RSIN nummer' }),
  besluittype: url,
  zaak: z.union([z.literal(''), url]).default(''),
  datum,
  toelichting: z.string().default(''),
  bestuursorgaan: vrijeTekst(50),
  ingangsdatum: datum,
  vervaldatum: datum.nullable().default(null),
  vervalreden: z.enum(['', ...VERVALREDENEN]).default(''),
  publicatiedatum: datum.nullable().default(null),
  verzenddatum: datum.nullable().default(null),
  uiterlijkeReactiedatum: datum.nullable().default(null),
});

function keurBesluit(kern: Kern, lichaam: JsonObject): JsonObject {
  const besluit = keur(invoer, lichaam);
  const type = kern.opslag.achter('catalogi/besluittypen', besluit.besluittype);
  if (!type) throw slechteUrl('besluittype', besluit.besluittype);
  if (besluit.datum > kern.klok().toISOString().slice(0, 10)) {
    throw ongeldigVeld('datum', 'future_not_allowed', 'Deze waarde mag niet in de toekomst liggen.');
  }
  if (besluit.zaak !== '') {
    const zaak = kern.opslag.achter('zaken/zaken', besluit.zaak);
    if (!zaak) throw slechteUrl('zaak', besluit.zaak);
    const mag = Array.isArray(type['zaaktypen']) ? type['zaaktypen'] : [];
    if (!mag.includes(zaak['zaaktype'] ?? '')) {
      throw ongeldigGeheel('zaaktype-mismatch', 'De referentie hoort niet bij het zaaktype van de zaak.');
    }
  }
  return besluit;
}

export function besluitSchrijven(kern: Kern): Router {
  const router = Router();
  const melding = { resource: besluiten, naam: 'besluit', kanaal: 'besluiten' } as const;
  router.post('/besluiten', async (req, res) => {
    const besluit = keurBesluit(kern, lichaamVan(req));
    const jaar = alsUtc(kern.klok().toISOString()).slice(0, 4);
    const volgnummer = String(kern.opslag.tabel('besluiten/besluiten').aantal + 1).padStart(10, '0');
    const identificatie =
      besluit['identificatie'] === '' ? `BESLUIT-${jaar}-${volgnummer}` : besluit['identificatie'];
    const na: Rij = { uuid: randomUUID(), ...besluit, identificatie: identificatie ?? '' };
    stuurGemaakt(req, res, await legVast(req, kern, { ...melding, actie: 'create', na }));
  });
  router.patch('/besluiten/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'besluiten/besluiten');
    const na: Rij = { ...voor, ...keurBesluit(kern, { ...voor, ...lichaamVan(req) }) };
    stuur(req, res, await legVast(req, kern, { ...melding, actie: 'partial_update', voor, na }));
  });
  router.delete('/besluiten/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'besluiten/besluiten');
    const pad = padVan('besluiten/besluiten', voor.uuid);
    const ook = kern.opslag
      .tabel('besluiten/besluitinformatieobjecten')
      .op('besluit', pad)
      .map(({ uuid }) => ({ tabel: 'besluiten/besluitinformatieobjecten', weg: uuid }) as const);
    await legVast(req, kern, { ...melding, actie: 'destroy', voor, ook });
    res.status(204).end();
  });
  return router;
}
