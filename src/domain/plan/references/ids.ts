import type { z } from 'zod';
import type { Path, PlanIssue, ReferenceKind } from '../issues.js';
import { planSchema } from '../schema.js';
import type { PlanDocument, Section } from '../schema.js';
import { duplicateIds, listedTwice, unknownIds } from './check.js';
import { findIds } from './walk.js';

interface Definition {
  sections: Section[];
  known: (plan: PlanDocument) => readonly { id: string }[];
}

/** Where each kind of thing is defined. */
const DEFINITIONS: Record<Exclude<ReferenceKind, 'option' | 'objective' | 'person'>, Definition> = {
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

/** Every id is given once, and every use of one leads to what it names. Reads sound sections only. */
export function idIssues(plan: PlanDocument, sound: (section: Section) => boolean): PlanIssue[] {
  return (Object.keys(planSchema.shape) as Section[]).filter(sound).flatMap((section) => {
    const schema: z.ZodType = planSchema.shape[section];
    const { refs, lists } = findIds(schema, plan[section], [section]);
    const unknown = Object.entries(DEFINITIONS).flatMap(([kind, { sections, known }]) =>
      sections.every(sound)
        ? unknownIds(
            kind as keyof typeof DEFINITIONS,
            known(plan),
            refs.filter((ref) => ref.kind === kind),
          )
        : [],
    );
    const inLists = refs.filter(({ path }) => typeof path.at(-1) === 'number');
    return [...lists.flatMap(({ path, items }) => duplicateIds(path, items)), ...unknown, ...listedTwice(inLists)];
  });
}

/** `languages` is no list of ids, but a language twice is the same mistake. */
export function languageIssues({ languages }: Pick<PlanDocument, 'languages'>): PlanIssue[] {
  const path: Path = ['languages'];
  return listedTwice(languages.map((id, i) => ({ path: [...path, i], id })));
}
