import type { DrillEffect } from '../domain/drill/index.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { StoredDrill } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

/** `n12-inject`: of event 12. */
export function seqOf({ id }: Pick<DrillEffect, 'id'>): number {
  return Number.parseInt(id.slice(1), 10);
}

export async function planOf({ store }: ActivityDeps, { rules }: StoredDrill['state']) {
  const [kept, roster] = await Promise.all([store.getPlan(rules.plan.id, rules.plan.version), store.currentRoster()]);
  if (!kept || !roster) throw new Error('the plan of the drill, or the roster, is not in the store');
  return { plan: kept.document, roster: roster.document as RosterDocument };
}

/** The record may lag behind by one recording; silence longer than this is left to the retry. */
export const RECORD_LAG_MS = 2_000;

export async function recorded({ store }: ActivityDeps, drill: string, upTo: number): Promise<StoredDrill> {
  if (!(await store.waitForDrill(drill, upTo, RECORD_LAG_MS))) {
    throw new Error(`event ${upTo} of drill ${drill} is not recorded yet; it is tried again`);
  }
  return (await store.getDrill(drill))!;
}
