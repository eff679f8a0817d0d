import { describe, expect, test } from '@jest/globals';
import {
  awaitedOf,
  isPassed,
  nextWake,
  open,
  proofOf,
  readImprovementDecision,
} from '../../src/domain/improvement/index.js';
import type { DrillProof, ImprovementEvent } from '../../src/domain/improvement/index.js';
import { scenarioFor, verificationAt } from '../../src/domain/improvement/appointment.js';
import { DAY } from '../../src/domain/time.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { proposedRatings } from '../../src/domain/drill/index.js';
import type { DrillWeakness } from '../../src/domain/drill/index.js';
import { APPROVER, DIRECTOR, EVALUATOR, opening as drillOpening, running, SCENARIO } from '../drill/story.js';
import { groundFor, opening, START, Story } from './story.js';

const origin = { kind: 'drill', drill: 'd-1', criterion: 'E-11', scenario: 'ransomware' } as const;
const fix = { plan: 'p', version: 2, hash: 'h2' };
const link = { type: 'link', plan: 'p', number: 2, version: { ...fix, tookEffect: true } } as const;
const planned = {
  type: 'drillPlanned',
  drill: 'd-2',
  scenario: 'ransomware',
  dueAt: START + 20 * DAY,
  version: fix,
} as const;

/** Its drill is over, accepted by command in person, and went well. */
const passed = (more: Partial<DrillProof> = {}): DrillProof => ({
  ...{ drill: 'd-2', status: 'closed', criterion: 'E-11', rating: 'P', ratedBy: 'machine', report: 1, score: 88 },
  ...{ accepted: true, plan: fix, startedAt: START + 20 * DAY, played: 'inPerson' },
  ...more,
});

const unrated = (): DrillProof => {
  const { rating: _, ratedBy: __, ...proof } = passed();
  return proof;
};

const begun = (more: object = {}) => new Story({ origin, verifiedBy: 'drill', ...more });
const waiting = (): Story => {
  const story = begun();
  story.says('qian-rong', { type: 'handIn', note: 'practised' });
  story.proves(planned);
  return story;
};
const changing = (): Story => {
  const story = begun({ planChange: true });
  story.says('qian-rong', link);
  story.proves(planned);
  return story;
};

/** When, in days from the start, what was told to whom. */
const pressed = (events: ImprovementEvent[]) =>
  events.flatMap((event) => (event.type === 'pressed' ? [[(event.at - START) / DAY, event.template, event.to]] : []));

describe('an improvement that only a drill closes', () => {
  test('comes from a drill and one of its criteria', () => {
    expect(open(opening({ verifiedBy: 'drill' }))).toMatchObject({ code: 'drill_origin_required' });
    expect(open(opening({ verifiedBy: 'drill', origin: { kind: 'drill', drill: 'd-1' } }))).toMatchObject({
      code: 'drill_origin_required',
    });
  });

  test('asks for a drill once evidence is handed in, or the version is linked that changes the plan', () => {
    const story = begun();
    expect(awaitedOf(story.state)).toBeUndefined();
    story.says('qian-rong', { type: 'handIn', note: 'practised' });
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'plan', attempt: 1 });

    const change = begun({ planChange: true });
    change.says('qian-rong', { type: 'handIn', note: 'drafted' });
    expect(awaitedOf(change.state)).toBeUndefined();
    change.says('qian-rong', link);
    expect(awaitedOf(change.state)).toMatchObject({ kind: 'plan', attempt: 1 });

    const linked = begun({ planChange: true });
    linked.says('qian-rong', link);
    expect(linked.state.status).toBe('open');
    linked.proves(planned);
    expect(linked.state).toMatchObject({ status: 'done', planned: { drill: 'd-2' } });
  });

  test('the owner is told of the drill, and nobody is chased before it', () => {
    const story = waiting();
    expect(story.state.telling).toMatchObject({ template: 'drillPlanned', to: ['owner', 'keeper'] });
    story.tells();
    expect(nextWake(story.state)).toBe(planned.dueAt + 3 * DAY);
  });

  test('is chased with its keeper and command once the drill is late, and with nobody who could verify it by hand', () => {
    const story = waiting();
    expect(pressed(story.passes(28 * DAY))).toEqual([
      [23, 'unproven', ['keeper']],
      [27, 'unproven', ['keeper', 'command']],
      [28, 'unproven', ['keeper', 'command']],
    ]);
    const unplanned = begun();
    unplanned.says('qian-rong', { type: 'handIn', note: 'practised' });
    expect(pressed(unplanned.passes(4 * DAY))).toEqual([[3, 'unproven', ['keeper']]]);
    // No drill can be planned before its version is linked, and whoever looks at it sees that.
    const change = begun({ planChange: true });
    change.says('qian-rong', { type: 'handIn', note: 'drafted' });
    expect(pressed(change.passes(4 * DAY))).toEqual([[3, 'unverified', ['verifier']]]);
  });

  test('owner and keeper are told where nothing in the plan in force could show it, and another version is waited for', () => {
    const story = begun();
    story.says('qian-rong', { type: 'handIn', note: 'practised' });
    const before = awaitedOf(story.state)!;
    story.proves({ type: 'drillUnplannable', criterion: 'E-11', version: fix });
    expect(story.state).toMatchObject({ status: 'done', unplannable: fix });
    expect(story.state.telling).toMatchObject({ template: 'unplannable', to: ['owner', 'keeper'] });
    const after = awaitedOf(story.state)!;
    expect(after).toMatchObject({ kind: 'plan', attempt: 1, notUnder: fix.hash });
    expect(after.key).not.toBe(before.key);
    story.proves(planned);
    expect(story.state).not.toHaveProperty('unplannable');
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'await', drill: 'd-2' });
    expect(story.refolded()).toEqual(story.state);
  });

  test('a drill that cannot be planned changes nothing once nobody waits for it', () => {
    const story = waiting();
    expect(story.proves({ type: 'drillUnplannable', criterion: 'E-11', version: fix })).toEqual([]);
  });

  test('is closed by the drill whose criterion passes, and the event says which, and on which plan', () => {
    const story = waiting();
    const [event] = story.proves({ type: 'drillOver', proof: passed() });
    expect(event).toMatchObject({
      ...{ type: 'verified', actor: { kind: 'system' }, version: fix },
      drill: { id: 'd-2', criterion: 'E-11', rating: 'P', report: 1, score: 88 },
    });
    expect(story.state.status).toBe('verified');
    expect(story.proves({ type: 'drillOver', proof: passed() })).toEqual([]);
    expect(story.refolded()).toEqual(story.state);
  });

  test.each([['M'], ['U']] as const)(
    'rated %s it goes back to its owner, and the next drill is planned anew',
    (rating) => {
      const story = waiting();
      const [event] = story.proves({ type: 'drillOver', proof: passed({ rating }) });
      expect(event).toMatchObject({ type: 'drillFailed', why: 'criterion_not_passed', drill: { id: 'd-2', rating } });
      expect(story.state).toMatchObject({ status: 'open', telling: { template: 'drillFailed', drill: { rating } } });
      expect(awaitedOf(story.state)).toBeUndefined();
      story.says('qian-rong', { type: 'handIn', note: 'again' });
      expect(awaitedOf(story.state)).toMatchObject({ kind: 'plan', attempt: 2 });
    },
  );

  test('that still shows the weakness it goes back, however an evaluator has rated it', () => {
    const story = waiting();
    const proof = passed({ ratedBy: 'person', played: 'simulated', weaknesses: ['post_without_deputy'] });
    const [event] = story.proves({ type: 'drillOver', proof });
    expect(event).toMatchObject({ type: 'drillFailed', why: 'weakness_seen', drill: { id: 'd-2', rating: 'P' } });
    expect(story.state.status).toBe('open');
    expect(isPassed(proof)).toBe(false);
    expect(story.refolded()).toEqual(story.state);
  });

  test.each([
    [{ ratedBy: 'machine', played: 'inPerson' }, true],
    [{ ratedBy: 'person', played: 'simulated' }, true],
    [{ ratedBy: 'machine', played: 'simulated' }, false],
    [{ ratedBy: 'machine', played: 'incomplete' }, false],
    [{ ratedBy: 'simulator', played: 'inPerson' }, false],
    [{ ratedBy: 'person', rating: 'M' }, false],
  ] as const)('a drill by which it is %j has it passed: %s', (more, expected) => {
    expect(isPassed(passed(more))).toBe(expected);
  });

  const NOTHING_SHOWN: [string, Partial<DrillProof>, string][] = [
    ['called off', { status: 'calledOff', accepted: false }, 'drill_not_accepted'],
    ['accepted by the simulator', { accepted: false }, 'acceptance_simulated'],
    ['begun before it was done', { startedAt: START - 1 }, 'drill_before_fix'],
  ];
  const NOT_PLAYED: [string, Partial<DrillProof>, string][] = [
    ['stopped before everything was played', { played: 'incomplete' }, 'criterion_not_played'],
    ['played by the simulator', { played: 'simulated' }, 'criterion_not_played'],
    ['stopped, and failed by that', { played: 'incomplete', rating: 'U' }, 'criterion_not_played'],
  ];
  test.each([...NOTHING_SHOWN, ...NOT_PLAYED])(
    'a drill that was %s shows nothing, and another one is asked for',
    (_, more, why) => {
      const story = waiting();
      const [event] = story.proves({ type: 'drillOver', proof: passed(more) });
      expect(event).toMatchObject({ type: 'drillFailed', why });
      expect(story.state.status).toBe('done');
      expect(awaitedOf(story.state)).toMatchObject({ kind: 'plan', attempt: 2 });
    },
  );

  test('a change of the plan is shown on the version that brings it, or a later one', () => {
    const before = changing();
    const [event] = before.proves({
      type: 'drillOver',
      proof: passed({ plan: { plan: 'p', version: 1, hash: 'h1' } }),
    });
    expect(event).toMatchObject({ type: 'drillFailed', why: 'drill_before_fix' });
    const after = changing();
    after.proves({ type: 'drillOver', proof: passed({ plan: { plan: 'p', version: 3, hash: 'h3' } }) });
    expect(after.state).toMatchObject({ status: 'verified' });
  });

  test('not by the drill that found it, and by none from before, whatever version it played', () => {
    for (const more of [{ startedAt: START - 1 }, { startedAt: START + DAY - 1 }, { drill: 'd-1' }]) {
      const story = begun({ planChange: true });
      story.at = START + DAY;
      story.says('qian-rong', link);
      story.proves(planned);
      const proof = passed({ plan: { plan: 'p', version: 3, hash: 'h3' }, ...more });
      expect(story.refused('sun-yu', { type: 'verify', drill: proof.drill, proof })).toBe('drill_before_fix');
      expect(story.state.status).toBe('done');
    }
  });

  test('the version that the finding was made on, or an older one, is not the one that mends it', () => {
    const story = begun({ origin: { ...origin, version: { plan: 'p', version: 2 } } });
    expect(story.refused('qian-rong', link)).toBe('version_not_newer');
    const other = { plan: 'other', version: 1, hash: 'o', tookEffect: true };
    expect(story.refused('qian-rong', { ...link, plan: 'other', number: 1, version: other })).toBeUndefined();
    const newer = { ...fix, version: 3, tookEffect: true };
    expect(story.refused('qian-rong', { ...link, number: 3, version: newer })).toBeUndefined();
  });

  test('where it is not known what it was found under, what was in force before it was opened does not mend it', () => {
    const story = new Story({ kind: 'plan', planChange: true, origin: { kind: 'incident', incidentId: 'inc-1' } });
    const since = (inForceSince: number) => ({ ...fix, tookEffect: true, inForceSince });
    expect(story.refused('qian-rong', { ...link, version: since(START - 1) })).toBe('version_not_newer');
    expect(story.refused('qian-rong', { ...link, version: since(START) })).toBeUndefined();
  });

  test('what was found elsewhere may have been mended before it was entered', () => {
    const story = new Story({ kind: 'plan', planChange: true, origin: { kind: 'planEvaluation' } });
    const version = { ...fix, tookEffect: true, inForceSince: START - DAY };
    expect(story.refused('qian-rong', { ...link, version })).toBeUndefined();
  });

  test('nor is it verified with what an earlier release linked', () => {
    const story = new Story({ kind: 'plan', planChange: true, origin: { kind: 'incident', incidentId: 'inc-1' } });
    const version = { ...fix, tookEffect: true };
    story.says('qian-rong', { type: 'handIn', note: 'it is in' });
    expect(story.refused('qian-rong', { ...link, version })).toBeUndefined();
    const before = { ...version, inForceSince: START - DAY };
    expect(story.refused('sun-yu', { type: 'verify', version: before })).toBe('version_not_newer');
    expect(
      story.refused('sun-yu', { type: 'verify', version: { ...before, inForceSince: START + DAY } }),
    ).toBeUndefined();
  });

  test('what an evaluator has rated stands, however it was played', () => {
    for (const played of ['incomplete', 'simulated'] as const) {
      const story = waiting();
      story.proves({ type: 'drillOver', proof: passed({ played, ratedBy: 'person' }) });
      expect(story.state.status).toBe('verified');
    }
  });

  const OWN: [string, NonNullable<DrillProof['rater']>, string][] = [
    ['whoever holds its post', { person: 'he-jun', posts: ['keeper', 'engineer'] }, 'owner_cannot_verify'],
    ['whoever handed in for it', { person: 'qian-rong', posts: [] }, 'own_evidence'],
    ['whoever held its post before', { person: 'liang-yue', posts: ['engineer'] }, 'owner_cannot_verify'],
  ];
  test.each(OWN)('a rating by %s proves nothing', (who, rater, why) => {
    const story = begun();
    story.says('qian-rong', { type: 'handIn', note: 'practised' });
    if (who.endsWith('before')) {
      story.says('sun-yu', { type: 'return', remarks: 'not yet' });
      story.says('sun-yu', { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason: 'knows it' });
      story.says('xu-na', { type: 'handIn', note: 'practised' });
    }
    story.proves(planned);
    const proof = passed({ ratedBy: 'person', rater });
    expect(story.refused('sun-yu', { type: 'verify', drill: 'd-2', proof })).toBe(why);
    const [event] = story.proves({ type: 'drillOver', proof });
    expect(event).toMatchObject({ type: 'drillFailed', why });
    expect(story.state.status).toBe('done');
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'plan', attempt: 2 });
  });

  test('a rating by somebody else does', () => {
    const story = waiting();
    const rater = { person: 'liang-yue', posts: ['operations'] };
    story.proves({ type: 'drillOver', proof: passed({ ratedBy: 'person', rater }) });
    expect(story.state.status).toBe('verified');
  });

  test.each([
    ['only the simulator has rated', passed({ ratedBy: 'simulator' })],
    ['only the simulator has failed', passed({ ratedBy: 'simulator', rating: 'U' })],
    ['nobody has rated', unrated()],
  ])('what %s shows nothing: it stays done, and another drill is asked for', (_, proof) => {
    const story = waiting();
    const [event] = story.proves({ type: 'drillOver', proof });
    expect(event).toMatchObject({ type: 'drillFailed', why: 'criterion_not_rated' });
    expect(story.state).toMatchObject({ status: 'done', doneAt: START });
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'plan', attempt: 2 });
    expect(story.refolded()).toEqual(story.state);
  });

  test('as an earlier release looked it up, it is judged as then', () => {
    const story = waiting();
    const { played: _, ...proof } = unrated();
    story.proves({ type: 'drillOver', proof });
    expect(story.events.at(-1)).toMatchObject({ type: 'drillFailed', why: 'criterion_not_passed' });
    expect(story.state.status).toBe('open');
  });

  test('a drill that nobody waits for any more changes nothing', () => {
    const story = waiting();
    story.says('sun-yu', { type: 'return', remarks: 'not yet' });
    expect(story.proves({ type: 'drillOver', proof: passed() })).toEqual([]);
    expect(story.proves(planned)).toEqual([]);
  });
});

describe('closing it by hand', () => {
  test('is refused without a drill, with what to do', () => {
    const [refused] = waiting().says('sun-yu', { type: 'verify', note: 'I saw it' });
    expect(refused).toMatchObject({
      ...{ type: 'refused', code: 'drill_required' },
      ...{ found: { drill: 'd-2' }, needed: { criterion: 'E-11' } },
    });
  });

  const REFUSED: [string, DrillProof | undefined, string][] = [
    ['nobody knows', undefined, 'unknown_drill'],
    ['whose report waits', passed({ status: 'submitted', accepted: false }), 'drill_not_accepted'],
    ['accepted by the simulator', passed({ accepted: false }), 'acceptance_simulated'],
    ['that failed', passed({ rating: 'U' }), 'criterion_not_passed'],
    ['that shows the weakness', passed({ weaknesses: ['item_short'] }), 'weakness_seen'],
    ['that did not rate it', unrated(), 'criterion_not_rated'],
    ['from before', passed({ startedAt: START - DAY }), 'drill_before_fix'],
  ];
  test.each(REFUSED)('is refused by a drill %s', (_, proof, code) => {
    const decision = { type: 'verify', drill: 'd-2', ...(proof === undefined ? {} : { proof }) } as const;
    expect(waiting().refused('sun-yu', decision)).toBe(code);
  });

  test('names another drill that has shown it; never by its owner', () => {
    const story = waiting();
    const decision = { type: 'verify', drill: 'd-9', proof: passed({ drill: 'd-9' }) } as const;
    expect(story.refused('qian-rong', decision)).toBe('owner_cannot_verify');
    const [event] = story.says('sun-yu', decision);
    expect(event).toMatchObject({ type: 'verified', authority: 'keeper', drill: { id: 'd-9', rating: 'P' } });
  });

  describe('where it does not have to be shown by one', () => {
    const handed = (more: object = {}) => {
      const story = new Story({ origin, ...more });
      story.at = START + DAY;
      story.says('qian-rong', { type: 'handIn', note: 'practised' });
      return story;
    };
    const verify = (proof?: DrillProof) =>
      ({ type: 'verify', drill: 'd-2', ...(proof === undefined ? {} : { proof }) }) as const;

    test('a drill since it was handed in shows it all the same, one from before does not', () => {
      expect(handed().refused('sun-yu', verify(passed({ startedAt: START + DAY - 1 })))).toBe('drill_before_fix');
      const story = handed();
      const [event] = story.says('sun-yu', verify(passed({ startedAt: START + DAY })));
      expect(event).toMatchObject({ type: 'verified', drill: { id: 'd-2' } });
      expect(story.state.status).toBe('verified');
    });

    test('no drill shows what comes from no criterion', () => {
      expect(handed({ origin: { kind: 'other' } }).refused('sun-yu', verify())).toBe('no_criterion');
      expect(handed({ origin: { kind: 'other' } }).refused('sun-yu', { type: 'verify' })).toBeUndefined();
    });

    test('as an earlier release looked the drill up it is refused, as then', () => {
      const { played: _, ...proof } = passed();
      expect(handed().refused('sun-yu', verify(proof))).toBe('drill_before_fix');
    });
  });

  test('a decision with what a drill shows is read as it was written', () => {
    const ground = groundFor('sun-yu');
    const head = { requestId: 'r', actor: { kind: 'person', id: 'sun-yu' }, via: 'api', ground } as const;
    const message = { ...head, type: 'verify', drill: 'd-2', proof: passed({ rater: { person: 'x', posts: ['y'] } }) };
    expect(readImprovementDecision(message)).toEqual(message);
    expect(readImprovementDecision({ ...message, proof: { drill: 'd-2' } })).toHaveProperty('field');
  });
});

test('what a drill shows follows from its record', () => {
  const { rules } = drillOpening();
  const departments = { ...rules.departments, [EVALUATOR]: ['safety-officer'] };
  const story = running({ rules: { ...rules, departments } });
  story.passes(10 * 60_000);
  story.says(DIRECTOR, { type: 'end' });
  story.says(EVALUATOR, { type: 'rate', criterion: 'E-11', rating: 'S', reason: 'seen' });
  story.says(DIRECTOR, { type: 'submit', problems: 'none', suggestions: '', despite: true });
  expect(proofOf(story.state, 'E-11')).toMatchObject({ status: 'submitted', rating: 'S', accepted: false, report: 1 });
  story.says(APPROVER, { type: 'accept' });
  expect(proofOf(story.state, 'E-11')).toMatchObject({
    status: 'closed',
    accepted: true,
    plan: { plan: 'p', version: 3 },
  });
  expect(proofOf(story.state, 'E-11').rater).toEqual({ person: EVALUATOR, posts: ['safety-officer'] });
  expect(proofOf(story.state, 'E-99')).not.toHaveProperty('rating');
});

test('the report says how it was rated, whatever comes to light later', () => {
  const story = running({ scenario: { ...SCENARIO, injects: SCENARIO.injects.slice(0, 1) } });
  story.passes(60_000);
  story.shows('factAdded');
  const { rules } = story.state;
  const criteria = rules.evaluation!.criteria.map((one) => ({ ...one, weaknesses: ['post_without_deputy' as const] }));
  story.state = { ...story.state, rules: { ...rules, evaluation: { ...rules.evaluation!, criteria } } };
  story.says(DIRECTOR, { type: 'end' });
  const [clear] = story.state.effects.filter(({ kind }) => kind === 'clear');
  story.says(DIRECTOR, { type: 'submit', problems: 'none', suggestions: '', despite: true });
  story.says(APPROVER, { type: 'accept' });
  expect(proofOf(story.state, 'E-11')).toMatchObject({ rating: 'P', ratedBy: 'machine', accepted: true });
  const weaknesses = [{ code: 'post_without_deputy', post: 'engineer', seqs: [] }] as unknown as DrillWeakness[];
  story.hears({ type: 'settled', effectId: clear!.id, weaknesses });
  expect(proposedRatings(story.state)).toMatchObject([{ criterion: 'E-11', rating: 'M' }, {}, {}]);
  expect(proofOf(story.state, 'E-11')).toMatchObject({ rating: 'P', ratedBy: 'machine' });
});

test('whether everything that a criterion is seen in was played, and by people', () => {
  const playedIn = (story: ReturnType<typeof running>, criterion: string) => proofOf(story.state, criterion).played;
  const whole = (simulated: object = {}) => {
    const story = running({ scenario: { ...SCENARIO, injects: SCENARIO.injects.slice(0, 3) } });
    story.passes(60_000);
    story.shows('factAdded', {}, simulated);
    story.passes(5 * 60_000);
    story.shows('confirmed', { level: 'II', authority: 'commander' });
    return story;
  };
  expect(whole().state.injects['in-3']?.status).toBe('notNeeded');
  expect(playedIn(whole(), 'E-11')).toBe('inPerson');
  expect(playedIn(whole({ simulated: true }), 'E-11')).toBe('simulated');
  expect(playedIn(whole({ simulated: true }), 'E-21')).toBe('inPerson');
  const stopped = running();
  stopped.passes(60_000);
  stopped.shows('factAdded');
  stopped.says(DIRECTOR, { type: 'stop', reason: 'the network is down' });
  expect(proofOf(stopped.state, 'E-11')).toMatchObject({ ratedBy: 'machine', played: 'incomplete' });
});

describe('when and in what it is shown', () => {
  const { document } = loadPlan('plans/software-incident');
  const plan = { ...document, drills: document.drills! };

  test('on a working day with time to prepare, within what the plan gives', () => {
    const at = verificationAt(plan, 'Asia/Shanghai', START);
    expect(at).toBeGreaterThanOrEqual(START + 13 * DAY);
    expect(new Date(at).getUTCDay()).not.toBe(0);
    expect(new Date(at).getUTCDay()).not.toBe(6);
    const hurried = structuredClone(plan);
    hurried.drills.improvement.verifyWithin = '12h';
    expect(verificationAt(hurried, 'Asia/Shanghai', START)).toBeLessThanOrEqual(START + DAY / 2);
  });

  describe('in a scenario', () => {
    const scenario = (id: string, ...criteria: string[]) => ({
      ...plan.scenarios![0]!,
      id,
      objectives: [{ ...plan.scenarios![0]!.objectives[0]!, criteria }],
    });
    const [one, two] = plan.drills.evaluation.criteria.map(({ id }) => id) as [string, string];
    const scenarios = [scenario('a', two), scenario('b', one), scenario('c', one)];

    test('in which it was rated, where that practises it', () => {
      expect(scenarioFor({ ...plan, scenarios }, 'c', one)).toBe('c');
    });
    test('else in one that does', () => {
      expect(scenarioFor({ ...plan, scenarios }, 'a', one)).toBe('b');
      expect(scenarioFor({ ...plan, scenarios }, 'dropped', one)).toBe('b');
    });
    test('else in the first one, where somebody can still rate it', () => {
      expect(scenarioFor({ ...plan, scenarios: [scenario('a', two)] }, 'a', one)).toBe('a');
    });
    test('and in none where the plan has dropped the criterion', () => {
      expect(scenarioFor({ ...plan, scenarios }, 'c', 'E-none')).toBeUndefined();
      expect(scenarioFor({ ...plan, scenarios }, 'dropped', undefined)).toBeUndefined();
    });
  });
});
