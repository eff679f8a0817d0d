import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../src/activities/index.js';
import type { Incidents } from '../../src/api/incidents.js';
import type { Drills } from '../../src/api/drills/drills.js';
import { temporalDrills } from '../../src/api/drills/temporalDrills.js';
import { temporalImprovements } from '../../src/api/improvements/temporalImprovements.js';
import type { Improvements } from '../../src/api/improvements/improvements.js';
import { temporalIncidents } from '../../src/api/temporalIncidents.js';
import { createEmailChannel } from '../../src/channels/email.js';
import type * as documents from '../../src/documents/index.js';
import type { Desk } from '../../src/documents/index.js';
import type { Decision, IncidentEvent, Message, Report, State } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { canonical, sha256 } from '../../src/seal/index.js';
import { createDirectory } from '../../src/store/index.js';
import type { Directory, Store } from '../../src/store/index.js';
import { startWorker } from '../../src/temporal/worker.js';
import { incidentWorkflowId } from '../../src/workflows/messages.js';
import type { DecisionAnswer } from '../../src/workflows/messages.js';
import { planFiles } from './planFiles.js';
import { bringInPlan, putInForce } from './plans.js';
import { startSink } from './smtpSink.js';
import type { ReceivedMail } from './smtpSink.js';
import { freshDatabase, openDatabase } from './databases.js';
import type { EngineName, OpenDatabase } from './databases.js';

/** As it was built, in a thread as in earnest: whoever draws charts would hold up the workflows. */
const built = '../../dist/documents/index.js';
const { createDeskInThread } = (await import(built)) as typeof documents;

type Sink = Awaited<ReturnType<typeof startSink>>;
type Behave = NonNullable<Parameters<typeof startSink>[0]>['behave'];

export interface MusterOptions {
  plan?: string;
  /** Changes the plan before it becomes effective, to move its times closer together for example. */
  change?: (plan: PlanDocument) => void;
  behave?: Behave;
  publicUrl?: string;
  /** What the activities ask for names and addresses: here they can be made to hang. */
  around?: (directory: Directory) => Directory;
  /** The same of who writes documents. */
  aroundDesk?: (desk: Desk) => Desk;
  /** Incidents share one ledger of people. Default: each has everybody to itself, so that one person commands them all. */
  sharedPeople?: true;
  /** Default: the one that is quick to open and to ask. */
  engine?: EngineName;
}

export const SIGNING_KEY = 'a-signing-key-for-tests-of-32-bytes!';

/** The real worker, store, mail channel and Temporal client of one installation, apart from every other test's. */
export class TestMuster {
  private readonly answered = new Map<string, number>();

  private constructor(
    readonly store: Store,
    readonly run: OpenDatabase['run'],
    readonly directory: Directory,
    readonly client: Client,
    readonly incidents: Incidents,
    readonly drills: Drills,
    readonly improvements: Improvements,
    readonly sink: Sink,
    readonly taskQueue: string,
    /** The log lines of the activities, from warnings up. */
    readonly logged: string[],
    /** The worker goes, and another comes in its place; `between`: while there is none. */
    readonly restartWorker: (between?: () => Promise<void>) => Promise<void>,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(options: MusterOptions = {}): Promise<TestMuster> {
    const {
      plan = 'plans/software-incident',
      change,
      behave,
      publicUrl = 'http://127.0.0.1:1',
      around,
      aroundDesk = (desk) => desk,
      sharedPeople,
      engine = 'PostgreSQL',
    } = options;
    quietRuntime();
    const database = await freshDatabase(engine);
    const { store, run } = await openDatabase(database.options);
    const directory = createDirectory(store);
    const { document, roster } = planFiles(plan);
    change?.(document);
    // Of what is in force: a record is held against it.
    const hash = sha256(canonical(document));
    await store.saveRoster(roster);
    await bringInPlan(store, document, hash);

    const sink = await startSink(behave ? { behave } : {});
    const channel = createEmailChannel({ smtpUrl: sink.url, from: 'Muster <muster@localhost>' });
    const urgent = createEmailChannel({ smtpUrl: sink.url, from: 'Muster <muster@localhost>' });
    const address = process.env['MUSTER_TEST_TEMPORAL_ADDRESS'] ?? '';
    const namespace = process.env['MUSTER_TEST_TEMPORAL_NAMESPACE'] ?? '';
    const connection = await NativeConnection.connect({ address });
    const taskQueue = `test-${randomUUID()}`;
    const logged: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    const client = new Client({ connection, namespace });
    const incidents = temporalIncidents(client, taskQueue);
    const drills = temporalDrills(client, taskQueue);
    const improvements = temporalImprovements(client, taskQueue);
    const desk = createDeskInThread();
    const activities = createActivities({
      incidents,
      drills,
      improvements,
      store: sharedPeople ? store : { ...store, claimPeople: async () => ({ contested: [], shared: [], tell: [] }) },
      directory: around ? around(directory) : directory,
      channel,
      urgent,
      desk: aroundDesk(desk),
      publicUrl,
      signingKey: SIGNING_KEY,
      zone: 'Asia/Shanghai',
      log,
    });
    const workflowBundle = 'dist/workflow-bundle.js';
    const anotherWorker = () => startWorker({ connection, namespace, taskQueue, workflowBundle, activities });
    let worker = await anotherWorker();
    const restart = async (between?: () => Promise<void>) => {
      await worker.stop();
      await between?.();
      worker = await anotherWorker();
    };
    const parts = [store, run, directory, client, incidents, drills, improvements, sink, taskQueue, logged] as const;
    return new TestMuster(...parts, restart, async () => {
      await worker.stop();
      await desk.close();
      await connection.close();
      await channel.close();
      await urgent.close();
      await sink.close();
      await store.close();
      await database.drop();
    });
  }

  async close(): Promise<void> {
    await this.end();
  }

  async report(given: Partial<Report> = {}): Promise<string> {
    const basis = await this.directory.basis();
    if (!basis) throw new Error('no plan is effective');
    const incidentId = `t-${randomUUID().slice(0, 8)}`;
    const category = basis.plan.categories[0] ?? '';
    const report: Report = {
      incidentId,
      mode: 'real',
      category,
      title: 'Payments fail',
      place: 'checkout',
      facts: {},
      ...given,
    };
    const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
    await this.incidents.start(incidentId, { basis, opening: { report, by, at: Date.now() } });
    return incidentId;
  }

  async says(
    incidentId: string,
    person: string,
    decision: Decision,
    head: Partial<Message> = {},
  ): Promise<DecisionAnswer> {
    const message = {
      requestId: randomUUID(),
      actor: { kind: 'person', id: person },
      via: 'api',
      ...decision,
      ...head,
    } as Message;
    const answer = await this.incidents.decide(incidentId, message);
    if (!answer) throw new Error(`incident ${incidentId} has ended`);
    this.answered.set(incidentId, Math.max(answer.seq, this.answered.get(incidentId) ?? 0));
    return answer;
  }

  /** Puts a changed copy of the effective plan into effect; answers what an incident is pinned to under it. */
  async nextPlan(version: number, change: (plan: PlanDocument) => void): Promise<Basis> {
    const effective = await this.store.effectivePlan();
    if (!effective) throw new Error('no plan is effective');
    const document = structuredClone(effective.document);
    document.plan.version = version;
    change(document);
    const hash = randomUUID().replaceAll('-', '').repeat(2);
    await putInForce(this.store, document, hash);
    const basis = await this.directory.basis();
    if (!basis) throw new Error('the new version is not effective');
    return basis;
  }

  handle(incidentId: string) {
    return this.client.workflow.getHandle(incidentWorkflowId(incidentId));
  }

  /** What is recorded, with all that `says` was answered about: an answer comes before the record has it. */
  async events(incidentId: string): Promise<IncidentEvent[]> {
    await this.store.waitForSeq(incidentId, this.answered.get(incidentId) ?? 1, 60_000);
    return this.recorded(incidentId);
  }

  private async recorded(incidentId: string, after = 0): Promise<IncidentEvent[]> {
    return (await this.store.eventsOf(incidentId, after, 10_000)).map((r) => r.event);
  }

  /** The recorded state as soon as it fits. The limit only ends a wait that is in vain; a busy machine needs most of it. */
  async until(
    incidentId: string,
    fits: (state: State, events: IncidentEvent[]) => boolean,
    ms = 90_000,
  ): Promise<State> {
    const deadline = Date.now() + ms;
    const events: IncidentEvent[] = [];
    for (;;) {
      const incident = await this.store.getIncident(incidentId);
      const seq = incident?.state.seq ?? 0;
      const fresh = await this.recorded(incidentId, events.at(-1)?.seq);
      // Not those that came between the two reads: what is returned must be what was looked at.
      events.push(...fresh.filter((event) => event.seq <= seq));
      if (incident && fits(incident.state, events)) return incident.state;
      const left = deadline - Date.now();
      if (left <= 0) {
        const last = (await this.recorded(incidentId)).slice(-5);
        throw new Error(`incident ${incidentId} did not get there; its last events: ${JSON.stringify(last, null, 1)}`);
      }
      await this.store.waitForSeq(incidentId, seq + 1, left);
    }
  }

  /** Whom mails were accepted for, as ids of the roster; `fits`: only these mails. */
  async mailed(fits: (mail: ReceivedMail) => boolean = () => true): Promise<string[]> {
    const people = await this.directory.people();
    const byAddress = new Map(people.map((p) => [p.contacts['email'], p.id]));
    return this.sink.mails
      .filter(fits)
      .flatMap((mail) => mail.recipients.map((address) => byAddress.get(address) ?? address));
  }
}

/** One SDK runtime for each jest process. */
function quietRuntime(): void {
  if (Runtime._instance) return;
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
}
