import type { Holders } from '../../domain/plan/compiled.js';
import { holdersOf } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { ApiDeps } from '../deps.js';
import { unavailable } from '../problemError.js';

export interface RosterToday {
  roster: RosterDocument;
  holders: Holders;
}

export async function rosterToday({ store }: Pick<ApiDeps, 'store'>): Promise<RosterToday> {
  const stored = await store.currentRoster();
  if (!stored) throw unavailable('no_plan');
  const roster = stored.document as RosterDocument;
  return { roster, holders: holdersOf(roster) };
}
