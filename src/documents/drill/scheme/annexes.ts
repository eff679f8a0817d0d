import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { drillForm } from '../../plan/annexes/drillForm.js';
import { injects, trigger } from '../../plan/drills/scenarios.js';
import { sub, table } from '../parts.js';
import type { SchemeContext } from './context.js';
import { ratedBy } from './evaluation.js';
import { called } from './purpose.js';

/** For those who run and judge it. */
export function annexes(context: SchemeContext): Section[] {
  const { words, book, scenario: written, rules, state } = context;
  const { labels } = words;
  return [
    sub(words.headings.injects, paragraph(words.injectsLead), ...injects(book, written)),
    sub(
      words.headings.log,
      paragraph(words.logLead),
      ...table(
        words.captions.log,
        [
          [labels.injects, 15],
          [labels.planned, 23],
          [labels.actualTime, 13],
          [labels.actual, 36],
          [labels.rating, 13],
        ],
        written.injects.map((inject) => [inject.id, trigger(book, inject), '', '', '']),
        { handwritten: true },
      ),
    ),
    ...(rules.evaluation.criteria.length === 0 || state.rules.evaluation === undefined
      ? []
      : [sub(words.headings.form, paragraph(ratedBy(context)), ...form(context))]),
  ];
}

function form(context: SchemeContext): Block[] {
  const { words, book, say, state, time } = context;
  return drillForm(book, {
    drill: called(context),
    timeAndPlace: words.timeAndPlace(state.plannedAt === undefined ? words.blank : time(state.plannedAt)),
    evaluators: state.roles.evaluators.map(say.person),
  });
}
