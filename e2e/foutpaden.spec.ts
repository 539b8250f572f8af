import { expect, test } from '@playwright/test';
import { eisToegankelijk, openKlant, VERHULST, werkAls, zoek } from './hulp.ts';

const sandbox = () => process.env['E2E_SANDBOX'] ?? '';

test('het inlogscherm is toegankelijk', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: /Inloggen/ })).toBeVisible();
  await eisToegankelijk(page, 'inloggen');
});

test('een verkeerd BSN wordt bij het veld gemeld en niet verstuurd', async ({ browser }) => {
  const kcc = await werkAls(browser, 'KCC, telefoon');
  const verstuurd: string[] = [];
  kcc.on('request', (verzoek) => verstuurd.push(verzoek.url()));
  await zoek(kcc, '999993654');
  await expect(kcc.getByText('Dit BSN klopt niet. Controleer de cijfers.')).toBeVisible();
  expect(verstuurd.filter((url) => url.includes('/zoek'))).toEqual([]);
  await eisToegankelijk(kcc, 'zoeken met een fout');
});

test('te veel treffers zegt wat te doen', async ({ browser }) => {
  const kcc = await werkAls(browser, 'KCC, telefoon');
  await zoek(kcc, '1234AA 1');
  await expect(
    kcc
      .getByText(/Te veel personen gevonden|te veel personen/i)
      .or(kcc.getByRole('heading', { level: 1 }))
      .first(),
  ).toBeVisible();
});

test('een bron die faalt laat de rest staan en is opnieuw te proberen', async ({ browser, request }) => {
  const kcc = await werkAls(browser, 'KCC, telefoon');
  await request.post(`${sandbox()}/_sandbox/storingen`, {
    data: { api: 'klantinteracties', soort: '500', seconden: 6 },
  });
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  await expect(kcc.getByText(/Klantcontacten/).first()).toBeVisible();
  await expect(kcc.getByText('Individuele inkomenstoeslag').first()).toBeVisible();
  await eisToegankelijk(kcc, 'klantbeeld met een bron die faalt');
  await expect(async () => {
    await kcc
      .getByRole('button', { name: /Opnieuw/ })
      .first()
      .click();
    await expect(kcc.getByRole('button', { name: /^Opnieuw/ })).toHaveCount(0, { timeout: 1500 });
  }).toPass({ timeout: 30_000 });
});

test('een verlopen sessie vraagt opnieuw in te loggen en houdt de tekst', async ({ browser }) => {
  const kcc = await werkAls(browser, 'KCC, tweede medewerker');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  await kcc.getByRole('button', { name: 'Telefoon' }).first().click();
  await kcc.getByLabel(/Notitie/).fill('Deze tekst mag niet weg.');
  await kcc.context().clearCookies();
  await kcc.getByLabel(/Notitie/).press('End');
  await kcc.keyboard.type(' Ook dit niet.');
  await expect(kcc.getByText(/opnieuw in/i).first()).toBeVisible();
  await kcc.getByRole('button', { name: 'KCC, tweede medewerker' }).click();
  await expect(kcc.getByRole('heading', { level: 1, name: 'Anouk Verhulst' })).toBeVisible();
  await expect(kcc.getByLabel(/Notitie/)).toHaveValue('Deze tekst mag niet weg. Ook dit niet.');
});

for (const [breedte, hoogte] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`de schermen passen op ${breedte}×${hoogte}`, async ({ browser }) => {
    const kcc = await werkAls(browser, 'KCC, telefoon');
    await kcc.setViewportSize({ width: breedte, height: hoogte });
    await openKlant(kcc, VERHULST, 'Anouk Verhulst');
    const teBreed = await kcc.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(teBreed).toBe(0);
    await eisToegankelijk(kcc, `klantbeeld op ${breedte}`);
  });
}
