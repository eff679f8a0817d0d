import { Client, Connection } from '@temporalio/client';
import { incidentWorkflowId } from '../../dist/workflows/messages.js';
import { now, sleep, until } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const DAY_MINUTES = 24 * 60;
const DAYS = 30;
/** Of the gravest level, by the plan. */
const SITREP_MINUTES = 30;
const SITREPS_A_DAY = DAY_MINUTES / SITREP_MINUTES;
const SITREPS = DAYS * SITREPS_A_DAY;
const FACTS = 1_000;
const DECISIONS = 2_000;

/** Half an hour in a second, the shortest wait that a plan can have. */
const HURRY = SITREP_MINUTES * 60;
const STEP_MS = 1_000;

/** An incident takes no more than a hundred that somebody adds. */
const MOST_TASKS = 96;

/** So many at the beginning are compared with as many at the end. */
const COMPARED = 200;
const CARRIED_LIMIT_KB = 256;

/**
 * A month of one incident at the gravest level, 1,800 times faster: each half hour a SITREP is released as soon as it is due, facts are added and
 * decisions taken all the time, and nobody acknowledges anything, so that whatever can be overdue is. Asked at the end:
 * what a decision costs then, how much the workflow carries, and whether everything can still be read.
 */
export const month = {
  name: 'month',
  run: () =>
    onStage({ hurry: HURRY, change: keepOrder }, async ({ product }) => {
      const id = await product.report('Ransomware in the payment systems');
      await product.confirm(id, 'I');
      const decisions = [];
      const facts = [];
      const say = decider(product.client, id);
      const began = now();
      for (let step = 1; step <= SITREPS; step++) {
        while (decisions.length < (DECISIONS * step) / SITREPS) decisions.push(await say.decide(decisions.length));
        while (facts.length < (FACTS * step) / SITREPS) facts.push(await say.fact(facts.length));
        await say.releaseSitrep();
        if (step % SITREPS_A_DAY === 0) tell(step / SITREPS_A_DAY, decisions.slice(-COMPARED), step);
        await sleep(Math.max(0, began + step * STEP_MS - now()));
      }
      const [first, last] = [decisions.slice(0, COMPARED), decisions.slice(-COMPARED)].map(summary);
      const { runs, carriedKb } = await carriedBy(product.temporalAddress, id);
      const read = await readAll(product, id);
      return [
        { measure: `the first ${COMPARED} decisions over HTTP → answer`, ...first },
        { measure: `the last ${COMPARED} decisions over HTTP → answer`, ...last },
        {
          measure: 'the last ones ÷ the first ones, of the medians',
          total: Math.round((last.p50 / first.p50) * 100) / 100,
          targets: [{ stat: 'total', atMost: 1.5 }],
        },
        { measure: 'facts over HTTP → answer', ...summary(facts) },
        {
          measure: 'state carried to the last run, KB of JSON',
          total: carriedKb,
          targets: [{ stat: 'total', atMost: CARRIED_LIMIT_KB }],
        },
        { measure: 'runs (continue-as-new)', total: runs, targets: [{ stat: 'total', atLeast: 2 }] },
        { measure: 'SITREPs read, page by page', total: read.sitreps, targets: [{ stat: 'total', atLeast: SITREPS }] },
        {
          measure: 'events read from the timeline',
          total: read.events,
          targets: [{ stat: 'total', atLeast: FACTS + DECISIONS + SITREPS }],
        },
        { measure: 'reading where it stands', total: Math.round(read.stateMs) },
      ];
    }),
};

function tell(day, latest, released) {
  console.log(`  day ${day} of ${DAYS}: ${released} SITREPs, a decision takes ${Math.round(summary(latest).p50)} ms`);
}

/** What the plan wants one after the other would fall on the same second. */
function keepOrder({ notification }) {
  for (const ladder of [notification.alert, notification.call]) ladder.escalateAfter = '2s';
}

/** What the commander says; each answers how long it took. */
function decider(client, id) {
  const post = async (path, body) => {
    const sentAt = now();
    const answer = await client.must('POST', `/api/v1/incidents/${id}/${path}`, body);
    return { took: now() - sentAt, answer };
  };
  const question = {};
  let tasks = 0;
  /** In turn: a question, its answer, a task (added, later one of them given to somebody else), a check-in; at times another level. */
  const kinds = [
    async (n) => {
      const asked = await post('questions', { text: `Is warehouse ${n} complete?` });
      // The machine is busy for half an hour; what is not recorded within the API's patience is asked for again.
      const { situation } = await until(
        'the question is on record',
        async () => {
          const { status, body } = await client.get(`/api/v1/incidents/${id}?minSeq=${asked.answer.seq}`);
          return status === 200 ? body : undefined;
        },
        180_000,
      );
      question.id = situation.questions.at(-1).id;
      return asked;
    },
    (n) => post(`questions/${question.id}/answer`, { text: `Compared row by row, ${n} of ${n}.` }),
    (n) => post('tasks', ++tasks <= MOST_TASKS ? addTask(n) : handOn(tasks)),
    () => post('check-in', {}),
  ];
  return {
    async decide(n) {
      // Back at once: at the next level SITREPs are due half as often.
      if (n % 100 >= 98) return (await post('level', { level: n % 2 ? 'I' : 'II', reason: 'As it stands.' })).took;
      return (await kinds[n % kinds.length](n)).took;
    },
    async fact(n) {
      const values = { usersAffected: 20_000 + n };
      return (await post('facts', { values, statement: `Count ${n}.`, source: 'Dashboard', confidence: 'likely' }))
        .took;
    },
    /** The next one, as soon as it is due; where a later one takes its place meanwhile, that one. */
    releaseSitrep: () =>
      until(
        'a SITREP that was due is released',
        async () => {
          const { sitreps } = await client.must('GET', `/api/v1/incidents/${id}`);
          if (sitreps.open === undefined) return undefined;
          const path = `/api/v1/incidents/${id}/sitreps/${sitreps.open.number}/release`;
          const { status, body } = await client.post(path, {});
          if (status < 300) return true;
          if (status === 503 || body.code === 'no_such_draft') return undefined;
          throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
        },
        180_000,
        ASKED_EVERY_MS,
      ),
  };
}

function addTask(n) {
  return { action: 'add', title: `Compare warehouse ${n}`, owner: { post: 'developer' }, due: soon() };
}

function handOn(nth) {
  const round = Math.floor((nth - 1) / MOST_TASKS);
  const task = `added.${1 + ((nth - 1) % MOST_TASKS)}`;
  const to = { post: round % 2 ? 'operations-engineer' : 'developer' };
  return { action: 'reassign', task, to, reason: 'The shift has changed.' };
}

/** Reading where a long incident stands takes the server some 20 ms: asked without a pause, it would be most of its work. */
const ASKED_EVERY_MS = 200;

/** Later than a slow answer: a task is refused that would be due before it is decided on. */
function soon() {
  return new Date(Date.now() + 60 * STEP_MS).toISOString();
}

/** How many runs the workflow has had, and what the last one was given. */
async function carriedBy(address, incidentId) {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, namespace: 'muster' });
    const workflowId = incidentWorkflowId(incidentId);
    let runs = 0;
    for await (const _ of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs += 1;
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    const [payload] = events[0].workflowExecutionStartedEventAttributes.input.payloads;
    const { carried } = JSON.parse(Buffer.from(payload.data).toString('utf8'));
    return { runs, carriedKb: Math.round(JSON.stringify(carried?.state ?? {}).length / 1_024) };
  } finally {
    await connection.close();
  }
}

async function readAll({ client, timeline, state }, id) {
  const events = await timeline(id);
  const { items } = await client.must('GET', `/api/v1/incidents/${id}/sitreps`);
  let sitreps = 0;
  for (const { number } of items) {
    const page = await client.get(`/api/v1/incidents/${id}/sitreps/${number}/html`);
    if (page.status === 200) sitreps += 1;
  }
  const began = now();
  await state(id);
  return { events: events.length, sitreps, stateMs: now() - began };
}
