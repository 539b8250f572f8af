import type { Request, RequestHandler } from 'express';
import { fout } from '../fouten.ts';
import { Medewerker } from '../../shared/contracts/medewerker.ts';
import { Beleid } from '../policies/zaken.ts';
import type { MatrixRegel } from '../domain/matrix.ts';
import type { Wie } from '../services/deps.ts';

declare module 'express-serve-static-core' {
  interface Request {
    traceId: string;
    wie?: Wie;
  }
}

declare module 'express-session' {
  interface SessionData {
    medewerker: Medewerker;
  }
}

const kop = (req: Request, naam: string): string | null => {
  const waarde = req.get(naam)?.trim();
  return waarde === undefined || waarde === '' || waarde.length > 64 ? null : waarde;
};

/** Makes who is asking, from the session and the stored matrix; without a session nothing behind it runs. */
export function eisMedewerker(matrix: () => Promise<readonly MatrixRegel[]>): RequestHandler {
  return async (req, _res, next) => {
    const medewerker = Medewerker.safeParse(req.session.medewerker);
    if (!medewerker.success) throw fout('niet_ingelogd');
    req.wie = {
      medewerker: medewerker.data,
      beleid: new Beleid(medewerker.data, await matrix()),
      traceId: req.traceId,
      doel: kop(req, 'X-Doel'),
      gesprek: kop(req, 'X-Gesprek'),
    };
    next();
  };
}

export function wie(req: Request): Wie {
  if (req.wie === undefined) throw fout('niet_ingelogd');
  return req.wie;
}
