import type { State } from '../state.js';

/** What departments have named as having to change, by the id under which an improvement points at it. */
export function lessonFindings({ lessons: { given } }: State): string[] {
  return Object.entries(given).flatMap(([post, { findings = [] }]) => findings.map((key) => findingId(post, key)));
}

/** `lesson technical-lead q8`. */
export function findingId(post: string, key: string): string {
  return `lesson ${post} ${key}`;
}
