/** `POST /maak-klantcontact`: a klantcontact, its betrokkene and its onderwerpobject in one transaction, or nothing. */
import { Router } from 'express';
import { z } from 'zod';
import { stuur } from '../http/antwoord.ts';
import { Fout } from '../http/fout.ts';
import type { InvalidParam } from '../http/fout.ts';
import type { Kern } from '../kern.ts';
import type { JsonObject } from '../typen.ts';
import { betrokkenen } from './betrokkenen.ts';
import { bereid, kondigAan } from './bron.ts';
import type { KlantBron } from './bron.ts';
import { ongeldig } from './fout.ts';
import { isObject } from './groepen.ts';
import { keur, lees, onder } from './keur.ts';
import { klantcontacten } from './klantcontacten.ts';
import { onderwerpobjecten } from './onderwerpobjecten.ts';

const deel = z.object({}).loose();
const lichaam = z.object({
  klantcontact: deel,
  betrokkene: deel.optional(),
  onderwerpobject: deel.optional(),
});

/** A part of which the link to the klantcontact is set here; what the caller sent for it is ignored. */
const zonder = (bron: KlantBron, veld: string): KlantBron => ({
  ...bron,
  schema: (opslag) => {
    const velden = Object.entries(bron.schema(opslag).shape).filter(([naam]) => naam !== veld);
    return z.object(Object.fromEntries(velden));
  },
});
const DELEN: { naam: string; veld?: string; bron: KlantBron }[] = [
  { naam: 'klantcontact', bron: klantcontacten },
  { naam: 'betrokkene', veld: 'hadKlantcontact', bron: zonder(betrokkenen, 'hadKlantcontact') },
  { naam: 'onderwerpobject', veld: 'klantcontact', bron: zonder(onderwerpobjecten, 'klantcontact') },
];

/** Runs all and gives what they gave, or throws one 400 with what each of them refused. */
function samen<T>(taken: (() => T)[]): T[] {
  const fouten: InvalidParam[] = [];
  const goed = taken.flatMap((taak) => {
    try {
      return [taak()];
    } catch (fout) {
      if (!(fout instanceof Fout) || !fout.delen.invalidParams) throw fout;
      fouten.push(...fout.delen.invalidParams);
      return [];
    }
  });
  if (fouten.length > 0) throw ongeldig(...fouten);
  return goed;
}

export function maakKlantcontactRouter(kern: Kern): Router {
  const router = Router();
  router.post('/maak-klantcontact', async (req, res) => {
    const { opslag } = kern;
    const gestuurd = keur(lichaam, lees(req));
    const omgeving = { opslag, nu: kern.klok().toISOString(), oud: undefined, partieel: false };
    const stukken = samen(
      DELEN.flatMap(({ naam, veld, bron }) => {
        const inhoud = gestuurd[naam];
        if (!isObject(inhoud)) return [];
        return () => ({ naam, veld, bron, ...onder(naam, () => bereid(bron, inhoud, omgeving)) });
      }),
    );
    const contact = stukken[0]?.rij;
    if (!contact) throw new Error('maak-klantcontact: geen klantcontact na keuring');
    const gemaakt = stukken.map(({ naam, veld, bron, rij }) => ({
      naam,
      bron,
      rij: veld === undefined ? rij : { ...rij, [veld]: { uuid: contact.uuid } },
    }));

    let antwoord: JsonObject = {};
    const wijzigingen = gemaakt.map(({ bron, rij }) => ({ tabel: bron.tabel, rij }));
    await opslag.leg(wijzigingen, () => {
      const delen = gemaakt.map(({ naam, bron, rij }) => [naam, bron.toon(rij, opslag)] as const);
      antwoord = {
        klantcontact: null,
        betrokkene: null,
        onderwerpobject: null,
        ...Object.fromEntries(delen),
      };
      return [];
    });
    const getoond = antwoord['klantcontact'];
    if (isObject(getoond)) kondigAan(req, kern, klantcontacten, 'create', getoond);
    stuur(req, res, antwoord, 201);
  });
  return router;
}
