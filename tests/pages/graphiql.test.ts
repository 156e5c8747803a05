import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { examples } from '../examples.ts';
import { sharedStack } from '../worker/stack.ts';
import { chromiumPath, launchChromium } from './chromium.ts';

const stack = sharedStack();

test.each(examples)('$file is answered without an error, and with something', async ({ text }) => {
  const response = await fetch(new URL('/graphql', stack.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(Object.values(data as object)).not.toContain(null);
  expect(JSON.stringify(data)).toMatch(/\[\{/);
});

const withoutChromium = !chromiumPath && !process.env.CI;
if (withoutChromium)
  console.warn('SKIPPED: the GraphiQL page is not tried, for this machine has no Chromium.');

describe.skipIf(withoutChromium)('the GraphiQL page in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let requests: string[];
  let complaints: string[];

  // One visitor for all: what a page needs is loaded and compiled once.
  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext();
    page = await context.newPage();
    requests = [];
    complaints = [];
    context.on('request', request => requests.push(request.url()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await open();
  });
  afterAll(() => browser?.close());

  const tabs = () => page.getByLabel('Select active operation').getByRole('tab');
  const editor = () => page.getByLabel('Operation Editor').locator('.view-lines');
  const answer = () => page.locator('.result-window');

  async function open() {
    const response = await page.goto(new URL('/graphiql', stack.url).href);
    expect(response?.status()).toBe(200);
    await editor().waitFor();
  }

  test('opens with every example in a tab, runs the first at a click, and asks nothing of any other origin', async () => {
    expect(await page.title()).toBe('Statecraft · GraphiQL');
    expect(await tabs().count()).toBe(examples.length);
    await page.getByRole('button', { name: 'Execute query' }).click();
    await answer().getByText('Mohamed Bazoum').first().waitFor();
    expect(complaints).toEqual([]);
    const origins = requests.filter(url => /^(https?|wss?):/.test(url)).map(url => new URL(url).origin);
    expect([...new Set(origins)]).toEqual([new URL(stack.url).origin]);
  });

  test('says that the server is gone when it is', async () => {
    await context.setOffline(true);
    onTestFinished(() => context.setOffline(false));
    await page.getByRole('button', { name: 'Execute query' }).click();
    await answer().getByText('The server did not answer.').waitFor();
  });

  test('fits a narrow screen: query, answer and documentation can all be reached', async () => {
    const usual = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 780 });
    if (usual) onTestFinished(() => page.setViewportSize(usual));
    await open();
    await page.getByRole('button', { name: 'Execute query' }).click();
    await answer().getByText('Mohamed Bazoum').first().waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test("keeps a visitor's own edits over a reload, and adds no tab", async () => {
    await tabs().filter({ hasText: 'Search' }).getByRole('button', { name: 'Search' }).click();
    await editor().getByText('Tiani').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# My own note\n');
    await page.waitForFunction(() => localStorage.getItem('graphiql:tabState')?.includes('# My own note'));
    await page.reload();
    await editor().getByText('# My own note').waitFor();
    expect(await tabs().count()).toBe(examples.length);
  });
});
