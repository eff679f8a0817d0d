import { describe, expect, test } from '@jest/globals';
import { buildSummaryRecord, renderDocx, renderHtml } from '../../src/documents/index.js';
import type { ReportModel } from '../../src/documents/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { collect, ended, give, hold } from '../incident/lessonsPlan.js';
import type { Story } from '../incident/story.js';
import { sampleNames } from '../support/samplePlan.js';
import { headingsOf, RECORD_HASH, rowsOf, sectionOf, wordsOf } from './fixtures.js';

const BROKEN = /undefined|\[object|NaN|null/;
const RATED = { told: 'U', joined: 'P', planned: 'S' } as const;

function held(change?: (basis: Basis) => void): Story {
  const story = ended('L2', change);
  const answers = { '1': 'The alarm came late.\nNobody looked.', '3': 'Rehearse the switch-over' };
  story.says('zhao-lei', give('techLead', answers, { free: 'Well done', findings: ['3'] }));
  story.says('wang-fang', collect('the others are abroad'));
  const present = ['lin-wei', 'zhao-lei', 'xu-na'];
  story.says(
    'lin-wei',
    hold(RATED, { present, notes: { told: 'Two hours late' }, conclusions: 'In time.\nRehearse it.' }),
  );
  return story;
}

function recordOf({ state, events }: Story, lang: Lang): ReportModel {
  const upTo = events.findLastIndex(({ type }) => type === 'summaryHeld');
  return buildSummaryRecord({
    state,
    events: events.slice(0, upTo + 1),
    namesAt: () => sampleNames(),
    lang,
    zone: 'Asia/Shanghai',
    recordHash: RECORD_HASH,
  });
}

describe('the summary evaluation record', () => {
  const story = held();
  const en = recordOf(story, 'en');
  const zh = recordOf(story, 'zh-CN');

  test('has its sections, numbered as text, and a page to sign', () => {
    expect(headingsOf(zh.sections)).toEqual([
      '一、会议情况',
      '（一）议程',
      '二、评估',
      '（一）逐项评级',
      '（二）得分和等次',
      '三、各部门经验教训',
      '（一）技术救援组组长',
      '（二）未提交的部门',
      '四、会议结论',
    ]);
    expect(zh.title).toEqual(['云帆科技有限公司', '“Payments fail”事故', '总结评估记录']);
    expect(en.title.at(1)).toBe('Summary evaluation of the incident');
    expect(en.signatures.table.rows.map(([name]) => name)).toEqual(['Lin Wei', 'Zhao Lei', 'Xu Na']);
  });

  test.each(LANGS)('says all of it in %s without a gap', async (lang) => {
    const model = recordOf(story, lang);
    expect(wordsOf(model)).not.toMatch(BROKEN);
    expect(wordsOf(model)).toContain(RECORD_HASH);
    expect(renderHtml(model)).toContain('Rehearse the switch-over');
    expect((await renderDocx(model)).subarray(0, 2).toString()).toBe('PK');
  });

  test('has the note on a criterion beside it, and no reason of the meeting, where the criterion is called as that is', () => {
    const named = ended('L2', ({ plan }) => plan.evaluation!.criteria.push({ id: 'why' }));
    named.says('lin-wei', hold(RATED, { notes: { why: 'Nobody asked' } }));
    const words = wordsOf(recordOf(named, 'en'));
    expect(words.split('Nobody asked')).toHaveLength(2);
  });

  test('lists who was wanted and came, who did not, and who came besides', () => {
    expect(rowsOf(en, 'The meeting')).toEqual([
      ['Lin Wei', 'Commander', 'present'],
      ['Chen Jing', 'Deputy commander', 'absent'],
      ['Zhao Lei', 'Technical rescue lead', 'present'],
      ['Xu Na', 'Liaison officer', 'present, not listed by the plan'],
    ]);
  });

  test('has every criterion, rated or not, with what the record says beside it', () => {
    const rows = rowsOf(en, 'Ratings');
    expect(rows.map(([criterion, rating]) => [criterion, rating])).toEqual([
      ['told (critical)\nCriterion told', 'U Rating U'],
      ['joined\nCriterion joined', 'P Rating P'],
      ['mended\nCriterion mended', 'not rated'],
      ['planned (not counted)\nCriterion planned', 'S Rating S'],
    ]);
    expect(rows[0]!.slice(2)).toEqual(['Legal reports in time\nthere was nothing to count', 'Two hours late']);
    expect(rows[3]!.slice(2)).toEqual(['—', '']);
  });

  test('tells how the score comes about: what was left out, and what capped it', () => {
    const text = JSON.stringify(sectionOf(en, 'Score and grade'));
    expect(text).toContain('score 46.2, grade: Conclusion poor');
    expect(text).toContain('Score: speed of response 0 × 53.8% + co-ordination 100 × 46.2% = 46.2.');
    expect(text).toContain('Not rated, and so left out: technical handling.');
    const capped = held(({ plan }) => (plan.evaluation!.weights = { speed: 1, coordination: 99, technical: 1 }));
    expect(JSON.stringify(sectionOf(recordOf(capped, 'zh-CN'), '得分'))).toContain(
      '关键项评为“评级U”（told），等次至多为“结论poor”。',
    );
  });

  test('has the lessons in the words of each department, the findings by their ids, and who is missing', () => {
    const text = JSON.stringify(sectionOf(en, 'Technical rescue lead'));
    expect(text).toContain('Question 1: Question 1?');
    expect(text).toContain('Nobody looked.');
    expect(text).toContain('Marked as a finding: lesson techLead q3');
    expect(text).toContain('Well done');
    expect(JSON.stringify(sectionOf(en, 'did not answer'))).toContain(
      'Missing: Information liaison lead and Publicity lead. Reason given when they were collected: the others are abroad.',
    );
  });

  test('of a plan without criteria has no ratings, and says so', () => {
    const without = ended('L1', ({ plan }) => delete plan.evaluation);
    without.says('lin-wei', hold());
    const model = recordOf(without, 'en');
    expect(JSON.stringify(sectionOf(model, 'Evaluation'))).toContain('gave no ratings');
    expect(wordsOf(model)).toContain('No department has given its lessons.');
    expect(wordsOf(model)).not.toMatch(BROKEN);
  });

  test.each(LANGS)('says in %s what was erased', (lang) => {
    const erased = { ...story, events: story.events.map((event) => ({ ...event, texts: {} })) } as unknown as Story;
    const words = wordsOf(recordOf(erased, lang));
    expect(words).not.toMatch(BROKEN);
    expect(words).toContain(lang === 'en' ? '(text erased)' : '（原文已删除）');
  });
});
