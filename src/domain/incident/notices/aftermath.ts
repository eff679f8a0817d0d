import type { Instant } from '../../time.js';
import type { NoticeTemplate, Recipient } from '../effects.js';
import type { DueStage, EventOf } from '../events.js';
import { levelFacts } from './tell.js';
import type { Tellings } from './tell.js';

const TEMPLATES: Record<DueStage, NoticeTemplate> = { soon: 'duesSoon', due: 'duesNow', overdue: 'duesOverdue' };

export const aftermathTellings: Tellings = {
  duesReminded: (state, { stage, items, tell }) => [
    { template: TEMPLATES[stage], to: toEach(items, tell), facts: levelFacts(state) },
  ],
  duesLifted: (state, { items, tell }) => [
    { template: 'duesLifted', to: toEach(items, tell), facts: levelFacts(state) },
  ],
};

function toEach(items: { item: string; dueAt: Instant }[], tell: EventOf<'duesReminded'>['tell']): Recipient[] {
  return tell.map(({ person, items: theirs }) => ({
    person,
    dues: items
      .filter(({ item }) => theirs.includes(item))
      .map(({ item, dueAt }) => ({ item, dueAt }))
      .toSorted((a, b) => a.dueAt - b.dueAt),
  }));
}
