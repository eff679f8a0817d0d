import { restored } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { DAY } from '../../src/domain/time.js';
import { ended as lessonsEnded, give } from './lessonsPlan.js';
import { complete, edit, ended, giveBack, record, review, revise, submit } from './reportPlan.js';
import { refusalOf, told } from './story.js';
import type { Story } from './story.js';

function rosterChanges(story: Story, posts: Record<string, string[]>): IncidentEvent[] {
  const { plan, holders, people = {} } = story.state.basis;
  const change = differenceOf(story.state.basis, { holders: { ...holders, ...posts }, people });
  const roster = (story.state.plan.people?.roster ?? 1) + 1;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system', plan: plan.hash } as const;
  return story.hears({ ...head, type: 'peopleChanged', roster, ...change });
}

/** What the only notice of this template says. */
function factsOf(events: IncidentEvent[], template: string) {
  const found = events.flatMap((event) =>
    event.type === 'effectRequested' && event.effect.kind === 'notify' && event.effect.template === template
      ? [event.effect]
      : [],
  );
  expect(found).toHaveLength(1);
  return found[0]!.facts;
}

/** Version 1 waits for its review. */
function submitted(): Story {
  const story = ended();
  story.delivers();
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  story.says('zhao-lei', submit);
  return story;
}

describe('whoever gets what nobody was reminded of yet is asked for it at once, and once', () => {
  test('analysis and report, in one notice, with their times', () => {
    const story = ended();
    story.delivers();
    const { dueAt } = story.state.incidentReport;
    const events = rosterChanges(story, { techLead: ['ma-chao'] });
    expect(told(events)).toEqual({ reportAsked: ['ma-chao'] });
    expect(factsOf(events, 'reportAsked')).toMatchObject({
      reportDueAt: dueAt,
      analysisDueAt: story.state.analysis.asked!.dueAt,
    });
    expect(told(rosterChanges(story, { duty: ['ren-yi'] }))).toEqual({});
    expect(told(story.passes(3 * DAY))).toEqual({});
    // Whoever was asked before knows of it.
    expect(told(rosterChanges(story, { techLead: ['zhao-lei'] }))).toEqual({});
  });

  test('once, whatever else the same change of the roster moves', () => {
    const passedOver = ended();
    passedOver.delivers();
    const away = rosterChanges(passedOver, { techLead: ['ma-chao'], deputy: ['ma-chao'] });
    expect(told(away)).toEqual({ postTaken: ['ma-chao'], reportAsked: ['ma-chao'] });
    const reminded = ended();
    reminded.delivers();
    reminded.passes(4 * DAY);
    reminded.delivers();
    const events = rosterChanges(reminded, { techLead: ['ma-chao'], commander: ['xie-xin'], deputy: ['ren-yi'] });
    expect(told(events)['duesSoon']).toEqual(['ma-chao']);
    expect(events.filter(({ type }) => type === 'duesReminded')).toHaveLength(1);
  });

  test('whoever leaves a post of command for it', () => {
    const asked = ended();
    asked.delivers();
    const events = rosterChanges(asked, { techLead: ['chen-jing'], deputy: ['ren-yi'] });
    expect(told(events)).toEqual({ postTaken: ['ren-yi'], reportAsked: ['chen-jing'] });
    const reminded = ended();
    reminded.delivers();
    reminded.passes(4 * DAY);
    reminded.delivers();
    expect(told(rosterChanges(reminded, { techLead: ['chen-jing'], deputy: ['ren-yi'] }))['duesSoon']).toEqual([
      'chen-jing',
    ]);
  });

  test('only what is still to be done', () => {
    const story = ended();
    story.delivers();
    story.says('zhao-lei', record());
    story.says('zhao-lei', complete);
    expect(factsOf(rosterChanges(story, { techLead: ['ma-chao'] }), 'reportAsked')).not.toHaveProperty('analysisDueAt');
  });

  test('where nobody holds the post any more its deputy is asked', () => {
    const story = ended();
    story.delivers();
    expect(told(rosterChanges(story, { techLead: [] }))).toEqual({ reportAsked: ['sun-yu'] });
  });

  test('the review, of which there is something to read', () => {
    const story = submitted();
    // The version is not written yet: whoever has to read it hears when it is.
    expect(told(rosterChanges(story, { deputy: ['ren-yi'] }))).toEqual({ postTaken: ['ren-yi'] });
    expect(told(story.delivers())).toEqual({ reportToReview: ['ren-yi'] });
    expect(told(rosterChanges(story, { duty: ['xu-na'] }))).toEqual({});
    const events = rosterChanges(story, { deputy: ['xie-xin'] });
    expect(told(events)).toEqual({ postTaken: ['xie-xin'], reportToReview: ['xie-xin'] });
    expect(factsOf(events, 'reportToReview')).toMatchObject({ version: 1 });
    expect(refusalOf(story.says('xie-xin', review()))).toBeUndefined();
  });

  test('the approval, by whoever commands then', () => {
    const story = submitted();
    story.delivers();
    story.says('chen-jing', review());
    const events = rosterChanges(story, { commander: ['xie-xin'] });
    expect(told(events)).toMatchObject({ commandTaken: ['xie-xin'], reportToApprove: ['xie-xin'] });
  });

  test('the approval that nobody was free to give', () => {
    const story = submitted();
    story.delivers();
    rosterChanges(story, { commander: [] });
    expect(story.state.command.posts).toEqual({ commander: 'chen-jing' });
    expect(told(story.says('chen-jing', review()))).toEqual({});
    expect(told(rosterChanges(story, { deputy: ['chen-jing', 'ren-yi'] }))).toEqual({
      postTaken: ['ren-yi'],
      reportToApprove: ['ren-yi'],
    });
  });

  test('another version, also from whoever was asked for the one before', () => {
    const story = submitted();
    story.delivers();
    story.says('chen-jing', giveBack());
    story.says('zhao-lei', edit({ causes: 'more of them' }));
    story.says('zhao-lei', submit);
    story.delivers();
    rosterChanges(story, { deputy: ['ren-yi'] });
    expect(told(rosterChanges(story, { deputy: ['chen-jing'] }))).toEqual({ postTaken: ['chen-jing'] });
    story.says('zhao-lei', edit({ causes: 'fewer' }));
    story.says('zhao-lei', submit);
    expect(told(story.delivers())).toEqual({ reportToReview: ['chen-jing'] });
    expect(told(rosterChanges(story, { deputy: ['ren-yi'] }))).toMatchObject({ reportToReview: ['ren-yi'] });
  });

  test('a report that was returned, or is revised, is asked for from nobody who heard of that', () => {
    const story = submitted();
    story.delivers();
    rosterChanges(story, { techLead: ['ma-chao'] });
    expect(told(story.says('chen-jing', giveBack()))).toEqual({ reportReturned: ['ma-chao', 'zhao-lei'] });
    expect(told(rosterChanges(story, { duty: ['ren-yi'] }))).toEqual({});
    expect(told(rosterChanges(story, { techLead: ['xu-na'] }))).toEqual({ reportAsked: ['xu-na'] });
  });

  test('what is revised', () => {
    const story = submitted();
    story.delivers();
    story.says('chen-jing', review());
    story.says('lin-wei', { type: 'incidentReport', action: 'approve', version: 1 });
    story.delivers();
    expect(told(rosterChanges(story, { techLead: ['ma-chao'] }))).toEqual({});
    story.says('ma-chao', revise());
    expect(told(rosterChanges(story, { techLead: ['xu-na'] }))).toEqual({ reportAsked: ['xu-na'] });
  });

  test('lessons, of the department that has not answered', () => {
    const story = lessonsEnded();
    story.delivers();
    story.says('gao-yang', give('pressLead'));
    const events = rosterChanges(story, { liaisonLead: ['ma-chao'], pressLead: ['ren-yi'] });
    expect(told(events)).toEqual({ lessonsAsked: ['ma-chao'] });
    expect(told(rosterChanges(story, { liaisonLead: [] }))).toEqual({ lessonsVacant: ['wang-fang'] });
    expect(told(rosterChanges(story, { duty: ['xu-na'] }))).toEqual({ lessonsVacant: ['xu-na'] });
    expect(told(rosterChanges(story, { liaisonLead: ['ma-chao'] }))).toEqual({});
  });
});

test('of what people have been reminded of the reminder tells whoever gets it, and nothing else', () => {
  const story = ended();
  story.delivers();
  story.passes(4 * DAY);
  const events = rosterChanges(story, { techLead: ['ma-chao'] });
  expect(told(events)).toEqual({ duesSoon: ['ma-chao'], reportAsked: ['ma-chao'] });
  expect(factsOf(events, 'reportAsked')).not.toHaveProperty('analysisDueAt');
});

test('nobody is asked in a response, nor once it is closed', () => {
  const story = ended();
  story.delivers();
  const closed = story.copy();
  closed.says('lin-wei', { type: 'close', reason: 'nothing is left', despite: true });
  expect(told(rosterChanges(closed, { techLead: ['ma-chao'] }))).toEqual({});
});

test('what is asked for at another end is asked for anew', () => {
  const story = lessonsEnded('L2');
  rosterChanges(story, { techLead: ['ma-chao'] });
  expect(Object.keys(story.state.aftermath.requested ?? {})).toContain('report');
  story.says('lin-wei', { type: 'reopen', reason: 'it is back', level: 'L2' });
  expect(story.state.phase).toBe('responding');
  expect(story.state.aftermath).not.toHaveProperty('requested');
});

test('what an earlier release kept does not say who was asked: whoever judges is asked, and nobody who writes', () => {
  const kept = (story: Story) => {
    const { basis, ...state } = story.state;
    const { requested: _, ...aftermath } = state.aftermath;
    story.state = restored(basis, { ...state, aftermath });
  };
  const writing = ended();
  writing.delivers();
  kept(writing);
  expect(told(rosterChanges(writing, { techLead: ['ma-chao'] }))).toEqual({});
  const judging = submitted();
  judging.delivers();
  kept(judging);
  expect(told(rosterChanges(judging, { deputy: ['ren-yi'] }))).toEqual({
    postTaken: ['ren-yi'],
    reportToReview: ['ren-yi'],
  });
});
