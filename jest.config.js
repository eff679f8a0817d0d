/** How tests run, and why without jest's sandbox: docs/decisions/0042-tests-without-a-sandbox.md. Started by scripts/test.mjs. */
export default {
  runner: '<rootDir>/test/support/light/runner.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {},
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  // One more than the cores that CI has: much of the time a file waits for its server.
  maxWorkers: 3,
};
