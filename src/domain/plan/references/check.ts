import type { Path, PlanIssue, ReferenceCode } from '../issues.js';
import { suggestion } from '../nearest.js';
import type { PlanDocument, Section } from '../schema.js';

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

export function refs(path: Path, ids: readonly string[] | undefined): Ref[] {
  return (ids ?? []).map((id, i) => ({ path: [...path, i], id }));
}

type Kind = ReferenceCode extends infer C ? (C extends `unknown_${infer K}` ? K : never) : never;

/** Ids that lead nowhere. */
export function unknownIds(kind: Kind, known: readonly { id: string }[], used: Ref[]): PlanIssue[] {
  const ids = known.map((k) => k.id);
  const taken = new Set(ids);
  return used
    .filter((ref) => !taken.has(ref.id))
    .map(({ path, id }) => ({
      path,
      code: `unknown_${kind}`,
      message: `there is no ${kind.replace('_', ' ')} "${id}"`,
      hint: suggestion(id, ids),
    }));
}

/** The second and later of things that share an id. */
export function duplicateIds(path: Path, items: readonly { id: string }[]): PlanIssue[] {
  const takenBy = new Map<string, number>();
  return items.flatMap(({ id }, i) => {
    const first = takenBy.get(id);
    if (first === undefined) {
      takenBy.set(id, i);
      return [];
    }
    const message = `the id "${id}" is already taken by entry ${first + 1} of this list`;
    return [{ path: [...path, i, 'id'], code: 'duplicate_id' as const, message, hint: 'give each entry its own id' }];
  });
}

/** An id twice in one list of ids. */
export function listedTwice(used: Ref[]): PlanIssue[] {
  const seen = new Set<string>();
  return used.flatMap(({ path, id }) => {
    const key = JSON.stringify([path.slice(0, -1), id]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path, code: 'listed_twice' as const, message: `"${id}" is listed twice`, hint: 'remove one of the two' }];
  });
}
