import { itemsOf } from '../incident/index.js';
import type { StillOpen } from '../incident/index.js';
import { openItemWords } from './openItems.js';
import type { Speaker } from './speaker.js';
import { taskName, taskNames } from './taskWords.js';

/** Concern by concern; empty where nothing is open. `nameOf`: of tasks that the plan does not name. */
export function stillOpenWords(open: StillOpen, say: Speaker, nameOf: typeof taskName = taskName): string[] {
  const { names, lang } = say;
  const others = itemsOf({ ...open, tasks: [] }).map((item) => openItemWords(item, names, lang));
  const { tasks } = open;
  if (tasks.length === 0) return others;
  const list = taskNames(tasks, say, nameOf);
  const mandatory = lang === 'en' ? `mandatory task${tasks.length === 1 ? '' : 's'} ` : '必做任务';
  return [`${mandatory}${list}`, ...others];
}
