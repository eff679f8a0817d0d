import type { CheckedEvents } from './checkEvents.js';
import { checkImprovement } from './checkImprovement.js';
import { counted } from './findings.js';
import type { Findings } from './findings.js';
import type { ChainHead, KeptRecord } from './kept.js';

/** Those that came of an incident: each by its own chain, none left out, and none of another incident among them. */
export async function checkImprovements(
  { incident, improvements, improvementIds }: KeptRecord,
  { named, isFinished }: CheckedEvents,
  findings: Findings,
  heads: readonly ChainHead[],
): Promise<void> {
  const missing = new Map(named.improvements);
  const unmet = new Set(heads.map(({ improvement }) => improvement));
  if (improvements !== undefined) {
    let checked = 0;
    for await (const kept of improvements()) {
      checked += 1;
      missing.delete(kept.id);
      unmet.delete(kept.id);
      const verdict = checkImprovement(
        kept,
        heads.filter(({ improvement }) => improvement === kept.id),
      );
      findings.include(verdict);
      // Where it came from is proven only where nothing is wrong with it.
      const isStray = verdict.faultsInAll === 0 && kept.columns?.['incidentId'] !== incident.id;
      if (isStray) findings.fault({ code: 'improvement_stray', item: kept.id });
    }
    findings.checked.improvements = checked;
    notFound(heads, unmet, findings);
  } else if (improvementIds !== undefined) {
    for (const id of await improvementIds()) missing.delete(id);
  } else {
    notFound(heads, unmet, findings);
    return findings.remark({ code: 'improvements_unchecked', ...counted([...missing.keys()]) });
  }
  let underWay = 0;
  for (const [item, { seq, type }] of missing) {
    if (!isFinished && named.isLast(seq)) underWay += 1;
    else findings.fault({ code: 'improvement_missing', seq, type, item });
  }
  findings.remark({ code: 'not_recorded_yet', count: underWay, item: 'improvements' });
}

/** A hash that was kept elsewhere, of an improvement that is not there to be compared. */
function notFound(heads: readonly ChainHead[], unmet: ReadonlySet<string | undefined>, findings: Findings): void {
  for (const { improvement, seq, hash } of heads) {
    if (unmet.has(improvement)) findings.fault({ code: 'head_differs', improvement, seq, needed: hash });
  }
}
