import { liveDrill } from '../../domain/readiness/index.js';
import type { OpenImprovement, ReadinessFacts } from '../../domain/readiness/index.js';
import { dayIn } from '../../domain/plan/days.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { Instant } from '../../domain/time.js';
import { coverageNow } from '../drills/coverageNow.js';
import type { PlanKey } from '../plans/planVersion.js';
import type { Store } from '../store.js';

/** More are open in no organisation that still looks after them; the score hardly changes by what is beyond. */
const MOST_OPEN = 1_000;

/** What is looked at, as it is now. Undefined while there is no plan or no roster. */
export async function readinessFacts(
  store: Store,
  { at, zone }: { at: Instant; zone: string },
): Promise<{ facts: ReadinessFacts; version: PlanKey } | undefined> {
  const [key, stored, ledger] = await Promise.all([
    store.effectivePlanKey(),
    store.currentRoster(),
    store.currentLedger(),
  ]);
  const version = key === undefined ? undefined : await store.planVersion(key.id, key.version);
  if (version === undefined || stored === undefined) return undefined;
  const { document: plan, standing } = version;
  const { rows } = await coverageNow(store, plan, at);
  const [entries, drills, open, done] = await Promise.all([
    store.keptEntries(),
    store.listDrills({ live: true, limit: MOST_OPEN }),
    store.listImprovements({ status: 'open', limit: MOST_OPEN }),
    store.listImprovements({ status: 'done', limit: MOST_OPEN }),
  ]);
  return {
    version: { id: version.id, version: version.version },
    facts: {
      ...{ at, today: dayIn(at, plan.calendar?.zone ?? zone), plan, standing },
      ...{ roster: stored.document as RosterDocument, items: ledger?.document.items, bad: ledger?.bad ?? [] },
      coverage: rows,
      pausedEntries: entries.filter(({ paused }) => paused !== null).map(({ entry }) => entry),
      drills: drills.map(liveDrill),
      improvements: [...open, ...done].map(
        ({ improvement, status, owner, dueAt, doneAt, planned }): OpenImprovement => ({
          ...{ improvement, status, owner, dueAt },
          ...(doneAt === undefined ? {} : { doneAt }),
          ...(planned === undefined ? {} : { provenAt: planned.dueAt }),
        }),
      ),
    },
  };
}
