import type { EventBody, IncidentEvent } from '../events.js';
import type { Heard } from '../hearing.js';
import { isAfterEnd } from '../phases.js';
import type { State } from '../state.js';

export function react(state: State, event: Heard<'lessons'>): EventBody[] {
  switch (event.type) {
    case 'terminated':
    // An incident that was watched under an earlier release has been asked nothing yet.
    case 'watchEnded':
      return state.lessons.asked === undefined ? asked(state, event) : [];
    case 'planMoved':
      return isAfterEnd(state.phase) ? askedByPlan(state, event) : [];
    default:
      return [];
  }
}

function asked({ basis }: State, { at }: IncidentEvent): EventBody[] {
  const rule = basis.plan.aftermath?.lessons;
  if (rule === undefined || rule.questions === undefined) return [];
  return [{ type: 'lessonsAsked', from: rule.askedFrom, dueAt: at + rule.within }];
}

/** What was collected is not opened again. */
function askedByPlan({ basis, lessons }: State, { at }: IncidentEvent): EventBody[] {
  const rule = basis.plan.aftermath?.lessons;
  if (rule === undefined || rule.questions === undefined || lessons.collected !== undefined) return [];
  const from = rule.askedFrom.filter((post) => lessons.asked?.posts.includes(post) !== true);
  const isNews = from.length > 0 || lessons.asked === undefined;
  return isNews ? [{ type: 'lessonsAsked', from, dueAt: at + rule.within, more: true }] : [];
}
