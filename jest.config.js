/** ESM throughout: run with NODE_OPTIONS=--experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  // Only ends what hangs: CI has two cores, and they are shared.
  testTimeout: 240_000,
  // In jest's sandbox each look at a global costs about a microsecond. Libraries (yaml, zod) look at them in every loop:
  // with these as parameters of each module, reading the default plan takes three quarters of the time.
  sandboxInjectedGlobals: [
    ...['Array', 'Boolean', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy'],
    ...['Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint8Array', 'WeakMap', 'WeakSet'],
  ],
  // Loading the Temporal SDK costs more than a second a file; two workers are what two cores bear.
  maxWorkers: 2,
  // Node never frees the modules of an earlier file, and a process of gigabytes collects garbage half of the time.
  workerIdleMemoryLimit: '1500MB',
};
