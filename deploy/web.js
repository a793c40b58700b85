// Builds the web pages into dist/web, where anything that they are made of is newer than what stands there: types first, then the files, then each packed for whoever takes it so.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const MADE_OF = ['apps/web', 'libs/client', 'deploy/web.js', 'package-lock.json', 'tsconfig.json'];
const stamp = join(top, 'dist/web.stamp');

/** Every file below, with its size and when it was changed: as good as reading them, and sooner done. */
const files = (path) => (statSync(path).isDirectory() ? readdirSync(path).toSorted().flatMap((name) => files(join(path, name))) : [path]);
const hash = createHash('sha256');
for (const file of MADE_OF.flatMap((path) => files(join(top, path)))) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${file} ${size} ${mtimeMs}\n`);
}
const state = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== state || !existsSync(join(top, 'dist/web/index.html'))) {
  rmSync(stamp, { force: true });
  for (const project of ['apps/web', 'apps/web/src/worker']) execFileSync(process.execPath, [join(top, 'node_modules/typescript/bin/tsc'), '-p', join(top, project)], { stdio: 'inherit' });
  const { build } = await import('vite');
  await build({ configFile: join(top, 'apps/web/vite.config.js'), logLevel: 'warn' });
  const { brotliCompressSync, gzipSync } = await import('node:zlib');
  const folder = join(top, 'dist/web');
  for (const name of readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
  writeFileSync(stamp, state);
}
