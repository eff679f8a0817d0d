import { callEntries } from '../../src/domain/incident/index.js';
import { randomUUID } from 'node:crypto';
import type { Decision } from '../../src/domain/incident/index.js';
import { TestMuster } from '../support/muster.js';

const confirmAt = (level: string): Decision => ({ type: 'verify', outcome: 'confirmed', level, reason: 'seen' });
const raiseTo = (level: string): Decision => ({ type: 'changeLevel', level, reason: 'worse' });
const override: Decision = { type: 'terminate', action: 'override', reason: 'stable' };
const confirmEnd: Decision = { type: 'terminate', action: 'confirm' };

/** Tasks are told besides calls. */
const isNoTask = (mail: { subject: string }) => !/任务|task/i.test(mail.subject);

describe('an incident on the sample plan', () => {
  let muster: TestMuster;
  let commander: string;
  let deputy: string;
  beforeAll(async () => {
    muster = await TestMuster.start({
      change: ({ termination }) => {
        termination.watch = [
          { levels: ['II'], for: '1s' },
          { levels: ['III'], for: '1h' },
        ];
      },
    });
    const basis = await muster.directory.basis();
    commander = basis!.holders[basis!.plan.command.commander]![0]!;
    deputy = basis!.holders[basis!.plan.command.deputies[0]!]![0]!;
  });
  afterAll(() => muster.close());

  test('goes from the report to its closure, with real mails and a written report', async () => {
    const id = await muster.report();
    await muster.until(id, (state) => Object.keys(state.effects.pending).length === 0);
    expect((await muster.mailed(isNoTask)).sort()).toEqual([commander, deputy].sort());
    expect(await muster.mailed((mail) => !isNoTask(mail))).toEqual([deputy]);

    expect(await muster.says(id, commander, confirmAt('III'))).toMatchObject({ phase: 'responding' });
    const called = await muster.until(
      id,
      (state) => state.phase === 'responding' && Object.keys(state.effects.pending).length === 0,
    );
    const atThree = new Set(await muster.mailed());
    const teams = Object.values(called.mobilisation.bodies).filter((b) => b.target.kind === 'team');
    for (const team of teams) for (const [person] of callEntries(team.people)) expect(atThree).toContain(person);

    const before = (await muster.mailed(isNoTask)).length;
    const { seq: beforeSeq } = await muster.until(id, (state) => Object.keys(state.effects.pending).length === 0);
    await muster.says(id, commander, raiseTo('II'));
    const raised = await muster.until(
      id,
      (state) => state.grading.level === 'II' && Object.keys(state.effects.pending).length === 0,
    );
    const added = (await muster.mailed(isNoTask)).slice(before);
    const newTeams = Object.values(raised.mobilisation.bodies).filter(
      (b) => b.target.kind === 'team' && !teams.some((t) => t.target.id === b.target.id),
    );
    expect(newTeams.length).toBeGreaterThan(0);
    const members = new Set(newTeams.flatMap((b) => callEntries(b.people).map(([person]) => person)));
    // The new level makes a SITREP due at once.
    const drafters = (await muster.events(id)).flatMap((e) => (e.type === 'sitrepDrafted' ? e.tell : []));
    expect(drafters).toHaveLength(1);
    // It asks for more of the ledger, which has nothing here: keepers, approvers and command hear of that.
    const keepers = (await muster.events(id)).flatMap((e) =>
      e.seq > beforeSeq &&
      e.type === 'effectRequested' &&
      e.effect.kind === 'notify' &&
      /^resources|^spending/.test(e.effect.template)
        ? e.effect.recipients.map(({ person }) => person)
        : [],
    );
    expect(keepers).toContain(commander);
    expect(added.sort()).toEqual([...members, ...drafters, ...keepers].sort());

    expect((await muster.says(id, commander, override)).refusal).toBeUndefined();
    expect((await muster.says(id, commander, confirmEnd)).refusal?.code).toBeDefined();
    expect(await muster.says(id, deputy, confirmEnd)).toMatchObject({ phase: 'watching' });
    const written = await muster.until(
      id,
      (state) => state.phase === 'aftermath' && state.incidentReport.draft !== undefined,
    );
    // One at the end, the last one when the watch was over.
    const all = await muster.store.listDocuments(id);
    expect(all).toHaveLength(8);
    const documents = all.filter((document) => document.id === written.incidentReport.draft?.documentId);
    expect(documents.map((d) => `${d.format} ${d.lang}`).sort()).toEqual([
      'docx en',
      'docx zh-CN',
      'html en',
      'html zh-CN',
    ]);
    expect(written.incidentReport.draft?.files.map((f) => f.sha256).sort()).toEqual(
      documents.map((d) => d.sha256).sort(),
    );

    expect(await muster.says(id, commander, { type: 'close', despite: true, reason: 'done' })).toMatchObject({
      phase: 'closed',
    });
    await muster.handle(id).result();
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });

  test('comes back while it is watched: the teams of its level are called anew, and it ends a second time', async () => {
    const id = await muster.report();
    await muster.says(id, commander, confirmAt('III'));
    await muster.says(id, commander, override);
    expect(await muster.says(id, deputy, confirmEnd)).toMatchObject({ phase: 'watching' });
    await muster.until(id, (state) => Object.keys(state.effects.pending).length === 0);
    const before = await muster.mailed();
    expect(await muster.says(id, commander, { type: 'reopen', reason: 'it fails again' })).toMatchObject({
      phase: 'responding',
    });
    const { mobilisation } = await muster.until(
      id,
      ({ phase, effects }) => phase === 'responding' && Object.keys(effects.pending).length === 0,
    );
    const teams = Object.values(mobilisation.bodies).filter(({ target }) => target.kind === 'team');
    const called = teams.filter(({ status }) => status === 'called').flatMap(({ people }) => callEntries(people));
    const mailed = (await muster.mailed()).slice(before.length);
    expect(called.length).toBeGreaterThan(0);
    for (const [person] of called) expect(mailed).toContain(person);
    await muster.says(id, commander, override);
    expect(await muster.says(id, deputy, confirmEnd)).toMatchObject({ phase: 'watching' });
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });

  test('is decided by raw Temporal signals as well, marked as such', async () => {
    const id = await muster.report();
    const handle = muster.handle(id);
    const head = (person: string) => ({ requestId: randomUUID(), actor: { kind: 'person', id: person } });
    await handle.signal('verify', { ...head(commander), outcome: 'confirmed', level: 'II', reason: 'seen' });
    await handle.signal('changeLevel', { ...head(commander), level: 'III', reason: 'less than feared' });
    await handle.signal('terminate', { ...head(commander), action: 'override', reason: 'stable' });
    await handle.signal('terminate', { ...head(deputy), action: 'confirm' });
    await muster.until(id, (state) => state.phase === 'watching');
    const decisions = (await muster.events(id)).filter((e) => e.actor.kind === 'person');
    expect(decisions.every((e) => e.via === 'temporal')).toBe(true);
  });

  test('takes any JSON as a signal, records a refusal and goes on', async () => {
    const id = await muster.report();
    const handle = muster.handle(id);
    const junk = [
      null,
      1,
      'x',
      [],
      {},
      { actor: null },
      { requestId: 'a', actor: { kind: 'system' }, outcome: 'confirmed', reason: 'x' },
    ];
    for (const name of ['verify', 'changeLevel', 'terminate'])
      for (const payload of junk) await handle.signal(name, payload);
    await handle.signal('answers', 'no list' as never);
    await handle.signal('answers', [null, { type: 'verify' }] as never);
    const state = await muster.until(
      id,
      (_, events) => events.filter((e) => e.type === 'refused').length >= junk.length * 3 + 3,
    );
    expect(state.phase).toBe('reported');
    expect(await muster.says(id, commander, confirmAt('III'))).toMatchObject({ phase: 'responding' });
  });

  test('of two decisions at the same instant lets exactly one stand', async () => {
    const id = await muster.report();
    await muster.says(id, commander, confirmAt('II'));
    await muster.says(id, commander, override);
    const answers = await Promise.all([muster.says(id, deputy, confirmEnd), muster.says(id, deputy, confirmEnd)]);
    expect(answers.filter((a) => a.refusal === undefined)).toHaveLength(1);
    const levels = await Promise.all(
      [1, 2].map(async () => muster.says(await muster.report(), commander, confirmAt('III'))),
    );
    expect(levels.every((a) => a.refusal === undefined)).toBe(true);
  });

  test('answers a repeated request with the first answer, and refuses its id for anything else', async () => {
    const id = await muster.report();
    const requestId = randomUUID();
    const first = await muster.says(id, commander, confirmAt('III'), { requestId });
    const again = await muster.says(id, commander, confirmAt('III'), { requestId });
    expect(again).toMatchObject({ phase: 'responding' });
    expect(again.refusal).toBeUndefined();
    expect((await muster.says(id, commander, confirmAt('III'))).refusal?.code).toBe('wrong_phase');
    expect((await muster.says(id, commander, raiseTo('II'), { requestId })).refusal?.code).toBe('request_id_reused');
    expect((await muster.says(id, deputy, confirmAt('III'), { requestId })).refusal?.code).toBe('request_id_reused');
    const state = await muster.until(id, (s) => s.seq >= first.seq);
    expect(state.verification.outcome).toBe('confirmed');
  });

  test('records what the API computed for the reporter', async () => {
    const id = await muster.report({ facts: {} });
    const events = await muster.until(id, (s) => s.seq > 0).then(() => muster.events(id));
    expect(events[0]).toMatchObject({ seq: 1, type: 'reported', incidentId: id });
  });

  test('takes messages that arrive before its first task, in the order report, message', async () => {
    const id = `t-${randomUUID().slice(0, 8)}`;
    const basis = (await muster.directory.basis())!;
    const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
    const report = { incidentId: id, mode: 'real', category: 'security', title: 'x', place: 'y', facts: {} } as const;
    const message = {
      requestId: 'r',
      actor: { kind: 'person', id: commander },
      outcome: 'confirmed',
      level: 'III',
      reason: 'seen',
    };
    await muster.client.workflow.signalWithStart('incident', {
      workflowId: `incident-${id}`,
      taskQueue: muster.taskQueue,
      args: [{ basis, opening: { report, by, at: Date.now() } }],
      signal: 'verify',
      signalArgs: [message],
    });
    await muster.until(id, (state) => state.phase === 'responding');
    expect((await muster.events(id))[0]).toMatchObject({ seq: 1, type: 'reported' });
  });
});
