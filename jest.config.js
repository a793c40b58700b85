/** Suites run from the sources through swc; ports, folders and zones are never fixed, so they run in parallel. */
export default {
  rootDir: '.',
  runtime: '<rootDir>/test/config/one-realm/runtime.js',
  testEnvironment: '<rootDir>/test/config/one-realm/environment.js',
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/mutation-results/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/config/equal-bytes.js'],
  globalSetup: '<rootDir>/test/kit/global-setup.js',
  globalTeardown: '<rootDir>/test/kit/global-teardown.js',
  // One more than most machines have processors: suites wait for servers and browsers for much of their time.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/config/sequencer.js',
  // What a suite has loaded is never let go of: after a hundred suites the collector took longer than the tests.
  workerIdleMemoryLimit: '1GB',
  // Suites that start a whole instance do so beside others on two busy cores; a test that hangs is still found.
  testTimeout: 30_000,
  ...(process.env.XINMA_TEST_REPORT ? { reporters: ['default', ['<rootDir>/test/config/json-reporter.js', { file: process.env.XINMA_TEST_REPORT }]] } : {}),
};
