import type { Lang } from '../domain/lang.js';
import type { TaskId } from '../domain/plan/compiled.js';
import type { Names } from '../domain/plan/names.js';
import { oneLine } from '../domain/words/index.js';

/** Without its id: whoever reads a document does not ask for it. */
export function taskName({ names, lang }: { names: Names; lang: Lang }, id: TaskId): string {
  return `“${oneLine(names.task(id, lang))}”`;
}
