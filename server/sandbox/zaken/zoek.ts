/** `POST /zaken/_zoek`: the filters of the list in the body, with `expand` as an array. */
import { Router } from 'express';
import { z } from 'zod';
import { ongeldig, ongeldigGeheel, serverFout } from '../http/fout.ts';
import { lichaamVan } from '../http/lichaam.ts';
import { parametersVan } from '../http/parameters.ts';
import type { Kern } from '../kern.ts';
import { stuurLijst } from '../register.ts';
import { selecteer } from '../selectie.ts';
import { uuidVan } from '../http/adres.ts';
import { pythonSoort } from '../typen.ts';
import type { Json, JsonObject, Rij } from '../typen.ts';
import { ONBEKENDE_DIENST } from './gemeenschappelijk.ts';
import { maakGebied } from './geometrie.ts';
import { zaken } from './zaak.ts';

/** A body value as the list's parameter would be written; unknown keys and nested objects are ignored. */
function alsParameter(waarde: Json | undefined): string | undefined {
  if (Array.isArray(waarde)) return waarde.map(String).join(',');
  if (waarde === null || waarde === undefined || typeof waarde === 'object') return undefined;
  return String(waarde);
}

function lijst(lichaam: JsonObject, naam: string): string[] | undefined {
  const waarde = lichaam[naam];
  if (waarde === undefined) return undefined;
  if (!Array.isArray(waarde)) {
    const reason = `Verwachtte een lijst met items, maar kreeg type "${pythonSoort(waarde)}".`;
    throw ongeldig({ name: naam, code: 'not_a_list', reason });
  }
  return waarde.map(String);
}

/** Tests that only the search knows. */
function extraProeven(lichaam: JsonObject): ((rij: Rij) => boolean)[] {
  const proeven: ((rij: Rij) => boolean)[] = [];
  const uuids = lijst(lichaam, 'uuid__in');
  if (uuids) {
    if (!uuids.every((uuid) => z.guid().safeParse(uuid).success)) {
      throw ongeldig({ name: 'uuid__in.', code: 'invalid', reason: 'Must be a valid UUID.' });
    }
    const gezocht = new Set(uuids.map((uuid) => uuid.toLowerCase()));
    proeven.push((rij) => gezocht.has(rij.uuid));
  }
  const wel = lijst(lichaam, 'zaaktype__in');
  if (wel?.some((type) => !type.startsWith('/'))) {
    const { message: reason, params } = ONBEKENDE_DIENST;
    throw ongeldig({ name: 'zaaktype__in.', code: params.code, reason });
  }
  if (wel) proeven.push((rij) => wel.some((type) => uuidVan(type) === uuidVan(rij['zaaktype'])));
  const niet = lijst(lichaam, 'zaaktype__not_in');
  if (niet) proeven.push((rij) => !niet.some((type) => uuidVan(type) === uuidVan(rij['zaaktype'])));
  const gebied = lichaam['zaakgeometrie'];
  if (gebied !== undefined) {
    const ligtBinnen = maakGebied(gebied);
    proeven.push((rij) => ligtBinnen(rij['zaakgeometrie']));
  }
  return proeven;
}

export function zoekRouter(kern: Kern): Router {
  const router = Router();
  router.post('/zaken/_zoek', (req, res) => {
    const lichaam = lichaamVan(req);
    if (Object.keys(lichaam).length === 0)
      throw ongeldigGeheel('empty_search_body', 'Je moet zoekparameters opgeven');
    const { expand, ...rest } = lichaam;
    // A string here brings the real one down.
    if (expand !== undefined && !Array.isArray(expand)) throw serverFout();
    const parameters = new Map(
      Object.entries(rest).flatMap(([naam, waarde]) => {
        const tekst = alsParameter(waarde);
        return tekst === undefined ? [] : [[naam, tekst] as const];
      }),
    );
    const proeven = extraProeven(lichaam);
    const rijen = selecteer(zaken, parameters, kern.opslag).filter((rij) =>
      proeven.every((proef) => proef(rij)),
    );
    // page, pageSize (and expand too) are read from the URL; what else stands there is ignored.
    stuurLijst(req, res, kern, zaken, rijen, alsParameter(expand) ?? parametersVan(req).get('expand'));
  });
  return router;
}
