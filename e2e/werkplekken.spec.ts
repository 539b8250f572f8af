import { expect } from '@playwright/test';
import {
  eigenTekst,
  eisPassend,
  eisToegankelijk,
  kaart,
  klapUit,
  OKKERSE,
  openKlant,
  test,
  VERHULST,
} from './hulp.ts';

for (const [breedte, hoogte] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`de schermen passen op ${String(breedte)}×${String(hoogte)}`, async ({ als }) => {
    const viewport = { width: breedte, height: hoogte };
    const kcc = await als('KCC, telefoon', { viewport });
    await openKlant(kcc, VERHULST, 'Anouk Verhulst');
    for (const zaaktype of ['Omgevingsvergunning', 'Subsidie geluidsanering'])
      await klapUit(kaart(kcc, zaaktype));
    await eisPassend(kcc);
    await eisToegankelijk(kcc, `klantbeeld op ${String(breedte)}`);
    await kaart(kcc, 'Omgevingsvergunning').getByRole('link', { name: 'Hele zaak' }).click();
    await expect(kcc.getByRole('heading', { level: 1, name: 'Omgevingsvergunning' })).toBeVisible();
    await expect(kcc.getByRole('list', { name: 'Voortgang' })).toBeVisible();
    await eisPassend(kcc);
    await eisToegankelijk(kcc, `zaak op ${String(breedte)}`);
    const behandelaar = await als('Behandelaar, Wonen', { viewport });
    await behandelaar.locator('button[data-rij]').first().click();
    await expect(behandelaar.getByLabel('Wat is er gebeurd?')).toBeVisible();
    await eisPassend(behandelaar);
    await eisToegankelijk(behandelaar, `werkvoorraad op ${String(breedte)}`);
  });
}

test('de balie laat een meekijkende inwoner niets zien voor zij het wil', async ({ als }) => {
  const balie = await als('Balie, Burgerzaken', { viewport: { width: 1024, height: 768 }, hasTouch: true });
  await openKlant(balie, VERHULST, 'Anouk Verhulst');
  const adres = balie.getByText('Lindelaan 18, 1234 AB Oeverdam');
  await expect(adres).toBeHidden();
  await balie
    .getByRole('button', { name: /tik om te tonen/ })
    .first()
    .tap();
  await expect(adres).toBeVisible();
  await balie.getByRole('button', { name: 'Tijdlijn' }).tap();
  await expect(balie.getByRole('region', { name: 'Tijdlijn' })).toBeVisible();
  await balie.getByRole('button', { name: 'Zaken' }).tap();
  const subsidie = kaart(balie, 'Subsidie geluidsanering');
  await klapUit(subsidie);
  const intern = subsidie.getByText('Intern, niet zeggen');
  await expect(intern).toBeHidden();
  await subsidie.getByRole('button', { name: /Interne stap/ }).tap();
  await expect(intern).toBeVisible();
  await balie.getByRole('button', { name: 'Nieuw gesprek' }).tap();
  await expect(balie.getByLabel('Kanaal')).toHaveValue('balie');
  await eisToegankelijk(balie, 'balie in gesprek');
});

test('het hele gesprek gaat zonder muis', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  await kcc.keyboard.press('/');
  await kcc.keyboard.type(OKKERSE);
  await kcc.keyboard.press('Enter');
  await expect(kcc.getByRole('heading', { level: 1, name: 'Jan Willem Okkerse' })).toBeVisible();
  await kcc.keyboard.press('n');
  const notitie = kcc.getByLabel(/Notitie/);
  await expect(notitie).toBeVisible();
  await expect(kcc.getByText(/^Met/)).toHaveText('Met Jan Willem Okkerse');
  await kcc.keyboard.press('F2');
  await expect(notitie).toBeFocused();
  const tekst = eigenTekst('Wil weten hoe het staat.');
  await kcc.keyboard.type(tekst);
  await expect(kcc.getByRole('button', { name: /^Bevestig: voortgang/ })).toBeVisible();
  await kcc.keyboard.press('Control+Enter');
  await expect(kcc.getByRole('button', { name: /^Opslaan en afsluiten/ })).toBeVisible();
  await expect(notitie).toBeFocused();
  await kcc.keyboard.press('Control+Enter');
  await expect(kcc.getByText('Contactmoment bewaard')).toBeVisible();
  await expect(kcc.getByRole('region', { name: 'Tijdlijn' }).getByText(tekst)).toBeVisible();
});

test('de behandelaar sluit een zaak met een resultaat', async ({ als }) => {
  const behandelaar = await als('Behandelaar, Wonen');
  const som = behandelaar.locator('.som');
  await expect(som).toHaveText(/^\d+ open zaken/);
  const open = Number.parseInt((await som.textContent()) ?? '', 10);
  const rij = behandelaar.locator('tr.rij').filter({ hasText: 'Toets brandveiligheid' }).first();
  await rij.getByRole('button').click();
  const statussen = behandelaar.getByRole('group', { name: /Welke status/ });
  // A zaak without a status yet takes no substatus: then there is nothing to choose between.
  const status = behandelaar.getByRole('button', { name: 'Status', exact: true });
  await expect(statussen.or(status)).toBeVisible();
  if (await status.isVisible()) await status.click();
  await statussen.getByRole('radio').last().check();
  const resultaten = behandelaar.getByRole('group', { name: /Met welk resultaat/ });
  await expect(resultaten).toBeVisible();
  await behandelaar.getByRole('button', { name: /^Zet status/ }).click();
  await expect(behandelaar.getByText('Kies een resultaat.')).toBeVisible();
  await eisToegankelijk(behandelaar, 'een resultaat kiezen');
  await resultaten.getByRole('radio').first().check();
  await behandelaar.getByRole('button', { name: /^Zet status/ }).click();
  await expect(behandelaar.getByText(/^Deze zaak is afgerond op/)).toBeVisible();
  await expect(som).toHaveText(new RegExp(`^${String(open - 1)} open zaken`));
  await behandelaar.getByRole('link', { name: 'Hele zaak' }).click();
  await expect(behandelaar.getByRole('heading', { level: 2, name: 'Resultaat' })).toBeVisible();
  await expect(
    behandelaar.getByRole('region', { name: 'Kerngegevens' }).getByText(/^Afgerond/),
  ).toBeVisible();
});

test('het donkere scherm is even leesbaar', async ({ als }) => {
  const kcc = await als('KCC, telefoon', { colorScheme: 'dark' });
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  const donker = await kcc.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(donker).not.toBe('rgb(255, 255, 255)');
  await eisToegankelijk(kcc, 'klantbeeld, donker');
  await kaart(kcc, 'Individuele inkomenstoeslag').getByRole('link', { name: 'Hele zaak' }).click();
  await expect(kcc.getByRole('list', { name: 'Voortgang' })).toBeVisible();
  await eisToegankelijk(kcc, 'zaak, donker');
  const behandelaar = await als('Behandelaar, Wonen', { colorScheme: 'dark' });
  await behandelaar.locator('button[data-rij]').first().click();
  await expect(behandelaar.getByLabel('Wat is er gebeurd?')).toBeVisible();
  await eisToegankelijk(behandelaar, 'werkvoorraad, donker');
});
