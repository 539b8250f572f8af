import { expect } from '@playwright/test';
import { eisPassend, eisToegankelijk, kaart, klapUit, openKlant, test, VAN_T_HOF, VERHULST } from './hulp.ts';

test('een zaak van een ketenpartner: wie, welk nummer, en wat u mag zeggen', async ({ als }) => {
  const kcc = await als('KCC, telefoon', { viewport: { width: 390, height: 844 } });
  await openKlant(kcc, VAN_T_HOF, "Gerard van 't Hof");
  const bezwaar = kaart(kcc, 'WOZ-bezwaar');
  if ((await bezwaar.getByText('Zo zegt u het').count()) === 0) await klapUit(bezwaar);
  for (const plek of [bezwaar, kcc.getByRole('main')]) {
    if (plek !== bezwaar) await bezwaar.getByRole('link', { name: 'Hele zaak' }).click();
    await expect(plek.getByText('behandelt deze zaak')).toBeVisible();
    await expect(plek.getByRole('link', { name: '020 123 47 00' })).toHaveAttribute('href', 'tel:0201234700');
    await expect(plek.getByText('Wij kunnen niet zien hoe ver zij zijn.')).toBeVisible();
    await eisPassend(kcc);
  }
  await eisToegankelijk(kcc, 'zaak van een ketenpartner');
});

test('een afgeronde zaak: gegevens in gewone taal, en documenten die verder gaan waar ze stopten', async ({
  als,
}) => {
  const kcc = await als('KCC, telefoon');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  await kcc.getByRole('button', { name: /^Afgerond/ }).click();
  const rijbewijs = kaart(kcc, 'Rijbewijs');
  await klapUit(rijbewijs);
  await rijbewijs.getByRole('link', { name: 'Hele zaak' }).click();
  await expect(kcc.getByRole('region', { name: 'Gegevens' }).getByText('Afhaallocatie')).toBeVisible();
  await expect(kcc.getByRole('region', { name: 'Behandelend team' }).getByText('Burgerzaken')).toBeVisible();
  await expect(kcc.getByRole('region', { name: 'Doorverbinden' })).toBeVisible();
  const link = kcc.getByRole('region', { name: 'Documenten' }).getByRole('link').first();
  const adres = (await link.getAttribute('href')) ?? '';
  const heel = await kcc.request.get(adres);
  expect(heel.status()).toBe(200);
  const rest = await kcc.request.get(adres, {
    headers: { Range: 'bytes=100-', 'If-Range': heel.headers()['etag'] ?? '' },
  });
  expect(rest.status()).toBe(206);
  expect((await rest.body()).equals((await heel.body()).subarray(100))).toBe(true);
  await eisToegankelijk(kcc, 'zaak met documenten');
});
