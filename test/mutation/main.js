// Mutates the groups that are named, or parts of them: `npm run mutate -- vault domain/access`. See README.md beside it.
import { resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { testCluster } from '../../dist/test/kit/postgres.js';
import setUp from '../kit/global-setup.js';
import tearDown from '../kit/global-teardown.js';
import { keepWhatWasFound } from './found-before.js';
import { GROUPS } from './groups.js';
import { printScores } from './scores.js';

const afresh = process.argv.includes('--afresh');
const asked = process.argv.slice(2).filter((word) => word !== '--afresh');
const known = Object.entries(GROUPS).flatMap(([group, parts]) => Object.entries(parts).map(([name, part]) => ({ ...part, group, name: `${group}/${name}` })));
const parts = known.filter(({ group, name }) => asked.includes(group) || asked.includes(name));
const unknown = asked.filter((word) => !known.some(({ group, name }) => word === group || word === name));
if (asked.length === 0 || unknown.length > 0) {
  console.error([...unknown.map((word) => `nothing is called ${word}`), 'npm run mutate -- [--afresh] and any of:', ...Object.keys(GROUPS), ...known.map(({ name }) => name)].join('\n'));
  process.exit(2);
}

/** A mutant that hangs does so in every test: each is given up after so long, in milliseconds, where it does not say itself how long it takes. */
const HANGS_AFTER = 10_000;

const incrementalFile = ({ name }) => `mutation-results/${name}/incremental.json`;

const options = ({ name, mutate, tests, database }) => ({
  mutate,
  plugins: ['@stryker-mutator/jest-runner', resolve('test/mutation/runner.js')],
  testRunner: 'suite-by-suite',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // One folder and one server for all mutants: both are made below, by a process that outlives theirs.
  jest: {
    configFile: 'jest.config.js',
    config: { testMatch: tests.map((test) => `<rootDir>/${test}`), roots: rootsOf(tests), globalSetup: null, globalTeardown: null, testTimeout: HANGS_AFTER, testEnvironment: resolve('test/mutation/environment.cjs'), runtime: 'jest-runtime' },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // Who waits for a mutant that hangs leaves the machine to the others.
  concurrency: database ? 2 : 3,
  maxTestRunnerReuse: 200,
  // On a busy machine, and what a suite does with a server before its first test is in no test's time: a mutant that only takes long must not count as one that hangs.
  timeoutMS: database ? 120_000 : 30_000,
  tempDirName: 'mutation-results/sandbox',
  incremental: true,
  incrementalFile: incrementalFile({ name }),
  force: afresh,
  // Without tsconfig.json, which Stryker would read through an interface that this compiler no longer has.
  ignorePatterns: ['tsconfig.json', 'dist', '.xinma', 'bench-results', 'screenshots', 'mutation-results'],
  reporters: ['progress-append-only', 'unnoticed', 'html', 'json'],
  htmlReporter: { fileName: `mutation-results/${name}/report.html` },
  jsonReporter: { fileName: `mutation-results/${name}/report.json` },
  allowConsoleColors: false,
  logLevel: 'warn',
  warnings: { slow: false },
});

const rootsOf = (tests) => [...new Set(tests.map((test) => `<rootDir>/${test.split('/').slice(0, 2).join('/')}`))];

await setUp();
try {
  if (parts.some(({ database }) => database)) await testCluster();
  for (const part of parts) {
    keepWhatWasFound(incrementalFile(part));
    await new Stryker(options(part)).runMutationTest();
    printScores([part]);
  }
  printScores(parts);
} finally {
  await tearDown();
}
