import { duesOf, fold } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import type { AftermathRule } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { call, collect, ended, give } from './lessonsPlan.js';
import { approve, complete, ended as endedByReport, record, review, submit } from './reportPlan.js';
import { told } from './story.js';
import type { Story } from './story.js';

let versions = 0;

/** The incident goes on by another version of the plan, of which the aftermath was changed. */
function moves(story: Story, change: (rule: AftermathRule) => void): IncidentEvent[] {
  const basis = structuredClone(story.state.basis);
  versions += 1;
  basis.plan.version += 1;
  basis.plan.hash = String(versions).padStart(2, '0').repeat(32);
  change(basis.plan.aftermath!);
  return story.says('lin-wei', { type: 'movePlan', basis, reason: 'another version is better' });
}

const dues = ({ state }: Story) =>
  Object.fromEntries(duesOf(state).map(({ item, from, dueAt, posts }) => [item, { from, dueAt, post: posts[0] }]));
const lifted = (events: IncidentEvent[]) => events.flatMap((event) => (event.type === 'duesLifted' ? event.tell : []));
const later = (level = 'L1', change?: Parameters<typeof ended>[1]) => {
  const story = ended(level, change);
  const from = story.at;
  story.delivers();
  story.passes(DAY);
  return { story, from };
};

test('another time counts from the end, whoever has it is told, and nobody is told of what stays', () => {
  const { story, from } = later();
  const events = moves(story, (rule) => {
    rule.analysis.within = 2 * DAY;
    rule.lessons.within = 3 * DAY;
    rule.summary.within = 4 * DAY;
  });
  expect(dues(story)).toMatchObject({
    analysis: { from, dueAt: from + 2 * DAY },
    report: { from, dueAt: from + 10 * DAY },
    'lessons techLead': { from, dueAt: from + 3 * DAY },
    summary: { from, dueAt: from + 4 * DAY },
  });
  expect(told(events)).toMatchObject({ reportAsked: ['zhao-lei'] });
  expect(events.find(({ type }) => type === 'incidentReportAsked')).not.toHaveProperty('dueAt');
  expect(told(events)).not.toHaveProperty('lessonsAsked');
  expect(lifted(events)).toEqual([]);
  expect(fold(story.state.basis, story.events)).toMatchObject({ lessons: story.state.lessons });
  expect(told(moves(story, () => undefined))).not.toHaveProperty('reportAsked');
});

test('what the new version does not ask for is dropped, and whoever had it to do is told once', () => {
  const { story } = later();
  story.says('lin-wei', call(story.at + DAY));
  const events = moves(story, (rule) => {
    rule.analysis.levels = ['L3'];
    rule.summary.levels = ['L3'];
    rule.lessons.askedFrom = ['techLead'];
  });
  expect(Object.keys(dues(story))).toEqual(['report', 'lessons techLead', 'lessonsCollection']);
  expect(lifted(events)).toEqual([
    { person: 'zhao-lei', items: ['analysis'] },
    { person: 'zhou-min', items: ['lessons liaisonLead'] },
    { person: 'gao-yang', items: ['lessons pressLead'] },
    { person: 'lin-wei', items: ['summary'] },
  ]);
  expect(told(events)['duesLifted']).toEqual(['zhao-lei', 'zhou-min', 'gao-yang', 'lin-wei']);
  expect(events.find(({ type }) => type === 'summaryCalledOff')).toMatchObject({ why: 'planMoved' });
  expect(told(events)['summaryOff']).toEqual(['lin-wei', 'chen-jing', 'zhao-lei']);
  expect(lifted(moves(story, () => undefined))).toEqual([]);
});

test('a meeting that no plan asked for goes on', () => {
  const { story } = later('L3');
  story.says('lin-wei', call(story.at + DAY));
  const events = moves(story, (rule) => (rule.summary.within = 30 * DAY));
  expect(events.some(({ type }) => type === 'summaryCalledOff')).toBe(false);
  expect(story.state.summary.called).toBeDefined();
});

test('what is new is asked for from then on', () => {
  const { story } = later('L3', ({ plan }) => {
    plan.aftermath!.analysis.levels = ['L1'];
    plan.aftermath!.lessons.askedFrom = ['techLead'];
  });
  story.says('zhao-lei', give('techLead'));
  const events = moves(story, (rule) => {
    delete rule.analysis.levels;
    delete rule.summary.levels;
    rule.lessons.askedFrom = ['techLead', 'pressLead'];
  });
  const from = story.at;
  expect(dues(story)).toMatchObject({
    analysis: { from, dueAt: from + 5 * DAY },
    summary: { from, dueAt: from + 20 * DAY },
    'lessons pressLead': { from, dueAt: from + 7 * DAY },
  });
  // What was said stays, and is not asked for again.
  expect(dues(story)).not.toHaveProperty('lessons techLead');
  expect(told(events)).toMatchObject({ reportAsked: ['zhao-lei'], lessonsAsked: ['gao-yang'] });
  expect(lifted(events)).toEqual([]);
});

test('a plan without an aftermath leaves nothing to do, and one with it begins then', () => {
  const { story } = later('L1', ({ plan }) => {
    plan.aftermath!.lessons.askedFrom = ['techLead'];
  });
  const rule = story.state.basis.plan.aftermath!;
  const { plan, ...basis } = structuredClone(story.state.basis);
  const { aftermath: _, ...without } = { ...plan, hash: 'ee'.repeat(32) };
  const gone = story.says('lin-wei', { type: 'movePlan', basis: { ...basis, plan: without }, reason: 'elsewhere' });
  // Nothing is left but to close it.
  expect(Object.keys(dues(story))).toEqual(['closure']);
  expect(told(gone)['duesLifted']).toEqual(['zhao-lei', 'wang-fang', 'lin-wei']);
  story.passes(HOUR);
  const back = { ...without, hash: 'ef'.repeat(32), aftermath: structuredClone(rule) };
  const events = story.says('lin-wei', { type: 'movePlan', basis: { ...basis, plan: back }, reason: 'here after all' });
  expect(dues(story)).toMatchObject({
    analysis: { from: story.at },
    report: { from: story.at, dueAt: story.at + 10 * DAY },
    'lessons techLead': { from: story.at },
    summary: { from: story.at },
  });
  expect(told(events)).toMatchObject({ reportAsked: ['zhao-lei'], lessonsAsked: ['zhao-lei'] });
});

test('what goes to another post is told to both', () => {
  const { story } = later();
  const events = moves(story, (rule) => {
    rule.analysis.owner = 'pressLead';
    rule.report.owner = 'pressLead';
    rule.lessons.collectedBy = 'liaisonLead';
  });
  expect(dues(story)).toMatchObject({ analysis: { post: 'pressLead' }, report: { post: 'pressLead' } });
  expect(told(events)).toMatchObject({ reportAsked: ['gao-yang'], duesLifted: ['zhao-lei', 'wang-fang'] });
  const [event] = events.filter(({ type }) => type === 'duesLifted');
  expect(event).toMatchObject({ items: [{ passedOn: true }, { passedOn: true }, { passedOn: true }] });
});

test('a version that waits for its reviewer goes to whoever reviews it now', () => {
  const { story } = later();
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  story.says('zhao-lei', submit);
  story.delivers();
  const events = moves(story, (rule) => (rule.report.reviewer = 'pressLead'));
  expect(told(events)).toMatchObject({ reportToReview: ['gao-yang'], duesLifted: ['chen-jing'] });
  expect(told(events)).not.toHaveProperty('reportAsked');
});

test('what is done stays done', () => {
  const { story } = later();
  story.says('wang-fang', collect('they are abroad'));
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  const events = moves(story, (rule) => {
    rule.analysis.within = DAY;
    rule.lessons.askedFrom = ['techLead', 'liaisonLead', 'pressLead', 'duty'];
  });
  expect(told(events)).not.toHaveProperty('lessonsAsked');
  expect(told(events)).not.toHaveProperty('reportAsked');
  expect(Object.keys(dues(story))).toEqual(['report', 'summary']);
});

describe('that it may be closed', () => {
  /** Nothing is owed any more: the report is approved, and nobody was asked for lessons. */
  function allDone(): Story {
    const story = endedByReport((plan) => {
      plan.aftermath!.analysis.levels = ['L1'];
      plan.aftermath!.summary.levels = ['L1'];
      plan.aftermath!.mandatory = ['report'];
    });
    story.delivers();
    story.says('zhao-lei', submit);
    story.delivers();
    story.says('chen-jing', review());
    story.says('lin-wei', approve());
    expect(story.all('closureReady')).toHaveLength(1);
    return story;
  }

  test('is said anew once lessons that the new version asks for are collected, and the term begins then', () => {
    const story = allDone();
    moves(story, (rule) => (rule.lessons.questions = 3));
    expect(story.all('lessonsAsked')).toHaveLength(1);
    expect(story.all('closureReady')).toHaveLength(1);
    expect(dues(story)).not.toHaveProperty('closure');
    story.passes(2 * DAY);
    story.says('zhao-lei', give('techLead'));
    story.says('wang-fang', collect());
    expect(story.all('closureReady')).toMatchObject([{}, { at: story.at }]);
    expect(dues(story)).toMatchObject({ closure: { from: story.at, dueAt: story.at + DAY } });
  });

  test('is said once, whatever follows from the version that leaves nothing to do', () => {
    const { story } = later();
    const { plan, ...basis } = structuredClone(story.state.basis);
    const { aftermath: _, ...without } = { ...plan, hash: 'ed'.repeat(32) };
    story.says('lin-wei', { type: 'movePlan', basis: { ...basis, plan: without }, reason: 'elsewhere' });
    expect(story.all('closureReady')).toHaveLength(1);
  });
});
