/**
 * The architecture as import rules, for dependency-cruiser 17.4 with TypeScript 6.0 (both checked on Node 20: only the
 * compiler's own parser tells `import type` apart, and TypeScript 7 no longer offers it to tools).
 * A folder may import itself and what `mayImport` lists; everything else is refused, a folder without a line included.
 * `typesFrom`: only with `import type`. `packages`: where given, the complete list of npm and node modules allowed.
 */
const mayImport = {
  domain: { packages: ['zod'] },
  rehearsal: { folders: ['domain'], packages: ['pure-rand'] },
  seal: { folders: ['domain'] },
  record: { folders: ['domain', 'seal'] },
  planfiles: { folders: ['domain'] },
  workflows: {
    folders: ['domain'],
    typesFrom: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  channels: { folders: ['domain'] },
  documents: { folders: ['domain'] },
  intake: { folders: ['domain', 'seal'] },
  store: { folders: ['domain', 'seal'] },
  activities: {
    folders: ['domain', 'rehearsal', 'seal', 'channels', 'documents', 'store'],
    files: ['workflows/messages'],
  },
  api: {
    folders: ['domain', 'seal', 'planfiles', 'intake', 'store', 'documents', 'record', 'rehearsal'],
    files: ['workflows/messages'],
    typesFrom: ['workflows'],
  },
  temporal: {},
  local: {},
  cli: { folders: ['domain', 'seal', 'planfiles', 'rehearsal', 'documents', 'record'], files: ['api/contract'] },
};

const error = (name, from, to) => ({ name, severity: 'error', from, to });

function rulesFor([layer, { folders = [], files = [], typesFrom = [], packages }]) {
  const from = { path: `^src/${layer}/` };
  const free = [...[layer, ...folders].map((f) => `^src/${f}/`), ...files.map((f) => `^src/${f}\\.tsx?$`)];
  const types = typesFrom.map((f) => `^src/${f}/`);
  const rules = [
    error(`${layer}-stays-in-its-layers`, from, {
      path: '^(src|web|test|bench)/',
      pathNot: [...free, ...types, '^src/config\\.ts$'],
    }),
  ];
  if (types.length)
    rules.push(
      error(`${layer}-takes-only-types-from-${typesFrom}`, from, {
        path: types,
        pathNot: free,
        dependencyTypesNot: ['type-only'],
      }),
    );
  // What a package offers by its `exports` alone stays unresolved, under its own name.
  if (packages)
    rules.push(
      error(`${layer}-uses-only-its-packages`, from, {
        pathNot: ['^src/', ...packages.flatMap((p) => [`node_modules/${p}/`, `^${p}/`])],
      }),
    );
  return rules;
}

const layers = Object.keys(mayImport).join('|');
const pure = ['domain', 'rehearsal', 'workflows', 'seal'];

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).flatMap(rulesFor),
    error('every-folder-has-its-line', { path: '^src/[^/]+/', pathNot: `^src/(${layers})/` }, { path: '.' }),
    error(
      'the-machine-carries-no-schema-library',
      { path: '^src/(domain/(incident|improvement|drill|words)|workflows)/' },
      { path: 'node_modules/zod/', dependencyTypesNot: ['type-only'] },
    ),
    error('pure-folders-take-no-configuration', { path: `^src/(${pure.join('|')})/` }, { path: '^src/config\\.ts$' }),
    error(
      'console-sees-only-domain-and-contract',
      { path: '^web/' },
      { path: '^src/', pathNot: ['^src/domain/', '^src/api/contract'] },
    ),
    error(
      'entry-points-are-not-imported',
      { path: '^(src|web)/', pathNot: '^src/main\\.ts$' },
      { path: '^src/(main|worker)\\.ts$' },
    ),
    error('product-code-never-imports-tests', { path: '^(src|web)/' }, { path: '^(test|bench)/' }),
    error('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
