import { approvalWords, diffGroups } from '../../domain/plan/diff/index.js';
import type { PlanChange } from '../../domain/plan/diff/index.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Voice } from '../session.js';

/** `*` marks what needs the whole approval. `alike`: the two have the same hash. */
export function planDiffLines(
  changes: PlanChange[],
  a: PlanDocument,
  b: PlanDocument,
  alike: boolean,
  { lang, say, style }: Voice,
): string[] {
  if (changes.length === 0) {
    if (alike) return [say('No difference.', '没有差异。')];
    return [say('No difference in meaning: only order or notation differ.', '没有实质差异：只有次序或写法不同。')];
  }
  const groups = diffGroups(changes, a, b, lang).flatMap(({ heading, changes: members }) => [
    style.bold(heading),
    ...members.map(({ words, weight }) => `  ${weight === 'substantial' ? style.bold('*') : ' '} ${words}`),
  ]);
  return [...groups, '', approvalWords(changes, lang)];
}
