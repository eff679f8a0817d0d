import { evolve, initial, knownFacts } from '../../domain/incident/index.js';
import type { IncidentEvent, State } from '../../domain/incident/index.js';
import type { ObligationRule } from '../../domain/plan/compiled.js';
import { evaluate } from '../../domain/plan/condition.js';
import type { Known } from '../../domain/plan/condition.js';
import type { Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';

/** Reports to authorities that the plan's rules call for; whether law does, and since when, people establish. */
export function obligations(context: SitrepContext): Section[] {
  const { words, state, names, lang, holder } = context;
  const ever = everDue(context);
  // What another body owes after ours is not for us to file.
  const due = state.basis.plan.obligations.filter(({ id, theirs }) => theirs !== true && ever.has(id));
  if (due.length === 0) return [];
  const now = dueIn(state);
  const items = due.map((rule) =>
    words.obligation({
      title: names.obligation(rule.id, lang),
      limit: now.has(rule.id)
        ? limitOf(context, rule)
        : `${limitOf(context, rule)}${words.semicolon}${words.notAnyMore}`,
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

/** What was called for once stays a matter for its owner, though service be restored and figures be corrected since. */
function everDue({ events, state }: SitrepContext): Set<string> {
  const ever = new Set<string>();
  let before = initial(state.basis);
  for (const event of events) {
    before = evolve(before, event);
    if (CHANGES_DUTIES.has(event.type)) for (const id of dueIn(before)) ever.add(id);
  }
  return ever;
}

const CHANGES_DUTIES = new Set<IncidentEvent['type']>([
  'reported',
  'reportAbsorbed',
  'factAdded',
  'confirmed',
  'treatedAsReal',
  'levelChanged',
  'planMoved',
]);

function dueIn(state: State): Set<string> {
  const { plan } = state.basis;
  const { level, incidentLevel } = state.grading;
  const known: Known = {
    facts: knownFacts(state),
    category: state.report.category,
    ...(level === undefined ? {} : { level }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
  return new Set(plan.obligations.filter(({ when }) => evaluate(when, known, plan) === true).map(({ id }) => id));
}

function limitOf({ words, say }: SitrepContext, { limit }: ObligationRule): string {
  if (limit.within !== undefined) return words.within(say.duration(limit.within));
  if (limit.workingDays !== undefined) return words.workingDays(limit.workingDays);
  if (limit.months !== undefined) return words.months(limit.months);
  return words.noLimit;
}
