/** Two partijen, two klantcontacten of one of them with all that hangs on one, and bodies to write with. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { legeGemeente } from '../../server/sandbox/typen.ts';
import type { Gemeente, JsonObject, TabelNaam } from '../../server/sandbox/typen.ts';
import { id, startProef } from './kleine-gemeente.ts';
import type { Proef, RoepOpties } from './kleine-gemeente.ts';

export const BSN = '999993653';
const PREFIX = '/klantinteracties/api/v1';

function gemeente(): Gemeente {
  const gemaakt = legeGemeente();
  const zet = (tabel: string, naam: string, rij: JsonObject): void => {
    gemaakt.tabellen[`klantinteracties/${tabel}` as TabelNaam].push({ uuid: id(naam), ...rij });
  };
  const identificator = (codeObjecttype: string, codeSoortObjectId: string, objectId: string) => ({
    codeObjecttype,
    codeSoortObjectId,
    objectId,
    codeRegister: codeSoortObjectId === 'bsn' ? 'brp' : 'hr',
  });
  zet('partijen', 'jan', {
    soortPartij: 'persoon',
    indicatieActief: true,
    nummer: '1000001',
    partijIdentificatie: {
      contactnaam: { voornaam: 'Jan', voorvoegselAchternaam: 'de', achternaam: 'Boer' },
    },
  });
  zet('partijen', 'bakker', {
    soortPartij: 'organisatie',
    indicatieActief: true,
    partijIdentificatie: { naam: 'Bakkerij De Korenaar' },
  });
  zet('partij-identificatoren', 'bsn-jan', {
    identificeerdePartij: { uuid: id('jan') },
    partijIdentificator: identificator('natuurlijk_persoon', 'bsn', BSN),
  });
  zet('partij-identificatoren', 'kvk-bakker', {
    identificeerdePartij: { uuid: id('bakker') },
    partijIdentificator: identificator('niet_natuurlijk_persoon', 'kvk_nummer', '68750110'),
  });
  zet('digitaleadressen', 'mail-jan', {
    verstrektDoorPartij: { uuid: id('jan') },
    adres: 'jan@example.com',
    soortDigitaalAdres: 'email',
    isStandaardAdres: true,
  });
  zet('actoren', 'agent', {
    naam: 'Agent',
    soortActor: 'medewerker',
    actoridentificator: {
      objectId: 'kcc',
      codeObjecttype: 'mdw',
      codeRegister: 'msei',
      codeSoortObjectId: 'idf',
    },
  });
  for (const [i, naam] of ['een', 'twee'].entries()) {
    zet('klantcontacten', naam, {
      kanaal: i === 0 ? 'telefoon' : 'balie',
      onderwerp: `Vraag ${naam}`,
      taal: 'nld',
      vertrouwelijk: false,
      plaatsgevondenOp: `2026-01-0${i + 1}T09:00:00Z`,
      referentienummer: `100${i}`,
    });
    zet('betrokkenen', `betrokkene-${naam}`, {
      hadKlantcontact: { uuid: id(naam) },
      wasPartij: { uuid: id('jan') },
      rol: 'klant',
      initiator: true,
    });
  }
  zet('onderwerpobjecten', 'onderwerp', {
    klantcontact: { uuid: id('een') },
    onderwerpobjectidentificator: {
      objectId: id('zaak'),
      codeObjecttype: 'zaak',
      codeRegister: 'open-zaak',
      codeSoortObjectId: 'uuid',
    },
  });
  zet('actorklantcontacten', 'koppeling', {
    actor: { uuid: id('agent') },
    klantcontact: { uuid: id('een') },
  });
  zet('internetaken', 'taak', {
    gevraagdeHandeling: 'Bel terug',
    aanleidinggevendKlantcontact: { uuid: id('een') },
    toegewezenAanActoren: [{ uuid: id('agent') }],
    status: 'te_verwerken',
    toegewezenOp: '2026-01-01T09:05:00Z',
  });
  return gemaakt;
}

/** A sandbox with these rows for every test of a file. */
export function klantProef() {
  let proef: Proef | undefined;
  const lopend = (): Proef => {
    if (!proef) throw new Error('de proef loopt niet');
    return proef;
  };
  const meld = vi.fn<Proef['sandbox']['kern']['meld']>();
  beforeEach(async () => {
    proef = await startProef({ gemeente });
    meld.mockReset();
    vi.spyOn(proef.sandbox.kern, 'meld').mockImplementation(meld);
  });
  afterEach(() => lopend().sluit());

  const roep = (pad: string, opties: RoepOpties = {}) =>
    lopend().roep(PREFIX + pad, {
      ...opties,
      kop: { authorization: 'Token sandbox-token', ...opties.kop },
    });
  const haal = async (pad: string): Promise<JsonObject> => {
    const { status, lichaam } = await roep(pad);
    expect(status).toBe(200);
    return lichaam;
  };
  const lijst = async (pad: string): Promise<JsonObject[]> => (await haal(pad))['results'] as JsonObject[];
  return {
    meld,
    roep,
    haal,
    lijst,
    uuids: async (pad: string): Promise<unknown[]> => (await lijst(pad)).map((rij) => rij['uuid']),
    schrijf: (method: string, pad: string, json?: JsonObject) => roep(pad, { method, json }),
    aantal: (tabel: string): number =>
      lopend().sandbox.opslag.tabel(`klantinteracties/${tabel}` as TabelNaam).aantal,
    url: (pad: string): string => `${lopend().basis}${PREFIX}${pad}`,
  };
}

export const CONTACT = { kanaal: 'telefoon', onderwerp: 'Paspoort', taal: 'nld', vertrouwelijk: false };
export const BETROKKENE = { rol: 'klant', initiator: true };
export const bsn = (objectId: string, meer: JsonObject = {}): JsonObject => ({
  codeObjecttype: 'natuurlijk_persoon',
  codeRegister: 'brp',
  codeSoortObjectId: 'bsn',
  objectId,
  ...meer,
});
export const PARTIJ = { soortPartij: 'persoon', indicatieActief: true };
export const metIdentificator = (...groepen: JsonObject[]): JsonObject => ({
  ...PARTIJ,
  partijIdentificatoren: groepen.map((partijIdentificator) => ({ partijIdentificator })),
});
export const TAAK = {
  gevraagdeHandeling: 'Bel terug',
  aanleidinggevendKlantcontact: { uuid: id('een') },
  toegewezenAanActoren: [{ uuid: id('agent') }],
  status: 'te_verwerken',
};
export const ADRES = { adres: '0612345678', soortDigitaalAdres: 'telefoonnummer' };
