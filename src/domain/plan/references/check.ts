import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { Path, PlanIssue, ReferenceKind } from '../issues.js';
import { suggestion } from '../nearest.js';
import type { PlanDocument, Section } from '../schema.js';
import { show } from '../shapeWords.js';
import { KIND_NAMES } from './kinds.js';

/** A check runs only when the sections that it reads have no fault of their own, so that one mistake is told once. */
export interface Check {
  needs: Section[];
  run(plan: PlanDocument): PlanIssue[];
}

export function check<K extends Section>(needs: K[], run: (plan: Pick<PlanDocument, K>) => PlanIssue[]): Check {
  return { needs, run };
}

/** An id as it is used somewhere in the document. */
export interface Ref {
  path: Path;
  id: string;
}

/** Comparing a word with all that are known takes time: nobody mends more than these before checking again. */
const MOST_SUGGESTIONS = 50;
const CHECK_AGAIN = said('mend the ones above and check again', '请先更正以上各处，再检查一次');

/** Ids that lead nowhere. */
export function unknownIds(kind: ReferenceKind, known: readonly { id: string }[], used: Ref[]): PlanIssue[] {
  const ids = new Set(known.map((k) => k.id));
  return used
    .filter((ref) => !ids.has(ref.id))
    .map(({ path, id }, i) => {
      const name = KIND_NAMES[kind];
      const message = said(`there is no ${name.en} "${id}"`, `没有${name['zh-CN']}“${id}”`);
      return issue(path, `unknown_${kind}`, message, i < MOST_SUGGESTIONS ? suggestion(id, [...ids]) : CHECK_AGAIN);
    });
}

/** The second and later of things that share an id. */
export function duplicateIds(path: Path, items: readonly { id: string }[]): PlanIssue[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, i) => {
    const taken = first.get(id);
    if (taken === undefined) {
      first.set(id, i);
      return [];
    }
    const message = said(
      `the id "${id}" is already taken by entry ${taken + 1} of this list`,
      `id“${id}”已被本列表第 ${taken + 1} 项使用`,
    );
    const hint = said('give each entry its own id', '每一项用各自的 id');
    return [issue([...path, i, 'id'], 'duplicate_id', message, hint)];
  });
}

/** The second and later of entries that are the same word for word. */
export function repeated(path: Path, items: readonly unknown[]): PlanIssue[] {
  const first = new Map<string, number>();
  return items.flatMap((item, i) => {
    const key = JSON.stringify(item);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, i);
      return [];
    }
    const shown = show(item);
    const message =
      typeof item === 'object'
        ? said(`it says the same as entry ${before + 1} of this list`, `与本列表第 ${before + 1} 项相同`)
        : said(`${shown.en} is listed twice`, `${shown['zh-CN']}重复列出`.trim());
    return [issue([...path, i], 'listed_twice', message, said('remove one of the two', '删去其中一个'))];
  });
}
