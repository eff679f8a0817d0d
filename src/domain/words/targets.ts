import type { Details, Target } from '../incident/index.js';
import { listOf } from './details.js';

/** The targets among the facts of `silence`. */
export function targetsOf(facts: Details, key: string): Target[] {
  return targetsFrom(listOf(facts, key));
}

export function targetsFrom(keys: readonly string[]): Target[] {
  return keys.map(targetFromKey).filter((target) => target !== undefined);
}

/** Reads what `targetKey` wrote. */
function targetFromKey(key: string): Target | undefined {
  const slash = key.indexOf('/');
  const kind = key.slice(0, slash);
  return kind === 'post' || kind === 'team' ? { kind, id: key.slice(slash + 1) } : undefined;
}
