const { readdirSync } = require('node:fs');
const { join } = require('node:path');

// Properties are left out: docs/mutation.md.
const folder = join(__dirname, '../incident');
const isTest = (name) => name.endsWith('.test.ts') && !/properties|whoMayWhat/i.test(name);

for (const name of readdirSync(folder).filter(isTest)) {
  describe(name.replace('.test.ts', ''), () => {
    require(join(folder, name));
  });
}
