import type { NoticeTemplate } from '../effects.js';
import type { DueStage } from '../events.js';
import { levelFacts } from './tell.js';
import type { Tellings } from './tell.js';

const TEMPLATES: Record<DueStage, NoticeTemplate> = { soon: 'duesSoon', due: 'duesNow', overdue: 'duesOverdue' };

export const aftermathTellings: Tellings = {
  duesReminded(state, { stage, items, tell }) {
    const to = tell.map(({ person, items: theirs }) => ({
      person,
      dues: items
        .filter(({ item }) => theirs.includes(item))
        .map(({ item, dueAt }) => ({ item, dueAt }))
        .toSorted((a, b) => a.dueAt - b.dueAt),
    }));
    return [{ template: TEMPLATES[stage], to, facts: levelFacts(state) }];
  },
};
