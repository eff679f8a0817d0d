import { knownFacts } from '../../domain/incident/index.js';
import type { ObligationRule } from '../../domain/plan/compiled.js';
import { evaluate } from '../../domain/plan/condition.js';
import type { Known } from '../../domain/plan/condition.js';
import type { Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';

/** Reports to authorities that the plan's rules call for; whether law does, and since when, people establish. */
export function obligations(context: SitrepContext): Section[] {
  const { words, state, names, lang, holder } = context;
  const { plan } = state.basis;
  const { level, incidentLevel } = state.grading;
  const known: Known = {
    facts: knownFacts(state),
    category: state.report.category,
    ...(level === undefined ? {} : { level }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
  // What another body owes after ours is not for us to file.
  const due = plan.obligations.filter((rule) => rule.theirs !== true && evaluate(rule.when, known, plan) === true);
  if (due.length === 0) return [];
  const items = due.map((rule) =>
    words.obligation({
      title: names.obligation(rule.id, lang),
      limit: limitOf(context, rule),
      owner: holder(rule.owner),
    }),
  );
  return [
    {
      heading: words.headings.obligations,
      blocks: [paragraph(words.obligationsNote), { kind: 'list', items }],
      sections: [],
    },
  ];
}

function limitOf({ words, say }: SitrepContext, { limit }: ObligationRule): string {
  if (limit.within !== undefined) return words.within(say.duration(limit.within));
  if (limit.workingDays !== undefined) return words.workingDays(limit.workingDays);
  if (limit.months !== undefined) return words.months(limit.months);
  return words.noLimit;
}
