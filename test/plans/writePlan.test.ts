import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadPlan, writePlan } from '../../src/planfiles/index.js';
import { readYaml } from '../../src/planfiles/yamlFile.js';
import { scratchFolder } from './broken.js';

function readBack(files: Record<string, string>) {
  const dir = join(scratchFolder(), 'plan');
  mkdirSync(dir);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return loadPlan(dir);
}

test.each(['software-incident', 'hospital-it'])('%s that was written out is read as the same plan', (name) => {
  const { document, hash } = loadPlan(`plans/${name}`);
  const files = writePlan(document);
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['plan.yaml', 'grading.yaml', 'organisation.yaml']));
  const read = readBack(files);
  expect(read.document).toEqual(document);
  expect(read.hash).toBe(hash);
});

test('whatever words a plan holds, they come back as they were', () => {
  const { document } = loadPlan('plans/hospital-it');
  const tricky = fc.constantFrom(
    'yes',
    'null',
    '~',
    '0x1F',
    '2026-11-22',
    '- a',
    'a: b',
    '# no',
    '&a',
    '"',
    "'",
    '  x',
    'x\n\n y ',
    '一二\r\n三',
  );
  const words = fc.oneof(tricky, fc.string({ unit: 'grapheme', minLength: 1 })).filter((text) => /\S/.test(text));
  fc.assert(
    fc.property(words, words, (purpose, scope) => {
      const written: PlanDocument = { ...document, purpose: { en: purpose }, scope: { en: scope } };
      const { content, problems } = readYaml('plan.yaml', writePlan(written)['plan.yaml'] ?? '');
      expect(problems).toEqual([]);
      expect(content).toMatchObject({ purpose: { en: purpose }, scope: { en: scope } });
    }),
    { numRuns: 150 },
  );
});
