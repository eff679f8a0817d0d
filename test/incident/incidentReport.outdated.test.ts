import { undoneSteps } from '../../src/domain/incident/aftermath/mandatory.js';
import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { approve, complete, edit, ended, record, review, submit } from './reportPlan.js';
import { refusalOf, told } from './story.js';
import type { Story } from './story.js';

/** Causes, lessons and measures are wanted before the closure. */
const wanting = (plan: CompiledPlan) => {
  const { aftermath } = plan;
  aftermath!.lessons.questions = 1;
  aftermath!.report.sections = ['unit', 'causes', 'prevention'];
  aftermath!.mandatory = ['analysis', 'report', 'lessons'];
};
const watched = (plan: CompiledPlan) => {
  wanting(plan);
  plan.termination.watch = [{ levels: ['L3'], for: HOUR }];
};
const give: Decision = { type: 'lesson', action: 'give', post: 'techLead', answers: { 1: 'Call us' }, findings: [] };
const collect: Decision = { type: 'lesson', action: 'collect' };
const measure = ({ at }: Story): Decision => ({
  type: 'improvement',
  finding: 'no trial at the real size',
  measure: 'try each release with all rows',
  kind: 'prevent',
  priority: 'high',
  owner: { person: 'zhao-lei' },
  dueAt: at + 30 * DAY,
});
const report = ({ state }: Story) => state.incidentReport;
const due = ({ state }: Story) => duesOf(state).find(({ item }) => item === 'report');
const analyses = (story: Story) => {
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
};
const collects = (story: Story) => {
  story.says('zhao-lei', give);
  story.says('wang-fang', collect);
};
const submits = (story: Story) => {
  story.says('zhao-lei', submit);
  story.delivers();
};
/** By all three; `version`: the one that is submitted. */
const signs = (story: Story, version = 1) => {
  submits(story);
  story.says('chen-jing', review(version));
  story.says('lin-wei', approve(version));
  story.delivers();
};

describe('a version of the report', () => {
  test('says what was not there when it was submitted', () => {
    const story = ended(watched);
    submits(story);
    expect(report(story).versions).toMatchObject([{ lacks: ['watch', 'analysis', 'lessons', 'prevention'] }]);
    analyses(story);
    collects(story);
    story.passes(HOUR);
    story.says('lin-wei', measure(story));
    submits(story);
    expect(report(story).versions.at(-1)).toMatchObject({ version: 2, lacks: [] });
  });

  test('is owed by nobody once the incident is closed without what it lacks', () => {
    const story = ended(wanting);
    analyses(story);
    collects(story);
    signs(story);
    expect(report(story).stage).toBe('approved');
    expect(due(story)).toBeDefined();
    story.says('lin-wei', { type: 'close', despite: true, reason: 'measures follow elsewhere' });
    expect(story.state.phase).toBe('closed');
    expect(due(story)).toBeUndefined();
  });

  test('needs no measures where people say in their own words why there are none, or the plan has no such section', () => {
    const own = ended(wanting);
    own.says('zhao-lei', edit({ prevention: 'The supplier has mended it.' }));
    submits(own);
    expect(report(own).versions[0]!.lacks).toEqual(['analysis', 'lessons']);
    const without = ended((plan) => {
      wanting(plan);
      plan.aftermath!.report.sections = ['unit'];
    });
    submits(without);
    expect(report(without).versions[0]!.lacks).toEqual(['analysis', 'lessons']);
  });

  test('goes back when the causes are written anew under it: nobody signs what they have not read', () => {
    const story = ended(wanting);
    analyses(story);
    submits(story);
    story.says('chen-jing', review());
    const events = story.says('zhao-lei', record());
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'incidentReportOutdated', version: 1, by: 'analysis' }),
    );
    expect(told(events)).toEqual({ reportOutdated: ['zhao-lei', 'lin-wei', 'chen-jing'] });
    expect(report(story).stage).toBe('draft');
    expect(refusalOf(story.says('lin-wei', approve()))).toMatchObject({
      code: 'report_stage',
      found: { stage: 'draft' },
    });
    expect(due(story)).toMatchObject({ waits: true, posts: ['techLead', 'engineer'] });
  });

  test.each([
    ['the analysis is complete', 'analysis', (story: Story) => story.says('zhao-lei', complete)],
    ['the lessons are collected', 'lessons', collects],
    ['there is the first measure', 'prevention', (story: Story) => story.says('lin-wei', measure(story))],
    ['the watch is over', 'watch', (story: Story) => story.passes(HOUR)],
  ])('goes back when %s', (_, by, brings) => {
    const story = ended(watched);
    story.says('zhao-lei', record());
    submits(story);
    brings(story);
    expect(story.all('incidentReportOutdated')).toMatchObject([{ version: 1, by }]);
    expect(report(story).stage).toBe('draft');
  });

  test('stays where it is when another measure comes, or a department answers', () => {
    const story = ended(wanting);
    story.says('lin-wei', measure(story));
    submits(story);
    story.says('lin-wei', measure(story));
    story.says('zhao-lei', give);
    expect(report(story).stage).toBe('review');
  });
});

describe('an approved report', () => {
  test('that holds everything is done, and another measure changes nothing', () => {
    const story = ended(wanting);
    analyses(story);
    collects(story);
    story.says('lin-wei', measure(story));
    signs(story);
    story.says('lin-wei', measure(story));
    expect(report(story).stage).toBe('approved');
    expect(undoneSteps(story.state)).toEqual([]);
    expect(due(story)).toBeUndefined();
  });

  test('is written as it stood when it was submitted, with the sign-offs', () => {
    const story = ended(wanting);
    signs(story);
    const submitted = story.all('incidentReportSubmitted')[0]!.seq;
    const approved = story.all('incidentReportApproved')[0]!.seq;
    const effects = story.all('effectRequested').map(({ effect }) => effect);
    expect(effects).toContainEqual(
      expect.objectContaining({ id: `d${approved}`, upTo: approved, textUpTo: submitted, version: 1 }),
    );
    expect(effects.find(({ id }) => id === `d${submitted}`)).not.toHaveProperty('textUpTo');
  });

  test('that lacks what the plan wants is not done, and closing says why', () => {
    const story = ended(wanting);
    story.says('lin-wei', measure(story));
    signs(story);
    expect(undoneSteps(story.state)).toEqual(['analysis', 'report', 'lessons']);
    expect(refusalOf(story.says('lin-wei', { type: 'close', reason: 'done' }))).toMatchObject({
      code: 'aftermath_open',
      found: { steps: ['analysis', 'report', 'lessons'], reportLacks: ['analysis', 'lessons'] },
    });
  });

  test('goes back to be supplemented once what it lacked has come, and stays on record', () => {
    const story = ended(wanting);
    signs(story);
    collects(story);
    expect(story.all('incidentReportOutdated')).toMatchObject([{ version: 1, by: 'lessons', wasApproved: true }]);
    expect(report(story)).toMatchObject({
      stage: 'draft',
      versions: [{ version: 1, approved: { by: { id: 'lin-wei' } } }],
    });
    analyses(story);
    story.says('lin-wei', measure(story));
    signs(story, 2);
    expect(undoneSteps(story.state)).toEqual([]);
    expect(story.all('incidentReportOutdated')).toHaveLength(1);
  });

  test('stays approved where the plan does not want what has come, or an earlier release submitted it', () => {
    const optional = ended((plan) => {
      wanting(plan);
      plan.aftermath!.report.sections = ['unit'];
      plan.aftermath!.mandatory = ['report'];
    });
    signs(optional);
    analyses(optional);
    collects(optional);
    expect(report(optional).stage).toBe('approved');
    expect(undoneSteps(optional.state)).toEqual([]);
    const earlier = ended(wanting);
    signs(earlier);
    const { lacks: _, ...version } = report(earlier).versions[0]!;
    earlier.state = { ...earlier.state, incidentReport: { ...report(earlier), versions: [version] } };
    expect(undoneSteps(earlier.state)).toEqual(['analysis', 'lessons']);
    earlier.says('lin-wei', measure(earlier));
    expect(report(earlier).stage).toBe('approved');
  });
});

describe('whoever writes it', () => {
  test('is not pressed while others have to come first, who are; and then has a quarter of the time', () => {
    const story = ended(wanting);
    const dueAt = story.at + 10 * DAY;
    story.passes(12 * DAY);
    const items = story.all('duesReminded').flatMap((event) => event.items.map(({ item }) => item));
    expect(items).toContain('analysis');
    expect(items).toContain('lessonsCollection');
    expect(items).not.toContain('report');
    expect(due(story)).toMatchObject({ dueAt, waits: true });
    analyses(story);
    collects(story);
    expect(due(story)).toMatchObject({ dueAt: story.at + 2.5 * DAY });
    expect(due(story)).not.toHaveProperty('waits');
    story.passes(4 * DAY);
    const stages = story
      .all('duesReminded')
      .filter((event) => event.items.some(({ item }) => item === 'report'))
      .map(({ stage }) => stage);
    expect(stages).toEqual(['soon', 'due', 'overdue']);
  });

  test('keeps the time of the plan where the others were early', () => {
    const story = ended(wanting);
    const dueAt = story.at + 10 * DAY;
    analyses(story);
    collects(story);
    expect(due(story)).toMatchObject({ dueAt });
  });

  test('is pressed for measures where the approved report has none', () => {
    const story = ended(wanting);
    analyses(story);
    collects(story);
    signs(story);
    expect(undoneSteps(story.state)).toEqual(['report']);
    expect(due(story)).toMatchObject({ posts: ['techLead', 'engineer'] });
    expect(due(story)).not.toHaveProperty('waits');
  });
});
