import { Context } from '@temporalio/activity';
import { setTimeout as sleep } from 'node:timers/promises';
import { addedInject } from '../domain/drill/index.js';
import { nowOf, realTimeOf } from '../domain/incident/index.js';
import type { Decision } from '../domain/incident/index.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { PARAMETERS } from '../rehearsal/index.js';
import { StandIns } from '../rehearsal/standIns.js';
import type { Line } from '../rehearsal/standIns.js';
import { WRITTEN } from '../rehearsal/written.js';
import { sha256 } from '../seal/index.js';
import { firstBasis } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

/** Looked for at least as often, should news be lost. */
const LISTEN_MS = 5_000;
const RECORD_LAG_MS = 20_000;
const MOST_EVENTS = 500;

export interface AbsentPlayers {
  drill: string;
  incidentId: string;
  /** Of the story. */
  start: Instant;
}

/**
 * Plays everybody who is not there, until the response is over: what they do is worked out from the record, and said to the
 * incident when its clock has come to it. Started anew it works out the same, and finds in the record what it has said.
 */
export function playAbsent(deps: ActivityDeps) {
  return async (asked: AbsentPlayers): Promise<void> => {
    const { cancellationSignal } = Context.current();
    const stage = await open(deps, asked);
    while (stage !== undefined && !cancellationSignal.aborted) {
      await stage.looks();
      if (!stage.isOpen()) return;
      const line = stage.nextLine();
      if (line === undefined) await stage.waits(cancellationSignal);
      else if (!(await stage.says(line))) return;
    }
  };
}

async function open({ store, incidents }: ActivityDeps, { drill, incidentId, start }: AbsentPlayers) {
  const [known, incident] = await Promise.all([store.getDrill(drill), store.getIncident(incidentId)]);
  if (known === undefined || incident === undefined) throw new Error('the drill, or its incident, is not recorded yet');
  const { scenario, simulateAbsent } = known.state;
  if (simulateAbsent === undefined) return undefined;
  const { seed, people: played } = simulateAbsent;
  const basis = await firstBasis(store, incident.state);
  const standIns = new StandIns(basis, {
    scenario,
    seed,
    run: 0,
    start,
    parameters: PARAMETERS,
    played,
    prefix: drill,
  });
  let drillSeq = 0;
  let drillMoved = true;
  let incidentNews: Promise<unknown> | undefined;
  let drillNews: Promise<unknown> | undefined;

  async function looks(): Promise<void> {
    for (;;) {
      const events = (await store.eventsOf(incidentId, standIns.seq, MOST_EVENTS)).map(({ event }) => event);
      standIns.sees(events);
      if (events.length < MOST_EVENTS) break;
    }
    if (!drillMoved) return;
    drillMoved = false;
    for (const event of await store.drillEventsOf(drill)) {
      if (event.type === 'injectAdded') standIns.adds(addedInject(event.inject, event));
      if (event.seq > drillSeq && event.type === 'injectPlayed' && event.by !== 'contingency') {
        standIns.plays(event.inject, event.storyAt);
      }
      drillSeq = Math.max(drillSeq, event.seq);
    }
  }

  async function waits(cancelled: AbortSignal): Promise<void> {
    const due = standIns.due();
    const realDue = due === undefined ? undefined : realTimeOf(standIns.state, due);
    const ms = Math.max(0, Math.min(LISTEN_MS, (realDue ?? Infinity) - Date.now()));
    incidentNews ??= store
      .waitForSeq(incidentId, standIns.seq + 1, LISTEN_MS)
      .finally(() => (incidentNews = undefined));
    drillNews ??= store
      .waitForDrill(drill, drillSeq + 1, LISTEN_MS)
      .then(() => (drillMoved = true))
      .finally(() => (drillNews = undefined));
    const over = new AbortController();
    const signal = AbortSignal.any([cancelled, over.signal]);
    await Promise.race([incidentNews, drillNews, sleep(ms, undefined, { signal }).catch(() => undefined)]);
    over.abort();
  }

  /** Where a task wants a file, there is one. */
  async function withFile(person: PersonId, decision: Decision): Promise<Decision> {
    if (decision.type !== 'task' || !('file' in decision) || decision.file === undefined) return decision;
    const bytes = Buffer.from(WRITTEN);
    const { name } = decision.file;
    const file = { incidentId, sha256: sha256(bytes), name, contentType: 'text/plain', size: bytes.length, bytes };
    await store.saveEvidence({ ...file, storedBy: person });
    return { ...decision, file: { sha256: file.sha256, name } };
  }

  /** Whether the incident still listens. What it refuses is on its record. */
  async function says(line: Line): Promise<boolean> {
    const { id, person, decision } = line;
    const head = { requestId: id, actor: { kind: 'person', id: person }, via: 'simulator' } as const;
    const answer = await incidents.decide(incidentId, { ...head, ...(await withFile(person, decision)) });
    if (answer === undefined) return false;
    standIns.isAnswered(line, answer.refusal?.code);
    // Whoever comes next sees what has become of it.
    if (!(await store.waitForSeq(incidentId, answer.seq, RECORD_LAG_MS))) {
      throw new Error('what was said is not recorded yet; the players begin anew');
    }
    return true;
  }

  return {
    ...{ looks, waits, says },
    nextLine: () => standIns.next(nowOf(standIns.state, Date.now())),
    isOpen: () => ['reported', 'standby', 'responding'].includes(standIns.state.phase),
  };
}
