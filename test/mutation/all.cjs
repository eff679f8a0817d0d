const { readdirSync } = require('node:fs');
const { join } = require('node:path');

// Properties are left out: docs/mutation.md.
const folder = join(__dirname, '../incident');
const isTest = (name) => name.endsWith('.test.ts') && !/properties|whoMayWhat/i.test(name);
// The room's own tests first: they kill most of its mutants, and the first failure ends the run.
const isOwn = (name) => name.startsWith(`${process.env.MUTATED_ROOM}.`);

for (const name of readdirSync(folder)
  .filter(isTest)
  .sort((a, b) => isOwn(b) - isOwn(a))) {
  describe(name.replace('.test.ts', ''), () => {
    try {
      require(join(folder, name));
    } catch (error) {
      // Stories that are told while the tests are collected: without a test that fails, a mutant would survive them.
      test('can be collected', () => {
        throw error;
      });
    }
  });
}
