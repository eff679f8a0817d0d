import { answerTo, decide, evolve, isToPutRight, nowOf, preview, SYSTEM } from '../domain/incident/index.js';
import type { Message, State } from '../domain/incident/index.js';
import { inPieces } from '../domain/plan/peopleChange.js';
import { peopleToday } from '../store/index.js';
import type { DecisionAnswer } from '../workflows/messages.js';
import type { ApiDeps } from './deps.js';
import { findIncident } from './loadIncident.js';

/**
 * An incident that is over is run once more for what its record would take, and for nothing else: whoever is refused starts
 * nothing. Without an answer it would refuse.
 */
export async function decideAfterClose(
  deps: ApiDeps,
  incidentId: string,
  message: Message,
): Promise<DecisionAnswer | undefined> {
  const found = await findIncident(deps, incidentId);
  if (found === undefined || !isToPutRight(found) || message.type !== 'publication') return undefined;
  const state = await asOfToday(deps, found);
  const { events } = preview(state, message, deps.settings.now());
  if (events.some(({ type }) => type === 'refused')) return undefined;
  const { seq, phase } = found;
  if (events.length === 0) return { seq, phase, ...answerTo(state, message.requestId) };
  return deps.incidents.decideAfterClose(incidentId, message);
}

/** An incident that is over hears of no other roster; it is told when it is run once more. */
export async function asOfToday(
  { directory, settings }: Pick<ApiDeps, 'directory' | 'settings'>,
  state: State,
): Promise<State> {
  if (!isToPutRight(state)) return state;
  const { roster, change } = await peopleToday(directory, state.basis);
  const head = { type: 'peopleChanged', requestId: '', actor: SYSTEM, via: 'system' } as const;
  const plan = state.basis.plan.hash;
  const realAt = settings.now();
  const at = nowOf(state, realAt);
  return inPieces(change).reduce(
    (before, piece) => decide(before, { ...head, roster, plan, ...piece }, at, realAt).reduce(evolve, before),
    state,
  );
}
