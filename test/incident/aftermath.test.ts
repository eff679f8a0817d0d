import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { evolve, fold } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { aftermathRule, complete, record } from './reportPlan.js';
import { ends, release, responding } from './sitrepsStory.js';
import { refusalOf, Story } from './story.js';

/** At level 2, where it is watched for an hour; the final SITREP is drafted. */
function watching(): Story {
  const story = responding('L2', (plan) => {
    plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
  });
  ends(story);
  return story;
}
/** At level 1, which is not watched. */
function ended(): Story {
  const story = responding();
  ends(story);
  return story;
}
/** What was asked for by `writeDocument`, the oldest first. */
const asked = (story: Story, document: 'incidentReport' | 'sitrep' = 'incidentReport') =>
  story.all('effectRequested').flatMap(({ effect }) => {
    return effect.kind === 'writeDocument' && effect.document === document ? [effect.id] : [];
  });
const files = [{ format: 'docx', lang: 'en', sha256: 'c4'.repeat(32) }];
const isWritten = (story: Story, effectId: string, documentId = 'doc') => {
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return story.hears({ ...head, type: 'documentWritten', effectId, documentId, files });
};
/** Of a plan that does not say who writes a report: Muster's own draft is written all the same. */
const nothing = { edited: {}, versions: [], stage: 'draft' as const };
const close = (reason = 'done'): Decision => ({ type: 'close', reason });
/** A plan that has personal data destroyed thirty days after the end. */
const destroying = (plan: CompiledPlan) => {
  plan.aftermath = { ...aftermathRule(), mandatory: [], personalData: { destroyAfter: 30 * DAY, owner: 'duty' } };
};

describe('the incident report', () => {
  test('is asked for at the end, and stands with its files once it is written', () => {
    const story = ended();
    const [effect] = asked(story);
    expect(story.state.incidentReport).toEqual({ ...nothing, asked: effect });
    isWritten(story, effect!);
    expect(story.state.incidentReport).toEqual({ ...nothing, asked: effect, draft: { documentId: 'doc', files } });
  });

  test('of the first end is none after the second, whenever it is written', () => {
    const story = watching();
    story.says('lin-wei', { type: 'reopen', reason: 'payments fail again' });
    ends(story);
    const [first, second] = asked(story);
    isWritten(story, first!, 'first');
    expect(story.state.incidentReport).not.toHaveProperty('draft');
    isWritten(story, second!, 'second');
    expect(story.state.incidentReport.draft).toMatchObject({ documentId: 'second' });
  });

  test('is told from a SITREP also where an earlier release did not keep what it had asked for', () => {
    const story = ended();
    story.state = { ...story.state, incidentReport: nothing };
    story.says('zhou-min', release(1));
    isWritten(story, asked(story, 'sitrep')[0]!);
    expect(story.state.incidentReport).toEqual(nothing);
    isWritten(story, asked(story)[0]!);
    expect(story.state.incidentReport).toEqual({ ...nothing, draft: { documentId: 'doc', files } });
  });
});

describe('closing', () => {
  test('is for the posts that the plan names, with a reason, and after the report', () => {
    const story = ended();
    const refused = (events: IncidentEvent[]) => {
      expect(events).toHaveLength(1);
      return refusalOf(events);
    };
    expect(refused(story.says('chen-jing', close(' ')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander'] },
    });
    expect(refused(story.says('lin-wei', close(' ')))).toMatchObject({ code: 'reason_required' });
    expect(refused(story.says('lin-wei', close()))).toMatchObject({ code: 'report_not_written' });
    expect(refused(responding().says('lin-wei', close()))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'responding' },
      needed: { phases: ['aftermath'] },
    });
  });

  test('goes ahead without a report that cannot be written, if whoever closes says so; nothing waits for it any more', () => {
    const story = ended();
    const [effect] = asked(story);
    const [closed] = story.says('lin-wei', { type: 'close', despite: true, reason: 'the office is broken' });
    expect(closed).toMatchObject({ type: 'closed', unwritten: true, texts: { reason: 'the office is broken' } });
    expect(story.state.effects.pending).not.toHaveProperty(effect!);
    // What the store has then is on the record.
    expect(isWritten(story, effect!)).toMatchObject([{ type: 'documentWritten', documentId: 'doc' }]);
    expect(isWritten(story, effect!)).toEqual([]);
    const written = ended();
    isWritten(written, asked(written)[0]!);
    expect(written.says('lin-wei', { type: 'close', despite: true, reason: 'done' })[0]).not.toHaveProperty(
      'unwritten',
    );
  });

  test('leaves its time, its reason and by which authority it was done, and the report', () => {
    const story = ended();
    const [effect] = asked(story);
    isWritten(story, effect!);
    story.passes(HOUR);
    expect(story.says('lin-wei', close('all is well'))[0]).toMatchObject({
      type: 'closed',
      authority: 'commander',
      texts: { reason: 'all is well' },
    });
    expect(story.state.aftermath).toMatchObject({ closedAt: story.at });
    expect(story.state.incidentReport.draft).toEqual({ documentId: 'doc', files });
  });
});

describe('the closure is due', () => {
  const due = ({ state }: Story) => duesOf(state).find(({ item }) => item === 'closure');
  const heard = (story: Story) =>
    story
      .all('duesReminded')
      .flatMap(({ stage, tell }) =>
        tell.flatMap(({ person, items }) => (items.includes('closure') ? [`${stage} ${person}`] : [])),
      );

  test('within a day once nothing is left, which whoever may close it hears at once', () => {
    const story = ended();
    expect(due(story)).toBeUndefined();
    expect(story.all('closureReady')).toEqual([]);
    isWritten(story, asked(story)[0]!);
    expect(story.all('closureReady')).toHaveLength(1);
    expect(due(story)).toMatchObject({ from: story.at, dueAt: story.at + DAY, posts: ['commander'] });
    story.passes(3 * DAY);
    expect(heard(story)).toEqual(['soon lin-wei', 'due lin-wei', 'overdue lin-wei', 'overdue lin-wei']);
    story.says('lin-wei', close());
    expect(due(story)).toBeUndefined();
  });

  test('not before what the plan wants is done, nor while anybody owes something', () => {
    const story = responding(undefined, (plan) => (plan.aftermath = { ...aftermathRule(), mandatory: ['analysis'] }));
    ends(story);
    isWritten(story, asked(story)[0]!);
    expect(story.all('closureReady')).toEqual([]);
    story.says('zhao-lei', record());
    story.says('zhao-lei', complete);
    // The report and the summary evaluation are still owed.
    expect(due(story)).toBeUndefined();
  });

  test('by the day on which personal data has to be destroyed, whatever is left', () => {
    const story = responding(undefined, (plan) => {
      destroying(plan);
      plan.aftermath!.mandatory = ['report'];
    });
    ends(story);
    const destroyBy = story.at + 30 * DAY;
    expect(due(story)).toMatchObject({ dueAt: destroyBy, posts: ['commander'] });
    story.passes(31 * DAY);
    expect(heard(story)).toEqual(['soon lin-wei', 'due lin-wei', 'overdue lin-wei']);
  });
});

describe('personal data', () => {
  const dated = (story: Story) => {
    expect(story.state.aftermath).toMatchObject({ destroyBy: story.at + 30 * DAY });
  };

  test('has to be destroyed by a time that the plan sets from the end, whenever it is closed', () => {
    const story = responding(undefined, destroying);
    ends(story);
    expect(story.all('terminated')[0]).toMatchObject({ destroyBy: story.at + 30 * DAY });
    dated(story);
    const destroyBy = story.at + 30 * DAY;
    story.delivers();
    story.passes(31 * DAY);
    expect(story.says('lin-wei', close())[0]).toMatchObject({ type: 'closed', destroyBy });
    expect(story.state.aftermath).toMatchObject({ destroyBy });
  });

  test('what an earlier release closed keeps the day that it says', () => {
    const story = responding(undefined, destroying);
    ends(story);
    story.delivers();
    story.passes(HOUR);
    const moved = story.at + 30 * DAY;
    story.says('lin-wei', close());
    const events = story.events.map((event) => (event.type === 'closed' ? { ...event, destroyBy: moved } : event));
    expect(fold(story.state.basis, events).aftermath).toMatchObject({ destroyBy: moved });
  });

  test('what an earlier release ended without a day gets it at the closure', () => {
    const story = responding(undefined, destroying);
    ends(story);
    const endedAt = story.at;
    story.delivers();
    const { destroyBy: _, ...aftermath } = story.state.aftermath;
    story.state = { ...story.state, aftermath };
    story.passes(HOUR);
    expect(story.says('lin-wei', close())[0]).toMatchObject({ type: 'closed', destroyBy: endedAt + 30 * DAY });
  });

  test('has no such day before the end, nor once it is reopened', () => {
    const story = responding('L2', (plan) => {
      destroying(plan);
      plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
    });
    expect(story.state.aftermath).toEqual({});
    ends(story);
    dated(story);
    story.says('lin-wei', { type: 'reopen', reason: 'payments fail again' });
    expect(story.state.aftermath).not.toHaveProperty('destroyBy');
  });

  test('or from a rejection, or from when it was merged', () => {
    const plan = samplePlan();
    destroying(plan);
    const rejected = new Story({}, { plan, holders: sampleHolders() });
    rejected.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' });
    dated(rejected);
    const merged = responding(undefined, destroying);
    merged.says('lin-wei', { type: 'merge', into: 'i-2', reason: 'the same outage' });
    merged.delivers();
    expect(merged.state.phase).toBe('merged');
    dated(merged);
  });

  test('of the incident is destroyed once it is erased there, not when one person is', () => {
    const story = ended();
    const erased = { texts: [], messages: [], documents: [], evidence: [] };
    const after = (scope: 'person' | 'incident') => {
      const head = { seq: story.state.seq + 1, at: story.at, actor: { kind: 'operator' }, via: 'api' } as const;
      const event = { type: 'personalDataErased', erasure: 'e1', scope, erased, texts: { reason: 'due' } } as const;
      return evolve(story.state, { ...head, ...event }).aftermath;
    };
    expect(after('incident')).toEqual({ erasedAt: story.at });
    expect(after('person')).toEqual({});
  });
});
