import type { CriterionId } from '../../plan/compiled.js';

/** What the event says of the whole evaluation, beside the notes. */
const OF_THE_WHOLE: readonly string[] = ['conclusions', 'why'];

/** Where the event has what was said on a criterion. One that is called as a text of the whole has its note beside that. */
export function noteField(criterion: CriterionId): string {
  return OF_THE_WHOLE.includes(criterion) ? `note ${criterion}` : criterion;
}
