const { TestEnvironment } = require('jest-environment-node');

/** Ends with the first failure: one is enough to kill a mutant. */
module.exports = class FirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.failed = true;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
};
