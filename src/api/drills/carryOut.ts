import { decide } from '../../domain/drill/index.js';
import type { DrillMessage } from '../../domain/drill/index.js';
import type { DrillDecisionAnswer as Taken } from '../../workflows/messages.js';
import type { ApiParts } from '../deps.js';
import { ProblemError } from '../problemError.js';
import { loadDrillById } from './loadDrill.js';

/** What the drill says to it, also where its workflow has ended. */
export async function carryOut(parts: ApiParts, id: string, message: DrillMessage): Promise<Taken> {
  return (await parts.drills.decide(id, message)) ?? (await fromTheRecord(parts, id, message));
}

/** Its workflow has ended: what it would have said stands in the record. */
async function fromTheRecord({ store, settings }: ApiParts, id: string, message: DrillMessage): Promise<Taken> {
  const { state } = await loadDrillById(store, id);
  const [event] = decide(state, message, settings.now());
  const { seq, status } = state;
  if (event?.type === 'refused') return { seq, status, refusal: event };
  if (event === undefined) return { seq, status };
  throw new ProblemError('drill_not_running', { status });
}
