import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { removeAfterUs } from './watch.js';

/**
 * The version that is played beside today's is the last one on this line of history before this instant: one that reads the events of today's, that no migration named
 * `Contract…` ends, and that survives this run by itself, so that what a run with both finds is the mixture. An instant, for a history that is written anew gives its commits
 * other names. Whoever publishes a version puts its instant here.
 */
const OLDER = '2026-11-30T21:40:00Z';

/** What of it is compiled. */
const PARTS = ['apps', 'libs', 'package.json', 'tsconfig.json'] as const;

/** Its suites and its pages are of no matter here, and its types were checked when it was today's. */
const BUILD = { extends: './tsconfig.json', compilerOptions: { incremental: false }, include: ['apps', 'libs'], exclude: ['apps/web', '**/*.spec.ts'] };

const run = promisify(execFile);

/** An older version, compiled; or why there is none. */
export interface Older {
  /** The path of its program. */
  readonly program?: string;
  readonly why?: string;
  /** Removes what was compiled. */
  remove(): void;
}

/** Takes an older version out of the history of this clone and compiles it, with the packages of today. A copy without that history has none, and says so. */
export async function compileOlder(before = OLDER): Promise<Older> {
  const folder = mkdtempSync(join(tmpdir(), 'xinma-older-'));
  removeAfterUs({ folder });
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const commit = await lastBefore(before);
  if (commit === '') return { why: `this copy has no history before ${before}`, remove };
  const archive = join(folder, 'older.tar');
  await run('git', ['archive', '--output', archive, commit, ...PARTS]);
  await run('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'tsconfig.build.json'), JSON.stringify(BUILD));
  await run(process.execPath, [join(folder, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--noCheck'], { cwd: folder });
  return { program: join(folder, 'dist/apps/cli/src/main.js'), remove };
}

/** The commit's name; nothing where there is none, or no history. */
async function lastBefore(instant: string): Promise<string> {
  try {
    return (await run('git', ['rev-list', '-1', '--first-parent', `--before=${instant}`, 'HEAD'])).stdout.trim();
  } catch {
    return '';
  }
}
