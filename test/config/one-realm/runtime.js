import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';

const require = createRequire(import.meta.url);

/** What `@jest/globals` gives, by way of the suite that runs: whatever helps suites is loaded once and holds on to it. */
const GLOBALS = 'test:globals';
const NAMES = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'jest', 'test'];
/** What needs a registry of modules that is the runner's own. */
const OF_MODULES = new Set(['mock', 'doMock', 'unmock', 'unstable_mockModule', 'setMock', 'resetModules', 'isolateModules', 'isolateModulesAsync', 'requireMock']);
let running;
const given = (name) => running.globals()[name];
const held = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, _this, values) => given(name)(...values),
    get(_target, key) {
      if (name === 'jest' && OF_MODULES.has(key)) throw new Error(`jest.${String(key)} has no effect here: modules are loaded by Node itself, once for all suites of a worker`);
      return given(name)[key];
    },
  });
const HELD = Symbol.for('xinma.test.globals');
globalThis[HELD] = Object.fromEntries(NAMES.map((name) => [name, held(name)]));
const SOURCE = `export const { ${NAMES.join(', ')} } = globalThis[Symbol.for('${Symbol.keyFor(HELD)}')];`;

/** Sources are named by what they are compiled to. */
const sourceOf = (specifier, parent) =>
  ['.ts', '.tsx'].map((ending) => new URL(specifier.replace(/\.js$/, ending), parent)).find((url) => existsSync(url));

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    const ours = specifier.startsWith('.') && specifier.endsWith('.js') && /\.tsx?$/.test(context.parentURL ?? '') ? sourceOf(specifier, context.parentURL) : undefined;
    return ours === undefined ? next(specifier, context) : { url: ours.href, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (url === GLOBALS) return { format: 'module', source: SOURCE, shortCircuit: true };
    return /^file:.*\.tsx?$/.test(url) ? { format: 'module', source: running.sourceOf(fileURLToPath(url)), shortCircuit: true } : next(url, context);
  },
});
process.setSourceMapsEnabled(true);

/** What the configuration's transform may leave as it is. */
const NATIVE = { isInternalModule: false, supportsDynamicImport: true, supportsExportNamespaceFrom: true, supportsStaticESM: true, supportsTopLevelAwait: true };

/**
 * Loads suites as Node loads any module, into the worker's own realm. The runner's way gives each suite a realm of its own and evaluates all that it imports there: the framework, the drivers and the
 * identity provider, anew for each suite that starts an instance. And in a realm of its own an error of Node is no `Error`.
 */
export default class OneRealmRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    const [, , , transformer, , coverage, suite, { watch, watchAll }] = parts;
    // A module that has changed since would be the one that was loaded before.
    if (watch || watchAll) throw new Error('what Node has loaded it does not load again: run the suites anew, without --watch');
    this.globals = () => this.jestGlobals.cjsGlobals(suite);
    this.sourceOf = (path) => transformer.transform(path, { ...coverage, ...NATIVE }).code;
    running = this;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    await import(pathToFileURL(path).href);
  }

  /** The runner's own part, anew for each suite: it holds the suite's tests. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  }
}
