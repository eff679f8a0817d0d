import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  Ground,
  ImprovementDecision,
  ImprovementMessage,
  ImprovementOpening,
  ImprovementState,
} from '../../src/domain/improvement/index.js';
import { groundFor } from '../../src/domain/improvement/today.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY } from '../../src/domain/time.js';
import type { ImprovementAnswer } from '../../src/workflows/messages.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import { checkImprovement } from '../../src/record/index.js';
import { TestMuster } from '../support/muster.js';
import { putInForce } from '../support/plans.js';

/** Posts of the sample roster. */
const [OWNER, COMMANDER, DEPUTY] = ['zhao-lei', 'lin-wei', 'chen-jing'] as const;

describe('an improvement on the real server', () => {
  let muster: TestMuster;
  beforeAll(async () => {
    muster = await TestMuster.start();
  });
  afterAll(() => muster.close());

  const begun = async (more: Partial<ImprovementOpening> = {}): Promise<string> => {
    const improvement = `imp-${randomUUID().slice(0, 8)}`;
    const at = Date.now();
    const opening: ImprovementOpening = {
      improvement,
      origin: { kind: 'other' },
      ...{ kind: 'process', priority: 'high', owner: { person: OWNER }, dueAt: at + 30 * DAY, planChange: false, at },
      texts: { finding: 'Nobody could fail over', action: 'Write the run book' },
      by: { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() },
      ...more,
    };
    await muster.improvements.start(improvement, { opening });
    return improvement;
  };
  const ground = async (person: string): Promise<Ground> => {
    const plan = await muster.store.effectivePlan();
    const roster = await muster.store.currentRoster();
    return groundFor(plan!.document, roster!.document as RosterDocument, person);
  };
  const says = async (
    improvement: string,
    person: string,
    decision: ImprovementDecision,
    requestId: string = randomUUID(),
  ): Promise<ImprovementAnswer> => {
    const actor = { kind: 'person', id: person } as const;
    const message = { requestId, actor, via: 'api', ground: await ground(person), ...decision } as ImprovementMessage;
    const answer = await muster.improvements.decide(improvement, message);
    if (!answer) throw new Error(`improvement ${improvement} has ended`);
    return answer;
  };
  const handle = (improvement: string) => muster.client.workflow.getHandle(improvementWorkflowId(improvement));
  const until = async (improvement: string, fits: (state: ImprovementState) => boolean): Promise<ImprovementState> => {
    for (let seq = 1; ;) {
      if (!(await muster.store.waitForImprovement(improvement, seq, 60_000))) throw new Error('it did not get there');
      const { state } = (await muster.store.getImprovement(improvement))!;
      if (fits(state)) return state;
      seq = state.seq + 1;
    }
  };
  const mailTo = async (person: string, subject: RegExp) => {
    const address = (await muster.directory.people()).find(({ id }) => id === person)!.contacts['email']!;
    return muster.sink.waitFor((mail) => mail.recipients.includes(address) && subject.test(mail.subject));
  };

  test('one that is late is chased, handed in, verified by somebody else, and ends', async () => {
    const at = Date.now() - 32 * DAY;
    const improvement = await begun({ at, dueAt: at + 29 * DAY });
    // What was due while nothing ran is told at once, once, also to command.
    const overdue = /overdue since|逾期/;
    await mailTo(OWNER, overdue);
    await mailTo(COMMANDER, overdue);
    await until(improvement, ({ telling }) => telling === undefined);

    expect(await says(improvement, OWNER, { type: 'verify' })).toMatchObject({ refusal: { code: 'wrong_status' } });
    expect(await says(improvement, OWNER, { type: 'handIn', note: 'practised' })).toMatchObject({ status: 'done' });
    expect(await says(improvement, OWNER, { type: 'verify' })).toMatchObject({
      refusal: { code: 'owner_cannot_verify' },
    });
    expect(await says(improvement, DEPUTY, { type: 'verify' })).toMatchObject({ status: 'verified' });
    expect(await handle(improvement).result()).toMatchObject({ status: 'verified' });
    await mailTo(OWNER, /verified|已验证/);
    expect(checkImprovement((await muster.store.keptImprovement(improvement))!)).toMatchObject({ faultsInAll: 0 });
    const types = (await muster.store.improvementEventsOf(improvement)).map(({ type }) => type);
    expect(types.filter((type) => type === 'pressed')).toHaveLength(1);
  });

  test('a second start changes nothing, and a request is decided once', async () => {
    const improvement = await begun();
    await muster.improvements.start(improvement, {});
    const first = await says(improvement, OWNER, { type: 'handIn', note: 'done' }, 'same');
    expect(await says(improvement, OWNER, { type: 'handIn', note: 'done' }, 'same')).toEqual(first);
    expect(await says(improvement, OWNER, { type: 'handIn', note: 'else' }, 'same')).toMatchObject({
      refusal: { code: 'request_id_reused' },
    });
  });

  test('given to somebody else, it is told to both', async () => {
    const improvement = await begun();
    await says(improvement, COMMANDER, {
      type: 'reassign',
      owner: { person: DEPUTY },
      holder: DEPUTY,
      reason: 'leave',
    });
    expect((await mailTo(OWNER, /no longer yours|已改交他人/)).subject).toContain('Write the run book');
    await mailTo(DEPUTY, /for you|请办理/);
    const { seq } = await until(improvement, ({ telling }) => telling === undefined);
    const [told] = (await muster.store.improvementEventsOf(improvement)).filter((event) => event.seq === seq);
    expect(told).toMatchObject({ type: 'told', people: [DEPUTY], besides: [OWNER], unreachable: [] });
    await says(improvement, COMMANDER, { type: 'cancel', reason: 'enough' });
  });

  test('any JSON as a message is refused, and it goes on', async () => {
    const improvement = await begun();
    for (const payload of [null, 7, 'x', [], {}, { type: 'verify' }, { type: 'move', dueAt: 'soon' }]) {
      const answer = await handle(improvement).executeUpdate<ImprovementAnswer, [unknown]>('decide', {
        args: [payload],
      });
      expect(answer).toMatchObject({ status: 'open', refusal: { code: 'malformed' } });
    }
    const refused = await until(improvement, ({ seq }) => seq >= 8);
    expect(refused.status).toBe('open');
    expect(await says(improvement, COMMANDER, { type: 'cancel', reason: 'enough' })).toMatchObject({
      status: 'cancelled',
    });
  });

  test('a long life goes on in new runs and loses nothing', async () => {
    const improvement = await begun();
    const { runId } = await handle(improvement).describe();
    const moves = async (from: number, count: number) => {
      for (let i = from; i < from + count; i += 1) {
        const dueAt = Date.now() + (60 + i) * DAY;
        expect(await says(improvement, COMMANDER, { type: 'move', dueAt, reason: `the ${i}th time` })).toMatchObject({
          status: 'open',
        });
      }
    };
    let moved = 0;
    for (; (await handle(improvement).describe()).runId === runId; moved += 10) await moves(moved, 10);
    await moves(moved, 1);
    await says(improvement, COMMANDER, { type: 'cancel', reason: 'enough' });
    await handle(improvement).result();
    const events = await muster.store.improvementEventsOf(improvement);
    expect(events.filter(({ type }) => type === 'dueMoved')).toHaveLength(moved + 1);
    expect(checkImprovement((await muster.store.keptImprovement(improvement))!)).toMatchObject({ faultsInAll: 0 });
  });

  test('a change of the plan rests until its version takes effect, and is to be verified then', async () => {
    const { id: plan, version } = (await muster.store.effectivePlanKey())!;
    const next = structuredClone((await muster.store.effectivePlan())!.document);
    next.plan.version = version + 1;
    const hash = 'a'.repeat(64);
    await muster.store.actOnPlan({
      plan: { id: plan, version: version + 1 },
      content: { hash, document: next },
      decide: () => ({
        steps: [{ at: Date.now(), by: { kind: 'operator' }, type: 'drafted', hash, summary: 'x', authors: [] }],
      }),
    });
    const improvement = await begun({ planChange: true, kind: 'plan', reviewEvery: 30 * DAY });
    await says(improvement, OWNER, { type: 'handIn', note: 'it is in the draft' });
    await mailTo(OWNER, /to link to the plan|请关联预案版本/);
    const inDraft = { plan, version: version + 1, hash, tookEffect: false };
    await says(improvement, OWNER, { type: 'link', plan, number: version + 1, version: inDraft });
    const before = await until(improvement, ({ telling }) => telling === undefined);
    expect(before).not.toHaveProperty('inForceAt');
    await putInForce(muster.store, next, hash);
    await until(improvement, ({ inForceAt, telling }) => inForceAt !== undefined && telling === undefined);
    const told = (await muster.store.improvementEventsOf(improvement)).findLast((event) => event.type === 'told');
    const [verifier] = told?.type === 'told' ? told.people : [];
    expect(verifier).not.toBe(OWNER);
    await mailTo(verifier!, /to verify|请验证/);
    expect(
      await says(improvement, COMMANDER, { type: 'verify', version: { ...inDraft, tookEffect: true } }),
    ).toMatchObject({
      status: 'verified',
    });
    await handle(improvement).result();
    const types = (await muster.store.improvementEventsOf(improvement)).map(({ type }) => type);
    expect(types.filter((type) => type === 'versionInForce')).toHaveLength(1);
    expect(types).not.toContain('pressed');
  });

  test.each([
    ['real', 'incident'],
    ['drill', 'drill'],
  ] as const)('an incident in its aftermath, %s, starts one that is its own', async (mode, kind) => {
    const id = await muster.report({ mode });
    await muster.says(id, COMMANDER, { type: 'verify', outcome: 'confirmed', level: 'IV', reason: 'seen' });
    await muster.says(id, COMMANDER, { type: 'terminate', action: 'override', reason: 'stable' });
    await muster.says(id, DEPUTY, { type: 'terminate', action: 'confirm' });
    const opened = await muster.says(id, COMMANDER, {
      ...{ type: 'improvement', finding: 'Nobody could fail over', measure: 'Write the run book', kind: 'plan' },
      ...{ priority: 'high', owner: { post: 'technical-lead' }, dueAt: Date.now() + 30 * DAY },
    });
    expect(opened.refusal).toBeUndefined();
    await muster.until(id, ({ effects }) =>
      Object.values(effects.pending).every(({ effect }) => effect.kind !== 'startImprovement'),
    );
    const improvement = `${id}-i1`;
    const state = await until(improvement, ({ telling }) => telling === undefined);
    const { id: plan, version, hash } = (await muster.store.getIncident(id))!.state.basis.plan;
    const under = { plan, version };
    expect(state).toMatchObject({ origin: { kind, incidentId: id, version: under }, planChange: true, kind: 'plan' });
    // As often as the plan says.
    expect(state.reviewEvery).toBe(30 * DAY);
    // What the incident ran by cannot be what mends it.
    const inForce = { ...under, hash, tookEffect: true };
    const linked = await says(improvement, COMMANDER, { type: 'link', plan, number: version, version: inForce });
    expect(linked.refusal).toMatchObject({ code: 'version_not_newer', needed: under });
    expect(await muster.store.listImprovements({ incidentId: id, limit: 10 })).toHaveLength(1);
    expect(await says(improvement, COMMANDER, { type: 'cancel', reason: 'enough' })).toMatchObject({
      status: 'cancelled',
    });
  });
});
