import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { loadPlan } from '../../src/planfiles/index.js';

test('the steps of the README confirm a criterion that the sample plan leaves to the deputy, and end by its override', () => {
  const text = readFileSync('README.md', 'utf8');
  const confirmed = /muster criterion confirm \$ID (\S+) --as deputy/.exec(text)?.[1];
  const { termination } = loadPlan('plans/software-incident').document;
  expect(termination.criteria.find(({ id }) => id === confirmed)?.confirmedBy).toBe('deputy-commander');
  expect(termination.override?.posts).toContain('commander');
  expect(termination.override?.secondPosts).toContain('deputy-commander');
});
