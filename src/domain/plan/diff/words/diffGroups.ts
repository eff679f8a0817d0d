import type { Lang } from '../../../lang.js';
import type { PlanDocument, Section } from '../../schema.js';
import type { PlanChange } from '../change.js';
import { describeBelowHeading } from './describeChange.js';
import { levelTitle } from './place.js';
import { SECTION_TITLES } from './titles.js';

/** Changes that people want to read together. */
export interface DiffGroup {
  /** The response level, or the section. */
  heading: string;
  changes: { words: string; weight: PlanChange['weight'] }[];
}

/** What is about a response level by level, the most severe first; the rest by section, in the order of the plan. */
export function diffGroups(changes: readonly PlanChange[], a: PlanDocument, b: PlanDocument, lang: Lang): DiffGroup[] {
  const levels = [...new Set([...b.levels, ...a.levels].map(({ id }) => id))];
  const sections = Object.keys(SECTION_TITLES) as Section[];
  const known = (level: string) => (a.levels.some(({ id }) => id === level) ? a : b);
  const levelHeading = (level: string) => levelTitle(level, { plan: known(level), subject: {}, lang });
  const groups = [
    ...levels.map((level) => ({
      heading: levelHeading(level),
      members: changes.filter((change) => change.subject.level === level),
    })),
    ...sections.map((section) => ({
      heading: capitalised(SECTION_TITLES[section][lang]),
      members: changes.filter(({ concept, subject }) => concept === section && !levels.includes(subject.level ?? '')),
    })),
  ];
  return groups
    .filter(({ members }) => members.length > 0)
    .map(({ heading, members }) => ({
      heading,
      changes: members.map((change) => ({
        words: describeBelowHeading(change, a, b, lang),
        weight: change.weight,
      })),
    }));
}

function capitalised(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
