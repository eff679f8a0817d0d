import type { Actor, SitrepSection } from '../../domain/incident/index.js';
import { SITREP_HEADINGS } from '../../domain/words/index.js';
import type { Block, Section } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import { action } from './action.js';
import type { SitrepContext } from './context.js';
import { impact } from './impact.js';
import { needs, toDecide } from './needs.js';
import { pending } from './pending.js';
import { situation } from './situation.js';

export interface SitrepPart {
  section: SitrepSection;
  heading: string;
  blocks: Block[];
  /** Whose words they are; absent where Muster wrote them. */
  by?: Actor;
}

const GENERATED: Readonly<Record<SitrepSection, (context: SitrepContext) => Block[]>> = {
  situation,
  impact,
  done: action,
  pending,
  needs,
  decisions: toDecide,
  outlook: ({ words }) => [paragraph(words.noOutlook)],
};

/** A part that people may put into their own words; these stand in every language as they were written. */
export function partOf(context: SitrepContext, section: SitrepSection): SitrepPart {
  const heading = SITREP_HEADINGS[context.lang][section];
  const written = context.issue.sections[section];
  if (written === undefined) return { section, heading, blocks: GENERATED[section](context) };
  const by = written.by.kind === 'person' ? context.say.person(written.by.id) : context.say.actor(written.by);
  const blocks = [...paragraphs(context.text(written.text)), paragraph(context.words.written(by))];
  return { section, heading, blocks, by: written.by };
}

export function asSection({ heading, blocks }: Pick<SitrepPart, 'heading' | 'blocks'>): Section {
  return { heading, blocks, sections: [] };
}
