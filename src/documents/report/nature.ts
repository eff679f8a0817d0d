import { knownFacts } from '../../domain/incident/index.js';
import type { FactId } from '../../domain/plan/compiled.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { ReportContext } from './context.js';
import { firstOf } from './find.js';
import type { Content, Own } from './section.js';

/** What is known of these bears on what kind of incident it was. */
const FACTS: FactId[] = [
  'maliciousAccess',
  'securityBreach',
  'insiderInvolved',
  'ransomDemanded',
  'crimeSuspected',
  'seriousProductionAccident',
];

/** What it was decided to be, and what was found about whose doing it was. */
export function nature(context: ReportContext, own: Own): Content {
  const { words, sectionWords, state, names, lang, say, events, aftermath } = context;
  const { level, incidentLevel } = state.grading;
  const category = names.category(state.report.category, lang);
  const decided =
    level !== undefined && incidentLevel !== undefined
      ? words.nature.decided({ category, levels: say.levels(level, incidentLevel) })
      : firstOf(events, 'rejected') !== undefined
        ? words.nature.rejected(category)
        : words.nature.undecided(category);
  const facts = Object.entries(knownFacts(state)).filter(([id]) => FACTS.includes(id));
  const { analysis } = aftermath;
  const found =
    analysis !== undefined && 'nature' in analysis
      ? paragraphs(context.text(analysis.nature))
      : own.given
        ? []
        : [paragraph(sectionWords.nature.notFound)];
  return {
    blocks: [
      paragraph(decided),
      ...(facts.length === 0
        ? []
        : [
            paragraph(sectionWords.nature.facts),
            { kind: 'list' as const, items: facts.map(([id, value]) => say.fact(id, value)) },
          ]),
      ...found,
    ],
  };
}
