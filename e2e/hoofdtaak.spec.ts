import { expect } from '@playwright/test';
import {
  eigenTekst,
  eisToegankelijk,
  kaart,
  klapUit,
  openKlant,
  test,
  VERHULST,
  volgorde,
  zetSubstatus,
} from './hulp.ts';

/** The main job: someone calls, the behandelaar writes, the card changes while one looks and types. */
test('kcc beantwoordt de vraag terwijl de behandelaar een substatus zet', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  await eisToegankelijk(kcc, 'bureau');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  await eisToegankelijk(kcc, 'klantbeeld');
  const subsidie = kaart(kcc, 'Subsidie geluidsanering');
  const zaaknummer = await klapUit(subsidie);

  await kcc.keyboard.press('n');
  const notitie = kcc.getByLabel(/Notitie/);
  await expect(notitie).toBeVisible();
  const einde = eigenTekst('vraagt wanneer de meting is.');
  await notitie.fill(`Mevrouw ${einde}`);
  await notitie.evaluate((veld: HTMLTextAreaElement) => veld.setSelectionRange(8, 8));
  const vooraf = await volgorde(kcc);

  const behandelaar = await als('Behandelaar, Wonen');
  await eisToegankelijk(behandelaar, 'werkvoorraad');
  const tekst = eigenTekst('De meting is ingepland.');
  await zetSubstatus(behandelaar, zaaknummer, tekst);

  // Without a reload: the card of the colleague shows it, marked, and what was being typed is untouched. First of all,
  // because the mark goes when the card was in view for some seconds.
  await expect(subsidie.getByText(/Zojuist gewijzigd/)).toBeVisible();
  await expect(subsidie.getByText(tekst).first()).toBeVisible();
  await eisToegankelijk(behandelaar, 'zaak met het paneel');
  await expect(notitie).toBeFocused();
  expect(await notitie.evaluate((veld: HTMLTextAreaElement) => veld.selectionStart)).toBe(8);
  await kcc.keyboard.type('Verhulst ');
  await expect(notitie).toHaveValue(`Mevrouw Verhulst ${einde}`);
  expect(await volgorde(kcc)).toEqual(vooraf);

  // Registering: vraagtype confirmed, the viewed zaak linked by itself, at most two more acts.
  const afronden = kcc.getByRole('form', { name: 'Afronden' });
  await expect(afronden.getByRole('checkbox', { name: /geluidsanering/ })).toBeChecked();
  await afronden.getByText('Voortgang', { exact: true }).click();
  await afronden.getByRole('button', { name: /Opslaan en afsluiten/ }).click();
  await expect(kcc.getByText('Contactmoment bewaard')).toBeVisible();
  await expect(kcc.getByRole('region', { name: 'Tijdlijn' }).getByText(einde)).toBeVisible();
});

test('een verbroken verbinding mist niets en verdubbelt niets', async ({ als }) => {
  const kcc = await als('KCC, telefoon');
  await openKlant(kcc, VERHULST, 'Anouk Verhulst');
  const vergunning = kaart(kcc, 'Omgevingsvergunning');
  const zaaknummer = await klapUit(vergunning);
  await kcc.context().setOffline(true);
  await expect(kcc.getByText('Geen verbinding')).toBeVisible();

  const behandelaar = await als('Behandelaar, Wonen');
  const tekst = eigenTekst('Het advies is besproken.');
  await zetSubstatus(behandelaar, zaaknummer, tekst);
  await expect(vergunning.getByText(tekst)).toHaveCount(0);

  await kcc.context().setOffline(false);
  await expect(vergunning.locator('ul').getByText(tekst)).toHaveCount(1, { timeout: 30_000 });
});
