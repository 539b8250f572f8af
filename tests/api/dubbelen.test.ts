import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoekAntwoord } from '../../shared/contracts/klant.ts';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import { BronFout, type Zaak, type Zaakregister } from '../../server/connectors/ports.ts';
import { startConsole, type Client, type ConsoleProef } from '../hulp/console.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let kcc: Client;
let klant: string;
let alleen: Klantbeeld;

/** Of this zaak the second register says what the first does not: that it is geheim. */
let geheimElders = '';

/** A second zaakregister that holds the same zaken under uuids of its own: those of the first, with their head turned. */
const anders = (uuid: string): string => uuid.replace(/^./, (c) => ((parseInt(c, 16) + 8) % 16).toString(16));

function tweede(eerste: Zaakregister): Zaakregister {
  const alsTweede = (zaak: Zaak): Zaak => ({
    ...zaak,
    register: 'tweede',
    uuid: anders(zaak.uuid),
    hoofdzaak: zaak.hoofdzaak === null ? null : anders(zaak.hoofdzaak),
    deelzaken: zaak.deelzaken.map(anders),
    vertrouwelijkheidaanduiding:
      zaak.identificatie === geheimElders ? 'geheim' : zaak.vertrouwelijkheidaanduiding,
  });
  const lijst = async (lezen: ReturnType<Zaakregister['zoekOpPersoon']>) => {
    const { rijen, onleesbaar } = await lezen;
    return { rijen: rijen.map(alsTweede), onleesbaar };
  };
  return {
    ...eerste,
    id: 'tweede',
    naam: 'Tweede register',
    zoekOpPersoon: (bsn, aanroep) => lijst(eerste.zoekOpPersoon(bsn, aanroep)),
    zoekOpZaaknummer: (nummer, aanroep) => lijst(eerste.zoekOpZaaknummer(nummer, aanroep)),
    zaak: async (uuid, aanroep) => alsTweede(await eerste.zaak(anders(uuid), aanroep)),
    rollen: (uuid, aanroep) => eerste.rollen(anders(uuid), aanroep),
    statussen: (uuid, aanroep) => eerste.statussen(anders(uuid), aanroep),
    substatussen: (uuid, aanroep) => eerste.substatussen(anders(uuid), aanroep),
    besluiten: (uuid, aanroep) => eerste.besluiten(anders(uuid), aanroep),
    documenten: (uuid, aanroep) => eerste.documenten(anders(uuid), aanroep),
  };
}

beforeAll(async () => {
  proef = await startConsole({ metIndex: false, wijzigRegisters: (registers) => ({ ...registers }) });
  kcc = await proef.login('kcc');
  klant = await zoekVerhulst(kcc);
  alleen = await klantbeeldVan(kcc, klant);
  const { registers } = proef.toepassing.deps;
  const [eerste] = registers.zaken;
  if (eerste === undefined) throw new Error('geen zaakregister');
  Object.assign(registers, { zaken: [eerste, tweede(eerste)] });
});
afterAll(() => proef.sluit());

describe('dezelfde zaken in twee registers', () => {
  it('staan één keer in het klantbeeld, met het andere register erbij', async () => {
    const beeld = await klantbeeldVan(kcc, klant);
    expect(beeld.zaken.map((zaak) => ({ ...zaak, ookIn: [] }))).toEqual(alleen.zaken);
    expect(beeld.besloten).toEqual(alleen.besloten);
    for (const { id, ookIn } of beeld.zaken)
      expect(ookIn).toEqual([
        { id: `tweede~${anders(id.slice(id.indexOf('~') + 1))}`, register: 'Tweede register' },
      ]);
    expect(beeld.contactmomenten).toEqual(alleen.contactmomenten);
  });

  it('worden op zaaknummer één keer gevonden, en noemen elkaar op de bladzijde van de zaak', async () => {
    const zaak = kies(alleen, 'Dakkapel Lindelaan 18');
    const { json } = await kcc.post<ZoekAntwoord>('/api/klanten/zoek', { zaaknummer: zaak.zaaknummer });
    expect(json.zaken.map(({ id, ookIn }) => [id, ookIn.length])).toEqual([[zaak.id, 1]]);
    const [ander] = json.zaken[0]?.ookIn ?? [];
    expect((await zaakVan(kcc, zaak.id)).ookIn).toEqual([ander]);
    expect((await zaakVan(kcc, ander?.id ?? '')).ookIn).toEqual([{ id: zaak.id, register: 'Zaken' }]);
  });

  it('zijn gesloten als één van beide ze sluit: dan bestaan zij niet', async () => {
    const zaak = kies(alleen, 'Dakkapel Lindelaan 18');
    geheimElders = zaak.zaaknummer;
    const beeld = await klantbeeldVan(kcc, klant);
    const { json } = await kcc.post<ZoekAntwoord>('/api/klanten/zoek', { zaaknummer: zaak.zaaknummer });
    const dicht = await kcc.get(`/api/zaken/tweede~${anders(zaak.id.slice(zaak.id.indexOf('~') + 1))}`);
    const open = await zaakVan(kcc, zaak.id);
    geheimElders = '';
    expect(beeld.zaken.map(({ id }) => id)).toEqual(
      alleen.zaken.map(({ id }) => id).filter((id) => id !== zaak.id),
    );
    expect(JSON.stringify(beeld)).not.toContain(zaak.zaaknummer);
    expect(json.zaken).toEqual([]);
    verwachtFout(dicht, 404, 'niet_gevonden');
    expect(open.ookIn).toEqual([]);
  });

  it('staan er nog als het register dat voorgaat niet antwoordt', async () => {
    const { registers } = proef.toepassing.deps;
    const [eerste, ander] = registers.zaken;
    if (eerste === undefined || ander === undefined) throw new Error('geen twee registers');
    const weg = () => Promise.reject(new BronFout(eerste.id, 'onbereikbaar'));
    Object.assign(registers, { zaken: [{ ...eerste, zoekOpPersoon: weg }, ander] });
    const beeld = await klantbeeldVan(kcc, klant);
    Object.assign(registers, { zaken: [eerste, ander] });
    expect(beeld.zaken.map(({ zaaknummer, register }) => [zaaknummer, register])).toEqual(
      alleen.zaken.map(({ zaaknummer }) => [zaaknummer, 'Tweede register']),
    );
    expect(beeld.zaken.every(({ ookIn }) => ookIn.length === 0)).toBe(true);
    expect(beeld.bronnen.filter(({ status }) => status === 'fout').map(({ bron }) => bron)).toEqual([
      'sandbox',
    ]);
  });
});
