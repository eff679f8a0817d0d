import { fileURLToPath } from 'node:url';
import base from '../../jest.config.js';

const { globalSetup: _, globalTeardown: __, transform, ...rest } = base;
const [[files, [compiler, options]]] = Object.entries(transform);

/**
 * Stryker runs the tests once for every mutant, in one process. All are one file here, because it would load every file
 * for every mutant, and CommonJS, because Node never frees the ES modules of an earlier run.
 */
export default {
  ...rest,
  rootDir: fileURLToPath(new URL('../../', import.meta.url)),
  roots: ['<rootDir>/test/mutation'],
  testMatch: ['**/all.cjs'],
  testEnvironment: fileURLToPath(new URL('firstFailure.cjs', import.meta.url)),
  extensionsToTreatAsEsm: [],
  transform: { [files]: [compiler, { ...options, module: { type: 'commonjs' } }] },
};
