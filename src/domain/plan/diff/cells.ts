import type { Subject } from './change.js';
import { ruleFor, SINGULAR } from './lists.js';

/** An entry of a list, or what it says for one level, post or category, and by which ids it is found again. */
export interface Cell {
  /** What the entry adds to the subject of its list. */
  subject: Subject;
  value: Record<string, unknown>;
}

export function cellsOf(list: readonly unknown[], field: string): Cell[] {
  const { entry, key = 'id', each = [] } = ruleFor(field);
  return list.flatMap((item) => {
    const value = item as Record<string, unknown>;
    const own: Subject = entry === undefined ? {} : { [entry]: String(value[key]) };
    return each.reduce((cells, name) => cells.flatMap((cell) => apart(cell, name)), [{ subject: own, value }]);
  });
}

/** Where the list is absent, the entry counts for all and stays as it is. */
function apart({ subject, value }: Cell, name: keyof typeof SINGULAR): Cell[] {
  const { [name]: ids, ...rest } = value;
  if (ids === undefined) return [{ subject, value }];
  return (ids as string[]).map((id) => ({ subject: { ...subject, [SINGULAR[name]]: id }, value: rest }));
}
