import { proposedRatings, ratingsNow, weaknessesSeen } from '../../src/domain/drill/index.js';
import type { DrillWeakness } from '../../src/domain/drill/index.js';
import { scoreOf } from '../../src/domain/evaluation/score.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { withoutPreempted } from '../../src/domain/incident/preempted.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { LANGS } from '../../src/domain/lang.js';
import { compileEvaluation } from '../../src/domain/plan/compile/evaluation.js';
import { WEAKNESS_CODES } from '../../src/domain/plan/weaknessCodes.js';
import { weaknessWords } from '../../src/domain/words/index.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { reportOn } from '../../src/rehearsal/index.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';
import { given, rehearse } from '../rehearsal/given.js';
import { allFive } from '../rehearsal/weakPlan.js';
import { sampleNames } from '../support/samplePlan.js';
import { DIRECTOR, EVALUATOR, opening, running } from './story.js';

const evaluation = compileEvaluation(loadPlan('plans/software-incident').document.drills!);

/** The incident of a drill, played by the machine itself with simulated people, and what its events bring to light. */
function seenIn(change?: typeof allFive): DrillWeakness[] {
  const rehearsed = given('ransomware', change, { absent: 0.3 });
  const rehearsal = new Rehearsal(rehearsed, 1);
  rehearsal.plays();
  return weaknessesSeen(rehearsed.basis, rehearsed.scenario, rehearsal.incident.events);
}

const WEAK = seenIn(allFive);
const SOUND = seenIn();

/** A drill that is over, and has heard what came to light. */
function over(weaknesses: DrillWeakness[]) {
  const story = running({ rules: { ...opening().rules, evaluation } });
  story.says(DIRECTOR, { type: 'end' });
  const clear = story.state.effects.find(({ kind }) => kind === 'clear')!;
  const found = weaknesses.length === 0 ? {} : { weaknesses };
  story.hears({ type: 'settled', effectId: clear.id, ...found });
  return story;
}

const FOUND = [
  { code: 'team_without_substitutes', team: 'publicity' },
  { code: 'post_without_deputy', post: 'legal-counsel', person: 'cheng-xue' },
  { code: 'time_box_beyond_limit', obligation: 'D-04' },
  { code: 'item_short', resource: 'clean-laptops', missing: 1 },
  { code: 'task_without_owner', task: 'log', post: 'archivist' },
];

test('five weaknesses put into the plan are all named by the rehearsal', () => {
  const rehearsed = given('ransomware', allFive, { absent: 0.3 });
  const named = reportOn(rehearsed, rehearse(rehearsed, 8)).weaknesses;
  expect(named).toHaveLength(FOUND.length);
  for (const one of FOUND) expect(named).toContainEqual(expect.objectContaining(one));
});

test('and all named by the drill, from its events; the plan as it is has none of them', () => {
  expect(WEAK).toHaveLength(FOUND.length);
  for (const one of FOUND) expect(WEAK).toContainEqual(expect.objectContaining(one));
  expect(WEAK.find(({ code }) => code === 'item_short')!.seqs.length).toBeGreaterThan(0);
  expect(SOUND).toEqual([]);
});

test('whom a real incident has taken leaves no weakness behind', () => {
  const { basis, scenario } = given('ransomware');
  const { category } = scenario;
  const played = new Rehearsal({ ...given('ransomware'), basis, scenario }, 1);
  played.plays();
  const [, ...taken] = [...new Set(Object.values(basis.holders).flat())];
  const left = { ...basis, holders: withoutPreempted(basis.holders, taken) };
  const { events } = played.incident;
  expect(weaknessesSeen(left, { category }, events)).not.toEqual([]);
  const { posts } = differenceOf(basis, left);
  const last = events.at(-1)!;
  const preempted: IncidentEvent = {
    ...{ seq: last.seq + 1, at: last.at, actor: { kind: 'operator' }, via: 'temporal' },
    ...{ type: 'preempted', heldBy: 'i-9', people: taken, posts },
  };
  expect(weaknessesSeen(left, { category }, [...events, preempted])).toEqual(
    weaknessesSeen(basis, { category }, events),
  );
});

test('the score shows all five: each counts against the criterion that the plan names, until it is mended', () => {
  const weak = over(WEAK);
  const against = proposedRatings(weak.state).filter(({ weaknesses = [] }) => weaknesses.length > 0);
  expect(Object.fromEntries(against.map((one) => [one.weaknesses![0]!.code, [one.criterion, one.rating]]))).toEqual({
    team_without_substitutes: ['E-23', 'M'],
    post_without_deputy: ['E-41', 'M'],
    time_box_beyond_limit: ['E-13', 'M'],
    item_short: ['E-61', 'M'],
    task_without_owner: ['E-51', 'M'],
  });
  const sound = over(SOUND);
  const weakIn = ({ state }: typeof weak) =>
    proposedRatings(state).filter(({ weaknesses = [] }) => weaknesses.length > 0);
  expect(weakIn(sound)).toEqual([]);
  const all = (story: typeof weak) => {
    for (const { id } of evaluation.criteria) {
      const isRated = ratingsNow(story.state).some(({ criterion }) => criterion === id);
      if (!isRated) story.says(EVALUATOR, { type: 'rate', criterion: id, rating: 'P', reason: 'seen' });
    }
    return scoreOf(evaluation, ratingsNow(story.state)).score!;
  };
  expect(all(weak)).toBeLessThan(all(sound));
});

test('whoever evaluates has the last word, with a reason', () => {
  const story = over(WEAK);
  story.says(EVALUATOR, { type: 'rate', criterion: 'E-41', rating: 'S', reason: 'a deputy was named on the spot' });
  expect(ratingsNow(story.state)).toContainEqual({ criterion: 'E-41', rating: 'S', by: 'person' });
});

test.each(LANGS)('each is said in words, with what to do about it, in %s', (lang) => {
  const seen = WEAK;
  expect(new Set(seen.map(({ code }) => code))).toEqual(new Set(WEAKNESS_CODES));
  for (const one of seen) {
    const { found, advice } = weaknessWords(one, sampleNames(), lang);
    expect(`${found}${advice}`).not.toMatch(/undefined|\[object|NaN/);
  }
});
