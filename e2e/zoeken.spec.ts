import { expect } from '@playwright/test';
import { eisPassend, eisToegankelijk, test, zoek } from './hulp.ts';

/** One field finds it all, and says how it read what was typed. */
for (const [breedte, hoogte] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`het zoekresultaat past op ${String(breedte)}×${String(hoogte)}`, async ({ als }) => {
    const kcc = await als('KCC, telefoon', { viewport: { width: breedte, height: hoogte } });
    await zoek(kcc, 'melding havenkade 12');
    await expect(kcc.getByRole('link', { name: /Lantaarn kapot, Havenkade 12/ })).toBeVisible();
    await eisPassend(kcc);
    await eisToegankelijk(kcc, `meldingen op ${String(breedte)}`);
    await zoek(kcc, '1235kk 3');
    await expect(kcc.getByText('Overleden')).toBeVisible();
    await eisPassend(kcc);
    await zoek(kcc, 'nergenshuizen 5');
    await expect(kcc.getByText('Zo kunt u zoeken')).toBeVisible();
    await eisPassend(kcc);
    await eisToegankelijk(kcc, `niets gevonden op ${String(breedte)}`);
  });
}

test('wie belt, is te vinden op het nummer waarmee hij belt', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  await zoek(kcc, '+31 6 1234 5678');
  await kcc.getByRole('link', { name: /Anouk Verhulst/ }).click();
  await expect(kcc.getByRole('heading', { level: 1, name: 'Anouk Verhulst' })).toBeVisible();
});

test('een melding van niemand gaat open op haar formuliernummer, en van een adres op aanvraag', async ({
  als,
}) => {
  const kcc = await als('KCC, telefoon');
  await zoek(kcc, 'of-h4v12');
  await expect(kcc.getByText('Lantaarn kapot, Havenkade 12')).toBeVisible();
  await zoek(kcc, 'havenkade 12');
  await kcc.getByRole('button', { name: 'Meldingen bij dit adres' }).click();
  await expect(kcc.getByRole('link', { name: /Lantaarn kapot, Havenkade 12/ })).toBeVisible();
});

test('te weinig letters voor een * zegt het veld zelf', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  await zoek(kcc, 've* 12-3-1984');
  await expect(kcc.getByRole('alert').filter({ hasText: 'Zet ten minste 3 letters' })).toBeVisible();
});

test('als het klantregister zwijgt, is niet gezegd dat het nummer van niemand is', async ({
  als,
  storing,
}) => {
  const kcc = await als('KCC, telefoon');
  await storing('klantinteracties', '500');
  await zoek(kcc, '06 99 88 77 66');
  await expect(kcc.getByText('Hier kan iets ontbreken')).toBeVisible();
  await eisToegankelijk(kcc, 'zoeken met een stille bron');
});
