import { said } from '../lang.js';
import { issue } from './issues.js';
import type { Path, PlanIssue } from './issues.js';

/** A plan needs about a dozen levels, and each condition within a condition two more. */
const LIMIT = 40;

/**
 * Conditions hold conditions, so that the schema would follow a document as deep as it goes: one that an alias has made
 * part of itself, without end.
 */
export function tooDeep(value: unknown, path: Path = []): PlanIssue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length === LIMIT) {
    const message = said(`more than ${LIMIT} levels stand within each other`, `嵌套超过 ${LIMIT} 层`);
    const hint = said(
      'write it flatter; an alias must not stand within what it repeats',
      '减少嵌套层数；别名不能写在它所重复的内容之内',
    );
    return issue(path, 'too_deep', message, hint);
  }
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [step, inner] of entries) {
    const found = tooDeep(inner, [...path, step]);
    if (found) return found;
  }
  return undefined;
}
