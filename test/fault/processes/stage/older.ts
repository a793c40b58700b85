import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { removeAfterUs } from './watch.js';

/**
 * The version that is played beside today's: from the time before today's migrations would end one of `Contract…`, and one that survives this run by itself, so
 * that what a run with both finds is the mixture. Whoever publishes a version puts its commit here.
 */
const OLDER = '9921a72c20f83407f3c60d33ef1b3937f1fef2c1';

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
export async function compileOlder(commit = OLDER): Promise<Older> {
  const folder = mkdtempSync(join(tmpdir(), 'xinma-older-'));
  removeAfterUs({ folder });
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await run('git', ['cat-file', '-e', `${commit}:package.json`]);
  } catch {
    return { why: `this copy has no history with ${commit.slice(0, 10)} in it`, remove };
  }
  const archive = join(folder, 'older.tar');
  await run('git', ['archive', '--output', archive, commit, ...PARTS]);
  await run('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'tsconfig.build.json'), JSON.stringify(BUILD));
  await run(process.execPath, [join(folder, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--noCheck'], { cwd: folder });
  return { program: join(folder, 'dist/apps/cli/src/main.js'), remove };
}
