import type { FactId } from '../../domain/plan/compiled.js';
import { knownFacts } from '../../domain/incident/index.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { ReportContext } from './context.js';
import type { Content, Own } from './section.js';

/** Known values of these tell what kind of system and data is concerned. */
const KINDS: FactId[] = ['systemImportance', 'dataClass'];

/** Whose incident it is, and what it happened to. */
export function unit(context: ReportContext, own: Own): Content {
  const { words, sectionWords, names, lang, state, say, tables, document, t } = context;
  const { labels } = words;
  const { report, basis } = state;
  const facts = Object.entries(knownFacts(state)).filter(([id]) => KINDS.includes(id));
  const rows = [
    [labels.unit, names.organisation(lang)],
    [sectionWords.unit.systems, context.line(report.texts.place)],
    [labels.category, names.category(report.category, lang)],
    ...facts.map(([id, value]) => [names.fact(id, lang), say.factValue(id, value)]),
    [labels.plan, `${names.plan(lang)}${words.version(basis.plan.version)}`],
    [labels.planHash, basis.plan.hash],
  ];
  const columns = [
    { heading: labels.item, width: 24 },
    { heading: labels.stated, width: 76 },
  ];
  const overview = document?.narrative?.unitOverview ?? document?.operator?.description;
  return {
    blocks: [
      ...(overview === undefined ? [] : paragraphs(context.text(t(overview)))),
      tables.table(sectionWords.captions.unit, columns, rows),
      ...(own.given ? [] : [paragraph(sectionWords.unit.missing)]),
    ],
  };
}
