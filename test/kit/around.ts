import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the test runner does before and after a run, for a program that uses the kit without it: a database server of its own. */
export async function around(what: 'setup' | 'teardown'): Promise<void> {
  const { default: act } = (await import(pathToFileURL(resolve(`test/kit/global-${what}.js`)).href)) as { readonly default: () => Promise<void> };
  await act();
}
