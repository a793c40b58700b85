import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from '../served.js';

/** Where the description of each release stands, as `v<version>.json`. */
const FROZEN = 'test/golden/openapi';

/** The description that clients were last given, and where it was found. */
export interface Baseline {
  readonly from: string;
  readonly description: Description;
}

/** The description at the last tag `v*` that this clone knows; where it knows none, the newest that is frozen. */
export function baseline(clone = '.'): Baseline {
  const tag = git(clone, 'describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim();
  const tagged = tag === undefined ? undefined : (git(clone, 'show', `${tag}:libs/client/openapi.json`) ?? git(clone, 'show', `${tag}:${FROZEN}/${tag}.json`));
  if (tag !== undefined && tagged !== undefined) return { from: tag, description: JSON.parse(tagged) as Description };
  const newest = readdirSync(join(clone, FROZEN)).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '';
  return { from: newest, description: JSON.parse(readFileSync(join(clone, FROZEN, newest), 'utf8')) as Description };
}

/** What git says; undefined where it has nothing to say, or is not there. */
function git(clone: string, ...words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
  } catch {
    return undefined;
  }
}
