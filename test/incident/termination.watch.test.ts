import { openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, EventType, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { planWithSitreps } from '../support/samplePlan.js';
import { rule } from './obligationsPlan.js';
import { idOf, on, resourcesBasis, responding } from './resourcesPlan.js';
import type { ResourceStory } from './resourcesPlan.js';
import {
  confirmAt,
  endsAnyhow,
  MINUTE,
  override,
  confirmEnd,
  raiseTo,
  refusalOf,
  START,
  Story,
  told,
} from './story.js';
import { finish, openedIn, start, tasksBasis } from './tasksPlan.js';

const reopen = (more: object = {}): Decision => ({ type: 'reopen', reason: 'payments fail again', ...more });
const only = <T extends EventType>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);
const calledIn = (events: IncidentEvent[]) =>
  only(events, 'called').flatMap(({ calls }) => calls.map(({ target }) => target.id));

/** Watched for an hour at level 2 and two at level 1; not at level 3. */
function watched(change: (basis: Basis) => void = () => undefined): Story {
  const basis = tasksBasis((changed) => {
    const { plan } = changed;
    plan.termination.watch = [
      { levels: ['L2'], for: HOUR },
      { levels: ['L1'], for: 2 * HOUR },
    ];
    plan.sitreps = planWithSitreps().sitreps!;
    plan.command.checkIn = [{ levels: ['L1', 'L2'], every: 30 * MINUTE }];
    plan.obligations = [
      rule({ id: 'first', limit: { within: HOUR } }),
      rule({ id: 'final', start: 'responseEnded', limit: { months: 1 }, reminders: [50] }),
    ];
    change(changed);
  });
  return new Story({}, basis);
}

function watching(change?: (basis: Basis) => void): Story {
  const story = watched(change);
  story.says('lin-wei', confirmAt('L2'));
  story.delivers();
  story.passes(10 * MINUTE);
  endsAnyhow(story);
  story.delivers();
  return story;
}

describe('after the end it is watched', () => {
  test('for the time that the plan sets for the level, and then the aftermath begins', () => {
    const story = watching();
    const end = story.at;
    expect(story.state).toMatchObject({
      phase: 'watching',
      termination: { terminatedAt: end, watchUntil: end + HOUR },
    });
    story.passes(HOUR - 1);
    expect(story.state.phase).toBe('watching');
    const events = story.passes(1);
    expect(only(events, 'watchEnded')).toMatchObject([{ at: end + HOUR, actor: { kind: 'system' } }]);
    expect(story.state.phase).toBe('aftermath');
    expect(story.state.termination).not.toHaveProperty('watchUntil');
    expect(story.state.termination.terminatedAt).toBe(end);
    expect(told(events)['watchEnded']).toEqual(['lin-wei']);
  });

  test('not where the plan sets none for the level', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L3'));
    endsAnyhow(story);
    expect(story.state.phase).toBe('aftermath');
    expect(story.all('terminated')[0]).not.toHaveProperty('watchUntil');
  });

  test('nobody is called, everybody is stood down, and is told until when it is watched', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    const events = endsAnyhow(story);
    expect(only(events, 'stoodDown')).toMatchObject([{ why: 'terminated' }]);
    const facts = events.flatMap((e) =>
      e.type === 'effectRequested' && e.effect.kind === 'notify' && e.effect.template === 'terminated'
        ? [e.effect.facts]
        : [],
    );
    expect(facts).toMatchObject([{ watchUntil: story.at + HOUR }]);
    expect(calledIn(story.passes(HOUR))).toEqual([]);
    expect(story.state.checkIn).toEqual({ asked: [], round: [] });
  });

  test('the incident report is written at once, and anew when the aftermath begins; nobody closes before', () => {
    const story = watching();
    const reports = () =>
      story.all('effectRequested').filter(({ effect }) => {
        return effect.kind === 'writeDocument' && effect.document === 'incidentReport';
      });
    expect(reports()).toHaveLength(1);
    expect(story.state.incidentReport.draft).toBeDefined();
    expect(refusalOf(story.says('lin-wei', { type: 'close', reason: 'done' }))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'watching' },
      needed: { phases: ['aftermath'] },
    });
    story.passes(HOUR);
    expect(reports()).toHaveLength(2);
    expect(refusalOf(story.says('lin-wei', { type: 'close', reason: 'done' }))?.code).toBe('report_not_written');
    story.delivers();
    story.says('lin-wei', { type: 'close', reason: 'done' });
    expect(story.state.phase).toBe('closed');
  });

  test('a report that was asked for at the end and is written after the watch is not the last one', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    endsAnyhow(story);
    const [first] = story.all('effectRequested').filter(({ effect }) => effect.kind === 'writeDocument');
    story.passes(HOUR);
    const world = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    story.hears({ ...world, type: 'documentWritten', documentId: 'early', files: [], effectId: first!.effect.id });
    expect(story.state.incidentReport).not.toHaveProperty('draft');
    expect(openItems(story.state, story.at)).toContainEqual({ code: 'report_not_written' });
  });

  test('after a recurrence the report of the first end is none any more', () => {
    const story = watching();
    story.says('lin-wei', reopen());
    expect(story.state.incidentReport).toEqual({ edited: {}, versions: [], stage: 'draft' });
  });

  test('nor is it one where it is written only after the recurrence', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    endsAnyhow(story);
    story.says('lin-wei', reopen());
    story.delivers();
    expect(story.all('documentWritten')).toMatchObject([{ document: 'incidentReport' }]);
    expect(story.state.incidentReport).toEqual({ edited: {}, versions: [], stage: 'draft' });
  });

  test('tasks of the watch open, then those of the aftermath; each is pressed for in its own time', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    expect(openedIn(endsAnyhow(story))).toEqual(['watch']);
    const late = only(story.passes(HOUR), 'tasksOverdue');
    expect(late).toMatchObject([{ step: 'owner', tasks: ['watch'] }]);
    expect(openedIn(story.events)).toContain('cause');
    expect(only(story.passes(30 * MINUTE), 'tasksOverdue')).toEqual([]);
    expect(only(story.passes(4 * HOUR), 'tasksOverdue').flatMap(({ tasks }) => tasks)).not.toContain('watch');
  });

  test('a task that somebody adds belongs to the watch', () => {
    const story = watching();
    story.says('lin-wei', {
      type: 'task',
      action: 'add',
      title: 'look at the queue',
      owner: { post: 'techLead' },
      due: story.at + 10 * MINUTE,
      mandatory: false,
    });
    expect(story.state.tasks.tasks['added.1']).toMatchObject({ phase: 'watching' });
  });

  test('facts, questions and command go on; level, category and what is asked of the ledger do not', () => {
    const story = watching();
    const fact: Decision = { type: 'addFact', values: {}, statement: 'quiet', source: 'log', confidence: 'likely' };
    expect(refusalOf(story.says('zhao-lei', fact))).toBeUndefined();
    expect(refusalOf(story.says('zhao-lei', { type: 'askQuestion', text: 'why?' }))).toBeUndefined();
    const brief = { situation: 'quiet', objectives: 'watch' };
    story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
    const events = story.says('chen-jing', { type: 'handOver', action: 'accept' });
    expect(story.state.command.posts['commander']).toBe('chen-jing');
    // The ledger has let everybody go, and learns nothing of it until the response runs again.
    expect(only(events, 'effectRequested').filter(({ effect }) => effect.kind === 'claim')).toEqual([]);
    for (const decision of [
      raiseTo('L1'),
      { type: 'changeCategory', category: 'security', reason: 'so' } as const,
      { type: 'checkIn' } as const,
      override,
    ]) {
      expect(refusalOf(story.says('chen-jing', decision))?.code).toBe('wrong_phase');
    }
    expect(refusalOf(story.says('lin-wei', { type: 'merge', into: 'i-2', reason: 'same' }))?.code).toBe('wrong_phase');
  });

  test('what it still owes is told like in the aftermath', () => {
    expect(openItems(watching().state, START + HOUR)).toEqual([
      { code: 'obligation_open', id: 'first' },
      { code: 'obligation_open', id: 'final' },
    ]);
  });
});

describe('what comes in while it is watched may be a recurrence', () => {
  const absorb: Decision = {
    type: 'absorb',
    mode: 'real',
    reporter: { kind: 'integration', id: 'monitoring' },
    reportedAt: START + 20 * MINUTE,
    facts: {},
    texts: { title: 'Payments time out', place: 'checkout' },
  };

  test('a report of the same thing is taken in, and command is told how to reopen', () => {
    const story = watching();
    const monitoring = { actor: { kind: 'integration', id: 'monitoring' } } as const;
    const events = story.says('', absorb, monitoring);
    expect(events.map(({ type }) => type)).toContain('reportAbsorbed');
    expect(told(events)).toEqual({ recurrence: ['lin-wei', 'chen-jing'] });
    expect(story.state.phase).toBe('watching');
  });

  test('another incident is not merged into it: its teams would be stood down, and nobody would work on it', () => {
    const story = watching();
    expect(refusalOf(story.says('lin-wei', { ...absorb, from: 'i-2' }))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'watching' },
      needed: { phases: ['reported', 'standby', 'responding'] },
    });
  });

  test('facts that are worse than what it ended with reach whoever may decide on that level', () => {
    const story = watching();
    const told1 = (values: Record<string, boolean | number>) =>
      told(story.says('zhao-lei', { type: 'addFact', values, source: 'log', confidence: 'confirmed' }));
    expect(told1({ usersAffected: 10 })).not.toHaveProperty('recurrence');
    expect(told1({ dataLost: true })).toMatchObject({ recurrence: ['lin-wei'] });
    // It is no worse than what they have just been told.
    expect(told1({ dataLost: true })).not.toHaveProperty('recurrence');
    expect(told1({ usersAffected: 5_000 })).toMatchObject({ recurrence: ['lin-wei'] });
  });

  test('facts that call again for the level at which it ended do so too, once they had called for less', () => {
    const story = watched();
    const fact = (usersAffected: number): Decision => ({
      type: 'addFact',
      values: { usersAffected },
      source: 'log',
      confidence: 'confirmed',
    });
    story.says('zhao-lei', fact(5_000));
    const { level } = story.state.grading.proposal!;
    expect(level).toBe('L2');
    story.says('lin-wei', confirmAt('L2'));
    story.says('zhao-lei', fact(10));
    endsAnyhow(story);
    expect(told(story.says('zhao-lei', fact(20)))).not.toHaveProperty('recurrence');
    expect(told(story.says('zhao-lei', fact(5_000)))).toMatchObject({ recurrence: ['lin-wei', 'chen-jing'] });
    expect(story.state.termination.recurrence).toMatchObject({ since: story.at });
  });

  test('facts that call for less than the level at which it ended say nothing new, although they call for more than before', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L1'));
    endsAnyhow(story);
    expect(story.state.phase).toBe('watching');
    const fact: Decision = {
      type: 'addFact',
      values: { usersAffected: 5_000 },
      source: 'log',
      confidence: 'confirmed',
    };
    const events = story.says('zhao-lei', fact);
    expect(only(events, 'levelProposed')).toMatchObject([{ level: 'L2', risen: {} }]);
    expect(told(events)).not.toHaveProperty('recurrence');
    expect(story.state.termination).not.toHaveProperty('recurrence');
  });

  test('what several facts call for together is called for again as soon as one of them gets worse', () => {
    const story = watching(({ plan }) => {
      const when = {
        all: [
          { fact: 'dataLost', is: true },
          { fact: 'usersAffected', atLeast: 10 },
        ],
      };
      plan.criteria = [{ id: 'lostForMany', incidentLevel: 'serious', when }];
    });
    const told1 = (values: Record<string, boolean | number>) =>
      told(story.says('zhao-lei', { type: 'addFact', values, source: 'log', confidence: 'confirmed' }));
    expect(told1({ dataLost: true })).not.toHaveProperty('recurrence');
    expect(told1({ usersAffected: 20 })).toMatchObject({ recurrence: ['lin-wei', 'chen-jing'] });
    story.says('lin-wei', { type: 'dismissRecurrence', reason: 'a probe failed' });
    expect(told1({ usersAffected: 30, dataLost: true })).toMatchObject({ recurrence: ['lin-wei', 'chen-jing'] });
  });

  test('what a rule of the plan had called for before it ended is nothing new', () => {
    const story = watched(({ plan }) => {
      plan.criteria = [];
      plan.responseRules = [{ id: 'many', atLeast: 'L2', when: { fact: 'usersAffected', atLeast: 1_000 } }];
    });
    const fact = (usersAffected: number): Decision => ({
      ...{ type: 'addFact', values: { usersAffected }, source: 'log', confidence: 'confirmed' },
    });
    story.says('zhao-lei', fact(5_000));
    story.says('lin-wei', confirmAt('L2'));
    endsAnyhow(story);
    expect(story.state.phase).toBe('watching');
    expect(told(story.says('zhao-lei', fact(5_000)))).not.toHaveProperty('recurrence');
    expect(told(story.says('zhao-lei', fact(6_000)))).toMatchObject({ recurrence: ['lin-wei', 'chen-jing'] });
  });

  test('even a level that the plan starts by itself is not started by itself after the end', () => {
    const story = watching(({ plan }) => (plan.verification.automatic = ['L1']));
    const fact: Decision = { type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' };
    expect(only(story.says('zhao-lei', fact), 'levelChanged')).toEqual([]);
    expect(story.state.phase).toBe('watching');
  });
});

describe('until somebody says whether it has come back', () => {
  const dismiss: Decision = { type: 'dismissRecurrence', reason: 'a probe failed' };
  /** Reported again at this moment. */
  const suspected = (change?: (basis: Basis) => void): Story => {
    const story = watching((basis) => {
      const { command, levels, notification } = basis.plan;
      command.deputies = ['deputy'];
      levels.find(({ id }) => id === 'L2')!.decidedBy = ['commander'];
      notification.alert = { remindAfter: 3 * MINUTE, escalateAfter: 10 * MINUTE, escalateTo: ['techLead'] };
      change?.(basis);
    });
    story.says('sun-yu', again('sun-yu'));
    return story;
  };
  const again = (id: string, title = 'Payments time out'): Decision => ({
    type: 'absorb',
    mode: 'real',
    reporter: { kind: 'person', id },
    reportedAt: START,
    facts: {},
    texts: { title, place: 'checkout' },
  });

  test('whoever may decide is reminded as of an alert; then all of command is asked, again and again', () => {
    const story = suspected();
    const since = story.at;
    expect(story.state.termination.recurrence).toEqual({
      ...{ since, by: ['sun-yu'], next: { step: 'remind', at: since + 3 * MINUTE } },
    });
    expect(story.passes(3 * MINUTE - 1)).toEqual([]);
    const reminded = story.passes(1);
    expect(only(reminded, 'recurrenceUndecided')).toMatchObject([{ since, people: ['lin-wei'] }]);
    expect(only(reminded, 'recurrenceUndecided')[0]).not.toHaveProperty('asked');
    expect(told(reminded)).toEqual({ recurrenceUndecided: ['lin-wei'] });
    const everybody = { since, people: ['lin-wei', 'chen-jing', 'zhao-lei'], asked: true };
    expect(only(story.passes(3 * MINUTE), 'recurrenceUndecided')).toMatchObject([everybody]);
    expect(only(story.passes(10 * MINUTE - 1), 'recurrenceUndecided')).toEqual([]);
    expect(only(story.passes(1), 'recurrenceUndecided')).toMatchObject([everybody]);
    expect(only(story.passes(10 * MINUTE), 'recurrenceUndecided')).toMatchObject([everybody]);
  });

  test('whoever is pressed hears what was reported since the end, and what is known', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    story.says('sun-yu', again('sun-yu', 'Before the end'));
    story.passes(MINUTE);
    endsAnyhow(story);
    const pinned = (template: string) =>
      Object.values(story.state.effects.pending).flatMap(({ effect, texts }) =>
        effect.kind === 'notify' && effect.template === template ? [{ facts: effect.facts, texts }] : [],
      );
    const fact: Decision = { type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' };
    story.says('zhao-lei', fact);
    expect(pinned('recurrence')).toMatchObject([{ facts: { proposedLevel: 'L1', knownNow: ['dataLost=true'] } }]);
    expect(pinned('recurrence')[0]?.texts).toBeUndefined();
    story.says('sun-yu', again('sun-yu', 'Since the end'));
    // They know already that they have to decide.
    expect(pinned('recurrence')).toHaveLength(1);
    story.passes(story.state.termination.recurrence!.next.at - story.at);
    expect(pinned('recurrenceUndecided')).toMatchObject([
      { facts: { proposedLevel: 'L1', knownNow: ['dataLost=true'] }, texts: { reported: 'Since the end' } },
    ]);
  });

  test('another report is told only if it brings facts, and gives nobody more time', () => {
    const story = suspected();
    const since = story.at;
    story.passes(2 * MINUTE);
    expect(told(story.says('sun-yu', again('sun-yu')))).toEqual({});
    const withFacts = { ...again('sun-yu'), facts: { usersAffected: 10 } } as Decision;
    expect(told(story.says('sun-yu', withFacts))).toEqual({ recurrence: ['lin-wei'] });
    expect(story.state.termination.recurrence).toMatchObject({ since });
    expect(only(story.passes(MINUTE), 'recurrenceUndecided')).toHaveLength(1);
  });

  test('the watch does not end, and it is reopened although its time has passed', () => {
    const story = suspected();
    expect(only(story.passes(2 * HOUR), 'watchEnded')).toEqual([]);
    expect(story.at).toBeGreaterThan(story.state.termination.watchUntil!);
    expect(calledIn(story.says('lin-wei', reopen()))).toContain('tech');
    expect(story.state.phase).toBe('responding');
    expect(story.state.termination).not.toHaveProperty('recurrence');
    expect(only(story.passes(HOUR), 'recurrenceUndecided')).toEqual([]);
  });

  test('it is for nobody else to dismiss or to reopen, and they hear that before what else is wrong', () => {
    const story = watching();
    const others = {
      code: 'not_authorised',
      found: { posts: ['liaisonLead'] },
      needed: { posts: ['commander', 'deputy'] },
    };
    expect(refusalOf(story.says('zhou-min', dismiss))).toMatchObject(others);
    expect(refusalOf(story.says('zhou-min', reopen({ reason: ' ' })))).toMatchObject(others);
    expect(refusalOf(story.says('lin-wei', dismiss))?.code).toBe('no_recurrence');
  });

  test('whoever may reopen may dismiss it, with a reason that those hear who were asked or reported it', () => {
    const story = suspected();
    story.passes(6 * MINUTE);
    expect(refusalOf(story.says('wang-fang', dismiss))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('lin-wei', { ...dismiss, reason: ' ' }))?.code).toBe('reason_required');
    const events = story.says('lin-wei', dismiss);
    expect(only(events, 'recurrenceDismissed')).toMatchObject([
      { authority: 'commander', texts: { reason: 'a probe failed' } },
    ]);
    expect(told(events)).toEqual({ recurrenceDismissed: ['chen-jing', 'zhao-lei', 'sun-yu'] });
    expect(story.state.termination).not.toHaveProperty('recurrence');
    expect(story.state.phase).toBe('watching');
    expect(refusalOf(story.says('lin-wei', dismiss))?.code).toBe('no_recurrence');
  });

  test('before the deputies were asked they do not hear of it', () => {
    expect(told(suspected().says('lin-wei', dismiss))).toEqual({ recurrenceDismissed: ['sun-yu'] });
  });

  test('of a sign that no person gave those hear alone who were asked', () => {
    const story = watching();
    const monitoring = { kind: 'integration', id: 'monitoring' } as const;
    story.says('', { ...again('monitoring'), reporter: monitoring } as Decision, { actor: monitoring });
    expect(told(story.says('lin-wei', dismiss))).toEqual({ recurrenceDismissed: ['chen-jing'] });
  });

  test('then the watch goes on to its end, and ends at once where its time has passed', () => {
    const story = suspected();
    story.says('lin-wei', dismiss);
    expect(only(story.passes(HOUR - 1), 'watchEnded')).toEqual([]);
    expect(only(story.passes(1), 'watchEnded')).toHaveLength(1);

    const late = suspected();
    late.passes(2 * HOUR);
    late.says('lin-wei', dismiss);
    expect(only(late.passes(0), 'watchEnded')).toHaveLength(1);
    expect(late.state.phase).toBe('aftermath');
    expect(refusalOf(late.says('lin-wei', dismiss))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'aftermath' },
      needed: { phases: ['watching'] },
    });
  });

  test('a deputy may decide once asked, but not on more than it had ended with', () => {
    const story = suspected();
    story.passes(3 * MINUTE);
    expect(refusalOf(story.copy().says('chen-jing', reopen()))?.code).toBe('not_authorised');
    expect(refusalOf(story.copy().says('chen-jing', dismiss))?.code).toBe('not_authorised');
    story.passes(3 * MINUTE);
    expect(refusalOf(story.copy().says('chen-jing', reopen({ level: 'L1' })))?.code).toBe('not_authorised');
    expect(only(story.copy().says('chen-jing', dismiss), 'recurrenceDismissed')).toHaveLength(1);
    expect(only(story.says('chen-jing', reopen()), 'reopened')).toMatchObject([{ authority: 'deputy', level: 'L2' }]);
  });

  test('what calls for more than it had ended with is dismissed only by whoever may decide on that', () => {
    const story = suspected();
    const fact: Decision = { type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' };
    story.says('zhao-lei', fact);
    story.passes(6 * MINUTE);
    expect(refusalOf(story.copy().says('chen-jing', dismiss))?.code).toBe('not_authorised');
    expect(only(story.says('lin-wei', dismiss), 'recurrenceDismissed')).toHaveLength(1);
  });

  test('facts that get worse after a dismissal are a sign again, and the same facts are not', () => {
    const story = watching();
    const fact = (usersAffected: number): Decision => ({
      ...{ type: 'addFact', values: { usersAffected }, source: 'log', confidence: 'confirmed' },
    });
    story.says('zhao-lei', fact(5_000));
    expect(told(story.says('lin-wei', dismiss))).toMatchObject({ recurrenceDismissed: ['chen-jing', 'zhao-lei'] });
    expect(told(story.says('zhao-lei', fact(5_000)))).toEqual({});
    expect(told(story.says('zhao-lei', fact(4_000)))).toEqual({});
    expect(told(story.says('zhao-lei', fact(90_000)))).toMatchObject({ recurrence: ['lin-wei', 'chen-jing'] });
  });

  test('nothing is a sign but what somebody tells: another version of the plan is none', () => {
    const story = watching();
    story.says('zhao-lei', { type: 'addFact', values: { usersAffected: 10 }, source: 'log', confidence: 'confirmed' });
    const { basis } = story.state;
    const criteria = [
      { id: 'manyUsers', incidentLevel: 'serious', when: { fact: 'usersAffected', atLeast: 5 } },
      ...basis.plan.criteria.slice(1),
    ];
    const plan = { ...basis.plan, version: basis.plan.version + 1, hash: 'b'.repeat(64), criteria };
    const events = story.says('lin-wei', { type: 'movePlan', basis: { ...basis, plan }, reason: 'lower' });
    expect(only(events, 'planMoved')).toHaveLength(1);
    expect(only(events, 'levelProposed')).toMatchObject([{ level: 'L2' }]);
    expect(only(events, 'recurrenceSuspected')).toEqual([]);
  });

  test('a report that calls for more is told once, with the level that it calls for', () => {
    const story = watching();
    const events = story.says('sun-yu', { ...again('sun-yu'), facts: { dataLost: true } } as Decision);
    const mails = only(events, 'effectRequested').flatMap(({ effect }) => (effect.kind === 'notify' ? [effect] : []));
    expect(mails).toMatchObject([
      {
        template: 'recurrence',
        facts: { proposedLevel: 'L1', may: 'decide' },
        recipients: [{ person: 'lin-wei' }],
      },
      // Of those who may not decide on so much nobody is asked before command is.
    ]);
  });

  test('a sign says where it comes from, and who said so where that is a person', () => {
    const story = watching();
    const monitoring = { kind: 'integration', id: 'monitoring' } as const;
    const events = story.says('', { ...again('monitoring'), reporter: monitoring } as Decision, { actor: monitoring });
    expect(only(events, 'recurrenceSuspected')).toMatchObject([{ why: 'report' }]);
    expect(only(events, 'recurrenceSuspected')[0]).not.toHaveProperty('by');
    const fact: Decision = { type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' };
    const later = only(story.says('zhao-lei', fact), 'recurrenceSuspected');
    expect(later).toMatchObject([{ why: 'facts', by: 'zhao-lei' }]);
  });

  test('the mail that presses quotes the report, the last one of several, and nothing without one', () => {
    const quoted = (story: Story) => {
      story.passes(3 * MINUTE);
      return Object.values(story.state.effects.pending).flatMap(({ effect, texts }) =>
        effect.kind === 'notify' && effect.template === 'recurrenceUndecided' ? [texts] : [],
      );
    };
    expect(quoted(suspected())).toEqual([{ reported: 'Payments time out' }]);
    const story = suspected();
    story.says('sun-yu', again('sun-yu', 'Second'));
    expect(quoted(story)).toEqual([{ reported: 'Second' }]);
    const byFact = watching(({ plan }) => (plan.notification.alert.remindAfter = 3 * MINUTE));
    byFact.says('zhao-lei', {
      ...{ type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' },
    });
    expect(quoted(byFact)).toEqual([undefined]);
  });

  test('each is told what is up to them', () => {
    const story = suspected();
    story.says('zhao-lei', { type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' });
    story.passes(3 * MINUTE);
    const events = story.passes(3 * MINUTE);
    const mails = only(events, 'effectRequested').flatMap(({ effect }) => (effect.kind === 'notify' ? [effect] : []));
    expect(mails.map(({ facts, recipients }) => [facts['may'], recipients.map(({ person }) => person)])).toEqual([
      ['decide', ['lin-wei']],
      ['reopenAsBefore', ['chen-jing']],
      ['tell', ['zhao-lei']],
    ]);
  });

  test('whoever takes over command hears that it waits for a decision', () => {
    const story = suspected();
    const brief = { situation: 'stable', objectives: 'watch' };
    story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
    expect(told(story.says('chen-jing', { type: 'handOver', action: 'accept' }))).toMatchObject({
      commandTaken: ['chen-jing'],
      recurrence: ['chen-jing'],
    });
  });

  test.each<[string, (story: Story) => unknown]>([
    ['it is reopened', (story) => story.says('lin-wei', reopen())],
    ['it is dismissed', (story) => story.says('lin-wei', dismiss)],
  ])('a mail that asks to decide and has not left does not leave any more once %s', (_, decides) => {
    const story = suspected();
    const [effect] = only(story.events, 'effectRequested').flatMap(({ effect: one }) =>
      one.kind === 'notify' && one.template === 'recurrence' ? [one] : [],
    );
    const world = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    const delayed = [{ person: 'lin-wei', code: 'timeout' }];
    story.hears({
      ...{ ...world, type: 'noticeAttempted', effectId: effect!.id, accepted: [], unreachable: [], delayed },
    });
    decides(story);
    expect(story.all('noticeCancelled')).toMatchObject([{ effectId: effect!.id, people: ['lin-wei'], why: 'decided' }]);
  });

  test('after an outage of mail only the last one that presses is sent', () => {
    const story = suspected();
    const world = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    const fails = () => {
      for (const { effect, retryAt } of Object.values(story.state.effects.pending)) {
        if (effect.kind !== 'notify' || retryAt !== undefined || !effect.template.startsWith('recurrence')) continue;
        const delayed = effect.recipients.map(({ person }) => ({ person, code: 'timeout' }));
        story.hears({
          ...{ ...world, type: 'noticeAttempted', effectId: effect.id, accepted: [], unreachable: [], delayed },
        });
      }
    };
    for (let i = 0; i < 30; i++) {
      fails();
      story.passes(MINUTE);
    }
    const waiting = Object.values(story.state.effects.pending).flatMap(({ effect }) =>
      effect.kind === 'notify' && effect.template.startsWith('recurrence') ? [effect.noticeId] : [],
    );
    expect(new Set(waiting.map((id) => Number.parseInt(id.slice(1), 10))).size).toBe(1);
    expect(story.all('noticeCancelled').map(({ why }) => why)).toContain('toldAnew');
  });

  test('a dismissal is for those whom it concerns, and says whether the watch goes on', () => {
    const story = suspected();
    story.says('lin-wei', dismiss);
    story.passes(MINUTE);
    story.says('wang-fang', again('wang-fang', 'Again'));
    const events = story.says('lin-wei', dismiss);
    expect(told(events)).toEqual({ recurrenceDismissed: ['wang-fang'] });
    const facts = (among: IncidentEvent[]) =>
      only(among, 'effectRequested').flatMap(({ effect }) => (effect.kind === 'notify' ? [effect.facts] : []));
    expect(facts(events)).toMatchObject([{ watchUntil: story.state.termination.watchUntil }]);

    story.says('wang-fang', again('wang-fang'));
    story.passes(2 * HOUR);
    expect(facts(story.says('lin-wei', dismiss))[0]).not.toHaveProperty('watchUntil');
  });

  test('nobody else is told of a dismissal who reported it before the end', () => {
    const story = watched(({ plan }) => (plan.levels.find(({ id }) => id === 'L2')!.decidedBy = ['commander']));
    story.says('lin-wei', confirmAt('L2'));
    story.says('wang-fang', again('wang-fang'));
    story.passes(MINUTE);
    endsAnyhow(story);
    story.says('sun-yu', again('sun-yu'));
    expect(told(story.says('lin-wei', dismiss))).toEqual({ recurrenceDismissed: ['sun-yu'] });
  });
});

describe('reopening', () => {
  test('at the level at which it ended, by whoever may decide on it: the teams of the level are called anew', () => {
    const story = watching();
    story.passes(59 * MINUTE);
    const events = story.says('chen-jing', reopen());
    expect(only(events, 'reopened')).toMatchObject([
      {
        from: 'L2',
        level: 'L2',
        incidentLevel: 'serious',
        authority: 'deputy',
        texts: { reason: 'payments fail again' },
      },
    ]);
    expect(story.state).toMatchObject({ phase: 'responding', grading: { level: 'L2', reason: 'payments fail again' } });
    expect(story.state.termination).toEqual({ reopenedAt: story.at });
    expect(calledIn(events)).toEqual(['tech', 'liaison']);
    const calls = told(events);
    expect(new Set(calls['call'])).toEqual(
      new Set(only(events, 'called').flatMap((e) => e.calls.flatMap((c) => c.people))),
    );
    expect(calls['reopened']).toEqual(['lin-wei', 'sun-yu']);
    expect(only(story.passes(HOUR), 'watchEnded')).toEqual([]);
  });

  test('whoever is called reads that it has come back', () => {
    const story = watching();
    const events = story.says('lin-wei', reopen());
    const call = events.flatMap((e) =>
      e.type === 'effectRequested' && e.effect.kind === 'notify' && e.effect.template === 'call' ? [e.effect] : [],
    );
    expect(call).toMatchObject([{ acknowledge: true, facts: { level: 'L2', reopenedAt: story.at } }]);
  });

  test('nobody hears of the end any more whom the mail of it has not reached yet', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    story.delivers();
    const ofTheEnd = endsAnyhow(story).flatMap((event) =>
      event.type === 'effectRequested' && event.effect.kind === 'notify' && event.effect.template === 'terminated'
        ? [event.effect]
        : [],
    );
    const [{ id: effectId, recipients }] = ofTheEnd as [(typeof ofTheEnd)[0]];
    const [first, ...others] = recipients.map(({ person }) => person);
    const attempted = (delayed: { person: string; code: string }[]) => {
      const world = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      return story.hears({ ...world, type: 'noticeAttempted', effectId, accepted: [], unreachable: [], delayed });
    };
    attempted([
      { person: first!, code: 'in_flight' },
      ...others.map((person) => ({ person, code: 'unreachable_host' })),
    ]);
    const cancelled = only(story.says('lin-wei', reopen()), 'noticeCancelled');
    expect(cancelled).toMatchObject([{ effectId, why: 'reopened', people: others }]);
    // What was on its way then may still turn out not to have left.
    story.passes(10 * MINUTE);
    const late = attempted([{ person: first!, code: 'unreachable_host' }]);
    expect(only(late, 'noticeCancelled')).toMatchObject([{ effectId, why: 'reopened', people: [first] }]);
    expect(story.state.effects.pending).not.toHaveProperty([effectId]);
  });

  test('at another level: its teams, by whoever may decide on the more severe of the two', () => {
    const story = watching();
    expect(refusalOf(story.says('chen-jing', reopen({ level: 'L1' })))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander'] },
    });
    expect(refusalOf(story.says('lin-wei', reopen({ level: 'L9' })))?.code).toBe('unknown_level');
    expect(refusalOf(story.says('lin-wei', reopen({ incidentLevel: 'x' })))?.code).toBe('unknown_incident_level');
    expect(refusalOf(story.says('lin-wei', reopen({ reason: ' ' })))?.code).toBe('reason_required');
    const events = story.says('lin-wei', reopen({ level: 'L1', incidentLevel: 'critical' }));
    expect(calledIn(events)).toEqual(['tech', 'liaison', 'publicity']);
    expect(story.state.grading).toMatchObject({ level: 'L1', incidentLevel: 'critical' });
    expect(openedIn(events)).toContain('press');
  });

  test('only while it is watched; afterwards it is told what to do instead', () => {
    const story = watched();
    const wrong = { code: 'wrong_phase', needed: { phases: ['watching'] } };
    expect(refusalOf(story.says('lin-wei', reopen()))).toMatchObject({ ...wrong, found: { phase: 'reported' } });
    story.says('lin-wei', confirmAt('L2'));
    expect(refusalOf(story.says('lin-wei', reopen()))).toMatchObject(wrong);
    endsAnyhow(story);
    story.passes(HOUR);
    expect(refusalOf(story.says('lin-wei', reopen()))?.code).toBe('watch_over');
    expect(story.state.phase).toBe('aftermath');
  });

  test('command is held again, and has to check in again', () => {
    const story = watching();
    const events = story.says('lin-wei', reopen());
    const claims = only(events, 'effectRequested').flatMap(({ effect }) => (effect.kind === 'claim' ? [effect] : []));
    expect(claims).toContainEqual(expect.objectContaining({ role: 'command', people: ['lin-wei'] }));
    expect(claims).toContainEqual(expect.objectContaining({ role: 'team', target: 'team/tech' }));
    expect(story.state.checkIn.next).toEqual({ step: 'remind', at: story.at + 30 * MINUTE });
  });

  test('repair and its verification have to be done again; what else was done stays done', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    story.says('zhao-lei', finish('find'));
    story.says('sun-yu', finish('repair'));
    story.says('chen-jing', finish('verify'));
    story.says('zhou-min', start('inform'));
    endsAnyhow(story);
    const events = story.says('lin-wei', reopen());
    expect(only(events, 'tasksWithdrawn')).toMatchObject([{ why: 'reopened', tasks: ['watch'] }]);
    expect(only(events, 'tasksOpened')).toMatchObject([
      { why: 'reopened', tasks: [{ task: 'repair' }, { task: 'verify' }] },
    ]);
    const { tasks } = story.state.tasks;
    expect(tasks['find']?.status).toBe('finished');
    expect(tasks['inform']?.status).toBe('started');
    expect(tasks['repair']).toMatchObject({ status: 'open', due: story.at + 120 * MINUTE });
    expect(tasks['repair']).toMatchObject({ hands: undefined });
    expect(tasks['verify']).toMatchObject({ due: undefined });
    expect(openItems(story.state, story.at)).toContainEqual({ code: 'task_open', id: 'repair' });
  });

  test('a second watch is watched like the first', () => {
    const story = watching();
    story.says('zhao-lei', finish('watch'));
    story.says('lin-wei', reopen());
    expect(openedIn(endsAnyhow(story))).toEqual(['watch']);
    expect(story.state.termination.watchUntil).toBe(story.at + HOUR);
    expect(story.state.tasks.tasks['watch']?.status).toBe('open');
    story.says('lin-wei', reopen());
    story.says('zhao-lei', { type: 'acknowledge', person: 'zhao-lei' });
    expect(story.state.phase).toBe('responding');
  });

  test('another version of the plan changes nothing in the tasks of the watch, done or not', () => {
    for (const isDone of [false, true]) {
      const story = watching();
      if (isDone) story.says('zhao-lei', finish('watch'));
      const basis = structuredClone(story.state.basis);
      Object.assign(basis.plan, { version: basis.plan.version + 1, hash: 'e7'.repeat(32) });
      const events = story.says('lin-wei', { type: 'movePlan', basis, reason: 'another telephone number' });
      expect(only(events, 'planMoved')).toHaveLength(1);
      expect(only(events, 'tasksWithdrawn')).toEqual([]);
      expect(openedIn(events)).toEqual([]);
      expect(story.state.tasks.tasks['watch']?.status).toBe(isDone ? 'finished' : 'open');
    }
  });

  test('what is not due yet when it comes back keeps its time', () => {
    const story = watching();
    const { due } = story.state.tasks.tasks['find']!;
    story.says('lin-wei', reopen());
    expect(story.state.tasks.tasks['find']).toMatchObject({ due, next: { step: 'owner', at: due } });
  });

  test('what somebody has begun in the first watch goes on', () => {
    const story = watching();
    story.says('zhao-lei', start('watch'));
    story.says('lin-wei', reopen());
    expect(story.state.tasks.tasks['watch']?.status).toBe('started');
    expect(openedIn(endsAnyhow(story))).toEqual([]);
  });

  test('criteria have to be confirmed anew, and whoever had confirmed them is told', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    story.says('zhao-lei', { type: 'criterion', action: 'confirm', criteria: ['serviceRestored'] });
    endsAnyhow(story);
    expect(story.state.termination.confirmed).toBeDefined();
    const events = story.says('lin-wei', reopen());
    expect(only(events, 'criteriaLapsed')).toMatchObject([{ why: 'reopened', criteria: ['serviceRestored'] }]);
    expect(told(events)['criteriaLapsed']).toEqual(['zhao-lei']);
    expect(only(events, 'terminationLapsed')).toEqual([]);
  });

  test('the final SITREP is no final one any more, and the rhythm begins again', () => {
    const story = watching();
    expect(story.state.sitreps.open).toMatchObject({ number: 1, final: true });
    const events = story.says('lin-wei', reopen());
    expect(only(events, 'sitrepRescheduled')).toMatchObject([
      { number: 1, why: 'reopened', dueAt: story.at + 30 * MINUTE, nextDueAt: story.at + 2 * HOUR },
    ]);
    expect(story.state.sitreps.open).toMatchObject({ final: undefined });
    expect(only(events, 'sitrepRescheduled')[0]).not.toHaveProperty('final');
  });

  test('nor where it runs again at a level that wants no SITREPs', () => {
    const story = watching(({ plan }) => {
      const [cadence] = plan.sitreps!.cadence;
      plan.sitreps = { ...plan.sitreps!, cadence: [{ ...cadence!, levels: ['L2'] }] };
    });
    expect(story.state.sitreps.open).toMatchObject({ final: true });
    const events = story.says('lin-wei', reopen({ level: 'L3' }));
    expect(only(events, 'sitrepRescheduled')).toMatchObject([
      { number: 1, why: 'reopened', dueAt: story.at + 30 * MINUTE },
    ]);
    expect(story.state.sitreps.open).toMatchObject({ final: undefined });
    expect(story.state.sitreps).toMatchObject({ next: undefined });
  });

  test('whoever was told that the final SITREP is overdue has time anew for what is no final one any more', () => {
    const story = watching();
    expect(only(story.passes(36 * MINUTE), 'sitrepOverdue').map(({ stage }) => stage)).toEqual(['owners', 'lead']);
    story.says('lin-wei', reopen());
    expect(only(story.passes(30 * MINUTE - 1), 'sitrepOverdue')).toEqual([]);
    expect(only(story.passes(1), 'sitrepOverdue')).toMatchObject([{ stage: 'owners' }]);
  });

  test('where the final one was released the next one tells of it, under the next number', () => {
    const story = watching();
    story.says('zhou-min', { type: 'releaseSitrep', number: 1 });
    const events = story.says('lin-wei', reopen());
    expect(only(events, 'sitrepDrafted')).toMatchObject([
      { number: 2, why: 'reopened', dueAt: story.at + 30 * MINUTE },
    ]);
    expect(story.state.sitreps.next).toMatchObject({ dueAt: story.at + 2 * HOUR });
  });

  test('clocks that run since the end stand still until it ends again; all others run on', () => {
    const story = watching();
    const before = story.state.obligations.duties;
    expect(before['final']).toMatchObject({ start: story.at });
    const events = story.says('lin-wei', reopen());
    expect(only(events, 'obligationClocksMoved')).toMatchObject([
      { why: 'reopened', clocks: [{ obligation: 'final' }] },
    ]);
    expect(story.state.obligations.duties['final']).toMatchObject({ due: undefined });
    expect(story.state.obligations.duties['first']).toEqual(before['first']);
    story.passes(HOUR);
    endsAnyhow(story);
    expect(story.state.obligations.duties['final']).toMatchObject({ start: story.at });
  });

  test('what was filed meanwhile stays filed', () => {
    const story = watching();
    story.says('lin-wei', {
      type: 'obligation',
      action: 'file',
      obligations: ['final'],
      to: 'the authority',
      channel: 'mail',
      reference: '1',
    });
    const filed = story.state.obligations.duties['final'];
    expect(filed?.status).toBe('filed');
    expect(only(story.says('lin-wei', reopen()), 'obligationClocksMoved')).toEqual([]);
    expect(story.state.obligations.duties['final']).toEqual(filed);
  });

  test('the plan asks again for what has come back, and not for what is still out or was cancelled', () => {
    const basis = resourcesBasis(({ plan }) => {
      plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
      plan.allocation = [
        {
          id: 'all',
          when: { level: 'L2' },
          resources: ['generator', 'pump', 'fund'].map((resource) => ({ resource, quantity: 2 })),
        },
      ];
    });
    const askedAgain = (change: (story: ResourceStory, need: (resource: string) => string) => void) => {
      const story = responding('L2', undefined, basis);
      change(story, (resource) => idOf(story, resource));
      story.ledgerDone();
      const events = story.says('lin-wei', reopen());
      return only(events, 'resourcesRequested').flatMap(({ requests }) =>
        requests.map(({ resource, quantity, priority }) => ({ resource, quantity, priority })),
      );
    };
    const back = (need: string): Decision => ({ type: 'resource', action: 'return', requests: [need] });
    const urgent = (resource: string) => ({ resource, quantity: 2, priority: 'urgent' });
    const beforeTheEnd = askedAgain((story, need) => {
      story.says('zhou-min', on('dispatch', need('generator')));
      story.says('zhou-min', back(need('generator')));
      endsAnyhow(story);
    });
    expect(beforeTheEnd).toEqual(['generator', 'pump', 'fund'].map(urgent));
    const inTheWatch = askedAgain((story, need) => {
      story.says('zhou-min', on('dispatch', need('generator')));
      endsAnyhow(story);
      story.says('zhou-min', back(need('generator')));
    });
    expect(inTheWatch).toEqual(['generator', 'pump', 'fund'].map(urgent));
    const outOrCancelled = askedAgain((story, need) => {
      story.says('zhou-min', on('dispatch', need('generator')));
      story.says('lin-wei', on('cancel', need('pump'), { reason: 'not needed' }));
      endsAnyhow(story);
    });
    expect(outOrCancelled).toEqual([urgent('fund')]);
  });

  test('is word enough that it is real, where nobody had verified it before it ended', () => {
    const story = watched(({ plan }) => {
      plan.verification.timeBox = [{ within: 40 * MINUTE }];
      plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
    });
    story.passes(2 * HOUR);
    endsAnyhow(story);
    expect(story.state.verification.outcome).toBe('provisional');
    story.says('lin-wei', reopen());
    expect(story.state.verification).toMatchObject({ outcome: 'confirmed', by: { id: 'lin-wei' }, at: story.at });
  });

  test('leaves standing who had confirmed it before, when and why', () => {
    const story = watching();
    const { verification } = story.state;
    expect(verification).toMatchObject({ outcome: 'confirmed', by: { id: 'lin-wei' }, reason: 'seen it' });
    story.says('chen-jing', reopen());
    expect(story.state.verification).toEqual(verification);
  });

  test('presses again for what was late when it ended, and leaves time to hear of it', () => {
    const story = watched();
    story.says('lin-wei', confirmAt('L2'));
    story.passes(3 * HOUR);
    endsAnyhow(story);
    expect(only(story.passes(50 * MINUTE), 'tasksOverdue')).toEqual([]);
    story.says('lin-wei', reopen());
    const late = only(story.passes(5 * MINUTE), 'tasksOverdue').filter(({ step }) => step === 'owner');
    expect(late).toMatchObject([{ at: story.at, tasks: ['ring', 'inform', 'find'] }]);
  });

  test('twice by the same request is once', () => {
    const story = watching();
    const head = { requestId: 'again' };
    story.says('lin-wei', reopen(), head);
    const calls = story.all('called').length;
    expect(story.says('lin-wei', reopen(), head)).toEqual([]);
    expect(story.all('called')).toHaveLength(calls);
  });

  test('it can end again, by two people again', () => {
    const story = watching();
    story.says('lin-wei', reopen());
    expect(refusalOf(story.says('chen-jing', confirmEnd))?.code).toBe('nothing_proposed');
    endsAnyhow(story);
    expect(story.state.phase).toBe('watching');
    story.passes(HOUR);
    expect(story.state.phase).toBe('aftermath');
  });
});
