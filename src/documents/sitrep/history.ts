import { knowingAlong, knownFacts } from '../../domain/incident/index.js';
import type { IncidentEvent, Knowing } from '../../domain/incident/index.js';
import type { Basis, ObligationId } from '../../domain/plan/compiled.js';
import { evaluate } from '../../domain/plan/condition.js';
import type { Facts, Known, Truth } from '../../domain/plan/condition.js';
import type { Instant } from '../../domain/time.js';

/** What a report tells of how it came to this, read once for all languages. */
export interface History {
  /** As known before the period; in the first report, as reported. */
  factsBefore: Facts;
  /** What was called for once stays a matter for its owner, though service be restored and figures be corrected since. */
  everDue: ReadonlySet<ObligationId>;
  /** Of all the reports of it, those that were merged in included. */
  firstReportedAt: Instant;
}

/** `basis`: as it is at the end, by which what was before is judged too. */
export function historyOf(basis: Basis, events: readonly IncidentEvent[], since: number): History {
  const before = Math.max(since, 1);
  const everDue = new Set<ObligationId>();
  let factsBefore: Facts = {};
  let firstReportedAt = Infinity;
  for (const { event, known } of knowingAlong(basis, events)) {
    if (event.seq === before) factsBefore = knownFacts(known);
    if (event.type === 'reported') firstReportedAt = Math.min(firstReportedAt, event.at);
    if (event.type === 'reportAbsorbed') firstReportedAt = Math.min(firstReportedAt, event.reportedAt);
    if (!CHANGES_DUTIES.has(event.type)) continue;
    for (const [id, truth] of dutiesIn(known)) if (truth === true) everDue.add(id);
  }
  return { factsBefore, everDue, firstReportedAt };
}

const CHANGES_DUTIES = new Set<IncidentEvent['type']>([
  'reported',
  'reportAbsorbed',
  'factAdded',
  'confirmed',
  'treatedAsReal',
  'levelChanged',
  'categoryChanged',
  'planMoved',
]);

/** Of each rule whether the facts call for it, or do not decide it. */
export function dutiesIn(state: Knowing): Map<ObligationId, Truth> {
  const { plan } = state.basis;
  const { level, incidentLevel } = state.grading;
  const known: Known = {
    facts: knownFacts(state),
    category: state.report.category,
    ...(level === undefined ? {} : { level }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
  return new Map(plan.obligations.map(({ id, when }) => [id, evaluate(when, known, plan)]));
}
