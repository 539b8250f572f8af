import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  test as basis,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';

/** The fixed people of the bundled registers (docs/SANDBOX.md); a story that writes about someone has its own. */
export const VERHULST = '999993653';
export const OKKERSE = '999901084';
export const OZTURK = '999901060';
export const EL_AMRANI = '999901047';
export const VAN_T_HOF = '999901072';

type Storing = (api: string, soort: '500' | 'hang') => Promise<void>;

const sandbox = (pad: string): string => `${process.env['E2E_SANDBOX'] ?? ''}/_sandbox/${pad}`;
/** Longer than a story takes: it ends when the story ends it, and in any case after the story. */
const STORING_SECONDEN = 300;

/** What was begun and not registered would stand in the way of the next story of this medewerker. */
async function ruimOp(context: BrowserContext): Promise<void> {
  await context.setOffline(false);
  const antwoord = await context.request.get('/api/gesprekken');
  // A story may end without a session.
  if (!antwoord.ok()) return;
  for (const { id } of (await antwoord.json()) as { id: string }[]) {
    const weg = await context.request.delete(`/api/gesprekken/${id}`, {
      headers: { 'X-Requested-With': 'console', Origin: new URL(antwoord.url()).origin },
    });
    expect(weg.ok(), 'een gesprek dat openstaat is weg te gooien').toBe(true);
  }
}

async function meldAan(
  browser: Browser,
  gebruiker: string,
  opties: BrowserContextOptions,
  begin: (page: Page) => Locator = (page) => page.getByRole('search'),
): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext(opties);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: gebruiker }).click();
  await expect(begin(page)).toBeVisible();
  // On a narrow screen the word is not shown; the connection is there all the same.
  await expect(page.getByText('Live', { exact: true })).toHaveCount(1);
  await ruimOp(context);
  return [context, page];
}

/** `als`: a medewerker in a browser of his own. `storing`: lets one register fail. Both leave nothing behind. */
export const test = basis.extend<{
  als: (gebruiker: string, opties?: BrowserContextOptions) => Promise<Page>;
  /** Who does not work with zaken, and has no search. */
  beheerder: (opties?: BrowserContextOptions) => Promise<Page>;
  storing: Storing;
  geenStoring: () => Promise<void>;
}>({
  als: async ({ browser }, use) => {
    const open: BrowserContext[] = [];
    await use(async (gebruiker, opties = {}) => {
      const [context, page] = await meldAan(browser, gebruiker, opties);
      open.push(context);
      return page;
    });
    for (const context of open) {
      await ruimOp(context);
      await context.close();
    }
  },
  beheerder: async ({ browser }, use) => {
    const open: BrowserContext[] = [];
    await use(async (opties = {}) => {
      const begin = (page: Page) => page.getByRole('heading', { level: 1, name: 'Bezorging' });
      const [context, page] = await meldAan(browser, 'Beheerder', opties, begin);
      open.push(context);
      return page;
    });
    for (const context of open) await context.close();
  },
  geenStoring: async ({ request }, use) => {
    const stop = async () => {
      expect((await request.delete(sandbox('storingen'))).ok()).toBe(true);
    };
    await use(stop);
    await stop();
  },
  storing: async ({ request, geenStoring }, use) => {
    await geenStoring();
    await use(async (api, soort) => {
      const gezet = await request.post(sandbox('storingen'), {
        data: { api, soort, seconden: STORING_SECONDEN },
      });
      expect(gezet.ok()).toBe(true);
    });
  },
});

/** WCAG 2.2 AA with axe: every rule of these tags, none switched off. */
export async function eisToegankelijk(page: Page, scherm: string): Promise<void> {
  // Scrolled halfway under the frame, a link is as small as what is left of it.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const gevonden = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(gevonden, `toegankelijkheid van ${scherm}`).toEqual([]);
}

/** Nothing sticks out at the side: the page reflows. */
export async function eisPassend(page: Page): Promise<void> {
  const teBreed = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(teBreed).toBe(0);
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

/** Opens the card, and says which zaak it is. */
export async function klapUit(zaak: Locator): Promise<string> {
  await zaak.getByRole('button', { name: 'uitklappen' }).click();
  await expect(zaak.getByText('Zo zegt u het')).toBeVisible();
  const nummer = /ZAAK-\d{4}-\d+/.exec((await zaak.textContent()) ?? '')?.[0];
  if (nummer === undefined) throw new Error('The card shows no zaaknummer.');
  return nummer;
}

/** The behandelaar opens the zaak by its number and writes to inwoner and KCC. */
export async function zetSubstatus(page: Page, zaaknummer: string, tekst: string): Promise<void> {
  await zoek(page, zaaknummer);
  await page.getByRole('button', { name: 'Zet status of substatus' }).click();
  await page.getByLabel('Wat is er gebeurd?').fill(tekst);
  await page.getByRole('radio', { name: /Inwoner en KCC/ }).check();
  await page.getByRole('button', { name: /^Zet substatus/ }).click();
  await expect(page.getByText('Substatus gezet')).toBeVisible();
}

/** The order of the cards, as ids: it may not change under someone's eyes. */
export const volgorde = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('article[data-zaak]')
    .evaluateAll((kaarten) => kaarten.map((een) => een.getAttribute('data-zaak')));

/** A text that no other story, and no other run of this one, wrote. */
export const eigenTekst = (zin: string): string => `${zin} (${crypto.randomUUID().slice(0, 8)})`;
