import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers } from 'playwright-core';

/** The packaged browser is for Linux; elsewhere the one that is installed shows the pages. Not with the flags that the package suggests: they turn web security off. */
export async function openBrowser(...flags: readonly string[]): Promise<Browser> {
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  return browsers.launch(packaged ? { args: ['--no-sandbox', '--disable-gpu', ...flags], executablePath: await chromium.executablePath() } : { channel: 'chrome', args: [...flags] });
}
