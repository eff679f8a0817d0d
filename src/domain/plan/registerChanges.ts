import type { Column } from './columns/column.js';
import { ITEM_COLUMNS } from './columns/itemColumns.js';
import { PERSON_COLUMNS } from './columns/personColumns.js';
import type { LedgerDocument } from './ledger.js';
import type { RosterDocument } from './roster.js';

/** One difference between two versions of a roster or ledger. */
export interface RegisterChange {
  of: 'person' | 'post' | 'item';
  id: string;
  code: 'added' | 'removed' | 'changed';
  /** Of a change within an entry: the key of a column, or `holders`. */
  field?: string;
  /** Of that, as a cell has them; absent where there is nothing. */
  before?: string;
  after?: string;
}

/** How many entries a version added, removed and changed. */
export type ChangeCounts = Record<RegisterChange['code'], number>;

/** People first, then who holds which post. The order of holders means something, that of people does not. */
export function rosterChanges(before: RosterDocument | undefined, after: RosterDocument): RegisterChange[] {
  const posts = [...new Set([...Object.keys(after.holders), ...Object.keys(before?.holders ?? {})])];
  const holders = (roster: RosterDocument | undefined, post: string) => (roster?.holders[post] ?? []).join('; ');
  return [
    ...entryChanges('person', PERSON_COLUMNS, before?.people ?? [], after.people),
    ...posts.flatMap((post) => postChanges(post, holders(before, post), holders(after, post))),
  ];
}

export function ledgerChanges(before: LedgerDocument | undefined, after: LedgerDocument): RegisterChange[] {
  return entryChanges('item', ITEM_COLUMNS, before?.items ?? [], after.items);
}

export function countChanges(changes: RegisterChange[]): ChangeCounts {
  const count = (code: RegisterChange['code']) =>
    new Set(changes.filter((change) => change.code === code).map(({ of, id }) => `${of} ${id}`)).size;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

function postChanges(post: string, before: string, after: string): RegisterChange[] {
  const code = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return changed('post', post, 'holders', before, after).map((change) => ({ ...change, code }));
}

function entryChanges<Entry extends { id: string }>(
  of: 'person' | 'item',
  columns: readonly Column<Entry>[],
  before: readonly Entry[],
  after: readonly Entry[],
): RegisterChange[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((entry): RegisterChange[] => {
      const old = known.get(entry.id);
      if (old === undefined) return [{ of, id: entry.id, code: 'added' }];
      return columns.flatMap(({ key, write }) => changed(of, entry.id, key, write(old), write(entry)));
    }),
    ...before.filter(({ id }) => !kept.has(id)).map(({ id }) => ({ of, id, code: 'removed' as const })),
  ];
}

function changed(of: RegisterChange['of'], id: string, field: string, before: string, after: string): RegisterChange[] {
  if (before === after) return [];
  return [{ of, id, code: 'changed', field, ...(before === '' ? {} : { before }), ...(after === '' ? {} : { after }) }];
}
