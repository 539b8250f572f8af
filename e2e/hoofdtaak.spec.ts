import { expect, test } from '@playwright/test';
import { eisToegankelijk, kaart, openKlant, VERHULST, volgorde, werkAls, zoek } from './hulp.ts';

/** The main job: someone calls, the behandelaar writes, the card changes while one looks and types. */
test('kcc beantwoordt de vraag terwijl de behandelaar een substatus zet', async ({ browser }) => {
  const kcc = await werkAls(browser, 'KCC, telefoon');
  await eisToegankelijk(kcc, 'bureau');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  await eisToegankelijk(kcc, 'klantbeeld');

  const subsidie = kaart(kcc, 'Subsidie geluidsanering');
  await subsidie.getByRole('button', { name: 'uitklappen' }).click();
  await expect(subsidie.getByText('Zo zegt u het')).toBeVisible();
  const zaaknummer = /ZAAK-\d{4}-\d+/.exec((await subsidie.textContent()) ?? '')?.[0] ?? '';
  expect(zaaknummer).not.toBe('');

  await kcc.keyboard.press('n');
  const notitie = kcc.getByLabel(/Notitie/);
  await expect(notitie).toBeVisible();
  await notitie.fill('Mevrouw vraagt wanneer de meting is.');
  await notitie.evaluate((veld: HTMLTextAreaElement) => veld.setSelectionRange(8, 8));
  const vooraf = await volgorde(kcc);

  const behandelaar = await werkAls(browser, 'Behandelaar, Wonen');
  await eisToegankelijk(behandelaar, 'werkvoorraad');
  await zoek(behandelaar, zaaknummer);
  await expect(behandelaar.getByRole('heading', { level: 1, name: 'Subsidie geluidsanering' })).toBeVisible();
  await eisToegankelijk(behandelaar, 'zaak');
  await behandelaar
    .getByRole('link', { name: 'Zet status of substatus' })
    .or(behandelaar.getByRole('button', { name: 'Zet status of substatus' }))
    .click();
  const tekst = `De meting is op ${new Date().toISOString().slice(11, 19)} ingepland.`;
  await behandelaar.getByLabel('Wat is er gebeurd?').fill(tekst);
  await behandelaar.getByRole('radio', { name: /Inwoner en KCC/ }).check();
  await eisToegankelijk(behandelaar, 'substatus zetten');
  await behandelaar.getByRole('button', { name: /^Zet substatus/ }).click();

  // Without a reload: the card of the colleague shows it, marked, and what was being typed is untouched.
  await expect(subsidie.getByText(tekst).first()).toBeVisible();
  await expect(subsidie.getByText(/Zojuist gewijzigd/)).toBeVisible();
  await expect(notitie).toBeFocused();
  expect(await notitie.evaluate((veld: HTMLTextAreaElement) => veld.selectionStart)).toBe(8);
  await kcc.keyboard.type('Verhulst ');
  await expect(notitie).toHaveValue('Mevrouw Verhulst vraagt wanneer de meting is.');
  expect(await volgorde(kcc)).toEqual(vooraf);

  // Registering: vraagtype confirmed, the viewed zaak linked by itself, at most two more acts.
  const afronden = kcc.getByRole('form', { name: 'Afronden' });
  await expect(afronden.getByRole('checkbox', { name: /geluidsanering/ })).toBeChecked();
  await afronden.getByText('Voortgang', { exact: true }).click();
  await afronden.getByRole('button', { name: /Opslaan en afsluiten/ }).click();
  await expect(kcc.getByText('Mevrouw Verhulst vraagt wanneer de meting is.').first()).toBeVisible();
});

test('een verbroken verbinding mist niets en verdubbelt niets', async ({ browser }) => {
  const kcc = await werkAls(browser, 'KCC, telefoon');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  const vergunning = kaart(kcc, 'Omgevingsvergunning');
  await vergunning.getByRole('button', { name: 'uitklappen' }).click();
  const zaaknummer = /ZAAK-\d{4}-\d+/.exec((await vergunning.textContent()) ?? '')?.[0] ?? '';
  await kcc.context().setOffline(true);
  await expect(kcc.getByText(/verbinding/i).first()).toBeVisible();

  const behandelaar = await werkAls(browser, 'Behandelaar, Wonen');
  await zoek(behandelaar, zaaknummer);
  await behandelaar
    .getByRole('link', { name: 'Zet status of substatus' })
    .or(behandelaar.getByRole('button', { name: 'Zet status of substatus' }))
    .click();
  const tekst = `Het advies is besproken om ${new Date().toISOString().slice(11, 19)}.`;
  await behandelaar.getByLabel('Wat is er gebeurd?').fill(tekst);
  await behandelaar.getByRole('radio', { name: /Inwoner en KCC/ }).check();
  await behandelaar.getByRole('button', { name: /^Zet substatus/ }).click();

  await kcc.context().setOffline(false);
  await expect(vergunning.getByText(tekst).first()).toBeVisible({ timeout: 30_000 });
  await expect(vergunning.locator('ul').getByText(tekst)).toHaveCount(1);
});
