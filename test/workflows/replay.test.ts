import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import type { Decision } from '../../src/domain/incident/index.js';
import { TestMuster } from '../support/muster.js';
import { recordAfterClose } from './closedStory.js';
import { recordClosure, withReportAlone } from './recordClosure.js';
import { recordDocuments } from './documentsStory.js';
import {
  recordBegunInEarnest,
  recordDrill,
  recordPreempted,
  recordReplanned,
  recordRevised,
  recordSimulatedDrill,
  recordTakenInTurn,
} from './recordDrill.js';
import { recordProgramme } from './recordProgramme.js';
import { recordReadiness } from './recordReadiness.js';
import { recordImprovement, recordInForce } from './recordImprovement.js';
import { recordProven } from './recordProven.js';
import { recordSuccession } from './recordSuccession.js';
import { recordChanges, recordContest, recordNeeds, recordWork } from './recordWork.js';

const FOLDER = 'test/histories';
const PATHS = [
  'by-signals',
  'carried-on',
  'journey',
  'plan-moved',
  'plan-moved-people',
  'rejected-after-standby',
  'silence',
  'treated-as-real',
  'command-passed',
  'commander-missed',
  'command-by-roster',
  'handover-unanswered',
  'merged',
  'work',
  'contested',
  'changes',
  'needs',
  'documents',
  'reopened',
  'improvement',
  'improvement-by-drill',
  'improvement-in-force',
  'after-close',
  'closure-ready',
  'drill',
  'drill-begun-in-earnest',
  'drill-preempted',
  'drill-programme',
  'drill-replanned',
  'drill-revised',
  'drill-simulated',
  'drill-taken-in-turn',
  'readiness',
];
const workflowBundle = { codePath: 'dist/workflow-bundle.js' };

/**
 * Histories of real runs, replayed against today's workflow code: one for each path through the process.
 * `RECORD_HISTORIES=1 npm test -- replay` records them anew; say in the commit why that was right.
 */
describe('recorded histories', () => {
  if (process.env['RECORD_HISTORIES']) {
    test('are recorded anew', async () => {
      mkdirSync(FOLDER, { recursive: true });
      await recordAll();
    });
  }

  test('are there for each path', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(PATHS.map((path) => `${path}.json`).sort());
  });

  test.each(PATHS)('%s replays', async (path) => {
    const history = historyFromJSON(JSON.parse(readFileSync(join(FOLDER, `${path}.json`), 'utf8')));
    await Worker.runReplayHistory({ workflowBundle }, history, `incident-${path}`);
  });

  test('a history that today’s code would not produce is refused', async () => {
    const recorded = readFileSync(join(FOLDER, 'journey.json'), 'utf8');
    const altered = historyFromJSON(JSON.parse(recorded.replaceAll('"notify"', '"somethingElse"')));
    expect(recorded).toContain('"notify"');
    await expect(Worker.runReplayHistory({ workflowBundle }, altered, 'altered')).rejects.toThrow(/[Nn]ondeterminism/);
  });
});

async function recordAll(): Promise<void> {
  const muster = await TestMuster.start({
    change: ({ notification, termination }) => {
      termination.watch = [
        { levels: ['II'], for: '1s' },
        { levels: ['III'], for: '1h' },
      ];
      notification.call.remindAfter = '1s';
      notification.call.escalateAfter = '2s';
    },
  });
  const saveOf =
    ({ client }: TestMuster) =>
    async (name: string, id: string, runId?: string): Promise<void> => {
      const history = await client.workflow.getHandle(`incident-${id}`, runId).fetchHistory();
      keep(name, `${historyToJSON(history)}\n`);
    };
  const save = saveOf(muster);
  const confirm: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };

  const journey = await muster.report({ facts: { usersAffected: 120_000 } });
  await muster.says(journey, 'lin-wei', confirm);
  await muster.incidents.answer(journey, [
    { type: 'acknowledge', requestId: 'a', actor: { kind: 'person', id: 'zhao-lei' }, via: 'link', person: 'zhao-lei' },
  ]);
  await muster.says(journey, 'lin-wei', { type: 'changeLevel', level: 'II', reason: 'worse' });
  await muster.says(journey, 'lin-wei', { type: 'terminate', action: 'override', reason: 'stable' });
  await muster.says(journey, 'chen-jing', { type: 'terminate', action: 'confirm' });
  await muster.until(journey, (s) => s.phase === 'aftermath' && s.incidentReport.draft !== undefined);
  await muster.says(journey, 'lin-wei', { type: 'close', despite: true, reason: 'done' });
  await muster.handle(journey).result();
  await save('journey', journey);

  const signals = await muster.report();
  const head = (requestId: string, id: string) => ({ requestId, actor: { kind: 'person', id } });
  await muster
    .handle(signals)
    .signal('verify', { ...head('1', 'lin-wei'), outcome: 'confirmed', level: 'II', reason: 'seen' });
  await muster.handle(signals).signal('verify', null);
  await muster.handle(signals).signal('changeLevel', { ...head('2', 'lin-wei'), level: 'III', reason: 'less' });
  await muster.handle(signals).signal('terminate', { ...head('3', 'lin-wei'), action: 'override', reason: 'stable' });
  await muster.handle(signals).signal('terminate', { ...head('4', 'chen-jing'), action: 'confirm' });
  await muster.until(signals, (s) => s.phase === 'watching' && s.incidentReport.draft !== undefined);
  await save('by-signals', signals);

  const recurring = await muster.report();
  await muster.says(recurring, 'lin-wei', confirm);
  await muster.says(recurring, 'lin-wei', { type: 'terminate', action: 'override', reason: 'stable' });
  await muster.says(recurring, 'chen-jing', { type: 'terminate', action: 'confirm' });
  await muster.says(recurring, 'lin-wei', { type: 'reopen', level: 'II', reason: 'again' });
  await muster.says(recurring, 'lin-wei', { type: 'terminate', action: 'override', reason: 'stable' });
  await muster.says(recurring, 'chen-jing', { type: 'terminate', action: 'confirm' });
  await muster.until(recurring, (s) => s.phase === 'aftermath' && s.incidentReport.draft !== undefined);
  await save('reopened', recurring);

  const rejected = await muster.report();
  await muster.says(rejected, 'lin-wei', { type: 'verify', outcome: 'standby', reason: 'unclear' });
  await muster.says(rejected, 'lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test alarm' });
  await muster.handle(rejected).result();
  await save('rejected-after-standby', rejected);

  const silent = await muster.report();
  await muster.says(silent, 'lin-wei', confirm);
  await muster.until(silent, (s, events) => events.some((e) => e.type === 'silent'));
  await save('silence', silent);

  const long = await muster.report();
  await muster.says(long, 'lin-wei', confirm);
  const { runId } = await muster.handle(long).describe();
  for (let i = 0; (await muster.handle(long).describe()).runId === runId; i++) {
    await muster.says(long, 'lin-wei', { type: 'changeLevel', level: i % 2 === 0 ? 'II' : 'III', reason: 'again' });
  }
  await muster.says(long, 'lin-wei', { type: 'changeLevel', level: 'I', reason: 'after the new run began' });
  await muster.until(long, (s) => s.grading.level === 'I');
  await save('carried-on', long);

  const moved = await muster.report();
  await muster.says(moved, 'lin-wei', confirm);
  const basis = await muster.nextPlan(2, ({ mobilisation }) =>
    mobilisation.push({ team: 'publicity', levels: ['III'] }),
  );
  await muster.says(moved, 'lin-wei', { type: 'movePlan', basis, reason: 'it names the press' });
  await muster.says(moved, 'lin-wei', { type: 'changeLevel', level: 'II', reason: 'worse' });
  await muster.until(moved, (s) => s.grading.level === 'II');
  await save('plan-moved', moved);

  // Alerts that the next version does not want are stood down, and whoever joins a called team is called.
  const people = await muster.report();
  const fewer = await muster.nextPlan(3, ({ verification }) => (verification.posts = ['commander']));
  await muster.says(people, 'lin-wei', { type: 'movePlan', basis: fewer, reason: 'fewer alerts' });
  await muster.says(people, 'lin-wei', confirm);
  const joined = await muster.nextPlan(4, () => undefined);
  const holders = { ...joined.holders, developer: [...joined.holders['developer']!, 'liang-yue'] };
  await muster.says(people, 'lin-wei', { type: 'movePlan', basis: { ...joined, holders }, reason: 'one more' });
  await muster.until(people, (s) => Object.keys(s.effects.pending).length === 0 && s.plan.moves.length === 2);
  await save('plan-moved-people', people);

  const passed = await muster.report();
  const brief = { situation: 'one region is down', objectives: 'fail over' };
  await muster.says(passed, 'lin-wei', confirm);
  await muster.says(passed, 'lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  await muster.says(passed, 'chen-jing', { type: 'handOver', action: 'accept' });
  await muster.says(passed, 'chen-jing', { type: 'checkIn', note: 'here' });
  await muster.until(passed, (s) => Object.keys(s.effects.pending).length === 0);
  await save('command-passed', passed);

  const into = await muster.report();
  const merged = await muster.report({ facts: { usersAffected: 120_000 } });
  await muster.says(merged, 'lin-wei', { type: 'merge', into, reason: 'the same outage' });
  await muster.handle(merged).result();
  await save('merged', merged);
  await muster.close();

  // Nobody verifies it and nobody commands: the plan starts the response, and a deputy takes over.
  const hasty = await TestMuster.start({
    change: ({ verification, notification, command }) => {
      verification.timeBox = [{ within: '2s' }];
      notification.alert.remindAfter = '1s';
      notification.alert.escalateAfter = '1s';
      command.checkIn = [{ levels: ['III'], every: '2s' }];
    },
  });
  const silentCommand = await hasty.report();
  await hasty.until(silentCommand, (s) => s.checkIn.asked.includes('chen-jing'));
  await hasty.says(silentCommand, 'chen-jing', { type: 'takeCommand' });
  await hasty.until(silentCommand, (s) => s.command.posts['commander'] === 'chen-jing');
  await saveOf(hasty)('treated-as-real', silentCommand);

  // At level II nobody has to check in.
  const missed = await hasty.report();
  await hasty.says(missed, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'II', reason: 'seen' });
  await hasty.says(missed, 'chen-jing', { type: 'missCommander', note: 'on a plane' });
  await hasty.until(missed, (s) => s.checkIn.asked.includes('chen-jing'));
  await hasty.says(missed, 'chen-jing', { type: 'takeCommand' });
  await hasty.until(missed, (s) => s.command.posts['commander'] === 'chen-jing');
  await saveOf(hasty)('commander-missed', missed);

  // Again at level II, so that the offer alone is waited for.
  const offered = await hasty.report();
  await hasty.says(offered, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'II', reason: 'seen' });
  await hasty.says(offered, 'lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  await hasty.until(offered, (s, events) => events.some((e) => e.type === 'handoverUnanswered'));
  await saveOf(hasty)('handover-unanswered', offered);
  await hasty.close();

  const busy = await TestMuster.start({
    change: ({ mobilisation }) => mobilisation.forEach((rule) => (rule.quorumWithin = '3s')),
  });
  await recordWork(busy, saveOf(busy));
  await recordChanges(busy, saveOf(busy));
  await busy.close();

  const improving = await TestMuster.start();
  keep('improvement', await recordImprovement(improving));
  keep('improvement-by-drill', await recordProven(improving));
  keep('drill', await recordDrill(improving));
  keep('drill-preempted', await recordPreempted(improving));
  keep('drill-replanned', await recordReplanned(improving));
  keep('drill-revised', await recordRevised(improving));
  keep('drill-simulated', await recordSimulatedDrill(improving));
  keep('drill-programme', await recordProgramme(improving));
  keep('readiness', await recordReadiness(improving));
  keep('improvement-in-force', await recordInForce(improving));
  await improving.close();

  const unwatched = await TestMuster.start({ change: ({ termination }) => (termination.watch = []) });
  await recordAfterClose(unwatched, saveOf(unwatched));
  await recordSuccession(unwatched, saveOf(unwatched));
  await unwatched.close();

  const closing = await TestMuster.start({ change: withReportAlone });
  await recordClosure(closing, saveOf(closing));
  await closing.close();

  const supplied = await TestMuster.start();
  await recordNeeds(supplied, saveOf(supplied));
  await recordDocuments(supplied, saveOf(supplied));
  await supplied.close();

  const shared = await TestMuster.start({ sharedPeople: true });
  await recordContest(shared, saveOf(shared));
  keep('drill-begun-in-earnest', await recordBegunInEarnest(shared));
  keep('drill-taken-in-turn', await recordTakenInTurn(shared));
  await shared.close();
}

/** A failure in it quotes where the sources stood. */
function keep(name: string, history: string): void {
  writeFileSync(join(FOLDER, `${name}.json`), history.replaceAll(`${process.cwd()}/`, ''));
}
