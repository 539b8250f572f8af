/** KVK Zoeken 2.0 and Basisprofiel 1.5 under `/kvk`, key in `apikey`. */
import { Router } from 'express';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { SANDBOX_SLEUTEL } from './http/aanmelding.ts';
import { basisVan } from './http/adres.ts';
import { stuur } from './http/antwoord.ts';
import type { Kern } from './kern.ts';
import {
  KvkFout,
  accepteerOnjuist,
  geenSleutel,
  invoerOnjuist,
  kvkNummerOnjuist,
  nietLeverbaar,
  nietsGevonden,
  padOnbekend,
  parametersOnbekend,
  technisch,
} from './kvk-fout.ts';
import { koppelingen, profielPad, toonBasisprofiel, toonDeel, toonVestigingen } from './kvk-profiel.ts';
import { leesKvkVraag, zoekRegistraties } from './kvk-zoek.ts';
import type { KvkVraag } from './kvk-zoek.ts';
import type { Bedrijf, JsonObject } from './typen.ts';

const sleutel: RequestHandler = (req, res, next) => {
  if (req.get('apikey') !== SANDBOX_SLEUTEL) throw geenSleutel();
  if (!req.accepts(['application/json', 'application/hal+json'])) throw accepteerOnjuist();
  res.set('api-version', req.path.startsWith('/v2/') ? '2.0.0' : '1.5.0');
  next();
};

const urlVan = (req: Request): URL => new URL(req.originalUrl, basisVan(req));

/** An item of `resultaten`: `actief` is told only to who also asked for what is not. */
function toonItem(item: JsonObject, metInactieve: boolean): JsonObject {
  const { actief = 'Ja', ...rest } = item;
  const kvkNummer = item['kvkNummer'];
  const links = typeof kvkNummer === 'string' ? { basisprofiel: profielPad(kvkNummer) } : {};
  return { ...rest, ...(metInactieve ? { actief } : {}), links: koppelingen(links) };
}

function opPagina(url: URL, pagina: number, perPagina: number): string {
  const doel = new URL(url);
  doel.searchParams.set('pagina', String(pagina));
  doel.searchParams.set('resultatenPerPagina', String(perPagina));
  return doel.href;
}

function resultaat(
  url: URL,
  { pagina, perPagina, metInactieve }: KvkVraag,
  gevonden: JsonObject[],
): JsonObject {
  const laatste = Math.ceil(gevonden.length / perPagina);
  const vanDeze = gevonden.slice((pagina - 1) * perPagina, pagina * perPagina);
  if (vanDeze.length === 0) throw nietsGevonden();
  const naar = (nummer: number): string => opPagina(url, nummer, perPagina);
  const vorige = pagina > 1 ? { vorige: naar(pagina - 1) } : {};
  const volgende = pagina < laatste ? { volgende: naar(pagina + 1) } : {};
  return {
    pagina,
    resultatenPerPagina: perPagina,
    totaal: gevonden.length,
    ...vorige,
    ...volgende,
    resultaten: vanDeze.map((item) => toonItem(item, metInactieve)),
    links: koppelingen({ self: naar(pagina), ...vorige, ...volgende }),
  };
}

/** `?geoData=`, the only parameter of a profile; the list of vestigingen has none. */
function leesGeoData(url: URL, mag: boolean): boolean {
  const onbekend = [...url.searchParams.keys()].filter((naam) => !mag || naam !== 'geoData');
  if (onbekend.length > 0) throw parametersOnbekend(onbekend);
  const waarde = url.searchParams.get('geoData') ?? 'false';
  if (waarde !== 'true' && waarde !== 'false') throw invoerOnjuist('De waarde van geoData is niet valide.');
  return waarde === 'true';
}

const antwoordFout: ErrorRequestHandler = (fout: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(fout);
    return;
  }
  const bekend = fout instanceof KvkFout ? fout : technisch();
  if (!(fout instanceof KvkFout)) {
    process.stderr.write(`sandbox: ${fout instanceof Error ? (fout.stack ?? '') : 'fout'}\n`);
  }
  res.status(bekend.status).json(bekend.lichaam());
};

export function kvkApi({ opslag }: Kern): Router {
  const router = Router();
  router.use(sleutel);

  router.get('/v2/zoeken', (req, res) => {
    const url = urlVan(req);
    const vraag = leesKvkVraag(url.searchParams);
    stuur(req, res, resultaat(url, vraag, zoekRegistraties(opslag.bedrijven, vraag)));
  });

  const profiel = (
    pad: string,
    mag: boolean,
    toon: (b: Bedrijf, geoData: boolean) => JsonObject | undefined,
  ) => {
    router.get(`/v1/basisprofielen/:kvkNummer${pad}`, (req: Request, res: Response) => {
      const nummer = String(req.params['kvkNummer']);
      if (!/^\d{8}$/.test(nummer)) throw kvkNummerOnjuist(nummer);
      const geoData = leesGeoData(urlVan(req), mag);
      const bedrijf = opslag.bedrijven.find((b) => b.kvkNummer === nummer);
      const getoond = bedrijf && toon(bedrijf, geoData);
      if (!getoond) throw nietLeverbaar(nummer);
      stuur(req, res, getoond);
    });
  };
  profiel('', true, toonBasisprofiel);
  profiel('/eigenaar', true, (b, geoData) => toonDeel(b, 'eigenaar', geoData));
  profiel('/hoofdvestiging', true, (b, geoData) => toonDeel(b, 'hoofdvestiging', geoData));
  profiel('/vestigingen', false, toonVestigingen);

  router.use(() => {
    throw padOnbekend();
  });
  router.use(antwoordFout);
  return router;
}
