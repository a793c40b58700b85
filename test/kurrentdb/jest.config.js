import base from '../../jest.config.js';

/** Suites that need a real server: one at a time and in the order of their names, for they share its log, and the first ones need one without events of no meaning. */
export default { ...base, rootDir: '../..', testMatch: ['<rootDir>/test/kurrentdb/**/*.server.ts'], testSequencer: '<rootDir>/test/kurrentdb/in-order.cjs', maxWorkers: 1, forceExit: true, testTimeout: 600_000 };
