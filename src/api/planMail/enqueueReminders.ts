import { overdueOf } from '../../domain/plan/lifecycle/index.js';
import { holdersOf } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { planDueWords } from '../../domain/words/index.js';
import { planOutbox } from '../../store/index.js';
import type { PlanVersion } from '../../store/index.js';
import { envelopes } from './envelopes.js';
import type { PlanMailParts } from './parts.js';

/**
 * Puts into the outbox, once for each date, that the review or evaluation of the version in force is due; to whoever
 * holds the approver's post. Answers the effects.
 */
export async function enqueueReminders(parts: PlanMailParts, plan: PlanVersion): Promise<string[]> {
  const { store, now } = parts;
  const { status } = plan.standing;
  const approver = plan.document.control?.approver;
  const dues = status === 'effective' && approver !== undefined ? overdueOf(plan.standing, now()) : [];
  if (dues.length === 0 || approver === undefined) return [];
  const roster = (await store.currentRoster())?.document as RosterDocument | undefined;
  const holders = (roster && holdersOf(roster)[approver]) ?? [];
  const effects = dues.map(({ kind, due }) => ({ kind, due, effectId: `due-${kind}-${due}` }));
  for (const { kind, due, effectId } of effects) {
    const known = new Set(
      (await store.noticesForEffect({ incidentId: planOutbox(plan), effectId })).map(({ person }) => person),
    );
    const to = holders.filter((person) => !known.has(person)).map((person) => ({ person }));
    const notices = await envelopes(parts, plan, effectId, to, (_, about) =>
      planDueWords({ ...about, id: plan.id, kind, due }),
    );
    if (notices.length > 0) await store.enqueueNotices(notices);
  }
  return effects.map(({ effectId }) => effectId);
}
