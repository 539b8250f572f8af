import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Taak } from '../../shared/contracts/taak.ts';
import type { Klantbeeld } from '../../shared/contracts/klantbeeld.ts';
import type { ZaakDetail, ZaakKort } from '../../shared/contracts/zaak.ts';
import { startConsole, totdat, type Client, type ConsoleProef } from '../hulp/console.ts';
import { kies, klantbeeldVan, verwachtFout, zaakVan, zoekVerhulst } from '../hulp/klant.ts';

let proef: ConsoleProef;
let wonen: Client;
let inkomen: Client;
let kcc: Client;
let beeld: Klantbeeld;
beforeAll(async () => {
  proef = await startConsole();
  [wonen, inkomen, kcc] = await Promise.all([
    proef.login('behandelaar'),
    proef.login('behandelaar-2'),
    proef.login('kcc'),
  ]);
  beeld = await klantbeeldVan(kcc, await zoekVerhulst(kcc));
});
afterAll(() => proef.sluit());

const sub = (omschrijving: string, doelgroep = 'betrokkenen') => ({ omschrijving, doelgroep });
const id = (omschrijving: string) => kies(beeld, omschrijving).id;
const zetSub = (client: Client, zaak: string, inhoud: object) =>
  client.post<{ id: string; bezorging: string }>(`/api/zaken/${zaak}/substatussen`, inhoud);
const zetStatus = (client: Client, zaak: string, inhoud: object) =>
  client.post<{ id: string; bezorging: string }>(`/api/zaken/${zaak}/statussen`, inhoud);
const substatussen = ({ voortgang }: Pick<ZaakDetail, 'voortgang'>) =>
  voortgang.stappen.flatMap((stap) => stap.substatussen.map(({ omschrijving }) => omschrijving));
const inRegister = (tekst: string) =>
  proef.registerproef.sandbox.opslag
    .tabel('zaken/substatussen')
    .alle()
    .filter((rij) => rij['omschrijving'] === tekst);

describe('een substatus', () => {
  it('staat na 201 in het register en bij wie de zaak opent', async () => {
    const zaak = id('Isolatie tegen geluid, Lindelaan 18');
    const { status, json } = await zetSub(wonen, zaak, sub('De meting is gedaan'));
    expect([status, json.bezorging]).toEqual([201, 'bezorgd']);
    expect(inRegister('De meting is gedaan')).toHaveLength(1);
    expect(substatussen(await zaakVan(kcc, zaak))).toContain('De meting is gedaan');
  });

  it('twee kort na elkaar staan er beide, elk een keer', async () => {
    const zaak = id('Isolatie tegen geluid, Lindelaan 18');
    const beide = await Promise.all([
      zetSub(wonen, zaak, sub('Eerste van twee')),
      zetSub(wonen, zaak, sub('Tweede van twee', 'intern')),
    ]);
    expect(beide.map(({ status }) => status)).toEqual([201, 201]);
    await totdat(() => inRegister('Eerste van twee').length + inRegister('Tweede van twee').length >= 2);
    expect(inRegister('Eerste van twee')).toHaveLength(1);
    expect(inRegister('Tweede van twee')).toHaveLength(1);
  });

  it.each([
    [
      'van 201 tekens',
      sub('x'.repeat(201)),
      'Een substatus heeft ten hoogste 200 tekens. Maak de tekst korter.',
    ],
    ['zonder doelgroep', { omschrijving: 'x' }, 'Kies voor wie de tekst is: betrokkenen of intern.'],
    [
      'voor een onbekende doelgroep',
      sub('x', 'iedereen'),
      'Kies voor wie de tekst is: betrokkenen of intern.',
    ],
    ['zonder tekst', sub('   '), 'Schrijf een tekst.'],
  ])('%s wordt geweigerd', async (_naam, inhoud, detail) => {
    const fout = verwachtFout(
      await zetSub(wonen, id('Dakkapel Lindelaan 18'), inhoud),
      400,
      'ongeldige_invoer',
    );
    expect(fout.detail).toBe(detail);
  });

  it('van 200 tekens en met vreemde letters past precies', async () => {
    const tekst = `${'ë'.repeat(198)}😀`;
    expect((await zetSub(wonen, id('Dakkapel Lindelaan 18'), sub(tekst))).status).toBe(201);
  });

  it('kan niet zolang de zaak geen status heeft', async () => {
    const burgerzaken = await metStatusrecht('Uittreksel BRP');
    verwachtFout(await zetSub(burgerzaken, id('Uittreksel BRP'), sub('x')), 409, 'conflict');
  });

  it('kan niet als de zaak is afgerond', async () => {
    const fout = verwachtFout(await zetSub(wonen, id('Advies welstand'), sub('x')), 409, 'conflict');
    expect(fout.detail).toContain('afgerond');
  });

  it('mag niet door kcc, een andere afdeling, teamleider of wie de zaak niet ziet', async () => {
    const zaak = id('Dakkapel Lindelaan 18');
    const met = { 'x-doel': 'klantcontact' };
    const pad = `/api/zaken/${zaak}/substatussen`;
    verwachtFout(await kcc.post(pad, sub('x')), 403, 'geen_recht');
    verwachtFout(await inkomen.post(pad, sub('x'), met), 403, 'geen_recht');
    verwachtFout(await (await proef.login('teamleider')).post(pad, sub('x'), met), 403, 'geen_recht');
    verwachtFout(await (await proef.login('beheerder')).post(pad, sub('x'), met), 404);
    verwachtFout(await proef.anoniem().post(pad, sub('x')), 401);
  });

  it('neemt geen velden aan die ons beleid zouden raken', async () => {
    const inhoud = { ...sub('x'), afdeling: 'Inkomen', __caslSubjectType__: 'Zaak' };
    verwachtFout(await zetSub(wonen, id('Dakkapel Lindelaan 18'), inhoud), 400);
  });

  /** A behandelaar of the afdeling of this zaak, whatever it is: none of the demo users is. */
  async function metStatusrecht(omschrijving: string): Promise<Client> {
    const { afdeling } = kies(beeld, omschrijving);
    const { store } = proef;
    const client = await proef.login('behandelaar');
    await store.db.execute(
      sql`UPDATE sessies SET inhoud = jsonb_set(inhoud, '{medewerker,afdelingen}', ${JSON.stringify([afdeling])}::jsonb)
          WHERE sid = (SELECT sid FROM sessies ORDER BY verloopt_op DESC LIMIT 1)`,
    );
    return client;
  }
});

describe('een status', () => {
  it('wordt gezet door de eigen afdeling en verschijnt in de voortgang', async () => {
    const { statustypen, id: zaak } = await zaakVan(wonen, id('Bouwkundige opname'));
    const volgende = statustypen.filter(({ eindstatus }) => !eindstatus).at(-1);
    const { status, json } = await zetStatus(wonen, zaak, {
      statustype: volgende?.id,
      toelichting: 'Gezien',
    });
    expect([status, json.bezorging]).toEqual([201, 'bezorgd']);
    expect((await zaakVan(wonen, zaak)).status?.naam).toBe(volgende?.naam);
  });

  it('die de zaak afrondt vraagt om een resultaat, en rondt dan af', async () => {
    const zaak = await zaakVan(wonen, id('Isolatie tegen geluid, Lindelaan 18'));
    const eind = zaak.statustypen.find(({ eindstatus }) => eindstatus)?.id;
    const zonder = verwachtFout(await zetStatus(wonen, zaak.id, { statustype: eind }), 400);
    expect(zonder.fouten.map(({ pad }) => pad)).toEqual(['resultaattype']);
    const vreemd = { statustype: eind, resultaattype: crypto.randomUUID() };
    verwachtFout(await zetStatus(wonen, zaak.id, vreemd), 400);
    const tussen = zaak.statustypen.find(({ eindstatus }) => !eindstatus)?.id;
    const teVroeg = { statustype: tussen, resultaattype: zaak.resultaattypen[0]?.id };
    verwachtFout(await zetStatus(wonen, zaak.id, teVroeg), 400);
    expect((await zaakVan(wonen, zaak.id)).einddatum).toBeNull();
  });

  it('van een ander zaaktype, of die geen uuid is', async () => {
    verwachtFout(
      await zetStatus(wonen, id('Dakkapel Lindelaan 18'), { statustype: crypto.randomUUID() }),
      400,
    );
    verwachtFout(await zetStatus(wonen, id('Dakkapel Lindelaan 18'), { statustype: 'klaar' }), 400);
  });

  it('mag niet waar een vakapplicatie schrijft, niet door kcc en niet op een afgeronde zaak', async () => {
    const statustype = { statustype: crypto.randomUUID() };
    verwachtFout(await zetStatus(inkomen, id('Individuele inkomenstoeslag'), statustype), 403, 'geen_recht');
    verwachtFout(await zetStatus(kcc, id('Dakkapel Lindelaan 18'), statustype), 403, 'geen_recht');
    verwachtFout(await zetStatus(wonen, id('Advies welstand'), statustype), 409, 'conflict');
  });

  it('rondt een zaak af met haar resultaat', async () => {
    const filter = encodeURIComponent('{"open":true,"mijn":true}');
    const { json } = await wonen.get<ZaakKort[]>(`/api/zaken?filter=${filter}&range=[0,20]`);
    const vrij = json.find(({ deelzaken, status }) => deelzaken.length === 0 && status !== null);
    const zaak = await zaakVan(wonen, vrij?.id ?? '');
    const { status, tekst } = await zetStatus(wonen, zaak.id, {
      statustype: zaak.statustypen.find(({ eindstatus }) => eindstatus)?.id,
      resultaattype: zaak.resultaattypen[0]?.id,
    });
    expect(status, tekst).toBe(201);
    expect((await zaakVan(wonen, zaak.id)).einddatum).not.toBeNull();
  });
});

describe('het zakenregister zwijgt', () => {
  it('dan wacht een substatus, en komt daarna precies een keer aan', async () => {
    const zaak = id('Bezwaar WOZ-waarde Lindelaan 18');
    await proef.registerproef.stoor('zaken', 'weg');
    const { status, json, tekst } = await zetSub(wonen, zaak, sub('Gezet tijdens een storing'));
    await proef.registerproef.herstel();
    expect(status, tekst).toBe(201);
    expect(json.bezorging).toBe('wacht');
    expect(inRegister('Gezet tijdens een storing')).toHaveLength(0);
    proef.klok.verder(10_000);
    await totdat(() => inRegister('Gezet tijdens een storing').length > 0);
    proef.klok.verder(600_000);
    expect(inRegister('Gezet tijdens een storing')).toHaveLength(1);
    expect((await wonen.get<Taak[]>('/api/taken')).json).toEqual([]);
  });

  it('dan mag kcc er nog altijd geen zetten, en bestaat een onbekende zaak niet', async () => {
    await proef.registerproef.stoor('zaken', 'weg');
    const zaak = id('Bezwaar WOZ-waarde Lindelaan 18');
    const geweigerd = await zetSub(kcc, zaak, sub('x'));
    const onbekend = await zetSub(wonen, `sandbox~${crypto.randomUUID()}`, sub('x'));
    await proef.registerproef.herstel();
    verwachtFout(geweigerd, 403, 'geen_recht');
    verwachtFout(onbekend, 502, 'bron_onbereikbaar');
  });
});
