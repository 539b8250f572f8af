import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { NieuwKlantcontact } from '../../../server/connectors/ports.ts';
import { aanroep, BSN, json, maakNep, pagina, probleem, uuid } from '../nepregister.ts';
import { maakKlantregister1, maakRegister1 } from './register1.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

async function opzet(meer: object = {}) {
  const oud = await maakRegister1();
  const { register, sluit } = maakKlantregister1(oud.nep.url, meer);
  opruimen.push(sluit, () => oud.nep.sluit());
  return { oud, register };
}

const SLEUTEL = { soort: 'persoon', nummer: BSN } as const;
const ZAAK = `https://oz.nl/zaken/api/v1/zaken/${uuid(9)}`;
const nieuw = (partij: string | null, meer: Partial<NieuwKlantcontact> = {}): NieuwKlantcontact => ({
  referentienummer: '1234567890',
  kanaal: 'telefoon',
  onderwerp: 'Hoe staat het  met mijn kaart?',
  inhoud: 'U hoort het vóór 3 december.\n\nMet dank.',
  taal: 'nld',
  vertrouwelijk: false,
  plaatsgevondenOp: '2026-11-21T10:00:00Z',
  metadata: {
    vraagtype: 'voortgang',
    resultaat: 'beantwoord',
    richting: 'inkomend',
    beeindigdOp: '2026-11-21T10:04:00Z',
    medewerker: 'Kim de Vries',
  },
  partij,
  naam: 'Anouk Verhulst',
  zaak: uuid(9),
  ...meer,
});

describe('een contact in de oude stijl', () => {
  it('wordt vastgelegd in drie stappen en komt heel terug', async () => {
    const { oud, register } = await opzet();
    const partij = await register.maakPartij(SLEUTEL, 'Anouk Verhulst', aanroep());
    const { uuid: contact } = await register.maakContact(nieuw(partij.uuid), aanroep());
    await register.koppelActor(contact, { id: 'kcc', naam: 'Kim de Vries' }, aanroep());

    expect(oud.tabellen['contactmomenten']).toMatchObject([
      {
        bronorganisatie: '123456782',
        registratiedatum: '2026-11-21T10:00:00Z',
        kanaal: 'telefoon',
        initiatiefnemer: 'klant',
        medewerkerIdentificatie: { identificatie: 'kcc', achternaam: 'Kim de Vries' },
        tekst: 'Hoe staat het met mijn kaart?\n\nU hoort het vóór 3 december.\n\nMet dank.',
      },
    ]);
    expect(oud.tabellen['klantcontactmomenten']).toMatchObject([{ rol: 'gesprekspartner' }]);
    expect(oud.tabellen['objectcontactmomenten']).toMatchObject([{ object: ZAAK, objectType: 'zaak' }]);
    const gelezen = await register.contactenVanPartij(partij.uuid, 20, aanroep({ vers: true }));
    expect(gelezen).toEqual({
      rijen: [
        {
          uuid: contact,
          referentienummer: '1234567890',
          kanaal: 'telefoon',
          onderwerp: 'Hoe staat het met mijn kaart?',
          inhoud: 'U hoort het vóór 3 december.\n\nMet dank.',
          reactie: null,
          vertrouwelijk: false,
          taal: 'nld',
          plaatsgevondenOp: '2026-11-21T10:00:00Z',
          beeindigdOp: '2026-11-21T10:04:00Z',
          richting: 'inkomend',
          vraagtype: 'voortgang',
          resultaat: 'beantwoord',
          medewerker: 'Kim de Vries',
          zaken: [uuid(9)],
          internetaken: [],
        },
      ],
      onleesbaar: 0,
    });
    expect(await register.contactenVanZaak(uuid(9), aanroep())).toEqual(gelezen);
    expect((await register.partijVan('klantcontact', contact, aanroep()))?.partij).toBe(partij.uuid);
  });

  it('draagt de medewerker in de JWT, met een einde binnen een uur', async () => {
    const { oud, register } = await opzet();
    await register.maakContact(nieuw(null, { zaak: null }), aanroep());
    const jwt = decodeJwt(oud.nep.oproepen[0]!.koppen.authorization!.replace('Bearer ', ''));
    expect(jwt).toMatchObject({
      iss: 'console',
      client_id: 'console',
      user_id: 'kcc',
      user_representation: 'Kim de Vries',
    });
    expect(jwt.exp! - Date.now() / 1000).toBeLessThan(3600);
    expect(jwt.exp! - Date.now() / 1000).toBeGreaterThan(600);
  });

  // 1 klant, 2 contactmoment, 3 klantcontactmoment, 4 objectcontactmoment.
  it.each([2, 3, 4].flatMap((n) => (['ervoor', 'erna'] as const).map((w) => [n, w] as const)))(
    'wordt heel gemaakt en nooit dubbel als het bij stap %i wegvalt (%s)',
    async (stap, wanneer) => {
      const { oud, register } = await opzet();
      const { uuid: partij } = await register.maakPartij(SLEUTEL, 'Anouk', aanroep());
      oud.breek(stap - 1, wanneer);
      await expect(register.maakContact(nieuw(partij), aanroep())).rejects.toMatchObject({
        soort: 'onbereikbaar',
      });
      const gevonden = await register.vindContact('1234567890', aanroep());
      const opgeslagen = stap > 2 || wanneer === 'erna';
      expect(gevonden === null).toBe(!opgeslagen);
      if (gevonden === null) await register.maakContact(nieuw(partij), aanroep());
      else expect(gevonden.zaken).toEqual([uuid(9)]);
      for (const soort of ['contactmomenten', 'klantcontactmomenten', 'objectcontactmomenten'])
        expect(oud.tabellen[soort], soort).toHaveLength(1);
      // And once more: what is whole stays as it is.
      await register.vindContact('1234567890', aanroep());
      await register.koppelZaak(gevonden?.uuid ?? uuid(102), uuid(9), aanroep());
      expect(oud.tabellen['objectcontactmomenten']).toHaveLength(1);
    },
  );

  it('wordt niet gevonden op het nummer van een ander', async () => {
    const { register } = await opzet();
    await register.maakContact(nieuw(null), aanroep());
    expect(await register.vindContact('1234567899', aanroep())).toBeNull();
  });

  it('dat vertrouwelijk is, wordt geweigerd: deze stijl kan dat niet bewaren', async () => {
    const { oud, register } = await opzet();
    await expect(register.maakContact(nieuw(null, { vertrouwelijk: true }), aanroep())).rejects.toMatchObject(
      {
        soort: 'niet_ondersteund',
        code: 'vertrouwelijk',
      },
    );
    expect(oud.nep.oproepen).toEqual([]);
  });

  it('kan niet zonder bronorganisatie, en dat staat erbij', async () => {
    const { register } = await opzet({ bronorganisatie: undefined });
    const fout = { soort: 'niet_ondersteund', code: 'bronorganisatie_ontbreekt' };
    await expect(register.maakContact(nieuw(null), aanroep())).rejects.toMatchObject(fout);
    await expect(register.maakPartij(SLEUTEL, 'Anouk', aanroep())).rejects.toMatchObject(fout);
  });

  it('krijgt achteraf geen andere medewerker', async () => {
    const { register } = await opzet();
    const { uuid: contact } = await register.maakContact(nieuw(null), aanroep());
    await expect(register.koppelActor(contact, { id: 'kcc-2', naam: 'X' }, aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
    });
  });

  it('geeft een weigering door en probeert niet nog eens', async () => {
    const nep = await maakNep((_o, res) =>
      json(res, probleem('invalid', 400, [{ name: 'tekst', code: 'x', reason: `niet ${BSN}` }]), 400),
    );
    const { register, sluit } = maakKlantregister1(nep.url);
    opruimen.push(sluit, () => nep.sluit());
    await expect(register.maakContact(nieuw(null), aanroep())).rejects.toMatchObject({
      soort: 'geweigerd',
      velden: [{ naam: 'tekst', code: 'x', reden: 'niet …' }],
    });
    expect(nep.oproepen).toHaveLength(1);
  });

  it('gaat naar e-Suite als vraag en antwoord, zonder dat er ooit dubbel wordt geschreven', async () => {
    const { oud, register } = await opzet({ product: 'esuite' });
    await register.maakContact(nieuw(null), aanroep());
    expect(oud.tabellen['contactmomenten']![0]).toMatchObject({
      vraag: 'Hoe staat het met mijn kaart?',
      tekst: 'U hoort het vóór 3 december.\n\nMet dank.',
      gespreksresultaat: 'beantwoord',
      startdatum: '2026-11-21T10:00:00Z',
      einddatum: '2026-11-21T10:04:00Z',
    });
    await expect(register.vindContact('1234567890', aanroep())).rejects.toMatchObject({
      soort: 'niet_ondersteund',
      code: 'niet_terug_te_vinden',
    });
  });

  it('wordt langs de zaak gekoppeld waar het register dat wil, en bij meer zaakregisters bij dat ene', async () => {
    const verhaal: string[] = [];
    const nep = await maakNep((o, res) => {
      if (o.methode === 'POST') verhaal.push(o.pad);
      const [, soort] = o.pad.split('/');
      if (o.pad.endsWith('/objectcontactmomenten') && o.methode === 'POST') {
        const reden = [{ name: 'nonFieldErrors', code: 'inconsistent-relation', reason: 'x' }];
        json(res, probleem('invalid', 400, reden), 400);
      } else if (o.pad.endsWith('/zaakcontactmomenten')) json(res, { url: `http://x/${uuid(5)}` }, 201);
      else if (o.pad.endsWith('/contactmomenten') && o.methode === 'POST')
        json(res, { url: `http://x/${uuid(3)}` }, 201);
      else if (soort === 'cm' || o.pad === '/oz2/rollen') json(res, pagina([]));
      else if (soort === 'oz2') json(res, { ...zaakBron(nep.url), url: `${nep.url}/oz2/zaken/${uuid(9)}` });
      else json(res, probleem('not_found', 404), 404);
    });
    const zaakregister = (id: string) => ({
      ...{ id, zaken: `${nep.url}/${id}`, catalogi: `${nep.url}/${id}`, clientId: 'c', secret: 's' },
    });
    const { register, sluit } = maakKlantregister1(nep.url, {}, undefined, [
      zaakregister('oz1'),
      zaakregister('oz2'),
    ]);
    opruimen.push(sluit, () => nep.sluit());
    await register.maakContact(nieuw(null), aanroep());
    expect(verhaal).toEqual(['/cm/contactmomenten', '/cm/objectcontactmomenten', '/oz2/zaakcontactmomenten']);
    expect(nep.oproepen.at(-1)!.lichaam).toEqual({
      zaak: `${nep.url}/oz2/zaken/${uuid(9)}`,
      contactmoment: `${nep.url}/cm/contactmomenten/${uuid(3)}`,
    });
  });
});

const zaakBron = (url: string) => ({
  identificatie: 'Z-1',
  zaaktype: `${url}/oz2/zaaktypen/${uuid(4)}`,
  startdatum: '2026-01-01',
  vertrouwelijkheidaanduiding: 'openbaar',
});
