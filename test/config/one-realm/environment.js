import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** Where the runner keeps what listens to a suite's tests, and how long they may take: both begin anew with each suite. */
const OF_ONE_SUITE = [Symbol.for('EVENT_HANDLERS'), Symbol.for('TEST_TIMEOUT_SYMBOL')];
const own = { exit: process.exit.bind(process), console: globalThis.console };

/** The worker's own realm: suites run in it one after the other. */
export default class OneRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern;

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    for (const key of OF_ONE_SUITE) delete globalThis[key];
    // The runner's own looks for sources where it compiled them itself; Node finds them by what the compiled text says.
    Error.prepareStackTrace = undefined;
  }

  /** The runner wraps both for each suite. */
  async teardown() {
    this.fakeTimersModern.dispose();
    process.exit = own.exit;
    globalThis.console = own.console;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** There is none; asked for by the runner all the same. */
  getVmContext() {
    return null;
  }
}
