/** What `scripts/mutate.mjs` adds: the files to mutate and where the reports go. How to read them: docs/mutation.md. */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  allowConsoleColors: false,
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  tempDirName: 'reports/mutation/sandbox',
  ignorePatterns: ['.muster', 'bench', 'bin', 'dist', 'docs', 'plans', '/reports', 'scripts', 'tools'],
  // The machine may be busy meanwhile; a mutant that loops never ends by itself.
  timeoutMS: 20_000,
};
