import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import { openItems, restored } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent, State } from '../../src/domain/incident/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { approve, edit, ended, giveBack, responding, review, revise, submit } from './reportPlan.js';
import { endsAnyhow, refusalOf } from './story.js';
import type { Story } from './story.js';

const refused = (story: Story, decision: Decision, who = 'zhao-lei') => refusalOf(story.says(who, decision));
const report = ({ state }: Story) => state.incidentReport;
const dues = ({ state }: Story) => duesOf(state).filter(({ item }) => item === 'report');
const told = (events: IncidentEvent[]) =>
  events.flatMap((event) =>
    event.type === 'effectRequested' && event.effect.kind === 'notify'
      ? [
          {
            template: event.effect.template,
            to: event.effect.recipients.map(({ person }) => person),
            ...event.effect.facts,
          },
        ]
      : [],
  );
const documents = (story: Story) =>
  story
    .all('effectRequested')
    .flatMap(({ effect }) => (effect.kind === 'writeDocument' && effect.document === 'incidentReport' ? [effect] : []));

/** Submitted by the technical lead, and written. */
function submitted(change?: Parameters<typeof ended>[0]): Story {
  const story = ended(change);
  story.says('zhao-lei', submit);
  story.delivers();
  return story;
}
function reviewed(change?: Parameters<typeof ended>[0]): Story {
  const story = submitted(change);
  story.says('chen-jing', review());
  return story;
}
function approved(change?: Parameters<typeof ended>[0]): Story {
  const story = reviewed(change);
  story.says('lin-wei', approve());
  story.delivers();
  return story;
}

describe('the incident report', () => {
  test('goes from draft to review, approval and approved, with a document for each version and for the sign-offs', () => {
    const story = submitted();
    expect(report(story)).toMatchObject({
      stage: 'review',
      versions: [{ version: 1, document: { documentId: 'doc' } }],
    });
    expect(story.says('chen-jing', review())[0]).toMatchObject({ type: 'incidentReportReviewed', authority: 'deputy' });
    expect(story.says('lin-wei', approve())[0]).toMatchObject({ type: 'incidentReportApproved', version: 1 });
    expect(report(story).versions[0]!.approved).not.toHaveProperty('document');
    story.delivers();
    expect(report(story)).toMatchObject({
      stage: 'approved',
      versions: [{ version: 1, reviewed: { by: { id: 'chen-jing' } }, approved: { document: { documentId: 'doc' } } }],
    });
    const [{ seq: first }] = story.all('incidentReportSubmitted') as [IncidentEvent];
    const [{ seq: last }] = story.all('incidentReportApproved') as [IncidentEvent];
    expect(documents(story).slice(1)).toMatchObject([
      { id: `d${first}`, upTo: first, version: 1 },
      { id: `d${last}`, upTo: last, version: 1 },
    ]);
  });

  test('keeps Muster’s draft as it was: at the end, and anew after the watch', () => {
    const story = ended((plan) => (plan.termination.watch = [{ levels: ['L3'], for: HOUR }]));
    story.passes(HOUR);
    const seqs = [story.all('terminated')[0]!.seq, story.all('watchEnded')[0]!.seq];
    expect(documents(story).map(({ id }) => id)).toEqual(seqs.map((seq) => `d${seq}`));
    expect(documents(story)[0]).not.toHaveProperty('version');
    expect(openItems(story.state, story.at)).toContainEqual({ code: 'report_not_written' });
    story.delivers();
    expect(report(story).draft).toMatchObject({ documentId: 'doc' });
  });

  test('is never reviewed or approved by whoever submitted it, nor approved by whoever reviewed it', () => {
    const story = ended();
    story.says('chen-jing', submit);
    story.delivers();
    expect(refused(story, review(), 'chen-jing')).toMatchObject({
      code: 'report_signed_before',
      found: { version: 1, part: 'submitter' },
    });
    story.says('lin-wei', review());
    expect(refused(story, approve(), 'chen-jing')).toMatchObject({ found: { part: 'submitter' } });
    expect(refused(story, approve(), 'lin-wei')).toMatchObject({ found: { part: 'reviewer' } });
    expect(report(story).stage).toBe('approval');
  });

  test('is never reviewed or approved by whoever wrote a section of it, whoever submits it', () => {
    const story = ended();
    story.says('chen-jing', edit({ unit: 'We sell books' }));
    story.says('zhao-lei', edit({ unit: 'We sell books online' }));
    story.says('zhao-lei', submit);
    story.delivers();
    // The next in line is asked, and reminded.
    expect(told(story.events).filter(({ template }) => template === 'reportToReview')).toMatchObject([
      { to: ['lin-wei'] },
    ]);
    expect(refused(story, review(), 'chen-jing')).toMatchObject({
      code: 'report_signed_before',
      found: { version: 1, part: 'writer' },
    });
    const from = story.events.length;
    story.passes(10 * DAY);
    const reminded = story.events.slice(from).flatMap((event) => (event.type === 'duesReminded' ? event.tell : []));
    expect(reminded.filter(({ items }) => items.includes('report')).map(({ person }) => person)).toContain('lin-wei');
    expect(reminded.filter(({ items }) => items.includes('report')).map(({ person }) => person)).not.toContain(
      'chen-jing',
    );
    story.says('lin-wei', giveBack());
    // Taken back: their words are not in the next one.
    story.says('zhao-lei', edit({ unit: '' }));
    story.says('zhao-lei', edit({ unit: 'Books' }));
    story.says('zhao-lei', submit);
    story.delivers();
    expect(story.says('chen-jing', review(2))[0]).toHaveProperty('type', 'incidentReportReviewed');
    expect(refused(story, approve(2), 'zhao-lei')).toMatchObject({ code: 'not_authorised' });
  });

  test('is judged by its version, the last one, once that is written', () => {
    const story = ended();
    story.delivers();
    story.says('zhao-lei', submit);
    expect(refused(story, review(), 'chen-jing')).toMatchObject({ code: 'report_version_not_written' });
    story.delivers();
    for (const decision of [review(2), giveBack(2)]) {
      expect(refused(story, decision, 'chen-jing')).toMatchObject({
        code: 'other_report_version',
        found: { version: 2 },
        needed: { version: 1 },
      });
    }
    story.says('chen-jing', review());
    expect(refused(story, approve(7), 'lin-wei')).toHaveProperty('code', 'other_report_version');
  });

  test('goes back with remarks from review and from approval; the next version counts on', () => {
    const story = submitted();
    expect(refused(story, giveBack(1, ' '), 'chen-jing')).toMatchObject({ found: { field: 'remarks' } });
    const [event] = story.says('chen-jing', giveBack());
    expect(event).toMatchObject({ type: 'incidentReportReturned', stage: 'review', texts: { remarks: 'say more' } });
    expect(report(story)).toMatchObject({ stage: 'draft', versions: [{ returned: { stage: 'review' } }] });
    story.says('zhao-lei', submit);
    story.delivers();
    story.says('chen-jing', review(2));
    // At this stage it is up to the approver.
    expect(story.says('lin-wei', giveBack(2))[0]).toMatchObject({ stage: 'approval', version: 2 });
    expect(report(story).versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('takes people’s words for sections of the plan, and gives them back', () => {
    const story = ended();
    const [event] = story.says('he-zhe', edit({ unit: 'We sell books', causes: '' }));
    expect(event).toMatchObject({ sections: ['unit', 'causes'], texts: { unit: 'We sell books' } });
    expect(report(story).edited).toEqual({ unit: event!.seq });
    expect(story.says('zhao-lei', edit({ unit: ' ' }))[0]).not.toHaveProperty('texts');
    expect(report(story).edited).toEqual({});
    expect(refused(story, edit({}))).toMatchObject({ code: 'text_required', found: { field: 'sections' } });
    expect(refused(story, edit({ unit: 'x', nope: 'y' }))).toMatchObject({
      code: 'unknown_section',
      found: { sections: ['nope'] },
      needed: { sections: ['unit', 'causes'] },
    });
    // What an earlier release compiled does not say which sections there are.
    const before = ended(({ aftermath }) => delete aftermath!.report.sections);
    expect(before.says('zhao-lei', edit({ any: 'x' }))[0]).toHaveProperty('type', 'incidentReportEdited');
  });

  test('is taken back by an edit while a version is on its way to approval', () => {
    for (const story of [submitted(), reviewed()]) {
      expect(story.says('zhao-lei', edit({ unit: 'x' }))[0]).toMatchObject({ takesBack: 1 });
      expect(report(story).stage).toBe('draft');
      expect(refused(story, review(), 'chen-jing')).toMatchObject({ code: 'report_stage', found: { stage: 'draft' } });
      expect(story.says('zhao-lei', submit)[0]).toMatchObject({ version: 2 });
    }
    expect(ended().says('zhao-lei', edit({ unit: 'x' }))[0]).not.toHaveProperty('takesBack');
  });

  test('does nothing out of its turn', () => {
    const stages: [Story, Decision[]][] = [
      [ended(), [review(), approve(), giveBack(), revise()]],
      [submitted(), [submit, approve(), revise()]],
      [reviewed(), [submit, review(), revise()]],
      [approved(), [submit, edit({ unit: 'x' }), review(), approve(), giveBack()]],
    ];
    for (const [story, decisions] of stages) {
      for (const decision of decisions)
        expect(refused(story, decision, 'lin-wei')).toHaveProperty('code', 'report_stage');
    }
  });

  test('that is approved is opened again with a reason, and has to be reviewed and approved anew', () => {
    const story = approved();
    expect(refused(story, revise(' '))).toHaveProperty('code', 'reason_required');
    story.passes(20 * DAY);
    expect(story.says('zhao-lei', revise())[0]).toMatchObject({ version: 1, dueAt: story.at + 10 * DAY });
    expect(report(story)).toMatchObject({ stage: 'draft', versions: [{ approved: {} }] });
    expect(dues(story)).toMatchObject([{ from: story.at, dueAt: story.at + 10 * DAY }]);
    expect(story.says('zhao-lei', submit)[0]).toMatchObject({ version: 2 });
  });

  test('is up to whom the plan names, their deputies and command', () => {
    const posts = (story: Story, decision: Decision) => refused(story, decision, 'zhou-min')?.needed['posts'];
    expect(posts(ended(), submit)).toEqual(['techLead', 'engineer', 'commander', 'deputy']);
    expect(posts(ended(), edit({ unit: 'x' }))).toEqual(['techLead', 'engineer', 'commander', 'deputy']);
    expect(posts(submitted(), review())).toEqual(['deputy', 'commander']);
    expect(posts(submitted(), giveBack())).toEqual(['deputy', 'commander']);
    expect(posts(reviewed(), approve())).toEqual(['commander', 'deputy']);
    expect(posts(reviewed(), giveBack())).toEqual(['commander', 'deputy']);
    expect(refused(submitted(), review())).toHaveProperty('code', 'not_authorised');
  });

  test('comes after the end, by a plan that has one', () => {
    expect(refused(responding(), submit)).toHaveProperty('code', 'wrong_phase');
    const without = ended((plan) => delete plan.aftermath);
    expect(refused(without, submit)).toHaveProperty('code', 'no_aftermath');
    expect(dues(without)).toEqual([]);
    expect(without.all('incidentReportAsked')).toEqual([]);
    // Muster's draft needs nobody.
    expect(documents(without)).toHaveLength(1);
  });

  test('is owed by whose turn it is, since that began, until it is approved', () => {
    const story = ended();
    const from = story.at;
    const dueAt = from + 10 * DAY;
    const due = { item: 'report', from, dueAt, within: 10 * DAY };
    expect(dues(story)).toEqual([{ ...due, waits: true, posts: ['techLead', 'engineer'] }]);
    story.passes(HOUR);
    story.says('zhao-lei', submit);
    story.delivers();
    expect(dues(story)).toEqual([{ ...due, from: from + HOUR, posts: ['deputy'], but: ['zhao-lei', undefined] }]);
    story.says('chen-jing', review());
    expect(dues(story)).toEqual([{ ...due, from: from + HOUR, posts: ['commander'], but: ['zhao-lei', 'chen-jing'] }]);
    story.says('lin-wei', approve());
    // Without the causes it is not enough, and whoever wrote it waits for them.
    expect(dues(story)).toMatchObject([{ waits: true, posts: ['techLead', 'engineer'] }]);
  });

  test('that was asked for lapses when the incident is reopened; words and versions stay', () => {
    const story = approved((plan) => (plan.termination.watch = [{ levels: ['L3'], for: DAY }]));
    story.says('lin-wei', { type: 'reopen', reason: 'it fails again' });
    expect(report(story)).toMatchObject({ stage: 'draft', versions: [{ version: 1, approved: {} }] });
    expect(report(story)).not.toHaveProperty('draft');
    expect(report(story)).not.toHaveProperty('dueAt');
    endsAnyhow(story);
    expect(dues(story)).toMatchObject([{ dueAt: story.at + 10 * DAY }]);
    expect(story.says('zhao-lei', submit)[0]).toMatchObject({ version: 2 });
  });

  test('forgets the oldest of many versions, which stand in the record', () => {
    const story = submitted();
    for (let version = 1; version < 25; version++) {
      story.says('chen-jing', giveBack(version));
      story.says('zhao-lei', submit);
    }
    expect(report(story).versions).toHaveLength(20);
    expect(report(story).versions.at(-1)).toMatchObject({ version: 25 });
  });
});

describe('people are told', () => {
  test('at the end, of analysis and report in one notice where both are theirs', () => {
    const story = ended();
    const asked = (one: Story) => told(one.events).filter(({ template }) => template === 'reportAsked');
    const end = story.state.termination.terminatedAt!;
    const both = { analysisDueAt: end + 5 * DAY, reportDueAt: end + 10 * DAY };
    expect(asked(story)).toMatchObject([{ to: ['zhao-lei'], ...both }]);

    const apart = ended(({ aftermath }) => (aftermath!.analysis.owner = 'liaisonLead'));
    expect(asked(apart)).toMatchObject([
      { to: ['zhao-lei'], reportDueAt: both.reportDueAt },
      { to: ['zhou-min'], analysisDueAt: both.analysisDueAt },
    ]);
    expect(asked(apart)[0]).not.toHaveProperty('analysisDueAt');
  });

  test('to review once the version is written, to approve once it is reviewed, and that it is approved', () => {
    const story = ended();
    story.delivers();
    expect(told(story.says('zhao-lei', submit))).toEqual([]);
    const about = { version: 1, documentId: 'doc' };
    expect(told(story.delivers())).toMatchObject([{ template: 'reportToReview', to: ['chen-jing'], ...about }]);
    story.delivers();
    expect(told(story.says('chen-jing', review()))).toMatchObject([
      { template: 'reportToApprove', to: ['lin-wei'], ...about },
    ]);
    story.delivers();
    expect(told(story.says('lin-wei', approve()))).toEqual([]);
    expect(told(story.delivers())).toMatchObject([
      { template: 'reportApproved', to: ['zhao-lei', 'lin-wei', 'chen-jing'], ...about },
    ]);
  });

  test('nobody is asked to sign what they submitted or reviewed', () => {
    const story = ended();
    story.delivers();
    story.says('chen-jing', submit);
    expect(told(story.delivers())).toMatchObject([{ template: 'reportToReview', to: ['lin-wei'] }]);
  });

  test('of a return with its remarks, and of a revision with its reason', () => {
    const story = submitted();
    story.delivers();
    const returned = story.says('chen-jing', giveBack());
    expect(told(returned)).toMatchObject([{ template: 'reportReturned', to: ['zhao-lei'], version: 1 }]);
    expect(Object.values(story.state.effects.pending)).toContainEqual(expect.objectContaining({ reason: 'say more' }));
    const again = approved();
    again.delivers();
    expect(told(again.says('zhao-lei', revise()))).toMatchObject([
      { template: 'reportRevised', to: ['lin-wei', 'chen-jing'], version: 1 },
    ]);
  });

  test('nobody is asked to review what was taken back before it was written', () => {
    const story = ended();
    story.delivers();
    story.says('zhao-lei', submit);
    story.says('zhao-lei', edit({ unit: 'x' }));
    expect(told(story.delivers())).toEqual([]);
  });
});

describe('a state that an earlier release kept', () => {
  /** As it stood, with the draft among the aftermath. */
  function earlier(aftermath: object): State {
    const { basis, incidentReport: _, analysis: __, ...kept } = ended().state;
    return restored(basis, { ...kept, aftermath } as unknown as Omit<State, 'basis'>);
  }
  const draft = { documentId: 'doc', files: [] };

  test('keeps the draft and what was asked for', () => {
    const state = earlier({ asked: 'd9', report: draft });
    expect(state.incidentReport).toEqual({ edited: {}, versions: [], stage: 'draft', asked: 'd9', draft });
    expect(state.aftermath).toEqual({});
    expect(earlier({ report: draft }).incidentReport).toMatchObject({ draft });
    expect(earlier({ asked: 'd9' }).incidentReport).not.toHaveProperty('draft');
    expect(earlier({ asked: 'd9', closedAt: 5 }).aftermath).toEqual({ closedAt: 5 });
  });

  test('before the end is as a new one', () => {
    expect(earlier({}).incidentReport).toEqual({ edited: {}, versions: [], stage: 'draft' });
    expect(earlier({}).analysis).toEqual({ version: 0 });
  });
});
