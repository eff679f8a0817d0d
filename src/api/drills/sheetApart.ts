import { createHash } from 'node:crypto';
import { decide } from '../../domain/drill/index.js';
import type { DrillMessage, DrillState } from '../../domain/drill/index.js';
import type { ApiParts } from '../deps.js';
import { ProblemError } from '../problemError.js';

/** Where no names are promised: what was said is laid apart, and the message that goes to the drill says only that somebody has answered. */
export async function sheetApart(
  parts: ApiParts,
  state: DrillState,
  message: DrillMessage,
  answers: Record<string, string>,
): Promise<DrillMessage> {
  if (!state.rules.feedback.anonymous) return message;
  const { requestId: key } = message;
  const counted = { ...message, requestId: halfOf(key, 'answer') };
  await keepSheet(parts, state, counted, { id: halfOf(key, 'sheet'), answers });
  return counted;
}

/**
 * Of the key of a request, which is nowhere kept: one half stands in the record beside who has sent it, the other one is the id of
 * the sheet. A repeat finds both again; from one nobody finds the other.
 */
function halfOf(key: string, half: 'answer' | 'sheet'): string {
  return createHash('sha256').update(`${half} ${key}`).digest('hex');
}

/** It lies apart from the record, without a name and a time, and counts once the record counts its person. */
async function keepSheet(
  { store, settings }: ApiParts,
  state: DrillState,
  message: DrillMessage,
  { id, answers }: { id: string; answers: Record<string, string> },
): Promise<void> {
  const said = Object.entries(answers).filter(([, text]) => text.trim() !== '');
  const known = Array.from({ length: state.rules.feedback.questions }, (_, i) => `q${i + 1}`);
  const odd = said.map(([question]) => question).filter((question) => !known.includes(question));
  if (odd.length > 0) throw new ProblemError('unknown_drill_question', { questions: odd }, { questions: known });
  if (said.length === 0) throw new ProblemError('drill_answers_required', {}, { questions: known });
  // Whoever would be refused leaves nothing behind.
  const [event] = decide(state, message, settings.now());
  if (event?.type !== 'feedbackCounted') return;
  const { requestId: request } = message;
  await store.saveSheet({ drillId: state.drill, id, answers: Object.fromEntries(said), request });
}
