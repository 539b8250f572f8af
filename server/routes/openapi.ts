import { Router } from 'express';
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Bezorgrij, Bezorgstand, OpnieuwGeprobeerd, RegisterNu } from '../../shared/contracts/bezorging.ts';
import {
  ContactmomentGeregistreerd,
  ContactmomentKort,
  NieuwContactmoment,
} from '../../shared/contracts/contactmoment.ts';
import { Fout } from '../../shared/contracts/fout.ts';
import { Gesprek, GesprekAfronding, GesprekWijziging, NieuwGesprek } from '../../shared/contracts/gesprek.ts';
import { ZoekAntwoord, ZoekVraag } from '../../shared/contracts/klant.ts';
import { Klantbeeld, TijdlijnRegel } from '../../shared/contracts/klantbeeld.ts';
import { DemoLogin, Me } from '../../shared/contracts/medewerker.ts';
import { OPNIEUW, Taak } from '../../shared/contracts/taak.ts';
import {
  NieuweStatus,
  NieuweSubstatus,
  ZaakDetail,
  ZaakGeschreven,
  ZaakKort,
} from '../../shared/contracts/zaak.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const fouten = {
  default: { description: 'problem+json', content: { 'application/problem+json': { schema: Fout } } },
};
const geeft = (schema: z.ZodType, status = '200') => ({
  responses: { [status]: { description: 'gelukt', content: json(schema) }, ...fouten },
});
const leest = (schema: z.ZodType) => ({ requestBody: { content: json(schema), required: true } });
const id = { requestParams: { path: z.object({ id: z.string() }) } };
const lijst = {
  requestParams: { query: z.object({ sort: z.string(), range: z.string(), filter: z.string() }).partial() },
};
const sleutel = { header: z.object({ 'Idempotency-Key': z.string() }) };

const paths: ZodOpenApiPathsObject = {
  '/auth/demo': {
    post: { ...leest(DemoLogin), responses: { '204': { description: 'ingelogd' }, ...fouten } },
  },
  '/auth/logout': { post: { responses: { '204': { description: 'uitgelogd' }, ...fouten } } },
  '/api/me': { get: geeft(Me) },
  '/api/klanten/zoek': { post: { ...leest(ZoekVraag), ...geeft(ZoekAntwoord) } },
  '/api/klanten/{id}/klantbeeld': { get: { ...id, ...geeft(Klantbeeld) } },
  '/api/klanten/{id}/tijdlijn': { get: { ...id, ...geeft(TijdlijnRegel.array()) } },
  '/api/zaken': { get: { ...lijst, ...geeft(ZaakKort.array()) } },
  '/api/zaken/{id}': { get: { ...id, ...geeft(ZaakDetail) } },
  '/api/zaken/{id}/statussen': { post: { ...id, ...leest(NieuweStatus), ...geeft(ZaakGeschreven, '201') } },
  '/api/zaken/{id}/substatussen': {
    post: { ...id, ...leest(NieuweSubstatus), ...geeft(ZaakGeschreven, '201') },
  },
  '/api/documenten/{id}/inhoud': {
    get: { ...id, responses: { '200': { description: 'het bestand' }, ...fouten } },
  },
  '/api/gesprekken': {
    get: geeft(Gesprek.array()),
    post: { ...leest(NieuwGesprek), ...geeft(Gesprek, '201') },
  },
  '/api/gesprekken/{id}': {
    get: { ...id, ...geeft(Gesprek) },
    put: { ...id, ...leest(GesprekWijziging), ...geeft(Gesprek) },
    delete: { ...id, ...geeft(z.object({ id: z.string() })) },
  },
  '/api/gesprekken/{id}/afronden': {
    post: {
      requestParams: { ...id.requestParams, ...sleutel },
      ...leest(GesprekAfronding),
      ...geeft(ContactmomentGeregistreerd, '201'),
    },
  },
  '/api/contactmomenten': {
    get: { ...lijst, ...geeft(ContactmomentKort.array()) },
    post: {
      requestParams: sleutel,
      ...leest(NieuwContactmoment),
      ...geeft(ContactmomentGeregistreerd, '201'),
    },
  },
  '/api/bezorging': { get: { ...lijst, ...geeft(Bezorgrij.array()) } },
  '/api/bezorging/stand': { get: geeft(Bezorgstand) },
  '/api/bezorging/{id}/nu': { post: { ...id, ...geeft(OpnieuwGeprobeerd) } },
  '/api/bezorging/nu': { post: { ...leest(RegisterNu), ...geeft(OpnieuwGeprobeerd) } },
  '/api/taken': { get: geeft(Taak.array()) },
  '/api/taken/{id}': { delete: { ...id, ...geeft(z.object({ id: z.string() })) } },
  '/api/taken/{id}/opnieuw': {
    post: { ...id, ...leest(z.union(Object.values(OPNIEUW))), ...geeft(ZaakGeschreven, '201') },
  },
};

/** The contract as an OpenAPI description, made from the same schemas that parse every body. */
export function openapiRoutes(versie: string): Router {
  const document = createDocument({
    openapi: '3.1.0',
    info: { title: 'Stand van Zaken', version: versie },
    paths,
  });
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(document);
  });
  return router;
}
