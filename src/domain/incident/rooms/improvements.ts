import { changesPlan } from '../../improvement/events.js';
import { authorityOf } from '../authority.js';
import { realTimeOf } from '../clock.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';
import { deputiesOf, isOwner, postsOfCommand } from './tasks/owners.js';

/** What one incident leads to; more is a programme of work and not followed from here. */
const MOST_IMPROVEMENTS = 100;

/**
 * Improvements 改进措施: what was found becomes what is to be done, by whom and until when. Each goes on by itself when the
 * incident is closed, until somebody else has found it done.
 */
export const improvements: Room<'improvements'> = {
  name: 'improvements',
  initial: { opened: 0 },

  evolve(slice, event) {
    return event.type === 'improvementOpened' ? { opened: slice.opened + 1 } : slice;
  },

  decide: { improvement: open, improvementStarted: started },

  react(_state, event) {
    if (event.type !== 'improvementOpened') return [];
    const { seq: upTo, improvement } = event;
    return [{ type: 'effectRequested', effect: { kind: 'startImprovement', id: `i${upTo}`, improvement, upTo } }];
  },
};

function open(state: State, message: MessageOf<'improvement'>, at: number): EventBody[] {
  const { phase, basis, incidentId } = state;
  const { finding, measure, reference, kind, priority, owner, dueAt, planChange } = message;
  if (!isAfterEnd(phase)) return [refusal('wrong_phase', { phase }, { phases: ['watching', 'aftermath'] })];
  const rule = basis.plan.aftermath?.improvements;
  const keepers = rule === undefined ? [] : [rule.owner, ...deputiesOf(state, rule.owner)];
  const by = authorityOf(state, message.actor, [...new Set([...keepers, ...postsOfCommand(state)])]);
  if ('code' in by) return [by];
  if (finding.trim() === '') return [refusal('text_required', { field: 'finding' })];
  if (measure.trim() === '') return [refusal('text_required', { field: 'action' })];
  if (rule !== undefined && !rule.types.includes(kind)) {
    return [refusal('unknown_improvement_type', { type: kind }, { types: rule.types })];
  }
  if (!isOwner(state, owner)) return [refusal('unknown_owner', { ...owner })];
  // A date of the calendar, also where a drill is ahead of it.
  if (dueAt <= (realTimeOf(state, at) ?? at)) return [refusal('due_passed')];
  const { opened } = state.improvements;
  if (opened >= MOST_IMPROVEMENTS) return [refusal('too_many_improvements', {}, { most: MOST_IMPROVEMENTS })];
  return [
    {
      type: 'improvementOpened',
      improvement: `${incidentId}-i${opened + 1}`,
      ...{ kind, priority, owner, dueAt },
      planChange: changesPlan(kind, planChange),
      ...by,
      texts: { finding, action: measure, ...(reference === undefined || reference.trim() === '' ? {} : { reference }) },
    },
  ];
}

function started({ effects }: State, { effectId }: MessageOf<'improvementStarted'>): EventBody[] {
  const effect = effects.pending[effectId]?.effect;
  if (effect?.kind !== 'startImprovement') return [];
  return [{ type: 'improvementStarted', effectId, improvement: effect.improvement }];
}
