import { duration, text } from '../fields.js';
import type { PlanIssue, ReferenceKind } from '../issues.js';
import { planSchema } from '../schema.js';
import type { PlanDocument, Section } from '../schema.js';
import { duplicateIds, repeated, unknownIds } from './check.js';
import { findIds } from './walk.js';

interface Definition {
  sections: Section[];
  known: (plan: PlanDocument) => readonly { id: string }[];
}

/** What is looked up elsewhere: options beside their fact, objectives within their scenario, people in the roster. */
export type DefinedKind = Exclude<ReferenceKind, 'option' | 'objective' | 'person'>;

/** Where each kind of thing is defined. */
export const DEFINITIONS: Record<DefinedKind, Definition> = {
  post: { sections: ['posts'], known: (plan) => plan.posts },
  team: { sections: ['teams'], known: (plan) => plan.teams },
  level: { sections: ['levels'], known: (plan) => plan.levels },
  incident_level: { sections: ['incidentLevels'], known: (plan) => plan.incidentLevels },
  category: { sections: ['categories'], known: (plan) => plan.categories },
  fact: { sections: ['facts'], known: (plan) => plan.facts },
  source: { sections: ['sources'], known: (plan) => plan.sources },
  pack: { sections: ['packs'], known: (plan) => plan.packs ?? [] },
  qualification: { sections: ['qualifications'], known: (plan) => plan.qualifications ?? [] },
  partner: { sections: ['partners'], known: (plan) => plan.partners ?? [] },
  task: { sections: ['tasks'], known: (plan) => plan.tasks ?? [] },
  obligation: { sections: ['obligations'], known: (plan) => plan.obligations ?? [] },
  resource: { sections: ['resources'], known: (plan) => plan.resources ?? [] },
  template: { sections: ['templates'], known: (plan) => plan.templates ?? [] },
  scenario: { sections: ['scenarios'], known: (plan) => plan.scenarios ?? [] },
  drill_criterion: { sections: ['drills'], known: (plan) => plan.drills?.evaluation.criteria ?? [] },
  role: { sections: ['drills'], known: (plan) => plan.drills?.scheme.roles ?? [] },
  conclusion: { sections: ['drills'], known: (plan) => plan.drills?.evaluation.conclusions ?? [] },
  player: { sections: ['posts', 'teams'], known: (plan) => [...plan.posts, ...plan.teams] },
};

/** A step may be said twice, and two waits may be equally long. Any other entry twice is a slip, and some would count double. */
const MAY_REPEAT = new Set<unknown>([text, duration]);

/** Every id is given once, and every use of one leads to what it names. Reads sound sections only. */
export function idIssues(plan: PlanDocument, sound: (section: Section) => boolean): PlanIssue[] {
  const kinds = Object.entries(DEFINITIONS) as [DefinedKind, Definition][];
  const checked = kinds.filter(([, { sections }]) => sections.every(sound));
  return (Object.keys(planSchema.shape) as Section[]).filter(sound).flatMap((section) => {
    const { refs, lists } = findIds(planSchema.shape[section], plan[section], [section]);
    const twice = lists.flatMap(({ path, items, element }) => {
      if (items.every(hasId)) return duplicateIds(path, items);
      return MAY_REPEAT.has(element) ? [] : repeated(path, items);
    });
    const unknown = checked.flatMap(([kind, { known }]) => {
      const used = refs.filter((ref) => ref.kind === kind);
      return unknownIds(kind, known(plan), used);
    });
    return [...twice, ...unknown];
  });
}

function hasId(item: unknown): item is { id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';
}
