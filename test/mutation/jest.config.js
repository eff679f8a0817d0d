import { fileURLToPath } from 'node:url';

/**
 * Stryker runs the tests once for every mutant, in one process, in jest's own sandbox. All are one file here, because it would load
 * every file for every mutant, and CommonJS, because Node never frees the ES modules of an earlier run.
 */
export default {
  rootDir: fileURLToPath(new URL('../../', import.meta.url)),
  roots: ['<rootDir>/test/mutation'],
  testMatch: ['**/all.cjs'],
  testEnvironment: fileURLToPath(new URL('firstFailure.cjs', import.meta.url)),
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Only ends what hangs.
  testTimeout: 240_000,
  // In jest's sandbox each look at a global costs about a microsecond. Libraries (yaml, zod) look at them in every loop:
  // with these as parameters of each module, reading the default plan takes three quarters of the time.
  sandboxInjectedGlobals: [
    ...['Array', 'Boolean', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy'],
    ...['Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint8Array', 'WeakMap', 'WeakSet'],
  ],
};
