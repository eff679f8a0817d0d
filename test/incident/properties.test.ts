import fc from 'fast-check';
import {
  evolve,
  fold,
  isMalformed,
  isOver,
  nextWake,
  PHASES,
  pending,
  readDecision,
  wake,
} from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent, Message, Phase } from '../../src/domain/incident/index.js';
import { nextVersion } from './nextVersion.js';
import { BASIS, Story } from './story.js';

const people = [...new Set(Object.values(BASIS.holders).flat()), 'stranger'];
// Whoever commands comes more often: most of what others ask for is refused.
const person = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...people) }, fc.constant('lin-wei'));
const level = fc.constantFrom('L1', 'L2', 'L3', 'nope');
const reason = fc.constantFrom('because', '');
const criteria = fc.subarray(['serviceRestored', 'causeControlled', 'noFurtherHarm', 'nope']);

/** Versions that call other teams, lack something that may be in use, or name another command. */
const versions = [
  BASIS,
  nextVersion(),
  nextVersion(({ plan }) => {
    plan.hash = 'b1'.repeat(32);
    plan.mobilisation = [
      { team: 'tech', levels: ['L1', 'L2', 'L3'] },
      { team: 'publicity', levels: ['L2', 'L3'] },
    ];
  }),
  nextVersion(({ plan }) => {
    plan.hash = 'b2'.repeat(32);
    plan.teams = plan.teams.filter(({ id }) => id !== 'publicity');
    plan.mobilisation = plan.mobilisation.filter(({ team }) => team !== 'publicity');
    plan.command.deputies = ['duty', 'deputy'];
  }),
];

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    type: fc.constant('verify' as const),
    outcome: fc.constantFrom('confirmed' as const, 'standby' as const, 'rejected' as const),
    level,
    reason,
  }),
  fc.record({ type: fc.constant('changeLevel' as const), level, reason }),
  fc.record({
    type: fc.constant('terminate' as const),
    action: fc.constantFrom('propose' as const, 'confirm' as const, 'withdraw' as const),
    criteria,
    reason,
  }),
  fc.record({ type: fc.constant('close' as const), reason }),
  fc.record({ type: fc.constant('movePlan' as const), basis: fc.constantFrom(...versions), reason }),
  fc.record({
    type: fc.constant('addFact' as const),
    values: fc.record({ usersAffected: fc.nat(), dataLost: fc.boolean(), nope: fc.nat(1) }, { requiredKeys: [] }),
    source: reason,
    confidence: fc.constantFrom('confirmed' as const, 'unverified' as const),
  }),
  fc.record({ type: fc.constant('askQuestion' as const), text: reason }),
  fc.record({
    type: fc.constant('answerQuestion' as const),
    question: fc.nat(80).map((seq) => `q${seq}`),
    text: reason,
  }),
  person.map((p) => ({ type: 'acknowledge' as const, person: p })),
);
type Step =
  | { kind: 'says'; person: string; decision: Decision; request: number; ifSeq?: number | undefined }
  | { kind: 'passes'; ms: number }
  | { kind: 'attempt'; fails: boolean }
  | { kind: 'bug'; error: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('says' as const),
      person,
      decision,
      request: fc.nat(500),
      ifSeq: fc.option(fc.nat(40), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: fc.nat(20 * 60_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('attempt' as const), fails: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bug' as const), error: fc.string() }) },
);

const LEGAL: Record<Phase, Phase[]> = {
  reported: ['standby', 'responding', 'rejected', 'merged'],
  standby: ['responding', 'rejected', 'merged'],
  responding: ['aftermath', 'rejected', 'merged'],
  aftermath: ['closed'],
  closed: [],
  rejected: [],
  merged: [],
};

function run(steps: Step[]): Story {
  const story = new Story();
  for (const s of steps) {
    if (s.kind === 'passes') story.passes(s.ms);
    else if (s.kind === 'attempt') attempt(story, s.fails);
    else if (s.kind === 'bug') story.fails({ error: s.error });
    else {
      // Nobody acknowledges for somebody else.
      const id = s.decision.type === 'acknowledge' ? s.decision.person : s.person;
      const head = { requestId: `r${s.request}`, actor: { kind: 'person', id }, via: 'api' };
      story.hears({ ...head, ...s.decision, ...(s.ifSeq === undefined ? {} : { ifSeq: s.ifSeq }) } as Message);
    }
  }
  return story;
}

function attempt(story: Story, fails: boolean): void {
  const effect = pending(story.state)[0];
  if (!effect) return;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system', effectId: effect.id } as const;
  if (effect.kind === 'claim') {
    const contested = fails ? effect.people.map((p) => ({ person: p, heldBy: 'i-2', role: 'team' as const })) : [];
    story.hears({ ...head, type: 'claimed', contested, shared: [] });
    return;
  }
  if (effect.kind === 'releaseClaims') {
    story.hears({ ...head, type: 'releasedClaims' });
    return;
  }
  if (effect.kind === 'merge') {
    story.hears({ ...head, type: 'mergeAnswered', ...(fails ? { code: 'wrong_phase' } : {}) });
    return;
  }
  if (effect.kind === 'writeDocument') {
    story.hears({ ...head, type: 'documentWritten', documentId: 'd', files: [] });
    return;
  }
  const all = effect.recipients.map((r) => r.person);
  const delayed = all.map((p) => ({ person: p, code: 'timeout' }));
  story.hears({
    ...head,
    type: 'noticeAttempted',
    accepted: fails ? [] : all,
    unreachable: [],
    delayed: fails ? delayed : [],
  });
}

function phasesOf(events: IncidentEvent[]): Phase[] {
  const phases: Phase[] = [];
  let state = fold(BASIS, []);
  for (const event of events) {
    state = evolve(state, event);
    if (phases.at(-1) !== state.phase) phases.push(state.phase);
  }
  return phases;
}

const RUNS = { numRuns: 400 };

describe('any sequence of messages, times and deliveries', () => {
  const property = (check: (story: Story) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => check(run(steps))),
      RUNS,
    );

  test('numbers events without gaps and folds to the same state', () => {
    property((story) => {
      expect(story.events.map((e) => e.seq)).toEqual(story.events.map((_, i) => i + 1));
      expect(fold(BASIS, story.events)).toEqual(story.state);
    });
  });

  test('moves through legal phases only', () => {
    property((story) => {
      const phases = phasesOf(story.events);
      phases.slice(1).forEach((phase, i) => expect(LEGAL[phases[i] ?? 'closed']).toContain(phase));
      for (const phase of phases) expect(PHASES).toContain(phase);
    });
  });

  test('has exactly one commander at every instant', () => {
    property((story) => {
      expect(story.state.command.posts['commander']).toBe('lin-wei');
    });
  });

  test('changes nothing but the memory of requests when it refuses', () => {
    property((story) => {
      let state = fold(BASIS, []);
      for (const event of story.events) {
        const next = evolve(state, event);
        if (event.type === 'refused') {
          expect({ ...next, seq: 0, requests: [] }).toEqual({ ...state, seq: 0, requests: [] });
        }
        state = next;
      }
    });
  });

  test('tells of a failure at most every 10 minutes, and changes nothing else by it', () => {
    property((story) => {
      let toldAt = -Infinity;
      let state = fold(BASIS, []);
      for (const event of story.events) {
        const next = evolve(state, event);
        if (event.type === 'machineFailed') {
          const { seq: _, failures: __, moved: ___, ...rest } = next;
          expect(state).toMatchObject(rest);
        }
        if (event.type === 'effectRequested' && event.effect.kind === 'notify') {
          if (event.effect.template === 'machineFailed') {
            expect(event.at - toldAt).toBeGreaterThanOrEqual(10 * 60_000);
            toldAt = event.at;
          }
        }
        state = next;
      }
    });
  });

  test('never asks to tell one person the same notice twice, and never calls anybody after the end', () => {
    property((story) => {
      const seen = new Set<string>();
      let over = false;
      for (const event of story.events) {
        over ||= event.type === 'terminated' || event.type === 'rejected';
        if (over) expect(['called', 'reminded', 'silent']).not.toContain(event.type);
        if (event.type !== 'effectRequested' || event.effect.kind !== 'notify') continue;
        for (const { person: p } of event.effect.recipients) {
          const key = `${event.effect.noticeId} ${p}`;
          expect(seen).not.toContain(key);
          seen.add(key);
        }
      }
    });
  });

  test('calls and stands down exactly the difference when level or plan change', () => {
    property((story) => {
      let active = new Set<string>();
      for (const event of story.events) {
        if (event.type === 'called') {
          for (const { target } of event.calls) {
            expect(active.has(target.id)).toBe(false);
            active.add(target.id);
          }
        }
        if (event.type === 'stoodDown') {
          for (const { target } of event.calls) expect(active.delete(target.id)).toBe(true);
        }
      }
      active = new Set(
        Object.values(story.state.mobilisation.bodies)
          .filter((b) => b.status === 'called')
          .map((b) => b.target.id),
      );
      if (story.state.phase !== 'responding') return;
      const { plan } = story.state.basis;
      const needed = plan.mobilisation
        .filter((m) => m.levels.includes(story.state.grading.level ?? ''))
        .map((m) => m.team);
      expect([...active].filter((id) => plan.teams.some((t) => t.id === id)).sort()).toEqual(needed.sort());
    });
  });

  test('never spins: every wake-up says something and moves the next one forward', () => {
    property((story) => {
      let { state } = story;
      let before = -Infinity;
      for (let i = 0; i < 60; i++) {
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

  test('is quiet for good once it is over and the world has answered', () => {
    property((story) => {
      if (!isOver(story.state.phase)) return;
      for (let due: number | undefined = story.at; due !== undefined; due = nextWake(story.state)) {
        story.passes(due - story.at);
        story.delivers();
        // Notices that are put off are delivered one by one; nothing else may come up.
        expect(story.events.length).toBeLessThan(2_000);
      }
      expect(pending(story.state)).toEqual([]);
    });
  });

  test('is over only when command closed it or rejected it', () => {
    property((story) => {
      const ended = story.events.some((e) => e.type === 'closed' || e.type === 'rejected');
      expect(isOver(story.state.phase)).toBe(ended);
    });
  });
});

describe('any JSON at all', () => {
  test('is either a message or says which field is wrong, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('verify', 'changeLevel', 'terminate', undefined), (json, type) => {
        const read = readDecision(type, json, 'temporal');
        if (isMalformed(read)) expect(read.needed).not.toBe('');
        else expect(read.actor).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
  });

  test('a payload may not name the system as its actor', () => {
    const read = readDecision(
      'verify',
      { requestId: 'r', actor: { kind: 'system' }, outcome: 'confirmed', reason: 'x' },
      'temporal',
    );
    expect(read).toMatchObject({ field: 'actor' });
  });
});
