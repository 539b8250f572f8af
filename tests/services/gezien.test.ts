import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { metOffset } from '../../server/domain/dagen.ts';
import type { ZaakDetail } from '../../shared/contracts/zaak.ts';
import { totdat, type Antwoord } from '../hulp/console.ts';
import { verwachtFout, zaakVan } from '../hulp/klant.ts';
import { startSchrijfproef, type Schrijfproef } from '../hulp/schrijfproef.ts';

let proef: Schrijfproef;
beforeAll(async () => {
  proef = await startSchrijfproef();
});
afterAll(() => proef.sluit());
afterEach(async () => {
  proef.gedrag = 'gewoon';
  await proef.registerproef.herstel();
  for (const { id } of await proef.taken()) await proef.wonen.delete(`/api/taken/${id}`);
});

const AANROEP = { medewerker: null, doel: 'behandeling', traceId: '0'.repeat(32), vers: true };
const register = () => {
  const [eerste] = proef.toepassing.deps.registers.zaken;
  if (eerste === undefined) throw new Error('geen zaakregister');
  return eerste;
};
const uuid = ({ id }: ZaakDetail): string => id.slice(id.lastIndexOf('~') + 1);
/** Two statustypen that do not close the zaak. */
const tussen = ({ statustypen }: ZaakDetail) => {
  const [een, ander] = statustypen.filter(({ eindstatus }) => !eindstatus);
  if (een === undefined || ander === undefined) throw new Error('te weinig statustypen');
  return [een, ander] as const;
};
const tekst = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '');
const eind = ({ statustypen }: ZaakDetail) => {
  const gevonden = statustypen.find(({ eindstatus }) => eindstatus);
  if (gevonden === undefined) throw new Error('geen eindstatus');
  return gevonden;
};
const zetStatus = (zaak: ZaakDetail, inhoud: object) =>
  proef.wonen.post<{ id: string; bezorging: string }>(`/api/zaken/${zaak.id}/statussen`, inhoud);
const zetSub = (zaak: ZaakDetail, inhoud: object) =>
  proef.wonen.post<{ id: string; bezorging: string }>(`/api/zaken/${zaak.id}/substatussen`, inhoud);
/** Another program sets a status at the register itself. */
async function iemandAnders(zaak: ZaakDetail, statustype: string): Promise<string> {
  const gezet = await register().zetStatus(
    { zaak: uuid(zaak), statustype, datumStatusGezet: metOffset(new Date()), toelichting: null },
    AANROEP,
  );
  return gezet.uuid;
}
/** The breaker of a register that was away closes again by itself. */
async function totGezet(zet: () => Promise<string>): Promise<string> {
  let gezet = '';
  await totdat(async () => (gezet = await zet().catch(() => '')) !== '');
  return gezet;
}
const statussen = async (zaak: ZaakDetail) => register().statussen(uuid(zaak), AANROEP);
const alsWacht = ({ status, json, tekst }: Antwoord<{ bezorging: string }>) =>
  expect([status, json.bezorging], tekst).toEqual([201, 'wacht']);
/** The register takes writes again, and what waits is due. */
async function weerDaar(): Promise<void> {
  proef.gedrag = 'gewoon';
  await proef.later();
}
const taakNa = async () => {
  await weerDaar();
  await totdat(async () => (await proef.taken()).length > 0);
  return (await proef.taken())[0];
};

describe('wie een status zet op wat hij zag', () => {
  it('zet hem als er niets veranderde', async () => {
    const zaak = await proef.vrijeZaak();
    const [een] = tussen(zaak);
    const { status, tekst } = await zetStatus(zaak, { statustype: een.id, gezien: zaak.statusNu });
    expect(status, tekst).toBe(201);
    expect((await zaakVan(proef.wonen, zaak.id)).statusNu).not.toBe(zaak.statusNu);
  });

  it('hoort wie er een andere zette, welke en wanneer, en er verandert niets', async () => {
    const zaak = await proef.vrijeZaak();
    const [een, ander] = tussen(zaak);
    const collega = await proef.login('behandelaar');
    await collega.post(`/api/zaken/${zaak.id}/statussen`, { statustype: een.id, gezien: zaak.statusNu });
    const voor = await statussen(zaak);
    const fout = verwachtFout(
      await zetStatus(zaak, { statustype: ander.id, gezien: zaak.statusNu }),
      409,
      'conflict',
    );
    expect(fout.fouten).toMatchObject([{ pad: 'gezien', code: 'intussen_gewijzigd' }]);
    const { json: ik } = await collega.get<{ medewerker: { naam: string } }>('/api/me');
    expect(fout.detail).toContain(ik.medewerker.naam);
    expect(fout.detail).toContain(een.naam);
    expect(fout.detail).toMatch(/\d{2}-\d{2}-\d{4} om \d{2}\.\d{2} uur/);
    expect(fout.detail).toContain('niets overschreven');
    expect(await statussen(zaak)).toEqual(voor);
    // After having looked, it may be set all the same.
    const { statusNu } = await zaakVan(proef.wonen, zaak.id);
    expect((await zetStatus(zaak, { statustype: ander.id, gezien: statusNu })).status).toBe(201);
  });

  it('hoort het ook van een ander programma, dan zonder naam', async () => {
    const zaak = await proef.vrijeZaak();
    const [een, ander] = tussen(zaak);
    await iemandAnders(zaak, een.id);
    const inhoud = { statustype: ander.id, gezien: zaak.statusNu };
    const fout = verwachtFout(await zetStatus(zaak, inhoud), 409, 'conflict');
    expect(fout.detail).toMatch(/^Iemand anders zette/);
  });

  it('die niet zegt wat hij zag, wordt niet vergeleken', async () => {
    const zaak = await proef.vrijeZaak();
    const [een, ander] = tussen(zaak);
    await iemandAnders(zaak, een.id);
    expect((await zetStatus(zaak, { statustype: ander.id })).status).toBe(201);
  });

  it('en een substatus net zo', async () => {
    const zaak = await proef.vrijeZaak();
    await iemandAnders(zaak, tussen(zaak)[0].id);
    const inhoud = { omschrijving: 'Op oude stand', doelgroep: 'intern' };
    verwachtFout(await zetSub(zaak, { ...inhoud, gezien: zaak.statusNu }), 409, 'conflict');
    expect(proef.inRegister('substatussen', 'Op oude stand')).toBe(0);
    const { statusNu } = await zaakVan(proef.wonen, zaak.id);
    expect((await zetSub(zaak, { ...inhoud, gezien: statusNu })).status).toBe(201);
  });
});

describe('een status die moest wachten', () => {
  it('wordt niet gezet over een nieuwere heen: hij komt terug met de reden', async () => {
    const zaak = await proef.vrijeZaak();
    const [een, ander] = tussen(zaak);
    proef.gedrag = 'weg';
    alsWacht(await zetStatus(zaak, { statustype: ander.id, toelichting: 'Te laat', gezien: zaak.statusNu }));
    const nieuwste = await iemandAnders(zaak, een.id);
    const taak = await taakNa();
    expect(taak).toMatchObject({
      soort: 'status',
      invoer: { statustype: ander.id, toelichting: 'Te laat' },
      fouten: [{ pad: 'gezien', code: 'intussen_gewijzigd' }],
    });
    expect(taak?.reden).toContain(een.naam);
    expect((await register().zaak(uuid(zaak), AANROEP)).status).toBe(nieuwste);
    expect(proef.inRegister('statussen', 'Te laat')).toBe(0);
    // Having looked, its author sends it again.
    const { status } = await proef.wonen.post(`/api/taken/${taak?.id ?? ''}/opnieuw`, {
      ...taak?.invoer,
      gezien: nieuwste,
    });
    expect(status).toBe(201);
    expect(proef.inRegister('statussen', 'Te laat')).toBe(1);
  });

  it('opnieuw sturen op een oude stand is weer een conflict, en de taak blijft', async () => {
    const zaak = await proef.vrijeZaak();
    const [een, ander] = tussen(zaak);
    proef.gedrag = 'weg';
    alsWacht(await zetStatus(zaak, { statustype: ander.id, gezien: zaak.statusNu }));
    await iemandAnders(zaak, een.id);
    const taak = await taakNa();
    const weer = { ...taak?.invoer, gezien: zaak.statusNu };
    verwachtFout(await proef.wonen.post(`/api/taken/${taak?.id ?? ''}/opnieuw`, weer), 409, 'conflict');
    expect(await proef.taken()).toMatchObject([{ id: taak?.id }]);
  });

  it('komt na een eerdere van dezelfde schrijver gewoon aan, in volgorde', async () => {
    const zaak = await proef.vrijeZaak();
    const [een, ander] = tussen(zaak);
    proef.gedrag = 'weg';
    alsWacht(await zetStatus(zaak, { statustype: een.id, toelichting: 'Eerst', gezien: zaak.statusNu }));
    alsWacht(await zetStatus(zaak, { statustype: ander.id, toelichting: 'Dan', gezien: zaak.statusNu }));
    await weerDaar();
    await totdat(() => proef.inRegister('statussen', 'Dan') > 0);
    const nieuwste = (await statussen(zaak))
      .toSorted((a, b) => Date.parse(a.datumStatusGezet) - Date.parse(b.datumStatusGezet))
      .map(({ toelichting }) => toelichting);
    expect(nieuwste.slice(-2)).toEqual(['Eerst', 'Dan']);
    expect(await proef.taken()).toEqual([]);
  });

  it('van wie de stand niet kon zien, wijkt alleen voor een latere', async () => {
    const [stil, vrij] = [await proef.vrijeZaak(), await proef.vrijeZaak()];
    await proef.registerproef.stoor('zaken', 'weg');
    proef.gedrag = 'weg';
    for (const zaak of [stil, vrij])
      alsWacht(
        await zetStatus(zaak, { statustype: tussen(zaak)[1].id, toelichting: `In stilte ${zaak.id}` }),
      );
    await proef.registerproef.herstel();
    const nieuwste = await totGezet(() => iemandAnders(stil, tussen(stil)[0].id));
    await taakNa();
    await totdat(() => proef.inRegister('statussen', `In stilte ${vrij.id}`) > 0);
    expect(proef.inRegister('statussen', `In stilte ${stil.id}`)).toBe(0);
    expect((await register().zaak(uuid(stil), AANROEP)).status).toBe(nieuwste);
  });

  it('sluit de zaak niet met een resultaat dat iemand anders koos', async () => {
    const zaak = await proef.vrijeZaak();
    const [gekozen, ander] = zaak.resultaattypen;
    if (gekozen === undefined || ander === undefined) throw new Error('te weinig resultaattypen');
    const afronden = { statustype: eind(zaak).id, resultaattype: gekozen.id, gezien: zaak.statusNu };
    proef.gedrag = 'weg';
    alsWacht(await zetStatus(zaak, afronden));
    // The first attempt set the resultaat and lost the status; then someone replaced it.
    await vervangResultaat(zaak, ander.id);
    const taak = await taakNa();
    expect(taak).toMatchObject({ fouten: [{ pad: 'resultaattype', code: 'intussen_gewijzigd' }] });
    expect(taak?.reden).toContain(ander.naam);
    expect((await register().zaak(uuid(zaak), AANROEP)).einddatum).toBeNull();
    const detail = await zaakVan(proef.wonen, zaak.id);
    expect(detail.heeftResultaat).toBe(true);
    verwachtFout(await zetStatus(zaak, { ...afronden, gezien: detail.statusNu }), 409, 'conflict');
    const zonder = { statustype: eind(zaak).id, gezien: detail.statusNu };
    const weg = await proef.wonen.post(`/api/taken/${taak?.id ?? ''}/opnieuw`, zonder);
    expect(weg.status, weg.tekst).toBe(201);
    expect((await register().zaak(uuid(zaak), AANROEP)).einddatum).not.toBeNull();
  });

  /** The one resultaat of a zaak, in the register itself, as another program would change it. */
  async function vervangResultaat(zaak: ZaakDetail, resultaattype: string): Promise<void> {
    const tabel = proef.registerproef.sandbox.opslag.tabel('zaken/resultaten');
    const rij = tabel.alle().find((een) => JSON.stringify(een['zaak']).includes(uuid(zaak)));
    if (rij === undefined) throw new Error('er is geen resultaat');
    const nieuw = tekst(rij['resultaattype']).replace(/[^/]+$/, resultaattype);
    tabel.zet({ ...rij, resultaattype: nieuw });
  }
});

describe('een substatus die moest wachten', () => {
  it('hoort bij de status waaronder hij geschreven is, ook als de zaak verder ging', async () => {
    const zaak = await proef.vrijeZaak();
    proef.gedrag = 'weg';
    const inhoud = { omschrijving: 'Van toen', doelgroep: 'intern', gezien: zaak.statusNu };
    alsWacht(await zetSub(zaak, inhoud));
    await iemandAnders(zaak, tussen(zaak)[0].id);
    await weerDaar();
    await totdat(() => proef.inRegister('substatussen', 'Van toen') > 0);
    const gezet = await register().substatussen(uuid(zaak), AANROEP);
    expect(gezet.find(({ omschrijving }) => omschrijving === 'Van toen')?.status).toBe(zaak.statusNu);
    expect(await proef.taken()).toEqual([]);
  });

  it('achter een eigen status die ook wachtte, hoort hij bij die', async () => {
    const zaak = await proef.vrijeZaak();
    proef.gedrag = 'weg';
    const { statusNu: gezien } = zaak;
    alsWacht(await zetStatus(zaak, { statustype: tussen(zaak)[0].id, toelichting: 'Eigen status', gezien }));
    alsWacht(await zetSub(zaak, { omschrijving: 'Bij de eigen', doelgroep: 'intern', gezien }));
    await weerDaar();
    await totdat(() => proef.inRegister('substatussen', 'Bij de eigen') > 0);
    const eigen = (await statussen(zaak)).find(({ toelichting }) => toelichting === 'Eigen status');
    const gezet = await register().substatussen(uuid(zaak), AANROEP);
    expect(gezet.find(({ omschrijving }) => omschrijving === 'Bij de eigen')?.status).toBe(eigen?.uuid);
  });

  it('van wie de stand niet kon zien, hoort bij de status van dat moment', async () => {
    const zaak = await proef.vrijeZaak();
    await proef.registerproef.stoor('zaken', 'weg');
    proef.gedrag = 'weg';
    alsWacht(await zetSub(zaak, { omschrijving: 'Blind geschreven', doelgroep: 'intern' }));
    await proef.registerproef.herstel();
    await totGezet(() => iemandAnders(zaak, tussen(zaak)[0].id));
    await weerDaar();
    await totdat(() => proef.inRegister('substatussen', 'Blind geschreven') > 0);
    const gezet = await register().substatussen(uuid(zaak), AANROEP);
    expect(gezet.find(({ omschrijving }) => omschrijving === 'Blind geschreven')?.status).toBe(zaak.statusNu);
  });
});
