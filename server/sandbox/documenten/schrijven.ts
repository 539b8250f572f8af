/** Making and changing a document: with its lock, and with its content in the body. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { isBsn } from '../elfproef.ts';
import { stuur } from '../http/antwoord.ts';
import { ongeldigGeheel, ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { datum, keur, tekst, url, vrijeTekst } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { alsUtc } from '../tijd.ts';
import { tekstVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { slechteUrl } from '../zaken/gemeenschappelijk.ts';
import { VERTROUWELIJKHEID } from '../vertrouwelijkheid.ts';
import { enkelvoudiginformatieobjecten } from './enkelvoudiginformatieobject.ts';

const isBase64 = (inhoud: string): boolean => z.base64().safeParse(inhoud).success;
const GEEN_BASE64 = { message: 'Only base64 data is allowed', params: { code: 'invalid-base64' } };

const los = z.record(z.string(), z.json()).nullable();

const velden = z.object({
  identificatie: vrijeTekst(40),
  bronorganisatie: z.string().refine(isBsn, { message: 'Onjuist RSIN nummer' }),
  creatiedatum: datum,
  titel: tekst(200),
  vertrouwelijkheidaanduiding: z.enum([...VERTROUWELIJKHEID, '']).optional(),
  auteur: tekst(200),
  status: z.enum(['in_bewerking', 'ter_vaststelling', 'definitief', 'gearchiveerd', '']).default(''),
  formaat: vrijeTekst(255),
  taal: z.string().min(3).max(3),
  bestandsnaam: vrijeTekst(255),
  inhoud: z.string().refine(isBase64, GEEN_BASE64).nullable().default(null),
  bestandsomvang: z.number().int().min(0).nullable().default(null),
  link: vrijeTekst(200),
  beschrijving: vrijeTekst(1000),
  ontvangstdatum: datum.nullable().default(null),
  verzenddatum: datum.nullable().default(null),
  indicatieGebruiksrecht: z.boolean().nullable().default(null),
  verschijningsvorm: z.string().default(''),
  ondertekening: los.default(null),
  integriteit: los.default(null),
  informatieobjecttype: url,
  trefwoorden: z.array(z.string()).default([]),
});

/** The stored form: the content apart, the size derived. */
function alsDocument(kern: Kern, lichaam: JsonObject): { document: JsonObject; type: Rij } {
  const { inhoud, bestandsomvang, ...document } = keur(velden, lichaam);
  const type = kern.opslag.achter('catalogi/informatieobjecttypen', document.informatieobjecttype);
  if (!type) throw slechteUrl('informatieobjecttype', document.informatieobjecttype);
  const lengte = Buffer.from(inhoud ?? '', 'base64').length;
  if (inhoud !== null && bestandsomvang !== null && bestandsomvang !== lengte) {
    const reden = "De bestandsomvang van de upload moet overeenkomen met het 'bestandsomvang'-veld";
    throw ongeldigGeheel('file-size', reden);
  }
  if (document.ontvangstdatum !== null && ['in_bewerking', 'ter_vaststelling'].includes(document.status)) {
    const reden =
      'De statuswaarden `in_bewerking` en `ter_vaststelling` zijn niet van toepassing op ontvangen documenten.';
    throw ongeldigVeld('status', 'invalid_for_received', reden);
  }
  const { vertrouwelijkheidaanduiding: eigen, ...rest } = document;
  const vertrouwelijkheidaanduiding = eigen ?? type['vertrouwelijkheidaanduiding'] ?? 'zaakvertrouwelijk';
  return { document: { ...rest, vertrouwelijkheidaanduiding, inhoudBase64: inhoud ?? '' }, type };
}

export function documentSchrijven(kern: Kern): Router {
  const { opslag } = kern;
  const router = Router();
  const tabel = 'documenten/enkelvoudiginformatieobjecten';
  const melding = {
    resource: enkelvoudiginformatieobjecten,
    naam: 'enkelvoudiginformatieobject',
    kanaal: 'documenten',
  } as const;

  router.post('/enkelvoudiginformatieobjecten', async (req, res) => {
    const { document } = alsDocument(kern, lichaamVan(req));
    const nu = alsUtc(kern.klok().toISOString());
    const nummer = String(opslag.tabel(tabel).aantal + 1).padStart(10, '0');
    const identificatie = tekstVan(document['identificatie']) || `DOCUMENT-${nu.slice(0, 4)}-${nummer}`;
    const na: Rij = { uuid: randomUUID(), ...document, identificatie, beginRegistratie: nu, versie: 1 };
    stuurGemaakt(req, res, { ...(await legVast(req, kern, { ...melding, actie: 'create', na })), lock: '' });
  });

  router.patch('/enkelvoudiginformatieobjecten/:uuid', async (req, res) => {
    const voor = rijOf404(req, opslag, tabel);
    const lichaam = lichaamVan(req);
    const slot = tekstVan(voor['lock']);
    if (slot === '') throw ongeldigGeheel('unlocked', 'Een geblokkeerd document kan niet gewijzigd worden');
    if (lichaam['lock'] !== slot) throw ongeldigGeheel('incorrect-lock-id', 'Lock id is niet correct');
    const { inhoudBase64, ...oud } = voor;
    const heel = { ...enkelvoudiginformatieobjecten.toon(voor, opslag), inhoud: null, bestandsomvang: null };
    const { document } = alsDocument(kern, { ...heel, ...lichaam });
    const inhoud =
      lichaam['inhoud'] === undefined ? (inhoudBase64 ?? null) : (document['inhoudBase64'] ?? null);
    const versie = (typeof voor['versie'] === 'number' ? voor['versie'] : 1) + 1;
    const beginRegistratie = alsUtc(kern.klok().toISOString());
    const na: Rij = { ...oud, ...document, inhoudBase64: inhoud, versie, beginRegistratie };
    stuur(req, res, await legVast(req, kern, { ...melding, actie: 'partial_update', voor, na }));
  });

  router.post('/enkelvoudiginformatieobjecten/:uuid/lock', async (req, res) => {
    const voor = rijOf404(req, opslag, tabel);
    if (tekstVan(voor['lock']) !== '')
      throw ongeldigGeheel('existing-lock', 'Het document is al geblokkeerd');
    const lock = randomBytes(16).toString('hex');
    await opslag.leg([{ tabel, rij: { ...voor, lock } }]);
    stuur(req, res, { lock });
  });

  // The sandbox' client may do all, so a wrong or missing lock forces.
  router.post('/enkelvoudiginformatieobjecten/:uuid/unlock', async (req, res) => {
    const { lock, ...rest } = rijOf404(req, opslag, tabel);
    if (lock !== undefined) await opslag.leg([{ tabel, rij: { ...rest, uuid: rest.uuid } }]);
    res.status(204).end();
  });
  return router;
}
