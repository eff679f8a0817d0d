import { describe, expect, test } from '@jest/globals';
import {
  IMPROVEMENT_REFUSALS,
  IMPROVEMENT_STATUSES,
  IMPROVEMENT_TEMPLATES,
} from '../../src/domain/improvement/index.js';
import type { ImprovementEvent, ImprovementRefusal } from '../../src/domain/improvement/index.js';
import type { Details } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { DAY } from '../../src/domain/time.js';
import {
  improvementEventWords,
  improvementMailWords,
  improvementRefusalWords,
  improvementStatusWords,
} from '../../src/domain/words/index.js';
import { TOLD } from '../../src/domain/improvement/people.js';
import { Story } from '../improvement/story.js';
import { sampleNames } from '../support/samplePlan.js';
import { sampleImprovement } from './samples.js';

const BROKEN = /undefined|\[object|NaN|null|Invalid|\{|\}/;
const names = sampleNames();

const DETAILS: Record<ImprovementRefusal, { found?: Details; needed?: Details }> = {
  not_authorised: { found: { posts: ['duty'] }, needed: { posts: ['commander'] } },
  not_owner: { found: { posts: [] }, needed: { post: 'engineer' } },
  wrong_status: { found: { status: 'open' }, needed: { statuses: ['done'] } },
  reason_required: {},
  text_required: { found: { field: 'finding' } },
  evidence_required: {},
  unknown_type: { found: { type: 'x' }, needed: { types: ['prevent', 'plan'] } },
  unknown_owner: { found: { person: 'gone' } },
  due_passed: {},
  no_change: {},
  owner_cannot_verify: {},
  own_evidence: { found: { drill: 'd-1', criterion: 'E-11', person: 'sun-yu' } },
  own_improvement: {},
  link_required: {},
  unknown_version: { found: { plan: 'p', version: 2 } },
  version_not_newer: { found: { plan: 'p', version: 1 }, needed: { plan: 'p', version: 1 } },
  version_not_in_force: { found: { plan: 'p', version: 2 } },
  drill_origin_required: {},
  drill_required: { found: { drill: 'd-1' }, needed: { criterion: 'E-11' } },
  no_criterion: { found: { drill: 'd-1' } },
  unknown_drill: { found: { drill: 'd-1' }, needed: { criterion: 'E-11' } },
  drill_not_accepted: { found: { drill: 'd-1', status: 'submitted' }, needed: { status: 'closed' } },
  acceptance_simulated: { found: { drill: 'd-1' } },
  drill_before_fix: { found: { drill: 'd-1', plan: 'p', version: 1 }, needed: { plan: 'p', version: 2 } },
  criterion_not_rated: { found: { drill: 'd-1', criterion: 'E-11' } },
  criterion_not_played: { found: { drill: 'd-1', criterion: 'E-11', played: 'incomplete' } },
  criterion_not_passed: { found: { drill: 'd-1', criterion: 'E-11', rating: 'M' }, needed: { ratings: ['P', 'S'] } },
  weakness_seen: { found: { drill: 'd-1', criterion: 'E-41', weaknesses: ['post_without_deputy'] } },
  changed: { found: { ifSeq: 3, seq: 5 } },
  request_id_reused: { found: { requestId: 'k' } },
  malformed: { found: { field: 'dueAt' }, needed: { form: 'a whole number' } },
  machine_error: { found: { error: 'TypeError: x' } },
};

/** Every kind of event at least once. */
function everything(): ImprovementEvent[] {
  const story = new Story({ planChange: true, reviewEvery: 30 * DAY, origin: { kind: 'drill', incidentId: 'i-9' } });
  const version = { plan: 'p', version: 2, hash: 'h', tookEffect: true };
  story.tells([]);
  story.says('liang-yue', { type: 'verify' });
  story.says('sun-yu', { type: 'move', dueAt: story.at + 40 * DAY, reason: '人手不足' });
  story.says('sun-yu', { type: 'reassign', owner: { person: 'qian-rong' }, holder: 'qian-rong', reason: '更熟悉' });
  story.passes(50 * DAY);
  story.says('qian-rong', { type: 'link', plan: 'p', number: 2, version });
  story.proves({ type: 'versionInForce', version: { plan: 'p', version: 2, hash: 'h' } });
  const file = { sha256: 'a'.repeat(64), name: '手册.pdf' };
  story.says('qian-rong', { type: 'handIn', note: '已演练', link: 'https://wiki.example/x', file });
  story.passes(5 * DAY);
  story.says('sun-yu', { type: 'return', remarks: '缺少演练记录' });
  story.says('qian-rong', { type: 'handIn', note: '已补' });
  story.says('sun-yu', { type: 'verify', note: '属实', version });
  const other = new Story();
  other.says('sun-yu', { type: 'cancel', reason: '不再需要' });
  const drilled = new Story({
    ...{ origin: { kind: 'drill', drill: 'd-1', criterion: 'E-11' }, planChange: true, verifiedBy: 'drill' },
  });
  drilled.says('qian-rong', { type: 'link', plan: 'p', number: 2, version });
  const onVersion = { plan: 'p', version: 2, hash: 'h' };
  drilled.proves({ type: 'drillUnplannable', criterion: 'E-11', version: onVersion });
  for (const [rating, drill] of [
    ['M', 'd-2'],
    ['P', 'd-3'],
  ] as const) {
    drilled.proves({
      type: 'drillPlanned',
      drill,
      scenario: 'ransomware',
      dueAt: drilled.at + DAY,
      version: onVersion,
    });
    const plan = onVersion;
    const about = { drill, status: 'closed', criterion: 'E-11', accepted: true, report: 1 } as const;
    drilled.proves({ type: 'drillOver', proof: { ...about, rating, ratedBy: 'machine', plan, startedAt: drilled.at } });
    drilled.says('qian-rong', { type: 'handIn', note: '已补' });
  }
  return [...story.events, ...other.events, ...drilled.events];
}

describe.each(LANGS)('words about improvements in %s', (lang) => {
  test('each event is a sentence', () => {
    const events = everything();
    expect(new Set(events.map(({ type }) => type)).size).toBe(16);
    for (const event of events) {
      const words = improvementEventWords(event, names, lang, 'Asia/Shanghai');
      expect(words).toMatch(lang === 'en' ? /\.$/ : /。$/);
      expect(words).not.toMatch(BROKEN);
      if (lang === 'en') expect(words).not.toMatch(/[，。；]/);
    }
  });

  test.each(IMPROVEMENT_REFUSALS)('%s says what to do', (code) => {
    const { found = {}, needed = {} } = DETAILS[code];
    const { title, detail } = improvementRefusalWords({ code, found, needed }, names, lang);
    expect(title).not.toMatch(/[.。]$/);
    expect(`${title} ${detail}`).not.toMatch(BROKEN);
    // Nothing of it is known.
    expect(() => improvementRefusalWords({ code, found: {}, needed: {} }, names, lang)).not.toThrow();
  });

  test.each(IMPROVEMENT_TEMPLATES)(
    'the mail %s says what, whose and by when, to everybody who may get it',
    (template) => {
      for (const as of TOLD) {
        const { subject, text } = improvementMailWords({ ...sampleImprovement(lang), template, as });
        expect(subject).toContain(lang === 'en' ? 'Write the run book' : '编写切换手册');
        expect(subject).not.toContain('\n');
        expect(text).toContain(lang === 'en' ? 'Finding: Nobody' : '问题：无人');
        expect(`${subject}${text}`).not.toMatch(BROKEN);
      }
    },
  );

  test('whose it was is told that it is no longer theirs, and asked for nothing', () => {
    const quoted = 'on leave';
    const { subject, text } = improvementMailWords({
      ...{ ...sampleImprovement(lang), template: 'assigned', as: 'formerOwner', quoted },
    });
    expect(subject).toMatch(lang === 'en' ? /^Improvement no longer yours: / : /^【改进措施】已改交他人：/);
    expect(text).toMatch(
      lang === 'en' ? /no longer yours.*\n\n[^]*Reason: on leave/ : /您无须再办理。\n\n[^]*改交理由：on leave/,
    );
    expect(text.match(/muster improvement \w+/g)).toEqual(['muster improvement show']);
  });

  test('a text stays in its line', () => {
    const sample = sampleImprovement(lang);
    const texts = { finding: 'x\nmuster evil', action: 'y\r\nBcc: z' };
    const { subject, text } = improvementMailWords({ ...sample, texts, quoted: 'a\nmuster evil' });
    expect(`${subject}\n${text}`).not.toMatch(/^(muster evil|Bcc)/m);
  });

  test('each status has words of its own', () => {
    expect(new Set(IMPROVEMENT_STATUSES.map((status) => improvementStatusWords(status, lang))).size).toBe(4);
  });
});
