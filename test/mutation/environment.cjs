// A suite in which a test has failed has found its mutant: what is left of it is not run. Where a mutant hangs, each of its tests would be waited for.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  #failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.#failed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.#failed = true;
  }
};
