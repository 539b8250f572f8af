import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { stuur } from '../http/antwoord.ts';
import { ongeldig, ongeldigGeheel, ongeldigVeld } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import type { Kern } from '../kern.ts';
import { datum, keur, tekst, url, vrijeTekst } from '../keur.ts';
import { rijOf404 } from '../register.ts';
import { legVast, stuurGemaakt } from '../schrijven.ts';
import { alsUtc } from '../tijd.ts';
import { padVan } from '../typen.ts';
import type { JsonObject, Rij } from '../typen.ts';
import { eisTeArchiveren, eisTypeVanZaak, eisZaak } from './gemeenschappelijk.ts';
import { BETROKKENE_TYPEN, IDENTIFICATIE } from './rol-identificatie.ts';
import { rollen } from './rol.ts';

const los = z.record(z.string(), z.json()).nullable();

const invoer = z.object({
  betrokkene: z.union([z.literal(''), url]).default(''),
  betrokkeneType: z.enum(BETROKKENE_TYPEN),
  afwijkendeNaamBetrokkene: vrijeTekst(625),
  roltype: url,
  roltoelichting: vrijeTekst(1000),
  indicatieMachtiging: z.enum(['gemachtigde', 'machtiginggever', '']).default(''),
  contactpersoonRol: z
    .object({
      emailadres: vrijeTekst(254),
      functie: vrijeTekst(50),
      telefoonnummer: vrijeTekst(20),
      naam: tekst(200),
    })
    .nullable()
    .default(null),
  beginGeldigheid: datum.nullable().default(null),
  eindeGeldigheid: datum.nullable().default(null),
  betrokkeneIdentificatie: los.default(null),
  authenticatieContext: los.default(null),
});

/** Checks a body against zaak and roltype; gives the fields of the row. */
function keurRol(kern: Kern, zaak: Rij, lichaam: JsonObject, eigenUuid?: string): JsonObject {
  const rol = keur(invoer, lichaam);
  const roltype = eisTypeVanZaak(kern.opslag, 'roltype', 'catalogi/roltypen', rol.roltype, zaak);
  const generiek = roltype['omschrijvingGeneriek'] ?? '';
  const gelijke = kern.opslag
    .tabel('zaken/rollen')
    .op('zaak', padVan('zaken/zaken', zaak.uuid))
    .filter((ander) => ander.uuid !== eigenUuid && ander['omschrijvingGeneriek'] === generiek).length;
  if ((generiek === 'initiator' || generiek === 'zaakcoordinator') && gelijke > 0) {
    throw ongeldigVeld('roltype', 'max-occurences', `De waarde \`${generiek}\` komt al ${gelijke} keer voor`);
  }
  if (rol.betrokkene === '' && (rol.betrokkeneIdentificatie === null || leeg(rol.betrokkeneIdentificatie))) {
    throw ongeldigGeheel('invalid-betrokkene', 'betrokkene or betrokkeneIdentificatie must be provided');
  }
  if (
    rol.beginGeldigheid !== null &&
    rol.eindeGeldigheid !== null &&
    rol.eindeGeldigheid < rol.beginGeldigheid
  ) {
    throw ongeldig({
      name: 'eindeGeldigheid',
      code: 'einde-geldigheid-before-begin-geldigheid',
      reason: '`eindeGeldigheid` date cannot be before `beginGeldigheid` date',
    });
  }
  eisTeArchiveren(zaak);
  const vorm: z.ZodType<JsonObject> = IDENTIFICATIE[rol.betrokkeneType];
  const betrokkeneIdentificatie =
    rol.betrokkene === ''
      ? keur(z.object({ betrokkeneIdentificatie: vorm }), lichaam).betrokkeneIdentificatie
      : null;
  return {
    ...rol,
    betrokkeneIdentificatie,
    omschrijving: roltype['omschrijving'] ?? '',
    omschrijvingGeneriek: generiek,
  };
}

const leeg = (waarde: JsonObject): boolean => Object.keys(waarde).length === 0;

export function rolSchrijven(kern: Kern): Router {
  const router = Router();
  const melding = (zaakPad: string) =>
    ({ resource: rollen, naam: 'rol', kanaal: 'zaken', hoofd: zaakPad }) as const;
  router.post('/rollen', async (req, res) => {
    const lichaam = lichaamVan(req);
    const zaak = eisZaak(kern.opslag, lichaam);
    const zaakPad = padVan('zaken/zaken', zaak.uuid);
    const rol = keurRol(kern, zaak, lichaam);
    const registratiedatum = alsUtc(kern.klok().toISOString());
    const na = { uuid: randomUUID(), zaak: zaakPad, ...rol, registratiedatum };
    stuurGemaakt(req, res, await legVast(req, kern, { ...melding(zaakPad), actie: 'create', na }));
  });
  router.put('/rollen/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/rollen');
    const lichaam = lichaamVan(req);
    const zaak = eisZaak(kern.opslag, { zaak: voor['zaak'] ?? '' });
    const na: Rij = { ...voor, ...keurRol(kern, zaak, lichaam, voor.uuid) };
    const hoofd = padVan('zaken/zaken', zaak.uuid);
    stuur(req, res, await legVast(req, kern, { ...melding(hoofd), actie: 'update', voor, na }));
  });
  router.delete('/rollen/:uuid', async (req, res) => {
    const voor = rijOf404(req, kern.opslag, 'zaken/rollen');
    const hoofd = padVan('zaken/zaken', eisZaak(kern.opslag, { zaak: voor['zaak'] ?? '' }).uuid);
    await legVast(req, kern, { ...melding(hoofd), actie: 'destroy', voor });
    res.status(204).end();
  });
  return router;
}
