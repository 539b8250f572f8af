/** Puts the bundled registers together; tests run it in-process on port 0. */
import type { Server } from 'node:http';
import express from 'express';
import type { Express, Router } from 'express';
import { besluitenApi } from './besluiten.ts';
import { brpApi } from './brp.ts';
import { catalogiApi } from './catalogi.ts';
import { contactmomentenApi, klantenApi } from './contactmomenten.ts';
import { documentenApi } from './documenten.ts';
import { foutAntwoord, geenRoute, geenSlashErachter, spreektJson } from './http/antwoord.ts';
import { tokenAanmelding, zgwAanmelding } from './http/aanmelding.ts';
import { jsonLichaam, lichaamFouten } from './http/lichaam.ts';
import { maakKern } from './kern.ts';
import type { Kern } from './kern.ts';
import { klantinteractiesApi } from './klantinteracties.ts';
import { kvkApi } from './kvk.ts';
import { notificatiesApi } from './notificaties.ts';
import { objectenApi } from './objecten.ts';
import { maakBezorger } from './notificaties/bezorger.ts';
import { Opslag } from './opslag.ts';
import { maakStoringen } from './storingen.ts';
import { API_PREFIX } from './typen.ts';
import { zakenApi } from './zaken.ts';
import type { ApiNaam, Gemeente, GemeenteOpdracht } from './typen.ts';

export interface SandboxOpties {
  /** The generator, or a hand-made gemeente of a test. */
  gemeente: (opdracht: GemeenteOpdracht) => Gemeente;
  seed?: number;
  burgers?: number;
  bedrijven?: number;
  catalogus?: unknown;
  /** SHA-256 of the catalogus file: part of what a folder must agree with. */
  catalogusHash?: string;
  /** Folder of the journal; absent: in memory only. */
  dir?: string;
  opnieuw?: boolean;
  latencyMs?: number;
  nrcBatchSeconden?: number;
  /** Seconds before each repetition of a failed notificatie. */
  nrcHerhaalSeconden?: readonly number[];
  klok?: () => Date;
}

export interface Sandbox {
  app: Express;
  opslag: Opslag;
  kern: Kern;
  /** Binds 127.0.0.1; resolves with the real port (0 picks a free one). */
  listen: (port: number) => Promise<number>;
  close: () => Promise<void>;
}

const API_VERSIE: Partial<Record<ApiNaam, string>> = {
  zaken: '1.5.1',
  catalogi: '1.3.1',
  documenten: '1.4.2',
  besluiten: '1.1.0',
  klantinteracties: '0.9.0',
  notificaties: '1.0.0',
  objecten: '2.7.0',
  contactmomenten: '1.0.0',
  klanten: '1.0.0',
};

export async function maakSandbox(opties: SandboxOpties): Promise<Sandbox> {
  const { seed = 1, burgers = 300, bedrijven = 40, catalogus, catalogusHash = '' } = opties;
  const klok = opties.klok ?? (() => new Date());
  const opslag = await Opslag.open({
    ...(opties.dir === undefined ? {} : { dir: opties.dir }),
    opnieuw: opties.opnieuw ?? false,
    wens: { seed, burgers, bedrijven, catalogus: catalogusHash },
    klok,
    maak: (peildatum) => opties.gemeente({ seed, burgers, bedrijven, peildatum, catalogus }),
  });
  const bezorger = maakBezorger(opslag, opties.nrcBatchSeconden ?? 0, opties.nrcHerhaalSeconden);
  const kern = maakKern(opslag, klok, bezorger.meld);

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('case sensitive routing', true);
  const storingen = maakStoringen(opties.latencyMs ?? 0, () => ({
    peildatum: opslag.peildatum.toISOString(),
  }));
  app.use('/_sandbox', storingen.beheer);
  app.use(storingen.tussen);

  const zgw = zgwAanmelding(klok);
  const api = (naam: ApiNaam, aanmelding: express.RequestHandler[], router: Router): void => {
    app.use(
      API_PREFIX[naam],
      (_req, res, next) => {
        res.set('API-version', API_VERSIE[naam] ?? '');
        next();
      },
      geenSlashErachter,
      spreektJson,
      ...aanmelding,
      ...jsonLichaam,
      router,
    );
  };
  api('catalogi', [zgw], catalogiApi(kern));
  api('zaken', [zgw], zakenApi(kern));
  api('documenten', [zgw], documentenApi(kern));
  api('besluiten', [zgw], besluitenApi(kern));
  api('notificaties', [zgw], notificatiesApi(kern));
  api('klantinteracties', [tokenAanmelding()], klantinteractiesApi(kern));
  api('objecten', [tokenAanmelding()], objectenApi(kern));
  api('contactmomenten', [zgw], contactmomentenApi(kern));
  api('klanten', [zgw], klantenApi(kern));

  // BRP and KVK have their own keys, media types and words of refusal.
  app.use(API_PREFIX.brp, brpApi(kern));
  app.use(API_PREFIX.kvk, kvkApi(kern));

  app.use(geenRoute);
  app.use(lichaamFouten, foutAntwoord);

  let server: Server | undefined;
  return {
    app,
    opslag,
    kern,
    listen: (port) =>
      new Promise((klaar, mis) => {
        server = app.listen(port, '127.0.0.1');
        server.once('error', mis);
        server.once('listening', () => {
          const adres = server?.address();
          klaar(typeof adres === 'object' && adres ? adres.port : port);
        });
      }),
    close: async () => {
      bezorger.stop();
      await new Promise<void>((klaar) => {
        if (!server) {
          klaar();
          return;
        }
        server.close(() => klaar());
        server.closeAllConnections();
      });
      await opslag.sluit();
    },
  };
}
