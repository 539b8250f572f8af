import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';

/** The fixed person of the bundled registers (docs/SANDBOX.md). */
export const VERHULST = '999993653';

/** WCAG 2.2 AA with axe: every rule of these tags, none switched off. */
export async function eisToegankelijk(page: Page, scherm: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const gevonden = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(gevonden, `toegankelijkheid van ${scherm}`).toEqual([]);
}

/** A medewerker in a browser of his own. */
export async function werkAls(browser: Browser, gebruiker: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: gebruiker }).click();
  await expect(page.getByRole('button', { name: 'Inloggen' })).toHaveCount(0);
  await expect(page.getByText('Live')).toBeVisible();
  return page;
}

export async function zoek(page: Page, wat: string): Promise<void> {
  const veld = page.getByRole('search').getByRole('textbox');
  await veld.fill(wat);
  await veld.press('Enter');
}

export async function openKlant(page: Page, bsn: string, naam: string): Promise<void> {
  await zoek(page, bsn);
  await expect(page.getByRole('heading', { level: 1, name: naam })).toBeVisible();
}

export const kaart = (page: Page, zaaktype: string): Locator =>
  page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { level: 3, name: zaaktype }) })
    .first();

/** The order of the cards, as ids: it may not change under someone's eyes. */
export const volgorde = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('article[data-zaak]')
    .evaluateAll((kaarten) => kaarten.map((een) => een.getAttribute('data-zaak')));
