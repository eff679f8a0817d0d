import type { Decision, EventOf, IncidentEvent, SitrepTexts } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { planWithSitreps, sampleHolders } from '../support/samplePlan.js';
import { confirmAt, Story } from './story.js';

export const edit = (number: number, sections: SitrepTexts): Decision => ({ type: 'editSitrep', number, sections });
export const release = (number: number, upTo?: number): Decision => ({
  type: 'releaseSitrep',
  number,
  ...(upTo === undefined ? {} : { upTo }),
});
export const draft: Decision = { type: 'draftSitrep' };

/** Level 1: every hour, drafted 15 minutes before. Level 2: every two, drafted 30 before. Level 3: none. */
export function responding(level = 'L1', change: (plan: CompiledPlan) => void = () => undefined): Story {
  const plan = planWithSitreps();
  change(plan);
  const story = new Story({}, { plan, holders: sampleHolders() });
  story.says('lin-wei', confirmAt(level));
  story.delivers();
  return story;
}

export { endsAnyhow as ends } from './story.js';

/** Another version of the plan with SITREPs comes into use. */
export function movesPlan(story: Story, change: (plan: CompiledPlan) => void = () => undefined): IncidentEvent[] {
  const plan = { ...planWithSitreps(), version: 4, hash: 'a7'.repeat(32) };
  change(plan);
  return story.says('lin-wei', { type: 'movePlan', basis: { plan, holders: sampleHolders() }, reason: 'newer' });
}

export const sitreps = (events: IncidentEvent[]): IncidentEvent[] =>
  events.filter(({ type }) => type.startsWith('sitrep'));
export const only = <T extends IncidentEvent['type']>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);
export const stages = (events: IncidentEvent[]) =>
  only(events, 'sitrepOverdue').map(({ stage, tell }) => ({ stage, tell }));
