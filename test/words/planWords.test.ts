import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LANGS } from '../../src/domain/lang.js';
import { PLAN_REFUSAL_CODES, PLAN_STATUSES } from '../../src/domain/plan/lifecycle/index.js';
import type { PlanRefusalCode, PlanStep, PlanStepBody } from '../../src/domain/plan/lifecycle/index.js';
import type { Details } from '../../src/domain/incident/index.js';
import {
  planCopyWords,
  planCorrectionWords,
  planDueWords,
  planRefusalWords,
  planStatusWords,
  planStepWords,
  speaker,
} from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';

const names = sampleNames();
const BROKEN = /undefined|\[object|NaN|null|Invalid/;
const AT = Date.parse('2026-11-22T03:14:00Z');
const version = { version: 2, newest: 3, effective: 3, id: 'sample', status: 'inReview' };

/** The details of each refusal as the domain writes them. */
const DETAILS: Record<PlanRefusalCode, { found?: Details; needed?: Details }> = {
  post_required: {},
  not_reviewer: { found: { posts: ['duty'] }, needed: { posts: ['commander', 'deputy'] } },
  not_approver: { found: { posts: [] }, needed: { posts: ['commander'] } },
  not_addressed: { needed: { posts: ['commander'] } },
  wrong_status: { found: version, needed: { statuses: ['draft', 'approved'] } },
  plan_in_force: { found: version },
  version_exists: { found: version, needed: { version: 4 } },
  not_responsible: { found: { posts: [] }, needed: { people: ['lin-wei'], posts: ['commander'] } },
  authors_missing: {},
  content_changed: { found: { hash: 'abcd1234' }, needed: { hash: 'f0f0' } },
  author_accepts: {},
  author_approves_alone: { found: { people: ['lin-wei'] }, needed: { posts: ['deputy'] } },
  version_not_next: { found: version, needed: { version: 4 } },
  other_version: { found: version, needed: { id: 'sample', version: 4 } },
  control_missing: {},
  words_required: { needed: { field: 'summary' } },
  reviewer_withdrew: {},
  already_reviewed: {},
  reviews_missing: { found: { reviewers: 1 }, needed: { reviewers: 2, posts: ['deputy'] } },
  author_reviews_alone: { found: { people: ['lin-wei'] }, needed: { posts: ['deputy'] } },
  check_errors: { found: { count: 2, errors: ['V-01 posts', 'V-02'] } },
  warnings_open: { found: { count: 1, warnings: ['V-72 control.distribution'] } },
  unknown_warning: { found: { rule: 'V-9', path: 'x' }, needed: { warnings: [] } },
  already_accepted: { found: { rule: 'V-9', path: '' } },
  date_in_past: { found: { from: '2026-01-01T00:00:00.000Z' }, needed: { from: '2026-11-22T03:14:00.000Z' } },
  date_in_future: {},
  day_in_future: { found: { on: '2027-01-11' }, needed: { on: '2026-11-28' } },
  nothing_new: {},
  older_than_effective: { found: version, needed: { version: 4 } },
  base_superseded: {},
  roster_unfit: { found: { issues: ['holders.deputy: nobody'] } },
  not_approved: { found: version },
  already_received: {},
  key_reused: { found: { key: 'person:lin-wei k1' } },
};

const BODIES: { [T in PlanStepBody['type']]: Extract<PlanStepBody, { type: T }> } = {
  broughtIn: { type: 'broughtIn', hash: 'h' },
  drafted: { type: 'drafted', hash: 'h', summary: 'x', authors: ['lin-wei'] },
  submitted: { type: 'submitted', hash: 'h' },
  reviewed: { type: 'reviewed', hash: 'h', post: 'deputy', outcome: 'return', remarks: 'x' },
  reviewerWithdrew: { type: 'reviewerWithdrew', interest: 'x' },
  warningAccepted: { type: 'warningAccepted', rule: 'V-9', path: '', text: 'x' },
  approved: { type: 'approved', hash: 'h', reviewDue: AT, remarks: '', review: 'full' },
  effectDated: { type: 'effectDated', from: AT },
  distributed: { type: 'distributed', to: [{ person: 'lin-wei', posts: ['commander'] }] },
  tookEffect: { type: 'tookEffect' },
  superseded: { type: 'superseded', successor: { id: 'sample', version: 3 } },
  received: { type: 'received' },
  filed: { type: 'filed', reference: 'A-1', on: '2026-12-01', text: '' },
  evaluated: { type: 'evaluated', on: '2026-12-01', conclusion: 'x', revise: true },
  withdrawn: { type: 'withdrawn', reason: 'x' },
};

describe.each(LANGS)('words about versions of a plan in %s', (lang) => {
  const stop = lang === 'zh-CN' ? /。$/ : /\.$/;

  test.each(PLAN_REFUSAL_CODES)('%s is told whole, in its language', (code) => {
    const { title, detail } = planRefusalWords({ code, found: {}, needed: {}, ...DETAILS[code] }, names, lang);
    expect(title).not.toMatch(/[.。]$/);
    expect(detail).toMatch(stop);
    expect(`${title} ${detail}`).not.toMatch(BROKEN);
    if (lang === 'zh-CN') expect(title).toMatch(/\p{Script=Han}/u);
    else expect(title).not.toMatch(/\p{Script=Han}/u);
  });

  test.each(Object.values(BODIES))('$type is one sentence', (body) => {
    const step: PlanStep = { at: AT, by: { kind: 'person', id: 'lin-wei' }, ...body };
    const words = planStepWords(step, speaker(names, lang), 'Asia/Shanghai');
    expect(words).toMatch(stop);
    expect(words).not.toMatch(BROKEN);
  });

  test('a correction says what holds now; a withdrawn version has no link', () => {
    const url = 'http://muster.test/plan-copy/abc';
    const about = { names, lang, zone: 'Asia/Shanghai', number: 'EP-1', version: 2 };
    const redated = planCorrectionWords({ ...about, from: AT + 1_000, before: AT, url });
    for (const part of [url, '11:14:01', '11:14:00']) expect(redated.text).toContain(part);
    const withdrawn = planCorrectionWords({ ...about, reason: 'too early' });
    expect(withdrawn.text).toContain('too early');
    for (const { subject, text } of [redated, withdrawn]) {
      expect(subject).toContain('2');
      expect(`${subject}${text}`).not.toMatch(BROKEN);
    }
  });

  test.each(['review', 'evaluation'] as const)('a %s that is due says of what, and since when', (kind) => {
    const more = { number: 'EP-1', id: 'sample', version: 2, kind, due: AT };
    const { subject, text } = planDueWords({ names, lang, zone: 'Asia/Shanghai', ...more });
    expect(text).toContain('2026-11-22');
    expect(`${subject}${text}`).not.toMatch(BROKEN);
  });

  test('a copy comes with its link, and what it is', () => {
    const url = 'http://muster.test/plan-copy/abc';
    const more = { number: 'EP-1', version: 2, summary: 'x', effectiveFrom: AT, posts: ['commander'], url };
    const { subject, text } = planCopyWords({ names, lang, zone: 'Asia/Shanghai', ...more });
    expect(subject).toContain('2');
    expect(text).toContain(url);
    expect(`${subject}${text}`).not.toMatch(BROKEN);
  });

  test('every status has a name of its own', () => {
    expect(new Set(PLAN_STATUSES.map((status) => planStatusWords(status, lang))).size).toBe(PLAN_STATUSES.length);
  });
});

test('the glossary names every refusal of the lifecycle as the product does', () => {
  const lines = readFileSync('docs/glossary.md', 'utf8').split('\n');
  for (const code of PLAN_REFUSAL_CODES) {
    const titles = LANGS.map(
      (lang) => planRefusalWords({ code, found: {}, needed: {}, ...DETAILS[code] }, names, lang).title,
    );
    expect(lines).toContain(`| \`${code}\` | ${titles.join(' | ')} |`);
  }
});
