import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { ROOMS } from '../../apps/api/src/rooms.js';
import { type Description, operationsOf, served } from '../contract/openapi/served.js';
import { startEdge } from '../kit/edge.js';
import { eventually } from '../kit/eventually.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
let browser: Browser;
beforeAll(async () => {
  edge = await startEdge(ROOMS);
  // The packaged browser is for Linux; elsewhere the one that is installed shows the page. Not with the flags that it suggests: they turn web security off.
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  browser = await browsers.launch(packaged ? { args: ['--no-sandbox', '--disable-gpu'], executablePath: await chromium.executablePath() } : { channel: 'chrome' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await edge?.close();
});

/** The page in a browser, what it asked for and what the browser complained of. */
async function visit(): Promise<{ readonly page: Page; readonly asked: readonly URL[]; readonly said: readonly string[]; readonly policy: string }> {
  const page = await browser.newPage();
  const asked: URL[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url())));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
  const answer = await page.goto(`${edge.address}/docs`);
  await page.waitForSelector('.opblock', { timeout: 60_000 });
  return { page, asked, said, policy: answer?.headers()['content-security-policy'] ?? '' };
}

const shown = (page: Page): Promise<readonly string[]> =>
  page.$$eval('.opblock', (blocks) => blocks.map((block) => `${block.querySelector('.opblock-summary-method')?.textContent} ${block.querySelector('[data-path]')?.getAttribute('data-path')}`));

describe('the documentation', () => {
  it('shows every operation with its example, asks nobody else and breaks nothing of its policy', async () => {
    const { page, asked, said, policy } = await visit();
    const described = operationsOf(JSON.parse(await served()) as Description).map(([route]) => route);
    await page.locator('.opblock').nth(described.length - 1).waitFor({ timeout: 60_000 });
    expect((await shown(page)).toSorted()).toEqual(described.toSorted());
    await page.click('[data-path="/v1/consent-requests"]');
    await page.locator('.opblock.is-open .highlight-code', { hasText: 'FAMRQT' }).first().waitFor();
    expect(await page.textContent('.opblock.is-open')).toContain('FAMRQT');
    expect([...new Set(asked.filter(({ protocol }) => protocol !== 'data:').map(({ origin }) => origin))]).toEqual([new URL(edge.address).origin]);
    expect(asked.map(({ pathname }) => pathname)).toEqual(expect.arrayContaining(['/docs', '/openapi.json']));
    expect(said).toEqual([]);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(policy).not.toContain('unsafe');
    await page.close();
  }, 120_000);

  it('is in a page where nothing foreign loads, and nothing inline runs', async () => {
    const { page, said } = await visit();
    const inline = await page.evaluate(`(async () => {
      const script = Object.assign(document.createElement('script'), { textContent: 'window.ran = true' });
      const image = Object.assign(new Image(), { src: 'http://localhost:1/x.png' });
      const failed = new Promise((resolve) => { image.onerror = resolve; });
      document.body.append(script, image);
      await failed;
      return window.ran === true;
    })()`);
    expect(inline).toBe(false);
    // What a browser says comes beside what it answers.
    await eventually(() => said.filter((line) => line.includes('Content Security Policy')).length, (count) => count >= 2);
    await page.close();
  }, 120_000);
});

/** The answer to a path exactly as it is written. */
const raw = (path: string): Promise<{ readonly status: number | undefined; readonly type: string | undefined; readonly kept: string | undefined }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(edge.address);
    get({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, type: answer.headers['content-type'], kept: answer.headers['cache-control'] });
    }).on('error', reject);
  });

describe('the files of the documentation', () => {
  it.each([
    ['swagger-ui.css', 'text/css; charset=utf-8'],
    ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
    ['start.js', 'text/javascript; charset=utf-8'],
    ['favicon-32x32.png', 'image/png'],
  ])('are there: %s, and may be kept for a day', async (name, type) => {
    expect(await raw(`/docs/${name}`)).toEqual({ status: 200, type, kept: 'public, max-age=86400' });
  });

  const TRICKS = ['index.html', 'swagger-ui-bundle.js.map', 'package.json', '../package.json', '..%2fpackage.json', '%2e%2e/package.json', '..%5cpackage.json', '%2fetc%2fpasswd', 'swagger-ui.css%00', 'SWAGGER-UI.css', 'swagger-ui.css/', './swagger-ui.css', 'constructor', '__proto__', 'toString', '', '%'];

  it.each(TRICKS)('are all that there is: not %s', async (name) => {
    expect(await raw(`/docs/${name}`)).toMatchObject({ status: 404, type: expect.stringMatching(/^application\/problem\+json/), kept: 'no-store' });
  });
});
