import { expect } from '@playwright/test';
import { eigenTekst, EL_AMRANI, eisToegankelijk, openKlant, OZTURK, test, VERHULST, zoek } from './hulp.ts';

test('het inlogscherm is toegankelijk', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await eisToegankelijk(page, 'inloggen');
});

test('een verkeerd BSN wordt bij het veld gemeld en niet verstuurd', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  const verstuurd: string[] = [];
  kcc.on('request', (verzoek) => verstuurd.push(verzoek.url()));
  await zoek(kcc, '999993654');
  await expect(kcc.getByText('Dit BSN klopt niet. Controleer de cijfers.')).toBeVisible();
  expect(verstuurd.filter((url) => url.includes('/zoek'))).toEqual([]);
  await eisToegankelijk(kcc, 'zoeken met een fout');
});

test('te veel treffers zegt wat te doen', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  await zoek(kcc, '1234ZZ 100');
  await expect(kcc.getByText('Te veel gevonden')).toBeVisible();
  await eisToegankelijk(kcc, 'te veel treffers');
});

test('een bron die faalt laat de rest staan en is opnieuw te proberen', async ({
  als,
  storing,
  geenStoring,
}) => {
  const kcc = await als('KCC, telefoon');
  await storing('klantinteracties', '500');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  const bronnen = kcc.getByRole('region', { name: 'Bronnen' });
  await expect(bronnen.getByText(/Klantcontacten geeft geen antwoord/)).toBeVisible();
  await expect(kcc.getByRole('heading', { level: 3, name: 'Individuele inkomenstoeslag' })).toBeVisible();
  await eisToegankelijk(kcc, 'klantbeeld met een bron die faalt');
  await geenStoring();
  // The server leaves a register alone for a while after it failed: one tries until it answers.
  await expect(async () => {
    await bronnen.getByRole('button', { name: 'Opnieuw' }).click({ timeout: 2000 });
    await expect(bronnen.getByText('geeft geen antwoord')).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 45_000 });
});

test('afronden terwijl het register zwijgt: bewaard, en later bezorgd', async ({
  als,
  storing,
  geenStoring,
}) => {
  const kcc = await als('KCC, telefoon');
  await openKlant(kcc, OZTURK, 'Zoë Çiğdem Öztürk-Müller');
  await kcc.getByRole('complementary', { name: 'Gesprek' }).getByRole('button', { name: 'Telefoon' }).click();
  const onderwerp = eigenTekst('Vraagt hoe het staat');
  await kcc.getByLabel(/Onderwerp/).fill(onderwerp);
  await storing('klantinteracties', '500');
  const afronden = kcc.getByRole('form', { name: 'Afronden' });
  await afronden.getByText('Voortgang', { exact: true }).click();
  await afronden.getByRole('button', { name: /Opslaan en afsluiten/ }).click();
  await expect(kcc.getByText('Bewaard, wacht op het register').first()).toBeVisible({ timeout: 30_000 });
  const rij = kcc
    .getByRole('region', { name: 'Tijdlijn' })
    .getByRole('listitem')
    .filter({ hasText: onderwerp });
  await expect(rij.getByText(/wacht op het register/)).toBeVisible();
  await eisToegankelijk(kcc, 'een contactmoment dat wacht');
  await geenStoring();
  await expect(rij).toHaveCount(1);
  await expect(rij.getByText(/wacht op het register/)).toHaveCount(0, { timeout: 60_000 });
});

test('een verlopen sessie vraagt opnieuw in te loggen en houdt de tekst', async ({ als }) => {
  const kcc = await als('KCC, tweede medewerker');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  await kcc.getByRole('complementary', { name: 'Gesprek' }).getByRole('button', { name: 'Telefoon' }).click();
  const notitie = kcc.getByLabel(/Notitie/);
  await notitie.fill('Deze tekst mag niet weg.');
  await kcc.context().clearCookies();
  await notitie.press('End');
  await kcc.keyboard.type(' Ook dit niet.');
  await expect(kcc.getByText('Uw sessie is voorbij. Log opnieuw in.')).toBeVisible();
  await eisToegankelijk(kcc, 'sessie voorbij');
  await kcc.getByRole('button', { name: 'KCC, tweede medewerker' }).click();
  await expect(kcc.getByRole('heading', { level: 1, name: 'Anouk Verhulst' })).toBeVisible();
  await expect(notitie).toHaveValue('Deze tekst mag niet weg. Ook dit niet.');
});

test('wie geen gesprek met de klant heeft, kiest eerst een reden', async ({ als }) => {
  const teamleider = await als('Teamleider, KCC');
  await zoek(teamleider, EL_AMRANI);
  const venster = teamleider.getByRole('dialog', { name: 'U heeft geen gesprek met deze klant' });
  await expect(venster).toBeVisible();
  await expect(teamleider.getByRole('heading', { level: 1, name: /Amrani/ })).toHaveCount(0);
  await eisToegankelijk(teamleider, 'reden kiezen');
  const open = venster.getByRole('button', { name: 'Open klantbeeld' });
  await expect(open).toBeDisabled();
  await venster.getByRole('radio').first().check();
  await open.click();
  await expect(teamleider.getByRole('heading', { level: 1, name: 'Saïd el Amrani' })).toBeVisible();
});
