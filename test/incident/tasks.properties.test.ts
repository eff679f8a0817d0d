import fc from 'fast-check';
import { evolve, fold, isAfterEnd, nextWake, wake } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent, Message, State } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { runs } from '../support/runs.js';
import { BASIS, Story } from './story.js';
import { finish, HASH, skip, tasksBasis } from './tasksPlan.js';

const BASES: Basis[] = [
  tasksBasis(),
  tasksBasis(({ plan }) => {
    plan.version = 4;
    plan.hash = 'd1'.repeat(32);
    plan.tasks = plan.tasks.filter(({ id }) => id !== 'inform' && id !== 'roll');
    plan.tasks.push({ id: 'extra', phase: 'responding', owner: 'duty', due: 60_000, mandatory: false });
  }),
];
const people = [...new Set(Object.values(BASIS.holders).flat()), 'stranger'];
const person = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...people) }, fc.constant('lin-wei'));
const reason = fc.constantFrom('because', '');
const id = fc.constantFrom('ring', 'find', 'repair', 'verify', 'inform', 'press', 'cause', 'extra', 'added.1', 'nope');
const owner = fc.constantFrom({ post: 'engineer' }, { post: 'nope' }, { person: 'xu-na' }, { person: 'stranger' });

const task: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ type: fc.constant('task' as const), action: fc.constant('start' as const), task: id }),
  fc.record({
    type: fc.constant('task' as const),
    action: fc.constant('finish' as const),
    task: id,
    note: fc.constantFrom('done', ''),
    link: fc.constant('https://x.example'),
    file: fc.constant({ sha256: HASH, name: 'a' }),
  }),
  fc.record({ type: fc.constant('task' as const), action: fc.constant('skip' as const), task: id, reason }),
  fc.record({
    type: fc.constant('task' as const),
    action: fc.constant('reassign' as const),
    task: id,
    to: owner,
    reason,
  }),
  fc.record({
    type: fc.constant('task' as const),
    action: fc.constant('add' as const),
    title: fc.constant('ask'),
    owner,
    due: fc.constant(Date.UTC(2026, 10, 23)),
    mandatory: fc.boolean(),
  }),
);
const other: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    type: fc.constant('verify' as const),
    outcome: fc.constantFrom('confirmed' as const, 'standby' as const),
    level: fc.constantFrom('L1', 'L2', 'L3'),
    reason: fc.constant('seen'),
  }),
  fc.record({
    type: fc.constant('changeLevel' as const),
    level: fc.constantFrom('L1', 'L2', 'L3'),
    reason: fc.constant('because'),
  }),
  fc.record({ type: fc.constant('movePlan' as const), basis: fc.constantFrom(...BASES), reason }),
  fc.record({
    type: fc.constant('terminate' as const),
    action: fc.constantFrom('propose' as const, 'confirm' as const),
    criteria: fc.constant<string[]>(['serviceRestored', 'causeControlled', 'noFurtherHarm']),
    reason: fc.constant('over'),
  }),
);
type Step = { person: string; decision: Decision; passes: number };
const steps = fc.array(
  fc.record({
    person,
    decision: fc.oneof({ weight: 4, arbitrary: task }, { weight: 2, arbitrary: other }),
    passes: fc.oneof(fc.constant(0), fc.nat(40 * 60_000)),
  }),
  { maxLength: 60 },
);

function run(given: Step[]): Story {
  const story = new Story({}, BASES[0]);
  // Otherwise half of the runs end before there is anything to do.
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: 'seen' });
  given.forEach((step, i) => {
    story.passes(step.passes);
    const actor = { kind: 'person', id: step.person };
    story.hears({ requestId: `s${i}`, actor, via: 'api', ...step.decision } as Message);
  });
  return story;
}

const property = (check: (story: Story) => void) =>
  fc.assert(
    fc.property(steps, (given) => check(run(given))),
    runs(120),
  );

/** The states before and after each event. */
function walk(story: Story, look: (event: IncidentEvent, before: State, after: State) => void): void {
  let state = fold(BASES[0]!, []);
  for (const event of story.events) {
    const after = evolve(state, event);
    look(event, state, after);
    state = after;
  }
}

describe('whatever is said and however time passes', () => {
  test('the state follows from the events alone', () => {
    property((story) => expect(fold(BASES[0]!, story.events)).toEqual(story.state));
  });

  test('no task is opened that is there, and none is withdrawn that somebody has begun', () => {
    property((story) =>
      walk(story, (event, before) => {
        if (event.type === 'tasksOpened') {
          for (const { task } of event.tasks) {
            expect([undefined, 'withdrawn']).toContain(before.tasks.tasks[task]?.status);
          }
        }
        if (event.type === 'tasksWithdrawn') {
          for (const task of event.tasks) expect(before.tasks.tasks[task]?.status).toBe('open');
        }
      }),
    );
  });

  test('while the response runs exactly what plan and level ask for is there, besides what was begun or added', () => {
    property(({ state }) => {
      if (state.phase !== 'responding') return;
      const level = state.grading.level ?? '';
      const wanted = state.basis.plan.tasks
        .filter(({ phase, levels }) => phase === 'responding' && (levels?.includes(level) ?? true))
        .map(({ id }) => id);
      const there = Object.entries(state.tasks.tasks).filter(([, { status }]) => status !== 'withdrawn');
      for (const id of wanted) expect(there.map(([known]) => known)).toContain(id);
      const surplus = there.filter(
        ([id, { status, phase, title }]) =>
          phase === 'responding' && status === 'open' && title === undefined && !wanted.includes(id),
      );
      expect(surplus).toEqual([]);
    });
  });

  test('nobody verifies what they repaired', () => {
    // Three people who may do all of it, in any order.
    const all = ['lin-wei', 'chen-jing', 'xu-na'].flatMap((by) =>
      ['repair', 'verify'].flatMap((task) => [
        { person: by, decision: { type: 'task', action: 'start', task } as const, passes: 0 },
        { person: by, decision: finish(task), passes: 0 },
      ]),
    );
    const skipped = { person: 'lin-wei', decision: skip('find'), passes: 0 };
    const given = { type: 'task', action: 'reassign', task: 'verify', to: { person: 'xu-na' }, reason: 'x' } as const;
    const first = [skipped, { person: 'lin-wei', decision: given, passes: 0 }];
    let verified = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { maxLength: 12 }), (rest) => {
        walk(run([...first, ...rest]), (event, before) => {
          if (event.type !== 'taskFinished' || event.task !== 'verify') return;
          verified += 1;
          const repair = before.tasks.tasks['repair'];
          expect(repair?.status).toBe('finished');
          expect(repair?.hands).not.toContain(event.actor.kind === 'person' ? event.actor.id : '');
        });
      }),
      runs(120),
    );
    expect(verified).toBeGreaterThan(5);
  });

  test('nothing is started or finished before what comes first', () => {
    property((story) =>
      walk(story, (event, before) => {
        if (event.type !== 'taskStarted' && event.type !== 'taskFinished') return;
        const { status, after = [] } = before.tasks.tasks[event.task]!;
        if (status === 'started') return;
        for (const first of after) {
          expect(['finished', 'skipped', 'withdrawn', undefined]).toContain(before.tasks.tasks[first]?.status);
        }
      }),
    );
  });

  test('what is overdue reaches its owner, then the lead, then command, and command at least each half hour', () => {
    property((story) => {
      story.passes(6 * 60 * 60_000);
      const { state } = story;
      const told = new Map<string, { step: string; at: number }>();
      for (const event of story.events) {
        if (event.type === 'taskReassigned') told.delete(event.task);
        if (event.type !== 'tasksOverdue') continue;
        expect(event.tell.flatMap(({ tasks }) => tasks).toSorted()).toEqual(event.tasks.toSorted());
        for (const id of event.tasks) told.set(id, { step: event.step, at: event.at });
      }
      for (const [id, task] of Object.entries(state.tasks.tasks)) {
        const isLive = task.status === 'open' || task.status === 'started';
        const isPressed = !isAfterEnd(state.phase) || task.phase === state.phase;
        if (!isLive || !isPressed || task.due === undefined || task.due > story.at - 60 * 60_000) continue;
        expect(told.get(id)?.step).toBe('command');
        expect(story.at - (told.get(id)?.at ?? 0)).toBeLessThanOrEqual(30 * 60_000);
      }
    });
  });

  test('nothing is pressed for that is done, waits, or belongs to a phase that is over', () => {
    property((story) =>
      walk(story, (event, before) => {
        if (event.type !== 'tasksOverdue') return;
        for (const id of event.tasks) {
          const task = before.tasks.tasks[id];
          expect(['open', 'started']).toContain(task?.status);
          expect(task?.due).toBeLessThanOrEqual(event.at);
          if (isAfterEnd(before.phase)) expect(task?.phase).toBe(before.phase);
        }
      }),
    );
  });

  test('every wake-up says something and moves the next one forward', () => {
    property(({ state: first }) => {
      let state = first;
      let before = -Infinity;
      for (let i = 0; i < 40; i++) {
        const due = nextWake(state);
        if (due === undefined) return;
        expect(due).toBeGreaterThan(before);
        before = due;
        const events = wake(state, due);
        expect(events.length).toBeGreaterThan(0);
        state = events.reduce(evolve, state);
      }
    });
  });
});

test('the state stays small after 2,000 decisions on tasks and scene', () => {
  const story = new Story({}, BASES[0]);
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', reason: 'seen' });
  story.says('wang-fang', { type: 'scene', action: 'cordon', area: 'x'.repeat(2_000), rules: 'x'.repeat(2_000) });
  const text = '事'.repeat(200);
  const due = story.at + 1_000_000;
  for (let i = 1; i <= 700; i++) {
    story.says('lin-wei', {
      type: 'task',
      action: 'add',
      title: text,
      owner: { post: 'duty' },
      due: due + i,
      mandatory: false,
    });
    story.says('lin-wei', { type: 'task', action: 'finish', task: `added.${i}`, note: text, finding: text });
    story.says('wang-fang', { type: 'scene', action: 'admit', name: text, area: text, purpose: text });
    story.delivers();
  }
  const { basis: _, ...bare } = story.state;
  expect(Buffer.byteLength(JSON.stringify(bare))).toBeLessThan(256 * 1024);
});
