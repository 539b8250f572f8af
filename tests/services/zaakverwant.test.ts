import { describe, expect, it } from 'vitest';
import type { Medewerker } from '../../shared/contracts/medewerker.ts';
import { maakBus } from '../../server/bus.ts';
import { vasteKlok } from '../../server/clock.ts';
import { BronFout } from '../../server/connectors/ports.ts';
import { STANDAARD_MATRIX } from '../../server/policies/matrix.ts';
import { Beleid } from '../../server/policies/zaken.ts';
import { Bronnen } from '../../server/services/bronnen.ts';
import { maakBronstand } from '../../server/services/bronstand.ts';
import type { Deps, Wie } from '../../server/services/deps.ts';
import { leesKern } from '../../server/services/zaaklezing.ts';
import type { Toegang } from '../../server/services/zaaktoegang.ts';
import { leesAndere } from '../../server/services/zaakverwant.ts';
import { stilLog } from '../hulp/log.ts';
import { testSleutels } from '../hulp/sleutels.ts';
import { maakStubregister, urlVan, uuid } from '../hulp/zaakregister.ts';

const AANROEP = { medewerker: null, doel: 'klantcontact', traceId: '0'.repeat(32) };
const VERHULST = { identificatie: { bsn: '999993653' } };
const KCC: Medewerker = { id: 'kcc', naam: 'Kim', rollen: ['kcc'], afdelingen: ['KCC'] };

async function opzet() {
  const [hier, daar] = [maakStubregister('hier'), maakStubregister('daar')];
  const clock = vasteKlok('2026-11-21T10:00:00Z');
  const registers = {
    zaken: [hier.register, daar.register],
    klanten: null,
    personen: null,
    bedrijven: null,
    notificaties: null,
    medewerkers: null,
    klanttaken: null,
  };
  const deps = {
    registers,
    clock,
    sleutels: testSleutels(),
    bus: maakBus(),
    bronstand: maakBronstand(clock),
    log: stilLog(),
  } as unknown as Deps;
  const wie: Wie = {
    medewerker: KCC,
    beleid: new Beleid(KCC, STANDAARD_MATRIX),
    traceId: AANROEP.traceId,
    doel: null,
    gesprek: null,
  };
  hier.zet(
    1,
    {
      relevanteAndereZaken: [
        { url: urlVan('zaak', 2), aardRelatie: 'vervolg' },
        { url: urlVan('status', 3), aardRelatie: 'vervolg' },
      ],
    },
    VERHULST,
  );
  const zaak = await hier.register.zaak(uuid(1), AANROEP);
  const toegang: Toegang = {
    kern: await leesKern(hier.register, zaak, AANROEP),
    niveau: 'inhoud',
    doel: 'klantcontact',
    klant: { id: 'k', naam: 'A', sleutel: { soort: 'persoon', nummer: '999993653' } },
    aanroep: AANROEP,
  };
  const bronnen = new Bronnen(deps);
  return { hier, daar, bronnen, lees: () => leesAndere(deps, wie, bronnen, toegang) };
}

describe('een andere zaak', () => {
  it('in een ander gekoppeld register wordt daar gelezen', async () => {
    const { daar, lees, bronnen } = await opzet();
    daar.zet(2, { omschrijving: 'Daar' }, VERHULST);
    const [een, ...rest] = await lees();
    expect(rest).toEqual([]);
    expect(een).toMatchObject({
      aardRelatie: 'vervolg',
      zaak: { omschrijving: 'Daar' },
      register: { id: 'daar' },
    });
    expect(bronnen.meldingen.every(({ status }) => status === 'ok')).toBe(true);
  });

  it('van een ander is er niet', async () => {
    const { daar, lees } = await opzet();
    daar.zet(2, {}, { identificatie: { bsn: '999990019' } });
    expect(await lees()).toEqual([]);
  });

  it('die te geheim is, is er niet; een zaak van niemand wel', async () => {
    const { hier, daar, lees } = await opzet();
    daar.zet(2, { vertrouwelijkheidaanduiding: 'zeer_geheim' }, VERHULST);
    expect(await lees()).toEqual([]);
    hier.zet(2, { rollen: [] });
    expect(await lees()).toHaveLength(1);
  });

  it('in een register dat zwijgt, is een regel bij de bronnen', async () => {
    const { daar, lees, bronnen } = await opzet();
    daar.register.zaak = async () => {
      throw new BronFout('daar', 'onbereikbaar');
    };
    expect(await lees()).toEqual([]);
    expect(bronnen.faalde({ id: 'daar' })).toBe(true);
  });
});
