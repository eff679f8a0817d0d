import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { outcomesTakenBack } from '../publication/takenBack.js';
import { refusal } from '../refusals.js';
import { unknownLevels } from '../rooms/grading.js';
import type { State } from '../state.js';
import { postsToReopen } from './recurrence.js';

/**
 * It has come back, and it is the same incident. By whoever may decide on the level: the one at which it had ended, or
 * another one. As long as somebody has to say whether it has come back, the watch is not over.
 */
export function decideReopening(state: State, message: MessageOf<'reopen'>): EventBody[] {
  const { phase, grading } = state;
  const { level: from, incidentLevel: was } = grading;
  if (phase !== 'watching' || from === undefined || was === undefined) {
    // What comes after the watch is an incident of its own.
    return [
      phase === 'aftermath' ? refusal('watch_over') : refusal('wrong_phase', { phase }, { phases: ['watching'] }),
    ];
  }
  const unknown = unknownLevels(state, message);
  if (unknown) return [{ type: 'refused', ...unknown }];
  const { level = from, incidentLevel = was } = message;
  const by = authorityOf(state, message.actor, postsToReopen(state, level));
  if ('code' in by) return [by];
  if (message.reason.trim() === '') return [refusal('reason_required')];
  const { reason } = message;
  return [
    { type: 'reopened', ...by, from, level, incidentLevel, texts: { reason } },
    ...outcomesTakenBack(state, by, reason),
  ];
}
