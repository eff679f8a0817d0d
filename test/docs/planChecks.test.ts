import { readFileSync } from 'node:fs';
import { LEGAL_THRESHOLDS } from '../../src/domain/plan/rules/legalThresholds.js';
import { RULES, USABLE } from '../../src/domain/plan/rules/index.js';
import type { Rule } from '../../src/domain/plan/rules/index.js';

const text = readFileSync('docs/plan-checks.md', 'utf8');

test('docs/plan-checks.md has every rule as the code has it, in order', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| V-'));
  expect(rows).toEqual([row({ ...USABLE, needs: [], about: [] }), ...RULES.map(row)]);
});

test('docs/plan-checks.md speaks of rules and facts that exist', () => {
  const ids = new Set<string>([USABLE.id, ...RULES.map(({ id }) => id)]);
  const told = [...text.matchAll(/\*\*(V-\d\d)\*\*/g)].map(([, id]) => id!);
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((id) => !ids.has(id))).toEqual([]);
  expect(text).toContain(`\`${LEGAL_THRESHOLDS[0]?.fact}\``);
});

function row({ id, title, basis, needs, about }: Omit<Rule, 'run'>): string {
  const source = [basis.document.en, basis.clause?.en].filter((words) => words !== undefined).join(' ');
  const doubt = basis.verified === false ? ', clause not verified' : '';
  const wanted = [...needs, ...about.map((section) => `section ${section}`)].join(', ');
  return `| ${[id, title.en, title['zh-CN'], source, `${basis.kind}${doubt}`, wanted === '' ? '–' : wanted].join(' | ')} |`;
}
