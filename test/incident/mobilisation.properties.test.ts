import fc from 'fast-check';
import { callEntries, evolve, fold, nextWake, wake } from '../../src/domain/incident/index.js';
import type { CalledBody, Decision, IncidentEvent, State } from '../../src/domain/incident/index.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import { calledTooOften, leftUnasked } from './askedAgain.js';
import { countedBasis } from './quorumPlan.js';
import { START, Story } from './story.js';

/** Three teams with members in common, substitutes in common, other needs at each level, and somebody away. */
const BASIS = countedBasis(
  (rules, { holders, plan }) => {
    holders['liaisonMember'] = ['xu-na', 'ma-chao', 'sun-yu'];
    holders['pressLead'] = ['gao-yang', 'he-zhe'];
    const [tech] = rules;
    rules.splice(
      0,
      rules.length,
      { ...tech!, levels: ['L3'], substitutes: ['liaisonMember', 'pressLead'] },
      { ...tech!, levels: ['L1', 'L2'], headcount: 5, quorumWithin: 20 * MINUTE, substitutes: ['pressLead', 'duty'] },
      {
        team: 'liaison',
        levels: ['L1', 'L2'],
        headcount: 2,
        substitutes: ['pressLead'],
        partners: ['cloud', 'police'],
      },
      { team: 'publicity', levels: ['L1'], headcount: 1, quorumWithin: 5 * MINUTE },
      { team: 'publicity', levels: ['L2'], categories: ['operation'] },
    );
    plan.partners?.push({ id: 'police', owner: 'nobodyHoldsIt' });
  },
  { 'qian-rong': { away: [{ from: START - 1, until: START + HOUR }] } },
);
const NEXT = countedBasis((rules, { holders, plan }) => {
  plan.hash = 'b3'.repeat(32);
  holders['liaisonMember'] = ['xu-na', 'wang-fang'];
  rules[0] = { ...rules[0]!, headcount: 2, qualifications: [], substitutes: ['liaisonMember'] };
  rules.push({ team: 'liaison', levels: ['L2', 'L3'], headcount: 2, substitutes: ['deputy'] });
});

const people = [...new Set(Object.values(BASIS.holders).flat())];
const person = fc.constantFrom(...people);
const team = fc.constantFrom('tech', 'liaison', 'publicity');
const reason = fc.constant('because');
const eta = fc.option(
  fc.nat(40).map((m) => START + m * MINUTE),
  { nil: undefined },
);

interface Said {
  kind: 'says';
  by: string;
  decision: Decision;
}
const own = (decision: fc.Arbitrary<Extract<Decision, { person: string }>>): fc.Arbitrary<Said> =>
  decision.map((d) => ({ kind: 'says', by: d.person, decision: d }));
const commands = (decision: fc.Arbitrary<Decision>): fc.Arbitrary<Said> =>
  decision.map((d) => ({ kind: 'says', by: 'lin-wei', decision: d }));

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: own(
      fc
        .record({ type: fc.constant('acknowledge' as const), person, eta })
        .map(({ eta: at, ...d }) => (at === undefined ? d : { ...d, eta: at })),
    ),
  },
  { weight: 6, arbitrary: own(fc.record({ type: fc.constant('decline' as const), person, reason })) },
  { weight: 2, arbitrary: own(fc.record({ type: fc.constant('arrive' as const), person })) },
  {
    weight: 2,
    arbitrary: commands(fc.record({ type: fc.constant('release' as const), people: person.map((p) => [p]), reason })),
  },
  {
    weight: 2,
    arbitrary: commands(
      fc.record({
        type: fc.constant('answerForPartner' as const),
        partner: fc.constantFrom('cloud', 'police'),
        team,
        accepted: fc.boolean(),
        headcount: fc.integer({ min: 1, max: 4 }),
        qualifications: fc.subarray(['restore']),
      }),
    ),
  },
  { weight: 1, arbitrary: commands(fc.record({ type: fc.constant('acceptShortage' as const), team, reason })) },
  {
    weight: 3,
    arbitrary: commands(
      fc.record({ type: fc.constant('changeLevel' as const), level: fc.constantFrom('L1', 'L2', 'L3'), reason }),
    ),
  },
  {
    weight: 1,
    arbitrary: commands(
      fc.record({ type: fc.constant('movePlan' as const), basis: fc.constantFrom(BASIS, NEXT), reason }),
    ),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: fc.nat(15 * MINUTE) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: fc.nat(14 * HOUR) }) },
);

function run(steps: (Said | { kind: 'passes'; ms: number })[]): Story {
  const story = new Story({}, BASIS);
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: 'seen it' });
  for (const s of steps) {
    if (s.kind === 'passes') story.passes(s.ms);
    else story.says(s.by, s.decision);
  }
  return story;
}

const property = (check: (story: Story) => void) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => check(run(steps))),
    runs(150),
  );

/** With every event the state before and after it. */
function* told(story: Story): Generator<{ event: IncidentEvent; before: State; state: State }> {
  let before = fold(BASIS, []);
  for (const event of story.events) {
    const state = evolve(before, event);
    yield { event, before, state };
    before = state;
  }
}

const bodyOf = (state: State, id: string): CalledBody => state.mobilisation.bodies[`team/${id}`]!;

test('nobody is called twice for the same thing but after a rest, and no partner is asked twice', () => {
  property((story) => expect([...calledTooOften(told(story))]).toEqual([]));
});

test('a team that is short has asked whoever of it has rested or is back', () => {
  property((story) => expect([...leftUnasked(story.state, story.at)]).toEqual([]));
});

test('nobody is reminded of what they answered, declined, or were released from', () => {
  property((story) => {
    for (const { event, before } of told(story)) {
      if (event.type === 'reminded') {
        for (const { target, people: asked } of event.calls) {
          const calls = new Map(callEntries(before.mobilisation.bodies[`${target.kind}/${target.id}`]!.people));
          for (const id of asked) expect(calls.get(id)?.status).toBe('called');
        }
      }
    }
  });
});

test('a change of level stands down exactly the people of the teams that go, and calls nobody of those that stay', () => {
  property((story) => {
    for (const { event, before } of told(story)) {
      if (event.type === 'stoodDown' && event.why === 'levelChanged') {
        for (const { target, people: gone } of event.calls) {
          const body = bodyOf(before, target.id);
          const wanted = callEntries(body.people).filter(([, { status }]) =>
            ['called', 'acknowledged', 'arrived', 'silent'].includes(status),
          );
          expect(gone).toEqual(wanted.map(([id]) => id));
        }
      }
      if (event.type === 'called') {
        for (const call of event.calls.filter(({ target }) => target.kind === 'team')) {
          const stays = bodyOf(before, call.target.id)?.status === 'called';
          const isTier = (call.back ?? call.substitutes ?? call.partners) !== undefined;
          const isJoining = story.events.find(({ seq }) => seq === event.cause)?.type === 'planMoved';
          if (stays && !isJoining) expect(isTier).toBe(true);
        }
      }
    }
  });
});

/** Written anew, from the events: who counts, each once, and whether it is enough. */
function enough(state: State, id: string): boolean {
  const bodies = Object.values(state.mobilisation.bodies)
    .filter(({ status, quorum }) => status === 'called' && quorum !== undefined)
    .sort((a, b) => a.since - b.since);
  const taken = new Set<string>();
  for (const body of bodies) {
    const { need, by, missedAt } = body.quorum!;
    const here = callEntries(body.people).filter(([p, { status, eta: at, since }]) => {
      if (taken.has(p)) return false;
      if (status === 'called') return missedAt === undefined || since >= missedAt;
      if (status === 'acknowledged') return at === undefined || at <= by || missedAt !== undefined;
      return status === 'arrived';
    });
    here.forEach(([p]) => taken.add(p));
    if (body.target.id !== id) continue;
    const counted = here.filter(
      ([, { status, eta: at }]) =>
        status === 'arrived' || (status === 'acknowledged' && (at === undefined || at <= by)),
    );
    const partners = Object.values(body.partners ?? {}).filter(({ status }) => status === 'accepted');
    const count = counted.length + partners.reduce((sum, partner) => sum + partner.people, 0);
    const able = counted.filter(([p]) =>
      state.basis.people?.[p]?.qualifications?.some(({ qualification }) => qualification === 'restore'),
    );
    const lent = partners.flatMap(({ qualifications }) => qualifications).length;
    const wanted = need.qualifications.length === 0 ? 0 : 1;
    return count >= need.headcount && able.length + lent >= wanted;
  }
  return false;
}

test('a quorum is reached exactly while enough people count, none of them declined or released', () => {
  property((story) => {
    for (const { status, target, quorum } of Object.values(story.state.mobilisation.bodies)) {
      if (status !== 'called' || quorum === undefined) continue;
      expect(quorum.status === 'reached').toBe(enough(story.state, target.id));
    }
  });
});

test('a team that is short past its time has told somebody, and goes on telling', () => {
  property((story) => {
    for (const { status, target, quorum } of Object.values(story.state.mobilisation.bodies)) {
      if (status !== 'called' || quorum === undefined) continue;
      if (quorum.status === 'reached' || quorum.status === 'accepted' || quorum.by > story.at) continue;
      const last = story
        .all('quorumMissed')
        .filter(({ team: id }) => id === target.id)
        .at(-1)!;
      expect(last.tell.length).toBeGreaterThan(0);
      expect(story.at - last.at).toBeLessThan(10 * MINUTE);
      expect(nextWake(story.state)).toBeLessThanOrEqual(last.at + 10 * MINUTE);
    }
  });
});

test('whoever may still be asked has been, or is not needed yet', () => {
  property((story) => {
    for (const body of Object.values(story.state.mobilisation.bodies)) {
      const { quorum } = body;
      if (body.status !== 'called' || quorum?.status !== 'missed') continue;
      // It is late, and still nobody is there who could be waited for: then everything was tried.
      const waits = callEntries(body.people).some(([, { status }]) => status === 'called' || status === 'acknowledged');
      const partners = Object.values(body.partners ?? {}).some(({ status }) => status !== 'declined');
      if (waits || partners) continue;
      const rule = story.state.basis.plan.mobilisation.find(
        ({ team: id, levels }) => id === body.target.id && levels.includes(story.state.grading.level ?? ''),
      );
      for (const partner of rule?.partners ?? []) expect(body.partners).toHaveProperty(partner);
    }
  });
});

test('every wake-up says something and moves the next one forward', () => {
  property((story) => {
    let { state } = story;
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
