import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Totals } from '../report.js';
import { page } from './page.js';

const FOLDER = 'fault-results';

/** When this command began: every stage is added to the same page. */
const BEGAN = new Date().toISOString();

/** Writes what was seen as JSON for programs and as a page for people, under the same name; answers the page's path. */
export function writeReport(stages: readonly Totals[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const base = join(FOLDER, BEGAN.replaceAll(/[:.]/g, '-'));
  writeFileSync(`${base}.json`, `${JSON.stringify({ at: BEGAN, stages: stages.map((stage) => ({ ...stage, left: Object.fromEntries(stage.left) })) })}\n`);
  writeFileSync(`${base}.html`, page(stages, BEGAN));
  return `${base}.html`;
}
