import { preview } from '../domain/incident/index.js';
import type { Message, Refusal, State } from '../domain/incident/index.js';
import { refusal as refusalOf } from '../domain/incident/refusals.js';
import type { Lang } from '../domain/lang.js';
import { postsHeld, refusalWords } from '../domain/words/index.js';
import type { DecisionAnswer } from '../workflows/messages.js';
import { asOfToday, decideAfterClose } from './afterClose.js';
import type { Problem, TimelineItem } from './contract.js';
import type { ApiDeps } from './deps.js';
import { namesWithTasks } from '../domain/plan/namesFrom.js';
import { findIncident, speechAlong } from './loadIncident.js';
import { namesToday } from './namesToday.js';
import { ProblemError, RefusedError } from './problemError.js';
import { REFUSAL_STATUS } from './refusalStatus.js';
import { timelineItem } from './views/timelineItem.js';

/** The record follows a decision within a moment; the newer events are worth waiting for it. */
const RECORD_LAG_MS = 1_000;
const MOST_NEWER_EVENTS = 200;

/** Takes the decision, or throws what stands against it in words of the sender's language. */
export async function decide(deps: ApiDeps, incidentId: string, message: Message, lang: Lang): Promise<DecisionAnswer> {
  const answer =
    (await deps.incidents.decide(incidentId, message)) ?? (await decideAfterClose(deps, incidentId, message));
  if (!answer) throw await whyNobodyAnswers(deps, incidentId, message, lang);
  if (!answer.refusal) return answer;
  const { refusal, seq, phase } = answer;
  const state = await findIncident(deps, incidentId);
  const newer = refusal.code === 'changed' && state ? await newerEvents(deps, state, refusal, lang) : undefined;
  throw await refused(deps, state, refusal, lang, {
    seq,
    phase,
    requestId: message.requestId,
    ...(newer ? { newer } : {}),
  });
}

/** The same key came with something else before. */
export async function keyReused(deps: ApiDeps, state: State, requestId: string, lang: Lang): Promise<RefusedError> {
  return refused(deps, state, refusalOf('request_id_reused', { requestId }), lang, { requestId });
}

/** The workflow is gone: what the incident would have said stands in the record. */
async function whyNobodyAnswers(deps: ApiDeps, incidentId: string, message: Message, lang: Lang): Promise<Error> {
  const found = await findIncident(deps, incidentId);
  const state = found && (await asOfToday(deps, found));
  if (!state) return new ProblemError('incident_not_found', { incidentId });
  const { events } = preview(state, message, deps.settings.now());
  const refusal = events.find((event) => event.type === 'refused');
  const { seq, phase } = state;
  if (refusal) return refused(deps, state, refusal, lang, { seq, phase, requestId: message.requestId });
  return new ProblemError('incident_not_running', { phase, seq });
}

async function refused(
  deps: ApiDeps,
  state: State | undefined,
  { code, found, needed }: Refusal,
  lang: Lang,
  members: Pick<Problem, 'seq' | 'phase' | 'requestId' | 'newer'>,
): Promise<RefusedError> {
  const refusal = { code, found, needed };
  // An incident that is not recorded yet is pinned to what is effective now, but for a moment's difference.
  const names = state
    ? namesWithTasks(await deps.directory.names(state.basis.plan), state.tasks.tasks)
    : await namesToday(deps);
  const words = refusalWords(refusal, names, lang, state && postsHeld(state));
  return new RefusedError({ status: REFUSAL_STATUS[code], ...refusal }, words, { members });
}

/** What the sender of a decision with `ifSeq` had not seen. */
async function newerEvents(deps: ApiDeps, state: State, { found }: Refusal, lang: Lang): Promise<TimelineItem[]> {
  const { ifSeq, seq } = found;
  if (typeof ifSeq !== 'number' || typeof seq !== 'number') return [];
  await deps.store.waitForSeq(state.incidentId, seq, RECORD_LAG_MS);
  const events = await deps.store.eventsOf(state.incidentId, ifSeq, MOST_NEWER_EVENTS);
  const speech = await speechAlong(deps, (await findIncident(deps, state.incidentId)) ?? state, lang);
  return events.map((event) => timelineItem(event, speech(event.event.seq)));
}
