import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { objectives } from '../../plan/drills/scenarios.js';
import { citation } from '../../plan/sources.js';
import { planName } from '../parts.js';
import type { SchemeContext } from './context.js';

/** Name and purpose of its entry would tell players what the name of the scenario would. */
export function programmeOf({ copy, rules, state }: SchemeContext) {
  return copy === 'players' ? undefined : rules.programme.find(({ id }) => id === state.programme);
}

export function called(context: SchemeContext): string {
  const programme = programmeOf(context);
  return programme === undefined ? context.name : context.book.t(programme.name);
}

export function purpose(context: SchemeContext): Block[] {
  const { words, book, name, names, lang, copy, scenario } = context;
  const programme = programmeOf(context);
  const plan = names.plan(lang);
  const why =
    programme === undefined
      ? words.usualPurpose({ plan, ...(copy === 'players' ? {} : { scenario: name }) })
      : words.purpose(book.t(programme.purpose));
  return [
    paragraph(words.basisLead),
    { kind: 'list', items: basis(context) },
    paragraph(why),
    ...(copy === 'players'
      ? [paragraph(words.objectivesHidden)]
      : [paragraph(words.objectivesLead), ...objectives(book, scenario)]),
  ];
}

/** A plan does not say which of its sources are about drills; their titles do. */
const ABOUT_DRILLS = /演练|exercise|drill/iu;

function basis(context: SchemeContext): string[] {
  const { plan, book, state } = context;
  const binding = plan.sources.filter(({ title, kind }) => kind !== 'guidance' && ABOUT_DRILLS.test(book.t(title)));
  return [planName(context, state.rules.plan.version), ...binding.map((source) => citation(book, source))];
}
