import type { EventBody, IncidentEvent } from '../events.js';
import type { State } from '../state.js';

export function react(state: State, event: IncidentEvent): EventBody[] {
  switch (event.type) {
    case 'terminated':
    // An incident that was watched under an earlier release has been asked nothing yet.
    case 'watchEnded':
      return state.lessons.asked === undefined ? asked(state, event) : [];
    default:
      return [];
  }
}

function asked({ basis }: State, { at }: IncidentEvent): EventBody[] {
  const rule = basis.plan.aftermath?.lessons;
  if (rule === undefined || rule.questions === undefined) return [];
  return [{ type: 'lessonsAsked', from: rule.askedFrom, dueAt: at + rule.within }];
}
