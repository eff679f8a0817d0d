import { describe, expect, test } from '@jest/globals';
import {
  drillRules,
  GRACE,
  occurrencesIn,
  planDrill,
  planDrilled,
  runOfDrill,
  usualRoles,
} from '../../src/domain/drill/index.js';
import { almanacOf, appointmentFor } from '../../src/domain/drill/index.js';
import type { DrillOpening } from '../../src/domain/drill/index.js';
import { proofOf } from '../../src/domain/improvement/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { APPROVER, DIRECTOR, opening, TODAY, START, Story, told } from './story.js';

const FOLDER = 'plans/software-incident';
const { document } = loadPlan(FOLDER);
const plan = { ...document, drills: document.drills! };
const roster = loadRoster(`${FOLDER}/roster.yaml`, document).document;
const ground = { plan, version: { id: 'p', version: 1, hash: 'h' }, roster };

const PLANNED = { occurrence: '2026-11', whenMissed: 'replan' } as const;

describe('a drill that the programme opens', () => {
  const [entry] = plan.drills.programme;
  const almanac = almanacOf(plan, 'Asia/Shanghai');
  const [occurrence] = occurrencesIn(2026, entry!, almanac);
  const openedAt = (at: number) =>
    planDrill(
      ground,
      { entry: entry!, occurrence: occurrence!, appointment: appointmentFor(occurrence!, entry!, almanac, at) },
      at,
    );

  test('is the same one for the same time, whoever opens it when', () => {
    const drill = `d-${entry!.id}-${occurrence!.id}`;
    expect(openedAt(occurrence!.opensAt)?.drill).toBe(drill);
    expect(openedAt(occurrence!.dueAt + 30 * DAY)?.drill).toBe(drill);
  });

  test('has the scenario, the teams and the time of its entry', () => {
    const opening = openedAt(occurrence!.opensAt + 35_000);
    expect(opening).toMatchObject({
      ...{ programme: entry!.id, scheduledFor: occurrence!.opensAt, plannedAt: occurrence!.dueAt },
      scenario: { id: entry!.scenario },
      roles: usualRoles(plan, roster, entry!.teams),
      rules: drillRules(plan, ground.version, roster),
    });
  });

  test('asks every holder of the posts that the plan names for feedback, not the first alone', () => {
    const { asked } = drillRules(plan, ground.version, roster).feedback;
    const { holders } = roster;
    for (const post of plan.drills.feedback.askedFrom) expect(asked).toEqual(expect.arrayContaining(holders[post]!));
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('has a safety officer and evaluators who neither play nor direct, where somebody is left for it', () => {
    for (const one of plan.drills.programme) {
      const { director, controllers, evaluators, safety, players } = usualRoles(plan, roster, one.teams);
      expect([controllers, safety.length]).toEqual([[director], 1]);
      expect(evaluators).not.toEqual([]);
      for (const person of [...safety, ...evaluators]) expect(players).not.toContain(person);
      expect(evaluators).not.toContain(safety[0]);
    }
    const few = { ...roster, people: roster.people.slice(0, 3), holders: { commander: ['lin-wei'] } };
    expect(usualRoles(plan, few)).toMatchObject({ safety: [] });
  });

  test('is not opened on a scenario that the plan does not have', () => {
    expect(planDrill(ground, { id: 'd-x', scenario: 'nothing', reason: 'i-1', dueAt: START }, START)).toBeUndefined();
  });

  test('one for another reason is opened in the same way', () => {
    const wanted = { id: 'd-verify-i-1', scenario: 'ransomware', reason: 'i-1', dueAt: START + DAY };
    expect(planDrill(ground, wanted, START)).toMatchObject({
      ...{ drill: 'd-verify-i-1', plannedAt: START + DAY },
      planned: { reason: 'i-1' },
    });
  });
});

describe('the plan that is drilled', () => {
  const next = { id: 'p', version: 4, hash: 'h4' };
  const begun = (plan: typeof next, rules = TODAY) => {
    const story = new Story({ rules });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.says(DIRECTOR, { type: 'start' });
    const start = story.state.effects.find(({ kind }) => kind === 'start')!;
    story.hears({ type: 'settled', effectId: start.id, plan });
    return story;
  };

  test('is the one by which its incident was opened, for comparison and proof; director and command hear of a change', () => {
    const story = begun(next);
    expect(story.all('planPlayed')).toMatchObject([{ plan: next }]);
    expect(told(story)['planChanged']).toEqual([DIRECTOR, APPROVER]);
    expect(runOfDrill(story.state, undefined).plan).toEqual({ id: 'p', version: 4 });
    expect(proofOf(story.state, 'E-11').plan).toEqual({ plan: 'p', version: 4, hash: 'h4' });
    expect(story.state.rules.plan.version).toBe(3);
  });

  test('is that of the scheme where nothing has changed, and in a drill of an earlier release', () => {
    for (const story of [begun(opening().rules.plan), begun(next, opening().rules)]) {
      expect(story.all('planPlayed')).toEqual([]);
      expect(told(story)['planChanged']).toBeUndefined();
      expect(planDrilled(story.state)).toEqual(story.state.rules.plan);
    }
  });
});

describe('its scheme', () => {
  const planned = (more: Partial<DrillOpening> = {}) =>
    new Story({
      ...{ programme: 'yearly-live', scheduledFor: START, plannedAt: START + HOUR, planned: PLANNED },
      by: { actor: { kind: 'system' }, via: 'system', requestId: 'r0' },
      ...more,
    });

  test('goes to command at once, and the director hears of it', () => {
    const { state } = planned();
    expect(state.status).toBe('review');
    expect(state.effects.map((effect) => effect.kind === 'tell' && [effect.template, effect.to])).toEqual([
      ['scheduled', [DIRECTOR]],
      ['schemeToApprove', [APPROVER]],
    ]);
  });

  test('approved in time, it begins by itself', () => {
    const story = planned();
    story.says(APPROVER, { type: 'approve' });
    story.passes(HOUR);
    expect(story.state.status).toBe('starting');
  });

  test('approved or woken after its time, it waits for its director', () => {
    const story = planned();
    story.at += HOUR + GRACE + 1;
    story.says(APPROVER, { type: 'approve' });
    story.passes(0);
    expect(story.all('startMissed')).toHaveLength(1);
    expect(story.state.status).toBe('ready');
    expect(story.state.effects.at(-1)).toMatchObject({ template: 'notBegun', to: [DIRECTOR] });
    story.passes(DAY);
    expect(story.all('startMissed')).toHaveLength(1);
    story.says(DIRECTOR, { type: 'start' });
    expect(story.state.status).toBe('starting');
  });

  const anew = Date.UTC(2026, 11, 7, 2);
  const asked = (story: Story) => story.state.effects.find(({ kind }) => kind === 'replan');

  test('by the rules of today, approved after its time, it is planned anew and everybody gets the scheme again', () => {
    const story = planned({ rules: TODAY });
    story.at += HOUR + GRACE + 1;
    story.says(APPROVER, { type: 'approve' });
    story.passes(0);
    expect(story.all('startMissed')).toMatchObject([{ plannedAt: START + HOUR, why: 'approvedLate' }]);
    expect(story.state.effects.some((one) => one.kind === 'tell' && one.template === 'notBegun')).toBe(false);
    story.hears({ type: 'settled', effectId: asked(story)!.id, plannedAt: anew });
    expect(story.all('replanned')).toMatchObject([{ plannedAt: anew, missed: START + HOUR, why: 'approvedLate' }]);
    expect(story.state).toMatchObject({
      status: 'ready',
      plannedAt: anew,
      planned: { missed: { dueAt: START + HOUR } },
    });
    expect(told(story)['replanned']).toEqual(told(story)['distributed']);
    expect(story.state.effects.at(-1)).toMatchObject({ kind: 'write', papers: ['scheme', 'controllersScheme'] });
    story.passes(anew - story.at);
    expect(story.state.status).toBe('starting');
  });

  test('that nothing ran when it was due is another reason', () => {
    const story = planned({ rules: TODAY });
    story.says(APPROVER, { type: 'approve' });
    story.at += 2 * DAY;
    story.passes(0);
    expect(story.all('startMissed')).toMatchObject([{ why: 'notRunning' }]);
  });

  test('a director who begins it meanwhile, or calls it off, has the last word', () => {
    for (const decision of [{ type: 'start' }, { type: 'callOff', reason: 'x' }] as const) {
      const story = planned({ rules: TODAY });
      story.says(APPROVER, { type: 'approve' });
      story.at += 2 * DAY;
      story.passes(0);
      const { id } = asked(story)!;
      story.says(DIRECTOR, decision);
      story.hears({ type: 'settled', effectId: id, plannedAt: anew });
      expect(story.all('replanned')).toEqual([]);
      expect(story.state).not.toHaveProperty('plannedAt');
    }
  });

  test('where the plan says that a missed drill is run, it begins late', () => {
    const story = planned({ planned: { ...PLANNED, whenMissed: 'run' } });
    story.at += DAY;
    story.says(APPROVER, { type: 'approve' });
    story.passes(0);
    expect(story.state.status).toBe('starting');
  });
});

test('a drill that is approved long after the time that somebody set begins when its director says so', () => {
  const approvedAt = (late: number) => {
    const story = new Story({ plannedAt: START + HOUR, rules: TODAY });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.at = START + HOUR + late;
    story.says(APPROVER, { type: 'approve' });
    story.passes(0);
    return story;
  };
  expect(approvedAt(GRACE).state.status).toBe('starting');
  const late = approvedAt(GRACE + 1);
  expect(late.state.status).toBe('ready');
  expect(late.state.plannedAt).toBeUndefined();
  expect(told(late)).toMatchObject({ notBegun: [DIRECTOR] });
});
