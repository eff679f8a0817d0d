import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { writeYaml } from '../../src/planfiles/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import { drillsOf } from '../workflows/drillStory.js';
import { Installation } from './harness.js';

const PERSON = 'liang-yue';
const TRACES = ['梁悦', 'Liang Yue', 'liang.yue@yunfan.example', '+8610000000022'];
const found = (text: string) => TRACES.filter((trace) => text.includes(trace));

describe('erasing a person', () => {
  let here: Installation;
  let id: string;
  let rejected: string;
  let drill: string;
  const folder = mkdtempSync(join(tmpdir(), 'muster-erase-'));

  beforeAll(async () => {
    here = await Installation.start(({ termination }) => {
      termination.watch = [];
    });
    const { muster } = here;
    id = await here.reported();
    const fact: Decision = {
      type: 'addFact',
      statement: `${TRACES[0]} said so`,
      source: `${TRACES[1]}, ${TRACES[2]}`,
      confidence: 'likely',
    };
    const says = async (person: string, decision: Decision) => {
      expect((await muster.says(id, person, decision)).refusal).toBeUndefined();
    };
    await says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'II', reason: 'seen' });
    await says('lin-wei', fact);
    // What names somebody in a decision that was refused stands in the history alone.
    rejected = await reportedUnderKey();
    await muster.until(rejected, (state) => state.seq > 0);
    await muster.says(rejected, 'xu-na', { type: 'verify', outcome: 'confirmed', reason: `${TRACES[0]} says so` });
    await muster.says(rejected, 'lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' });
  });
  /** Called off before it began, and why. */
  async function drillCalledOff(): Promise<string> {
    const drills = drillsOf(here.muster);
    const opened = await drills.opened();
    await drills.says(opened.drill, { type: 'callOff', reason: `${TRACES[0]} is ill` });
    return opened.drill;
  }
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true });
  });

  /** What Temporal keeps of an incident; undefined where that is nothing. */
  async function history(incidentId: string, workflow = here.muster.handle(incidentId)): Promise<string | undefined> {
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString());
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
    };
    try {
      walk(await workflow.fetchHistory());
      return texts.join('\n');
    } catch {
      return undefined;
    }
  }

  async function everything(): Promise<string> {
    const { run, store } = here.muster;
    const tables = await run<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      for (const { row } of await run<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`)) rows.push(row);
    }
    for (const entry of await store.listDocuments(id)) {
      const { bytes } = (await store.readDocument(entry))!;
      const files = entry.format === 'docx' ? Object.values(unzipSync(bytes)) : [bytes];
      rows.push(...files.map((file) => strFromU8(file)));
    }
    return rows.join('\n');
  }

  test('is refused while there is a post, or an incident that is not over', async () => {
    const posts = await here.cli('erase', 'person', PERSON, '--reason', 'left');
    expect(posts.code).not.toBe(0);
    expect(posts.err).toContain('publicity-lead');
    const { document } = (await here.muster.store.currentRoster())! as { document: RosterDocument };
    const holders = Object.fromEntries(
      Object.entries(document.holders).map(([post, people]) => [post, people.filter((one) => one !== PERSON)]),
    );
    const file = join(folder, 'roster.yaml');
    writeFileSync(file, writeYaml({ ...document, holders }));
    const imported = await here.cli('roster', 'import', file);
    expect(imported).toMatchObject({ code: 0 });
    const live = await here.cli('erase', 'person', PERSON, '--reason', 'left', '--lang', 'zh-CN');
    expect(live.err).toContain(id);
    expect(live.err).toContain('未了结');
    drill = await drillCalledOff();
  });

  test('leaves every record provable, and the person nowhere', async () => {
    const { muster } = here;
    await end(id);
    await muster.handle(id).result();
    await muster.handle(rejected).result();
    const ofDrill = () => here.muster.client.workflow.getHandle(drillWorkflowId(drill));
    await ofDrill().result();
    expect(found((await history(drill, ofDrill()))!)).toEqual(TRACES.slice(0, 1));
    expect(found((await history(id))!)).toEqual(TRACES.slice(0, 3));
    expect(found((await history(rejected))!)).toEqual(TRACES.slice(0, 1));
    expect(found(await everything())).toEqual(TRACES);

    const preview = await here.cli('erase', 'person', PERSON, '--reason', 'left', '--preview');
    expect(preview.code).toBe(0);
    expect(preview.out).toContain('nothing is erased yet');
    expect(preview.out).toContain(`${id}: texts 2, messages 1`);
    expect(preview.out).toMatch(new RegExp(`^    ${id} #\\d+ statement  ${TRACES[0]} said so$`, 'm'));
    expect(preview.out).toContain(`roster: the entry of ${PERSON}, in 2 versions`);
    expect(preview.out).toContain(`"${TRACES[0]}" is short`);
    expect(preview.out).toContain(`drill ${drill}: texts 1, answers without a name 0, papers 0`);
    expect(found(await everything())).toEqual(TRACES);

    const erased = await here.cli('erase', 'person', PERSON, '--reason', 'left the company');
    expect(erased.code).toBe(0);
    expect(erased.out).toMatch(new RegExp(`^${PERSON}: erased\\.$`, 'm'));
    expect(erased.out).toContain('is a pseudonym');
    expect(erased.out).toContain('backups');
    expect(found(erased.out)).toEqual([]);

    expect(found(await everything())).toEqual([]);
    expect(await history(id)).toBeUndefined();
    expect(await history(rejected)).toBeUndefined();
    expect(await history(drill, ofDrill())).toBeUndefined();
    expect((await here.cli('verify-record', '--drill', drill)).code).toBe(0);
    const verified = await here.cli('verify-record', '--all');
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain('2 texts were erased');
    const bundle = join(folder, 'bundle.zip');
    expect((await here.cli('export', id, bundle)).code).toBe(0);
    expect((await here.cli('verify-record', '--bundle', bundle)).code).toBe(0);
    const files = Object.values(unzipSync(readFileSync(bundle)));
    expect(found(files.map((one) => strFromU8(one)).join('\n'))).toEqual([]);
    const timeline = await here.cli('timeline', id, '--lang', 'zh-CN');
    expect(timeline.out).toContain('个人信息');
  });

  test('is not said to be done while a search finds something still', async () => {
    const { document } = (await here.muster.store.currentRoster())! as { document: RosterDocument };
    const [one] = document.people;
    const leaver = { ...one!, id: 'leaver', name: { 'zh-CN': '左去人', en: 'Leo Leaver' }, contacts: {} };
    await here.muster.store.saveRoster({ ...document, people: [...document.people, leaver] });
    await here.muster.run(
      `INSERT INTO blocked_records (incident_id, code, detail) VALUES ('x', 'seq_gap', 'by Leo Leaver')`,
    );
    const erased = await here.cli('erase', 'person', 'leaver', '--reason', 'left the company');
    expect(erased.code).not.toBe(0);
    expect(erased.out).toContain('not everything is erased yet');
    expect(erased.out).toContain('blocked_records (1)');
    await here.muster.run(`DELETE FROM blocked_records`);
  });

  test('is on the list, and clear the second time', async () => {
    const again = await here.cli('erase', 'person', PERSON, '--reason', 'left');
    expect(again.code).not.toBe(0);
    expect(again.err).toContain('erased already');
    expect((await here.cli('erase', 'list')).out).toContain(`person ${PERSON}`);
  });

  test('an incident shows its day, and its personal data is destroyed before with a reason only', async () => {
    const status = await here.cli('status', rejected);
    expect(status.out).toContain('data to be destroyed by');
    expect((await here.cli('erase', 'due')).out).toBe('Nothing is due.\n');
    const [before] = await here.muster.run<{ counts: unknown }>(`SELECT counts FROM erasures WHERE subject = 'leaver'`);
    await here.muster.run(`UPDATE erasures SET done_at = NULL, counts = NULL WHERE subject = 'leaver'`);
    expect((await here.cli('erase', 'due')).out).toMatch(/person leaver {2}not completed: give the command again\n$/);
    const counts = JSON.stringify(before!.counts);
    await here.muster.run(`UPDATE erasures SET done_at = begun_at, counts = '${counts}' WHERE subject = 'leaver'`);
    const early = await here.cli('erase', 'incident', rejected);
    expect(early.err).toContain('--reason');
    const erased = await here.cli('erase', 'incident', rejected, '--reason', 'a test', '--as', 'commander');
    expect(erased.code).not.toBe(0);
    expect((await here.cli('erase', 'incident', rejected, '--reason', 'a test')).code).toBe(0);
    expect((await here.cli('status', rejected, '--lang', 'zh-CN')).out).toContain('销毁');
    expect((await here.cli('verify-record', rejected)).code).toBe(0);
  });

  test('a late repeat of the report is answered as before, and begins nothing again', async () => {
    expect(await history(rejected)).toBeUndefined();
    expect(await reportedUnderKey()).toBe(rejected);
    expect(await history(rejected)).toBeUndefined();
    expect((await here.cli('verify-record', rejected)).code).toBe(0);
  });

  async function reportedUnderKey(): Promise<string> {
    const told = ['--category', 'operation-failure', '--title', 'Orders fail', '--place', 'checkout'];
    return (await here.json<{ id: string }>('report', ...told, '--idempotency-key', 'late')).id;
  }

  async function end(incidentId: string): Promise<void> {
    const { muster } = here;
    const override: Decision = { type: 'terminate', action: 'override', reason: 'stable' };
    await muster.says(incidentId, 'lin-wei', override);
    await muster.says(incidentId, 'chen-jing', { type: 'terminate', action: 'confirm' });
    await muster.until(incidentId, (state) => state.phase === 'aftermath' && state.incidentReport.draft !== undefined);
    expect(
      (await muster.says(incidentId, 'lin-wei', { type: 'close', despite: true, reason: 'done' })).refusal,
    ).toBeUndefined();
  }
});
