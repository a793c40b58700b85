import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet } from './bench.js';
import { type Findings, page } from './page.js';

const FOLDER = 'bench-results';

/** Writes what was found as JSON for programs and as a page for people, both under the same name; answers the page's path. */
export function writeReport(found: Findings): string {
  mkdirSync(FOLDER, { recursive: true });
  const base = join(FOLDER, found.at.replaceAll(/[:.]/g, '-'));
  writeFileSync(`${base}.json`, `${JSON.stringify({ ...found, measured: found.measured.map((each) => ({ ...each, met: isMet(each) })) }, undefined, 2)}\n`);
  writeFileSync(`${base}.html`, page(found));
  return `${base}.html`;
}
