// Stryker's Jest runner starts every suite of a group for each mutant. Here a mutant meets the suites that reach it, the likeliest first, and no more of them once one has failed.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { strykerPlugins as ofJest } from '@stryker-mutator/jest-runner';
import { Unnoticed } from './unnoticed.js';

/** Which suites reach a mutant, and how long each takes, kept in the sandbox: a runner is replaced now and then, and the next one knows only what was written down. */
const PLAN = 'suites-by-mutant.json';

class SuiteBySuite {
  /** How often a suite has found a mutant of a file. */
  finds = new Map();

  constructor(inner, patterns) {
    this.inner = inner;
    this.patterns = patterns;
    const run = inner.run.bind(inner);
    inner.run = (settings) => run({ ...settings, testFiles: this.suites });
  }

  capabilities() {
    return this.inner.capabilities();
  }

  init() {
    return this.inner.init();
  }

  /** Suite by suite, so that code which runs while a suite is loaded is known to be reached by that suite. */
  async dryRun(options) {
    const tests = [];
    const [suitesOf, took] = [{}, {}];
    let seen = {};
    let last;
    for (const suite of globSync(this.patterns)) {
      this.suites = [resolve(suite)];
      const began = performance.now();
      last = await this.inner.dryRun({ ...options, files: undefined });
      if (last.status !== 'complete') return last;
      took[this.suites[0]] = performance.now() - began;
      tests.push(...last.tests);
      const now = structuredClone(last.mutantCoverage?.static ?? {});
      const loaded = Object.keys(now).filter((mutant) => now[mutant] !== seen[mutant]);
      const ran = last.tests.flatMap(({ id }) => Object.keys(last.mutantCoverage?.perTest[id] ?? {}));
      for (const mutant of new Set([...loaded, ...ran])) (suitesOf[mutant] ??= []).push(this.suites[0]);
      seen = now;
    }
    writeFileSync(PLAN, JSON.stringify({ suitesOf, took }));
    return { ...last, tests };
  }

  async mutantRun(options) {
    let ran = 0;
    for (const suites of this.inTurns(options)) {
      this.suites = suites;
      const result = await this.inner.mutantRun(options);
      if (result.status === 'killed') for (const suite of suites) this.found(options.activeMutant.fileName, suite);
      if (result.status !== 'survived') return { ...result, nrOfTests: ran + (result.nrOfTests ?? 0) };
      ran += result.nrOfTests;
    }
    return { status: 'survived', nrOfTests: ran };
  }

  /** One suite, then two, then four: most mutants are found by the first. A quick one that stands beside the mutant, or has found some in its file, is asked before a slow one. */
  inTurns({ activeMutant: { id, fileName } }) {
    this.plan ??= JSON.parse(readFileSync(PLAN, 'utf8'));
    const { suitesOf, took } = this.plan;
    const beside = (suite) => fileName.endsWith(`/${dirname(relative('.', suite))}/${fileName.split('/').at(-1)}`);
    const cost = (suite) => took[suite] / (1 + (beside(suite) ? 2 : 0) + (this.finds.get(`${fileName} ${suite}`) ?? 0));
    const left = (suitesOf[id] ?? []).toSorted((a, b) => cost(a) - cost(b));
    const turns = [];
    for (let size = 1; left.length > 0; size *= 2) turns.push(left.splice(0, size));
    return turns;
  }

  found(file, suite) {
    const key = `${file} ${suite}`;
    this.finds.set(key, (this.finds.get(key) ?? 0) + 1);
  }
}

const factory = (injector) => new SuiteBySuite(ofJest[0].factory(injector), injector.resolve('options').jest.config.testMatch.map((pattern) => pattern.replace('<rootDir>/', '')));
factory.inject = ofJest[0].factory.inject;

export const strykerPlugins = [
  { ...ofJest[0], name: 'suite-by-suite', factory },
  { kind: 'Reporter', name: 'unnoticed', injectableClass: Unnoticed },
];
