import { expect, test } from '@jest/globals';
import { buildReadinessReport } from '../../src/documents/readiness/report.js';
import { LANGS, textIn } from '../../src/domain/lang.js';
import { inspect } from '../../src/domain/readiness/index.js';
import { AT, facts } from '../readiness/facts.js';

test.each(LANGS)(
  'what a finding is about is a list without stops in it, and nothing twice by one name, in %s',
  (lang) => {
    const { plan, roster } = facts();
    const inspection = {
      ...inspect(facts()),
      ...{ id: 'r-1', planVersion: 1, scheduledFor: AT, inspectedAt: AT, askedBy: null },
    };
    const model = buildReadinessReport({ inspection, trend: [], plan, people: roster.people, zone: 'UTC' }, lang);
    const words = JSON.stringify(model);
    expect(words).not.toMatch(/\.[,;] |\. …|。[、；等]/);
    const rules = plan.responseRules!.slice(0, 3);
    for (const { text } of rules) expect(words).toContain(textIn(text, lang).replace(/[.。]$/u, ''));
    expect(words).toContain(
      lang === 'en' ? 'Supplement to the first report (D-06-cii)' : '补报首报未尽事项（D-06-cii）',
    );
  },
);
