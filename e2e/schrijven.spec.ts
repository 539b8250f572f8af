import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { SignJWT } from 'jose';
import type { Bezorgrij } from '../shared/contracts/bezorging.ts';
import type { ZaakDetail, ZaakKort } from '../shared/contracts/zaak.ts';
import { eigenTekst, eisPassend, eisToegankelijk, test } from './hulp.ts';

const GEHEIM = new TextEncoder().encode('sandbox-secret-of-at-least-32-characters');

/** Another program sets a status, at the register itself. */
async function anderProgramma(request: APIRequestContext, zaak: ZaakDetail, statustype: string) {
  const basis = process.env['E2E_SANDBOX'] ?? '';
  const token = await new SignJWT({ client_id: 'console', user_id: 'vakapplicatie', user_representation: '' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('console')
    .setIssuedAt()
    .sign(GEHEIM);
  const uuid = zaak.id.slice(zaak.id.lastIndexOf('~') + 1);
  const antwoord = await request.post(`${basis}/zaken/api/v1/statussen`, {
    headers: { authorization: `Bearer ${token}` },
    data: {
      zaak: `${basis}/zaken/api/v1/zaken/${uuid}`,
      statustype: `${basis}/catalogi/api/v1/statustypen/${statustype}`,
      datumStatusGezet: new Date().toISOString(),
      statustoelichting: '',
    },
  });
  expect(antwoord.ok(), await antwoord.text()).toBe(true);
}

const json = async <T>(page: Page, pad: string): Promise<T> =>
  (await (await page.request.get(pad)).json()) as T;

/** An open zaak of Wonen that has a status and two others to set, none of which closes it. */
async function eenZaak(wonen: Page): Promise<ZaakDetail> {
  const filter = encodeURIComponent('{"open":true,"mijn":true}');
  const zaken = await json<ZaakKort[]>(
    wonen,
    `/api/zaken?filter=${filter}&range=[0,40]&sort=["startdatum","DESC"]`,
  );
  for (const { id, status, deelzaken } of zaken) {
    if (status === null || deelzaken.length > 0) continue;
    const zaak = await json<ZaakDetail>(wonen, `/api/zaken/${id}`);
    if (zaak.statustypen.filter(({ eindstatus }) => !eindstatus).length > 2) return zaak;
  }
  throw new Error('There is no zaak for this story.');
}

test('een status die te laat komt, komt terug en gaat verbeterd weg', async ({
  als,
  beheerder,
  request,
  storing,
  geenStoring,
}) => {
  test.slow();
  const wonen = await als('Behandelaar, Wonen');
  const zaak = await eenZaak(wonen);
  const [een, ander] = zaak.statustypen.filter(
    ({ eindstatus, naam }) => !eindstatus && naam !== zaak.status?.naam,
  );
  if (een === undefined || ander === undefined) throw new Error('There are too few statustypen.');
  const tekst = eigenTekst('Gezien ter plaatse');

  await wonen.goto(`/zaken/${encodeURIComponent(zaak.id)}/show`);
  await wonen.getByRole('button', { name: 'Zet status of substatus' }).click();
  const paneel = wonen.getByRole('complementary', { name: 'Status zetten' });
  await paneel.getByRole('button', { name: 'Status', exact: true }).click();
  await paneel.getByText(ander.naam, { exact: true }).click();
  await paneel.getByLabel(/Toelichting/).fill(tekst);
  await storing('zaken', '500');
  await paneel.getByRole('button', { name: /^Zet status/ }).click();
  await expect(paneel.getByText('Bewaard, wacht op het register')).toBeVisible({ timeout: 30_000 });

  // The beheerder sees that it waits, and whose it is; not what is in it.
  const beheer = await beheerder();
  const rij = beheer.getByRole('row').filter({ hasText: zaak.id });
  await expect(rij).toBeVisible();
  await expect(beheer.getByText(tekst)).toHaveCount(0);
  await eisToegankelijk(beheer, 'bezorging met een rij die wacht');
  // By itself it is tried ever later: from here on there is time for another program to come first.
  const nogEven = async () => {
    const alle = await json<Bezorgrij[]>(beheer, '/api/bezorging');
    const volgende = alle.find((een_) => een_.zaak === zaak.id)?.volgendePoging;
    return volgende == null ? 0 : Date.parse(volgende) - Date.now();
  };
  await expect.poll(nogEven, { timeout: 60_000, intervals: [500] }).toBeGreaterThan(8000);
  await geenStoring();
  await anderProgramma(request, zaak, een.id);
  // The server leaves a register alone for a while after it failed: one tries until it answers.
  await expect(async () => {
    const probeer = rij.getByRole('button', { name: /^Probeer nu/ });
    if (await probeer.isVisible()) await probeer.click();
    await expect(rij).toContainText('bij de schrijver', { timeout: 6000 });
  }).toPass({ timeout: 45_000 });

  // Its author hears who was first, corrects it on the spot and sends it again.
  const taken = wonen.getByRole('region', { name: 'Wat terugkwam' });
  await expect(taken.getByText(new RegExp(`Iemand anders zette .*${een.naam}`))).toBeVisible();
  await expect(taken.getByText(tekst)).toBeVisible();
  await taken.getByRole('button', { name: 'Verbeter en verstuur opnieuw' }).click();
  const formulier = taken.getByRole('form', { name: 'Verbeter en verstuur opnieuw' });
  await expect(formulier.getByText(new RegExp(`De status is nu .*${een.naam}`))).toBeVisible();
  await expect(formulier.getByLabel(/Toelichting/)).toHaveValue(tekst);
  await expect(formulier.getByRole('radio', { name: ander.naam })).toBeChecked();
  await eisToegankelijk(wonen, 'een geweigerde status verbeteren');
  await eisPassend(wonen);
  // What was typed stays when one looks elsewhere first.
  await formulier.getByLabel(/Toelichting/).fill(`${tekst} Verbeterd.`);
  await wonen.keyboard.press('Escape');
  await expect(taken.getByRole('button', { name: 'Verbeter en verstuur opnieuw' })).toBeFocused();
  await wonen.keyboard.press('Enter');
  await expect(formulier.getByLabel(/Toelichting/)).toHaveValue(`${tekst} Verbeterd.`);
  await formulier.getByLabel(/Toelichting/).press('Control+Enter');
  await expect(taken.getByText('Opnieuw verstuurd')).toBeVisible({ timeout: 30_000 });
  await expect(formulier).toHaveCount(0);
  await expect(rij).toContainText('is klaar', { timeout: 30_000 });
  const nu = await json<ZaakDetail>(wonen, `/api/zaken/${zaak.id}`);
  expect(nu.status?.naam).toBe(ander.naam);
});

test('wie een status kiest terwijl een ander er een zet, hoort het eerst', async ({ als, request }) => {
  const wonen = await als('Behandelaar, Wonen');
  const zaak = await eenZaak(wonen);
  const [een, ander] = zaak.statustypen.filter(
    ({ eindstatus, naam }) => !eindstatus && naam !== zaak.status?.naam,
  );
  if (een === undefined || ander === undefined) throw new Error('There are too few statustypen.');
  await wonen.goto(`/zaken/${encodeURIComponent(zaak.id)}/show`);
  await wonen.getByRole('button', { name: 'Zet status of substatus' }).click();
  const paneel = wonen.getByRole('complementary', { name: 'Status zetten' });
  await paneel.getByRole('button', { name: 'Status', exact: true }).click();
  await paneel.getByText(ander.naam, { exact: true }).click();
  await anderProgramma(request, zaak, een.id);
  const melding = paneel.getByText('De zaak is intussen gewijzigd');
  await expect(async () => {
    if (!(await melding.isVisible())) await paneel.getByRole('button', { name: /^Zet status/ }).click();
    await expect(melding).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await eisToegankelijk(wonen, 'een zaak die intussen gewijzigd is');
  await paneel.getByRole('button', { name: 'Bekijk' }).click();
  await expect(melding).toHaveCount(0);
  await paneel.getByRole('button', { name: /^Zet status/ }).click();
  await expect(paneel.getByText('Status gezet')).toBeVisible({ timeout: 30_000 });
});

for (const [breedte, hoogte] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`de beheerder begint bij de bezorging, op ${String(breedte)}×${String(hoogte)}`, async ({
    beheerder,
  }) => {
    const beheer = await beheerder({ viewport: { width: breedte, height: hoogte } });
    await expect(beheer.getByRole('table').first()).toBeVisible();
    await expect(beheer.getByText('Werk op de achtergrond')).toBeVisible();
    await eisPassend(beheer);
    await eisToegankelijk(beheer, `bezorging op ${String(breedte)}`);
  });
}
