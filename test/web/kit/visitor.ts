import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Assurance } from '../../../libs/application/request.js';

/** How somebody comes to the pages. */
export interface Coming {
  readonly language?: 'zh' | 'en';
  readonly width?: number;
  readonly dark?: boolean;
  readonly context?: BrowserContextOptions;
}

/** What a browser says of a request that the API refused (refusals are answers, and the pages show them), of a worker that the test keeps away, of a file that was on its way when the worker took over, and of how fast a canvas is read. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d|^Service Worker registration blocked by Playwright$|^A preload for '\S+' is found, but is not used because it is a cross-world service worker|^Canvas2D: Multiple readback/;

/** One person at one browser. Whatever the browser complains of, and whatever it asks elsewhere, is kept as a fault. */
export class Visitor {
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly address: string,
  ) {}

  static async come(browser: Browser, address: string, { language = 'en', width = 390, dark = false, context: more = {} }: Coming = {}): Promise<Visitor> {
    const scheme = dark ? 'dark' : 'light';
    const context = await browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport: { width, height: 844 }, colorScheme: scheme, reducedMotion: 'reduce', serviceWorkers: 'block', ...more });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const visitor = new Visitor(context, page, address);
    visitor.watch();
    return visitor;
  }

  private watch(): void {
    const { page, faults } = this;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !REFUSAL.test(message.text())) faults.push(message.text());
    });
    // Listened for from the first on: a page is told of a listener beside the keys that it gets, and one that was busy took the key first and opened the browser's own window, which nobody sees.
    page.on('filechooser', () => undefined);
    page.on('pageerror', ({ message }) => faults.push(message));
    // Only pages of ours and of the development issuer, both on this machine, are ever asked.
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'blob:' && hostname !== '127.0.0.1') faults.push(`asked ${hostname}`);
    });
  }

  /** Opens a page by what stands behind the #. */
  async open(path = ''): Promise<void> {
    await this.page.goto(`${this.address}/${path === '' ? '' : `#${path}`}`);
  }

  /** From the welcome page through the issuer's and back. */
  async signIn(name: string, acr: '' | Assurance = ''): Promise<void> {
    const { page } = this;
    await this.open();
    await page.locator('button.main').click();
    await page.locator(`input[name=acr][value="${acr}"]`).check();
    await page.locator(`button[value="${name}"]`).click();
    // Whoever has several rooms stays on the page that offers them.
    await page.getByRole('button', { name: /^(?:Sign out|退出登录)$/ }).waitFor();
  }

  /** Clicks what is called so. */
  async press(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
    await this.page.getByRole(role, { name }).click();
  }

  /** Picks one of a few, as a finger does: by its words. */
  async pick(name: string | RegExp): Promise<void> {
    const radio = { name, exact: true };
    await this.page.locator('.choice', { has: this.page.getByRole('radio', radio) }).click();
    await this.page.getByRole('radio', { ...radio, checked: true }).waitFor({ state: 'attached' });
  }

  /** Waits until the page's heading is this. */
  async at(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Waits until this is shown. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Everything that outlives a page or is seen from outside of it: storages, caches, cookies of ours, address, history's state and title. */
  async left(): Promise<string> {
    return this.page.evaluate(`(async () => {
      const kept = [];
      for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
      const bases = indexedDB.databases ? await indexedDB.databases() : [];
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, kept, bases, location.href, history.state, document.title]);
    })()`) as Promise<string>;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
