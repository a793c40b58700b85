// Puts all that `xinma start` loads into one file, dist/quick/start.cjs, and what is in memory once that was run and the application was made into another,
// dist/quick/xinma.blob: finding, reading and running two thousand files takes longer than all the rest of a start.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findBinaries } from '../dist/libs/embedded-postgres/binaries.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Loaded as they are, where they are asked for at all: programs of the platform, what is optional to a library, and what a start seldom needs. */
const external = ['@embedded-postgres/*', '@eventstore/*', '@grpc/*', 'oidc-provider', 'pg-native', 'pino-pretty', '@fastify/static', '@fastify/view', '@fastify/multipart', '@nestjs/microservices', '@nestjs/microservices/*', '@nestjs/websockets', '@nestjs/websockets/*', '@nestjs/platform-express'];

/** The library that migrates, whole; the few parts of it that entities are declared with go in. */
const typeorm = { name: 'typeorm', setup: (bundler) => bundler.onResolve({ filter: /^typeorm$/ }, ({ path }) => ({ path, external: true })) };

/** Node can't keep these parts of itself in a blob: each is loaded when something of it is first used, and that is never while modules load. */
const late = {
  name: 'late',
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?(http|https|http2|tls)$/ }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'late' }));
    bundler.onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => {
      const parts = Object.entries(await import(`node:${path}`)).filter(([name]) => !['default', 'module.exports', 'createServer'].includes(name));
      const members = parts.map(([name, part]) => (['METHODS', 'STATUS_CODES'].includes(name) ? `${name}: ${JSON.stringify(part)}` : `get ${name}() { return process.getBuiltinModule('${path}').${name}; }`));
      members.push(`createServer: require(${JSON.stringify(at('deploy/late-server.cjs'))}).createServer('${path}')`);
      return { contents: `module.exports = { ${members.join(', ')} };`, loader: 'js', resolveDir: at('deploy') };
    });
  },
};

/** How pg signs in. */
const signIn = {
  name: 'sign-in',
  setup(bundler) {
    const isAsked = (path, importer) => importer.endsWith(path === './utils' ? '/pg/lib/crypto/sasl.js' : '/pg/lib/client.js');
    bundler.onResolve({ filter: /^\.\/(crypto\/)?utils$/ }, ({ path, importer }) => (isAsked(path, importer) ? { path: at('deploy/pg-crypto.cjs') } : undefined));
  },
};

/** Of these libraries the parts that fit together without wrappers: less is in memory. */
const slim = {
  name: 'slim',
  setup(bundler) {
    bundler.onResolve({ filter: /^rxjs(\/operators)?$/ }, ({ path }) => ({ path: at(`node_modules/${path.replace('rxjs', 'rxjs/dist/esm')}/index.js`) }));
    bundler.onResolve({ filter: /^class-validator$/ }, () => ({ path: at('node_modules/class-validator/esm5/index.js') }));
  },
};

/** What libraries judge, format and try out with, and nobody asks for here. Loaded if a library does: what we import by name can't stand here, for its names are taken when modules load. */
const seldom = {
  name: 'seldom',
  setup(bundler) {
    bundler.onResolve({ filter: /^(validator($|\/lib\/)|libphonenumber-js|light-my-request$|thread-stream$|@sqltools\/formatter)/ }, ({ path }) => ({ path, namespace: 'seldom' }));
    bundler.onLoad({ filter: /./, namespace: 'seldom' }, ({ path }) => ({
      contents: `const outside = require;
const load = () => outside(${JSON.stringify(path)});
module.exports = new Proxy(function () {}, { get: (_, name) => (name === '__esModule' ? undefined : Reflect.get(load(), name)), apply: (_, self, values) => Reflect.apply(load(), self, values) });`,
      loader: 'js',
    }));
  },
};

/** All that an entry needs, in one file. */
const bundle = (contents, name, more) =>
  build({
    stdin: { contents, resolveDir: at('dist/apps/cli/src') },
    outfile: at(`dist/quick/${name}`),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node26',
    // A blob's program has no import().
    supported: { 'dynamic-import': false },
    // Not `keepNames`: each function would get its name by hand, and a start would read thousands of objects that say what the function says already.
    external,
    banner: { js: "const metaUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'metaUrl' },
    legalComments: 'none',
    logLevel: 'warning',
    ...more,
  });

// What the last build left would be run, or its compiled code.
rmSync(at('dist/quick'), { recursive: true, force: true });
await bundle("export { start } from './start.js'; export const load = () => import('../../api/src/server.js').then(({ startServer }) => startServer);", 'start.cjs', { plugins: [typeorm, late] });
await bundle("export { prepareStart } from './start-prepared.js';", 'prepared.cjs', { plugins: [typeorm, late, signIn, slim, seldom], minifyWhitespace: true, minifySyntax: true, lineLimit: 200 });

const WHERE_IT_FAILS = `(error) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
}`;

// The compiled code is kept beside it, for the next start; where that can't be written it is compiled again.
writeFileSync(
  at('dist/quick/xinma.cjs'),
  `require('node:module').enableCompileCache(require('node:path').join(__dirname, 'code'));
const { start, load } = require('./start.cjs');
start(process.env, (line) => console.log(line), load).catch(${WHERE_IT_FAILS});
`,
);
/**
 * Around what runs while the blob is made. An error that was made ahead would hold all that had run until then: what would stand in its trace. Formats of the framework's loggers hold what is outside the heap: they are made when they are first used. Random numbers
 * are not taken from Node's store of them: what is left of it would be in the blob, the same at every start.
 */
const [BEFORE, AFTER] = [
  `const { stackTraceLimit } = Error;
Error.stackTraceLimit = 0;
const [{ DateTimeFormat }, { randomUUID }] = [Intl, require('node:crypto')];
Intl.DateTimeFormat = function (...settings) {
  let made;
  return { format: (date) => (made ??= new DateTimeFormat(...settings)).format(date) };
};
require('node:crypto').randomUUID = () => randomUUID({ disableEntropyCache: true });
`,
  `Error.stackTraceLimit = stackTraceLimit;
Intl.DateTimeFormat = DateTimeFormat;
require('node:crypto').randomUUID = randomUUID;
`,
];

/** Parts of Node that listening needs, that it loads when somebody listens, and that can be kept. */
const USED = ['cluster', '_http_agent', '_http_incoming'].map((part) => `require('${part}');\n`).join('');

/** The young generation has its size from the start: while it grows to it, a start waits for its collections. */
const YOUNG = ['--max-semi-space-size=32', '--min-semi-space-size=16'];

/** As wherever an instance runs: what is measured is started with these alone. */
const ONE_COLLECTOR = '--v8-pool-size=1';

/** Patterns become machine code at once: to interpret Node's own for an address, once, took V8 longer than all else that listening takes. */
const PATTERNS = '--no-regexp-tier-up';

/** What is hashed in the blob stays as it was hashed: to hash it anew is a tenth of a start. The seed is one that V8 drew for this blob, which is made anew by each `npm start` and read by nobody else. */
const FROM = ['--no-rehash-snapshot', '--snapshot-blob'];

/** One letter beyond ASCII would make the whole text twice as large; here they stand in patterns and strings only. */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The C library asks for large pages: reading the blob touches several thousand small ones, each for the first time, which is dear where the machine is a virtual one. Where the C library or the kernel knows no such thing, it is not heard. */
const LARGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

/** What Node is started with: the blob, where this one can make it and loads it, else the file. */
function program(binaries) {
  const [source, blob] = [at('dist/quick/blob.cjs'), at('dist/quick/xinma.blob')];
  // Modules that the blob does not hold are found from where the file is.
  const found = `(name) => require('node:module').isBuiltin(name) ? require(name) : require('node:module').createRequire(${JSON.stringify(source)})(name)`;
  writeFileSync(
    source,
    `${BEFORE}const program = { exports: {} };
(function (module, exports, require, __filename, __dirname) {${ascii(readFileSync(at('dist/quick/prepared.cjs'), 'utf8'))}
})(program, program.exports, ${found}, ${JSON.stringify(source)}, ${JSON.stringify(at('dist/quick'))});
let start;
program.exports.prepareStart(${JSON.stringify(binaries)}).then((prepared) => {
start = prepared;
${USED}${AFTER}});
require('node:v8').startupSnapshot.setDeserializeMainFunction(() => {
  if (process.argv.includes('check')) console.log(start === undefined ? 'nothing was prepared' : process.version);
  else start(process.env, (line) => console.log(line)).catch(${WHERE_IT_FAILS});
});
`,
  );
  // Without compiled code: reading all of it takes longer than compiling what a start needs.
  writeFileSync(at('dist/quick/blob.json'), JSON.stringify({ builder: source, withoutCodeCache: true }));
  try {
    execFileSync(process.execPath, ['--snapshot-blob', blob, '--build-snapshot-config', at('dist/quick/blob.json')], { stdio: 'pipe', timeout: 60_000 });
    if (spawnSync(process.execPath, [...FROM, blob, 'check'], { encoding: 'utf8', timeout: 20_000 }).stdout.trim() === process.version) {
      chmodSync(blob, 0o600);
      return { parameters: [...YOUNG, ONE_COLLECTOR, PATTERNS, ...FROM, blob], environment: LARGE_PAGES };
    }
  } catch (error) {
    process.stderr.write(`no start-up blob, the file is run instead: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}\n`);
  }
  return { parameters: [at('dist/quick/xinma.cjs')], environment: {} };
}

writeFileSync(at('dist/quick/start.json'), JSON.stringify(program(await findBinaries().catch(() => undefined))));
