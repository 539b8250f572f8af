import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aanroep, Registers, Zaak } from '../../server/connectors/ports.ts';
import { standaardRegisters } from '../../server/connectors/registers-standaard.ts';
import { maakRegisters } from '../../server/connectors/registers.ts';
import { maakSandbox } from '../../server/sandbox/app.ts';
import { maakGemeente } from '../../server/sandbox/gemeente/index.ts';
import { AANWEZIG, GEEIST, leesBeschrijvingen, OPENAPI_DIR } from './beschrijvingen.ts';
import { maakKeuring, type Oordeel, type Uitwisseling } from './keuring.ts';
import { CALLBACK_TOKEN, startConsole } from '../hulp/console.ts';
import { volg, type Gevolgd } from './geroepen.ts';
import { maakLuisteraar } from './luisteraar.ts';

/**
 * Every method of every connector, run against the bundled registers, with each request and each answer held against
 * the official descriptions of OPENAPI_DIR.
 */
if (!AANWEZIG && !GEEIST)
  process.stdout.write(
    `contract: ${OPENAPI_DIR} is er niet; de beschrijvingen zijn niet getoetst (zet OPENAPI_DIR)\n`,
  );

const BSN = '999993653';
const TOKEN = CALLBACK_TOKEN;
const aanroep: Aanroep = {
  medewerker: { id: 'kcc', naam: 'Kim' },
  doel: 'klantcontact',
  traceId: '0af7651916cd43dd8448eb211c80319c',
};

/** What the connectors use; an operation that is missing here or not called is told. */
const OPERATIES = [
  'POST /zaken/api/v1/zaken/_zoek',
  'GET /zaken/api/v1/zaken',
  'GET /zaken/api/v1/zaken/{uuid}',
  'GET /zaken/api/v1/zaken/{zaak_uuid}/zaakeigenschappen',
  'GET /zaken/api/v1/rollen',
  'GET /zaken/api/v1/statussen',
  'GET /zaken/api/v1/statussen/{uuid}',
  'POST /zaken/api/v1/statussen',
  'GET /zaken/api/v1/substatussen',
  'POST /zaken/api/v1/substatussen',
  'GET /zaken/api/v1/resultaten/{uuid}',
  'POST /zaken/api/v1/resultaten',
  'GET /zaken/api/v1/zaakinformatieobjecten',
  'GET /catalogi/api/v1/zaaktypen',
  'GET /catalogi/api/v1/zaaktypen/{uuid}',
  'GET /catalogi/api/v1/statustypen',
  'GET /catalogi/api/v1/resultaattypen',
  'GET /documenten/api/v1/enkelvoudiginformatieobjecten/{uuid}',
  'GET /documenten/api/v1/enkelvoudiginformatieobjecten/{uuid}/download',
  'GET /besluiten/api/v1/besluiten',
  'GET /klantinteracties/api/v1/digitaleadressen',
  'GET /besluiten/api/v1/besluiten/{uuid}',
  'GET /klantinteracties/api/v1/partijen',
  'GET /klantinteracties/api/v1/partijen/{uuid}',
  'POST /klantinteracties/api/v1/partijen',
  'GET /klantinteracties/api/v1/klantcontacten',
  'GET /klantinteracties/api/v1/klantcontacten/{uuid}',
  'POST /klantinteracties/api/v1/maak-klantcontact',
  'GET /klantinteracties/api/v1/onderwerpobjecten',
  'POST /klantinteracties/api/v1/onderwerpobjecten',
  'GET /klantinteracties/api/v1/actoren',
  'POST /klantinteracties/api/v1/actoren',
  'GET /klantinteracties/api/v1/actoren/{uuid}',
  'GET /klantinteracties/api/v1/actorklantcontacten',
  'POST /klantinteracties/api/v1/actorklantcontacten',
  'GET /klantinteracties/api/v1/internetaken/{uuid}',
  'GET /notificaties/api/v1/kanaal',
  'GET /notificaties/api/v1/abonnement',
  'POST /notificaties/api/v1/abonnement',
  'PUT /notificaties/api/v1/abonnement/{uuid}',
  'DELETE /notificaties/api/v1/abonnement/{uuid}',
  'GET /objecten/api/v2/objects',
  'POST /objecten/api/v2/objects/search',
  'POST /brp/personen',
  'GET /kvk/v2/zoeken',
  'GET /kvk/v1/basisprofielen/{kvkNummer}',
  'POST /api/{webhooks_path}',
] as const;

/** A whole console, for what the Notificaties API gets back from us. Our refusals are problems of our own (docs/CONTRACT.md). */
async function startOntvanger() {
  const proef = await startConsole({ metIndex: false });
  const luisteraar = await maakLuisteraar(Number(new URL(proef.basis).port));
  const url = `${luisteraar.url}/api/notificaties`;
  return {
    url,
    gehoord: luisteraar.gehoord,
    async sluit() {
      await luisteraar.sluit();
      await proef.sluit();
    },
  };
}

const geweigerd = (belofte: Promise<unknown>) => expect(belofte).rejects.toHaveProperty('name', 'BronFout');

async function zaken(r: Registers): Promise<void> {
  const z = r.zaken[0]!;
  const types = await z.zaaktypen(aanroep);
  const { rijen, onleesbaar } = await z.zoekOpPersoon(BSN, aanroep);
  expect([rijen.length > 12, onleesbaar]).toEqual([true, 0]);
  await z.zoekOpZaaknummer(rijen[0]!.identificatie, aanroep);
  await z.zoekOpZaaknummer('BESTAAT-NIET', aanroep);
  const bladzijde = await z.openZaken(null, aanroep);
  await z.openZaken(bladzijde.volgende, aanroep);
  const [metKenmerk] = bladzijde.rijen.filter(({ kenmerken }) => kenmerken.length > 0);
  const opKenmerk = await z.zoekOpZaaknummer(metKenmerk!.kenmerken[0]!.kenmerk, aanroep);
  expect(opKenmerk.rijen.map(({ uuid }) => uuid)).toContain(metKenmerk!.uuid);
  const meldingen = types
    .filter(({ omschrijving }) => omschrijving.startsWith('Melding'))
    .map(({ uuid }) => uuid);
  const bij = { van: '2020-01-01', tot: null, zaaktypen: meldingen };
  const plek = { breedtegraad: 52.0187, lengtegraad: 5.1083, straal: 50 };
  const daar = (await z.zoekOpPlek({ ...plek, ...bij, tot: '2099-12-31' }, aanroep)).rijen;
  expect(daar.map(({ omschrijving }) => omschrijving)).toContain('Lantaarn kapot, Havenkade 12');
  const adres = { straat: 'havenkade', huisnummer: 12, huisletter: null };
  expect((await z.zoekOpPlek({ ...adres, ...bij }, aanroep)).rijen.length).toBeGreaterThan(0);
  z.vergeet();
  for (const zaak of rijen) {
    await z.zaak(zaak.uuid, aanroep);
    await z.rollen(zaak.uuid, aanroep);
    await z.statussen(zaak.uuid, aanroep);
    await z.substatussen(zaak.uuid, aanroep);
    const besluiten = await z.besluiten(zaak.uuid, aanroep);
    for (const { uuid } of besluiten) expect(await z.zaakVanBesluit(uuid, aanroep)).toBe(zaak.uuid);
    if (zaak.resultaat !== null) await z.resultaat(zaak.resultaat, aanroep);
    const documenten = await z.documenten(zaak.uuid, aanroep);
    expect(documenten.onleesbaar).toBe(0);
    for (const { uuid } of documenten.rijen.slice(0, 1)) {
      await z.document(uuid, aanroep);
      expect(await z.zakenVanDocument(uuid, aanroep)).toContain(zaak.uuid);
      await (await z.bestand({ uuid, versie: 1 }, null, aanroep)).inhoud.toArray();
    }
  }
  const open = rijen.find((k) => k.einddatum === null && k.status !== null && k.deelzaken.length === 0)!;
  const type = (await z.zaaktype(open.zaaktype, aanroep))!;
  expect(types.map((t) => t.uuid)).toContain(type.uuid);
  await z.geslotenZaken(type.uuid, 10, aanroep);
  const nu = new Date().toISOString();
  const sub = {
    zaak: open.uuid,
    status: open.status!,
    omschrijving: 'Proef',
    doelgroep: 'intern',
    tijdstip: nu,
  } as const;
  await z.zetSubstatus(sub, aanroep);
  await geweigerd(z.zetSubstatus({ ...sub, tijdstip: '2999-01-01T00:00:00Z' }, aanroep));
  const gewoon = type.statustypen.find((s) => !s.isEindstatus)!;
  const status = { zaak: open.uuid, statustype: gewoon.uuid, datumStatusGezet: nu, toelichting: 'Proef' };
  await z.zetStatus(status, aanroep);
  await geweigerd(z.zetStatus(status, aanroep));
  const resultaat = { zaak: open.uuid, resultaattype: type.resultaattypen[0]!.uuid, toelichting: null };
  await z.zetResultaat(resultaat, aanroep);
  const weg = '11111111-1111-4111-8111-111111111111';
  await geweigerd(z.zaak(weg, aanroep));
  await geweigerd(z.document(weg, aanroep));
  expect(await z.zaaktype(weg, aanroep)).toBeNull();
  expect(await z.zaakVanBesluit(weg, aanroep)).toBeNull();
}

async function klanten(r: Registers, url: string, zaakUuid: string, tweede: string): Promise<void> {
  const k = r.klanten!;
  const wie = { soort: 'persoon', nummer: BSN } as const;
  const partij = (await k.vindPartij(wie, aanroep))!;
  await k.vindPartij(wie, { ...aanroep, vers: true });
  for (const vraag of [{ telefoonnummer: '+31612345678' }, { emailadres: 'Anouk.Verhulst@example.com' }])
    expect((await k.zoekOpDigitaalAdres(vraag, aanroep)).map(({ uuid }) => uuid)).toEqual([partij.uuid]);
  const oud = await k.contactenVanPartij(partij.uuid, 100, aanroep);
  expect([oud.rijen.length >= 8, oud.onleesbaar]).toEqual([true, 0]);
  const taak = oud.rijen.flatMap((c) => c.internetaken)[0]!;
  expect(taak.toegewezenAan).not.toBeNull();
  // A console that has read no names ahead asks for each.
  const vers = maakRegisters(standaardRegisters(url, 'http://127.0.0.1/nooit', TOKEN));
  const zelfde = await vers.klanten!.contactenVanPartij(partij.uuid, 100, aanroep);
  expect(zelfde).toEqual(oud);
  await vers.sluit();
  expect((await k.partijVan('internetaak', taak.uuid, aanroep))?.partij).toBe(partij.uuid);
  const nieuweKlant = { soort: 'persoon', nummer: '123456782' } as const;
  if ((await k.vindPartij(nieuweKlant, aanroep)) === null)
    await k.maakPartij(nieuweKlant, 'Jo Proef', aanroep);
  const bedrijf = { soort: 'bedrijf', nummer: '69599084' } as const;
  if ((await k.vindPartij(bedrijf, aanroep)) === null) await k.maakPartij(bedrijf, 'Proef B.V.', aanroep);
  const nieuw = {
    referentienummer: '1234567890',
    kanaal: 'telefoon',
    onderwerp: 'Proef',
    inhoud: 'Proef',
    taal: 'nld',
    vertrouwelijk: false,
    plaatsgevondenOp: new Date().toISOString(),
    metadata: { vraagtype: 'voortgang', resultaat: 'beantwoord', richting: 'inkomend', medewerker: 'kcc' },
    partij: partij.uuid,
    naam: 'Anouk Verhulst',
    zaak: zaakUuid,
  };
  const { uuid } = await k.maakContact(nieuw, aanroep);
  await geweigerd(k.maakContact(nieuw, aanroep));
  await k.maakContact(
    { ...nieuw, referentienummer: '1234567891', partij: null, naam: null, zaak: null },
    aanroep,
  );
  await k.koppelZaak(uuid, zaakUuid, aanroep);
  await k.koppelZaak(uuid, tweede, aanroep);
  await k.koppelActor(uuid, { id: 'kcc', naam: 'Kim' }, aanroep);
  await k.koppelActor(uuid, { id: 'kcc', naam: 'Kim' }, aanroep);
  const terug = await k.vindContact(nieuw.referentienummer, aanroep);
  expect(terug).toMatchObject({ uuid, vraagtype: 'voortgang', medewerker: 'Kim' });
  expect(new Set(terug!.zaken)).toEqual(new Set([zaakUuid, tweede]));
  expect((await k.contactenVanZaak(tweede, aanroep)).rijen.map((c) => c.uuid)).toContain(uuid);
  expect((await k.partijVan('klantcontact', uuid, aanroep))?.partij).toBe(partij.uuid);
}

async function personenEnBedrijven(r: Registers): Promise<void> {
  const p = r.personen!;
  const persoon = (await p.persoon(BSN, aanroep))!;
  expect(await p.persoon('111222333', aanroep)).toBeNull();
  const opNaam = await p.zoek(
    { achternaam: persoon.achternaam, geboortedatum: persoon.geboortedatum! },
    aanroep,
  );
  expect(opNaam.map((x) => x.bsn)).toContain(BSN);
  await p.zoek({ achternaam: 'van der Niemand', geboortedatum: '1980-01-01', voornamen: 'An' }, aanroep);
  const [, postcode = '', huisnummer = ''] = /(\d{4} [A-Z]{2})/.exec(persoon.adres ?? '') ?? [];
  await p.zoek({ postcode, huisnummer: Number(huisnummer === '' ? '18' : huisnummer) }, aanroep);
  for (const vraag of [
    { achternaam: 'verh*', voornamen: 'Anouk' },
    { straat: 'lindela*', huisnummer: 18 },
    { postcode: '1234AB', huisnummer: 18, achternaam: 'Verhulst', geboortedatum: persoon.geboortedatum! },
  ])
    expect((await p.zoek(vraag, aanroep)).map((x) => x.bsn)).toContain(BSN);
  await p.zoek({ nummeraanduidingIdentificatie: '0999200000000001' }, aanroep);
  await p.zoek({ adresseerbaarObjectIdentificatie: '0999010000000001' }, aanroep);
  const k = r.bedrijven!;
  const [bedrijf] = await k.zoek({ naam: 'bakker' }, aanroep);
  await k.bedrijf(bedrijf!.kvkNummer, aanroep);
  expect(await k.zoek({ kvkNummer: '00000001' }, aanroep)).toEqual([]);
  expect(await k.bedrijf('00000001', aanroep)).toBeNull();
  const { kvkNummer, rsin, vestigingen } = bedrijf!;
  const { vestigingsnummer } = vestigingen[0]!;
  expect((await k.zoek({ vestigingsnummer }, aanroep)).map((b) => b.kvkNummer)).toEqual([kvkNummer]);
  expect(await k.zoek({ rsin: '123456782' }, aanroep)).toEqual([]);
  await r.zaken[0]!.zoekOpBedrijf(
    { kvkNummer, rsin, vestigingsnummers: vestigingen.map((v) => v.vestigingsnummer) },
    aanroep,
  );
}

async function objecten(r: Registers): Promise<void> {
  expect((await r.medewerkers!.bereikbaar(new Date(), aanroep)).onleesbaar).toBe(0);
  const m = r.medewerkers!;
  // Each by itself: a cached answer would be no call.
  const vers = { ...aanroep, vers: true };
  for (const lees of [m.afdelingen, m.groepen]) expect((await lees(vers)).rijen.length).toBeGreaterThan(0);
  expect((await m.medewerkers({}, vers)).rijen.length).toBeGreaterThan(0);
  const wie = { soort: 'persoon', nummer: BSN } as const;
  expect((await r.klanttaken!.openTaken(wie, aanroep)).rijen).toHaveLength(2);
}

/** The same eigenschappen, in one answer and read apart. */
async function eigenschappen(url: string, zaken: readonly Zaak[]): Promise<void> {
  const standaard = standaardRegisters(url, 'http://127.0.0.1/nooit', TOKEN);
  const lees = async (expand: boolean) => {
    const zaakregisters = standaard.zaakregisters.map((z) => ({
      ...z,
      eigenschappen: ['zone', 'Categorie'],
      kan: { ...z.kan, expand },
    }));
    const r = maakRegisters({ ...standaard, zaakregisters });
    const gelezen = await Promise.all(
      zaken.map(async ({ uuid }) => (await r.zaken[0]!.zaak(uuid, aanroep)).eigenschappen),
    );
    await r.sluit();
    return gelezen;
  };
  const samen = await lees(true);
  expect(samen.flat().length).toBeGreaterThan(0);
  expect(await lees(false)).toEqual(samen);
}

/** Without expand everything is read apart; without `_zoek` a zaaknummer goes by GET. */
async function anders(url: string): Promise<void> {
  const standaard = standaardRegisters(url, 'http://127.0.0.1/nooit', TOKEN);
  const zaakregisters = standaard.zaakregisters.map((z) => ({
    ...z,
    kan: { ...z.kan, expand: false, zoek: false },
  }));
  const r = maakRegisters({ ...standaard, zaakregisters });
  const z = r.zaken[0]!;
  const { rijen } = await z.openZaken(null, aanroep);
  await eigenschappen(url, rijen);
  expect((await z.zoekOpZaaknummer(rijen[0]!.identificatie, aanroep)).rijen).toHaveLength(1);
  const [gesloten] = await z.geslotenZaken(rijen[0]!.zaaktype, 1, aanroep);
  if (gesloten !== undefined) await z.zaak(gesloten, aanroep);
  await r.sluit();
}

async function abonnementen(url: string, callback: string): Promise<void> {
  const standaard = standaardRegisters(url, callback, TOKEN);
  const minder = { ...standaard, notificaties: { ...standaard.notificaties!, kanalen: ['zaken'] } };
  const [r, m] = [maakRegisters(standaard), maakRegisters(minder)];
  const zorg = () => r.notificaties!.zorgVoorAbonnement(aanroep);
  // Two consoles that start at the same moment both make one.
  expect(await Promise.all([zorg(), zorg()])).toEqual(['gemaakt', 'gemaakt']);
  expect([await zorg(), await zorg()]).toEqual(['hersteld', 'stond_al']);
  expect(await m.notificaties!.zorgVoorAbonnement(aanroep)).toBe('hersteld');
  await Promise.all([r.sluit(), m.sluit()]);
}

/** The same page, its first record with a key that no description has. */
function metGeheim(antwoord: Uitwisseling['antwoord']): Uitwisseling['antwoord'] {
  const blad = antwoord as { results: Record<string, string>[] };
  return { ...blad, results: [{ ...blad.results[0], geheim: 'x' }] };
}

describe.skipIf(!AANWEZIG && !GEEIST)('de connectors en de meegeleverde registers', () => {
  const geweest = new Map<string, { u: Uitwisseling; oordeel: Oordeel }[]>();
  let keur: (u: Uitwisseling) => Oordeel;
  let voorbeeld: Uitwisseling;
  let gevolgd: Gevolgd;
  const einde: (() => unknown)[] = [];

  beforeAll(async () => {
    keur = maakKeuring(leesBeschrijvingen(readdirSync(OPENAPI_DIR)));
    const sandbox = await maakSandbox({ gemeente: maakGemeente, seed: 1, burgers: 60 });
    const luisteraar = await maakLuisteraar(await sandbox.listen(0));
    const callback = await startOntvanger();
    gevolgd = volg(
      maakRegisters(standaardRegisters(luisteraar.url, callback.url, TOKEN)),
      () => luisteraar.gehoord.length,
    );
    const { registers } = gevolgd;
    einde.push(
      () => registers.sluit(),
      () => luisteraar.sluit(),
      () => sandbox.close(),
      () => callback.sluit(),
    );
    const eigen = (await registers.zaken[0]!.zoekOpPersoon(BSN, aanroep)).rijen;
    await abonnementen(luisteraar.url, callback.url);
    expect(await registers.notificaties!.zorgVoorAbonnement(aanroep)).toBe('hersteld');
    await zaken(registers);
    await anders(luisteraar.url);
    await klanten(registers, luisteraar.url, eigen[0]!.uuid, eigen[1]!.uuid);
    await personenEnBedrijven(registers);
    await objecten(registers);
    // What we refuse (the callback test without our secret) is a problem of our own, without the `instance` of ZGW.
    const aangenomen = callback.gehoord.filter(({ status }) => status < 400);
    for (const u of [...luisteraar.gehoord, ...aangenomen]) {
      const oordeel = keur(u);
      const naam = oordeel.operatie ?? '';
      geweest.set(naam, [...(geweest.get(naam) ?? []), { u, oordeel }]);
    }
    voorbeeld = luisteraar.gehoord.find((u) => u.pad.endsWith('/_zoek'))!;
  }, 120_000);

  afterAll(async () => {
    for (const doe of einde) await doe();
  });

  it.each(OPERATIES)('%s gaat zoals beschreven', (operatie) => {
    const eigen = geweest.get(operatie) ?? [];
    expect(eigen.length).toBeGreaterThan(0);
    const fouten = new Set(eigen.flatMap(({ u, oordeel }) => oordeel.fouten.map((f) => `${u.status}: ${f}`)));
    expect([...fouten]).toEqual([]);
  });

  it('elke methode van elk register is hier geroepen, met ten minste één oproep die is getoetst', () => {
    expect(gevolgd.ongetoetst()).toEqual([]);
  });

  it('roept niets aan dat hier niet staat', () => {
    expect([...geweest.keys()].filter((naam) => !(OPERATIES as readonly string[]).includes(naam))).toEqual(
      [],
    );
  });

  it('zet het BSN in geen adres, behalve waar Klantinteracties niet anders kan', () => {
    const adressen = [...geweest.values()]
      .flat()
      .map(({ u }) => `${u.pad}?${u.query.map((q) => q.join('=')).join('&')}`);
    expect(
      adressen.filter((a) => a.includes(BSN) && !a.includes('/klantinteracties/api/v1/partijen?')),
    ).toEqual([]);
    expect(
      adressen.filter(
        (a) =>
          /612345678|anouk.verhulst/i.test(a) && !a.includes('/klantinteracties/api/v1/digitaleadressen?'),
      ),
    ).toEqual([]);
  });

  it.each<[string, (u: Uitwisseling) => Partial<Uitwisseling>, RegExp]>([
    ['een onbekende parameter', () => ({ query: [['rsin', '1']] }), /rsin bestaat niet/],
    ['een parameter van de verkeerde soort', () => ({ query: [['page', 'x']] }), /page: vraag/],
    [
      'een kop die ontbreekt',
      (u) => ({ koppen: { ...u.koppen, 'content-crs': undefined as never } }),
      /Content-Crs/,
    ],
    ['een verkeerde CRS', (u) => ({ koppen: { ...u.koppen, 'accept-crs': 'EPSG:28992' } }), /Accept-Crs/],
    ['een onbekende sleutel', (u) => ({ lichaam: { ...(u.lichaam as object), bsn: '1' } }), /vraag .*bsn/],
    ['een sleutel van de verkeerde soort', () => ({ lichaam: { expand: 'rollen' } }), /expand must be array/],
    ['een status die niet bestaat', () => ({ status: 302 }), /status 302 bestaat niet/],
    ['HTML', () => ({ antwoordsoort: 'text/html' }), /text\/html/],
    ['een antwoord zonder count', () => ({ antwoord: { results: [] } }), /antwoord .*count/],
    ['een record met een vreemde sleutel', (u) => ({ antwoord: metGeheim(u.antwoord) }), /geheim/],
  ])('de keuring ziet %s', (_naam, wijzig, melding) => {
    expect(keur(voorbeeld).fouten).toEqual([]);
    expect(keur({ ...voorbeeld, ...wijzig(voorbeeld) }).fouten.join('\n')).toMatch(melding);
  });
});
