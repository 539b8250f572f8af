import { afterEach, describe, expect, it } from 'vitest';
import { aanroep, BSN, json, maakNep, pagina, probleem, uuid } from '../nepregister.ts';
import { maakKlantregister1, maakRegister1 } from './register1.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((doe) => doe()));
});

async function opzet(klanten: object[]) {
  const { nep, tabellen } = await maakRegister1();
  tabellen['klanten'] = klanten.map((klant, n) => ({
    url: `${nep.url}/kl/klanten/${uuid(n + 1)}`,
    ...klant,
  }));
  const { register, sluit } = maakKlantregister1(nep.url);
  opruimen.push(sluit, () => nep.sluit());
  return { nep, register };
}
const IEMAND = { voornaam: 'Anouk', voorvoegselAchternaam: '', achternaam: 'Verhulst' };

describe('een klant van de oudere stijl', () => {
  it('op telefoonnummer, in elk van de drie schrijfwijzen gevraagd', async () => {
    const { nep, register } = await opzet([
      { ...IEMAND, telefoonnummer: '+31612345678', subjectIdentificatie: { inpBsn: BSN } },
      { bedrijfsnaam: 'Stil', telefoonnummer: '0612345678', subjectIdentificatie: { innNnpId: '858001378' } },
      { achternaam: 'Ander', telefoonnummer: '0687654321' },
    ]);
    const gevonden = await register.zoekOpDigitaalAdres({ telefoonnummer: '0031 6 12345678' }, aanroep());
    expect(gevonden).toMatchObject([
      { naam: 'Stil', sleutel: null, rsin: '858001378' },
      { naam: 'Anouk Verhulst', sleutel: { soort: 'persoon', nummer: BSN } },
    ]);
    expect(nep.oproepen.map(({ query }) => query.get('telefoonnummer'))).toEqual([
      '0612345678',
      '+31612345678',
      '0031612345678',
    ]);
  });

  it('op e-mailadres, zoals getypt en in kleine letters; een klant die er vaker staat één keer', async () => {
    const zelfde = { ...IEMAND, emailadres: 'a@b.nl', subjectIdentificatie: { inpBsn: BSN } };
    const { nep, register } = await opzet([zelfde, zelfde]);
    expect(await register.zoekOpDigitaalAdres({ emailadres: 'A@b.nl' }, aanroep())).toHaveLength(1);
    expect(nep.oproepen.map(({ query }) => query.get('emailadres'))).toEqual(['A@b.nl', 'a@b.nl']);
  });

  it.each([
    ['weigert', 400],
    ['negeert', 200],
  ])('een register dat het filter %s, zegt dat het dit niet kan', async (_wat, status) => {
    const nep = await maakNep((_o, res) =>
      json(
        res,
        status === 200
          ? pagina([{ url: `http://x/kl/klanten/${uuid(1)}`, telefoonnummer: '0687654321' }])
          : probleem('unknown-parameters', 400),
        status,
      ),
    );
    const { register, sluit } = maakKlantregister1(nep.url);
    opruimen.push(sluit, () => nep.sluit());
    await expect(
      register.zoekOpDigitaalAdres({ telefoonnummer: '0612345678' }, aanroep()),
    ).rejects.toMatchObject({ soort: 'niet_ondersteund', code: 'digitaaladres' });
  });
});
