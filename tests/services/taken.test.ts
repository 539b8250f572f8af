import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Taak } from '../../shared/contracts/taak.ts';
import { totdat, type Client } from '../hulp/console.ts';
import { kies, klantbeeldVan, verwachtFout, zoekVerhulst } from '../hulp/klant.ts';
import { startSchrijfproef, type Schrijfproef } from '../hulp/schrijfproef.ts';

let proef: Schrijfproef;
beforeAll(async () => {
  proef = await startSchrijfproef();
});
afterAll(() => proef.sluit());
afterEach(async () => {
  proef.gedrag = 'gewoon';
  proef.koppelen = 'gewoon';
  for (const { id } of await proef.taken()) await proef.wonen.delete(`/api/taken/${id}`);
});

interface Geschreven {
  id: string;
  bezorging: string;
}
const sub = (omschrijving: string) => ({ omschrijving, doelgroep: 'intern' });
const zetSub = (zaak: string, omschrijving: string) =>
  proef.wonen.post<Geschreven>(`/api/zaken/${zaak}/substatussen`, sub(omschrijving));
const opnieuw = (taak: Taak, inhoud: object, client: Client = proef.wonen, koppen = {}) =>
  client.post<Geschreven>(`/api/taken/${taak.id}/opnieuw`, inhoud, koppen);
/** A substatus that was refused later on. */
const geweigerdeSub = async (tekst: string) => {
  const { id } = await proef.vrijeZaak();
  return proef.laatGeweigerd(() => zetSub(id, tekst), 'omschrijving');
};

describe('wat later geweigerd is', () => {
  it('komt terug met alles wat er getypt is, en de reden bij het veld', async () => {
    const taak = await geweigerdeSub('Komt terug');
    expect(taak).toMatchObject({
      soort: 'substatus',
      invoer: sub('Komt terug'),
      reden: 'Dit kan niet.',
      fouten: [{ pad: 'omschrijving', code: 'invalid', melding: 'Dit kan niet.' }],
    });
  });

  it('gaat verbeterd opnieuw weg, en staat er een keer', async () => {
    const taak = await geweigerdeSub('Fout getypt');
    const { status, json } = await opnieuw(taak, sub('Goed getypt'));
    expect([status, json]).toEqual([201, { id: taak.id, bezorging: 'bezorgd' }]);
    expect(await proef.taken()).toEqual([]);
    expect(proef.inRegister('substatussen', 'Goed getypt')).toBe(1);
    expect(proef.inRegister('substatussen', 'Fout getypt')).toBe(0);
  });

  it('geeft twee keer hetzelfde antwoord, en met een andere tekst een conflict', async () => {
    const taak = await geweigerdeSub('Dubbel');
    const eerste = await opnieuw(taak, sub('Dubbel verbeterd'));
    const tweede = await opnieuw(taak, sub('Dubbel verbeterd'));
    expect([tweede.status, tweede.json]).toEqual([eerste.status, eerste.json]);
    verwachtFout(await opnieuw(taak, sub('Weer anders')), 409, 'conflict');
    expect(proef.inRegister('substatussen', 'Dubbel verbeterd')).toBe(1);
    expect(proef.inRegister('substatussen', 'Weer anders')).toBe(0);
  });

  it('wordt weer geweigerd: nu gezegd, en de taak staat er nog met de nieuwe tekst', async () => {
    const taak = await geweigerdeSub('Eerste poging');
    proef.gedrag = { weigert: 'omschrijving', reden: 'Nog altijd niet.' };
    const fout = verwachtFout(await opnieuw(taak, sub('Tweede poging')), 422, 'geweigerd_door_register');
    expect(fout.fouten).toMatchObject([{ pad: 'omschrijving', melding: 'Nog altijd niet.' }]);
    expect(await proef.taken()).toMatchObject([
      { id: taak.id, invoer: sub('Tweede poging'), reden: 'Nog altijd niet.' },
    ]);
    proef.gedrag = 'gewoon';
    expect((await opnieuw(taak, sub('Tweede poging'))).json.bezorging).toBe('bezorgd');
    expect(proef.inRegister('substatussen', 'Tweede poging')).toBe(1);
  });

  it('wacht als het register zwijgt, en komt dan een keer aan', async () => {
    const taak = await geweigerdeSub('Wordt stil');
    proef.gedrag = 'weg';
    expect((await opnieuw(taak, sub('Werd stil'))).json.bezorging).toBe('wacht');
    expect(await proef.taken()).toEqual([]);
    proef.gedrag = 'gewoon';
    await proef.later();
    await totdat(() => proef.inRegister('substatussen', 'Werd stil') > 0);
    await proef.later();
    expect((await opnieuw(taak, sub('Werd stil'))).json.bezorging).toBe('bezorgd');
    expect(proef.inRegister('substatussen', 'Werd stil')).toBe(1);
  });

  it('uit twee vensters tegelijk is een keer schrijven', async () => {
    const taak = await geweigerdeSub('Twee vensters');
    const beide = await Promise.all([1, 2].map(() => opnieuw(taak, sub('Twee vensters, goed'))));
    expect(beide.map(({ status, json }) => [status, json])).toEqual(
      [1, 2].map(() => [201, { id: taak.id, bezorging: 'bezorgd' }]),
    );
    expect(proef.inRegister('substatussen', 'Twee vensters, goed')).toBe(1);
  });

  it('uit twee vensters met twee teksten: een wint, de ander hoort het', async () => {
    const taak = await geweigerdeSub('Twee teksten');
    const teksten = ['Tekst links', 'Tekst rechts'];
    const beide = await Promise.all(teksten.map((tekst) => opnieuw(taak, sub(tekst))));
    expect(beide.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(teksten.map((tekst) => proef.inRegister('substatussen', tekst)).toSorted()).toEqual([0, 1]);
  });

  it('heeft dezelfde grenzen als de eerste keer', async () => {
    const taak = await geweigerdeSub('Grenzen');
    verwachtFout(await opnieuw(taak, sub('x'.repeat(201))), 400, 'ongeldige_invoer');
    verwachtFout(await opnieuw(taak, { ...sub('x'), zaak: 'sandbox~1' }), 400, 'ongeldige_invoer');
    expect(await proef.taken()).toMatchObject([{ id: taak.id, invoer: sub('Grenzen') }]);
  });

  it('is alleen van de schrijver: voor een ander bestaat het niet', async () => {
    const taak = await geweigerdeSub('Van mij');
    for (const gebruiker of ['behandelaar-2', 'kcc', 'teamleider', 'beheerder', 'privacy']) {
      const ander = await proef.login(gebruiker);
      expect(await proef.taken(ander)).toEqual([]);
      verwachtFout(await opnieuw(taak, sub('Van een ander'), ander), 404, 'niet_gevonden');
      verwachtFout(await ander.delete(`/api/taken/${taak.id}`), 404, 'niet_gevonden');
    }
    verwachtFout(await opnieuw(taak, sub('x'), proef.anoniem()), 401);
    verwachtFout(await opnieuw({ ...taak, id: crypto.randomUUID() }, sub('x')), 404);
    expect(await proef.taken()).toHaveLength(1);
  });

  it('gaat niet weg als het recht intussen weg is; de tekst blijft', async () => {
    const taak = await geweigerdeSub('Recht weg');
    const verplaatst = await proef.login('behandelaar');
    await proef.store.db.execute(
      sql`UPDATE sessies SET inhoud = jsonb_set(inhoud, '{medewerker,afdelingen}', '["Inkomen"]'::jsonb)
          WHERE sid = (SELECT sid FROM sessies ORDER BY verloopt_op DESC LIMIT 1)`,
    );
    const met = { 'x-doel': 'klantcontact' };
    verwachtFout(await opnieuw(taak, sub('Toch maar'), verplaatst, met), 403, 'geen_recht');
    expect(proef.inRegister('substatussen', 'Toch maar')).toBe(0);
    expect(await proef.taken()).toMatchObject([{ id: taak.id, invoer: sub('Recht weg') }]);
  });

  it('gelezen is weg, en dan valt er niets meer te versturen', async () => {
    const taak = await geweigerdeSub('Weggegooid');
    expect((await proef.wonen.delete(`/api/taken/${taak.id}`)).status).toBe(200);
    verwachtFout(await opnieuw(taak, sub('x')), 404, 'niet_gevonden');
  });
});

describe('een contactmoment dat later geweigerd is', () => {
  let kcc: Client;
  let klant: string;
  let zaak: string;
  let gesloten: string;
  beforeAll(async () => {
    kcc = await proef.login('kcc');
    klant = await zoekVerhulst(kcc);
    const beeld = await klantbeeldVan(kcc, klant);
    zaak = kies(beeld, 'Dakkapel Lindelaan 18').id;
    gesloten = `sandbox~${crypto.randomUUID()}`;
  });
  afterEach(async () => {
    for (const { id } of await proef.taken(kcc)) await kcc.delete(`/api/taken/${id}`);
  });
  const contact = (onderwerp: string, anders = {}) => ({
    klant,
    kanaal: 'telefoon',
    richting: 'inkomend',
    vraagtype: 'voortgang',
    onderwerp,
    inhoud: 'Vraagt hoe het staat',
    notitieIntern: 'Klinkt ongerust',
    vertrouwelijk: false,
    taal: 'nld',
    zaken: [zaak],
    resultaat: 'beantwoord',
    gestartOp: '2026-11-28T09:00:00+01:00',
    beeindigdOp: '2026-11-28T09:05:00+01:00',
    ...anders,
  });
  const registreer = (inhoud: object) =>
    kcc.post<Geschreven>('/api/contactmomenten', inhoud, { 'idempotency-key': crypto.randomUUID() });
  const geweigerd = (onderwerp: string) =>
    proef.laatGeweigerd(() => registreer(contact(onderwerp)), 'klantcontact.onderwerp', kcc);
  const contacten = async (onderwerp: string) =>
    (await klantbeeldVan(kcc, klant)).contactmomenten.filter((een) => een.onderwerp === onderwerp);

  it('komt heel terug, gaat verbeterd weg en houdt de notitie', async () => {
    const taak = await geweigerd('Te lang onderwerp');
    expect(taak).toMatchObject({
      soort: 'contactmoment',
      invoer: contact('Te lang onderwerp'),
      fouten: [{ pad: 'onderwerp' }],
      inRegister: false,
    });
    const anders = contact('Kort onderwerp', { notitieIntern: 'Rustig geworden' });
    const { status, json, tekst } = await opnieuw(taak, anders, kcc);
    expect([status, json.bezorging], tekst).toEqual([201, 'bezorgd']);
    expect(await contacten('Kort onderwerp')).toMatchObject([
      { id: json.id, notitieIntern: 'Rustig geworden' },
    ]);
    expect(await contacten('Te lang onderwerp')).toEqual([]);
  });

  it('vraagt geen nieuw doel, ook niet als de klant niet meer open staat', async () => {
    const taak = await geweigerd('Morgen verder');
    proef.klok.verder(45 * 60_000);
    const { status } = await opnieuw(taak, contact('Morgen klaar'), kcc);
    proef.klok.verder(-45 * 60_000);
    expect(status).toBe(201);
  });

  it('kan niet naar een andere klant, noch over een zaak die men niet ziet', async () => {
    const taak = await geweigerd('Andere klant');
    const { klant: _, ...zonder } = contact('Andere klant');
    for (const inhoud of [{ ...zonder, klant: 'een-ander' }, zonder])
      expect(verwachtFout(await opnieuw(taak, inhoud, kcc), 400, 'ongeldige_invoer').fouten).toMatchObject([
        { pad: 'klant' },
      ]);
    const vreemd = contact('Andere klant', { zaken: [zaak, gesloten] });
    expect(verwachtFout(await opnieuw(taak, vreemd, kcc), 400).fouten).toMatchObject([{ pad: 'zaken.1' }]);
    expect(await proef.taken(kcc)).toHaveLength(1);
  });

  it('dat er al staat als een koppeling meteen wordt geweigerd, is bezorgd; de koppeling wordt een taak', async () => {
    proef.koppelen = { weigert: 'actor', reden: 'Nu niet.' };
    const koppen = { 'idempotency-key': crypto.randomUUID() };
    const zend = () => kcc.post<Geschreven>('/api/contactmomenten', contact('Zonder medewerker'), koppen);
    const samen = await Promise.all([zend(), zend()]);
    // Whoever sends it again, at once or later, hears the same: told otherwise he would write it anew.
    for (const { status, json } of [...samen, await zend()])
      expect([status, json]).toEqual([201, { id: samen[0].json.id, bezorging: 'bezorgd' }]);
    expect(await contacten('Zonder medewerker')).toHaveLength(1);
    const [taak] = await proef.taken(kcc);
    expect(taak).toMatchObject({ inRegister: true, reden: 'Nu niet.' });
    proef.koppelen = 'gewoon';
    if (taak === undefined) throw new Error('geen taak');
    expect((await opnieuw(taak, contact('Zonder medewerker'), kcc)).json.bezorging).toBe('bezorgd');
    expect(await contacten('Zonder medewerker')).toHaveLength(1);
    expect(await proef.taken(kcc)).toEqual([]);
  });

  it('dat er zelf al staat, wordt niet nog eens gemaakt: alleen de koppeling gaat opnieuw', async () => {
    proef.koppelen = 'weg';
    expect((await registreer(contact('Half aangekomen'))).json.bezorging).toBe('wacht');
    proef.koppelen = { weigert: 'actor', reden: 'Nu niet.' };
    await proef.later();
    await totdat(async () => (await proef.taken(kcc)).length > 0);
    proef.koppelen = 'gewoon';
    const [taak] = await proef.taken(kcc);
    if (taak === undefined) throw new Error('geen taak');
    expect(taak).toMatchObject({ inRegister: true });
    verwachtFout(await opnieuw(taak, contact('Ander onderwerp'), kcc), 409, 'conflict');
    expect((await opnieuw(taak, contact('Half aangekomen'), kcc)).json.bezorging).toBe('bezorgd');
    expect(await contacten('Half aangekomen')).toHaveLength(1);
    expect(await contacten('Ander onderwerp')).toHaveLength(0);
  });
});
