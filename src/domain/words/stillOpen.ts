import { openThen } from '../incident/index.js';
import type { OpenItem, StillOpen } from '../incident/index.js';
import { openItemWords } from './openItems.js';
import type { Speaker } from './speaker.js';
import { taskName, taskNames } from './taskWords.js';

/** Concern by concern; empty where nothing is open. `nameOf`: of tasks that the plan does not name. */
export function stillOpenWords(
  open: OpenItem[] | StillOpen,
  say: Speaker,
  nameOf: typeof taskName = taskName,
): string[] {
  const { names, lang } = say;
  const items = openThen(open);
  const others = items.filter(({ code }) => code !== 'task_open').map((item) => openItemWords(item, names, lang));
  const tasks = items.flatMap(({ code, id }) => (code === 'task_open' && id !== undefined ? [id] : []));
  if (tasks.length === 0) return others;
  const list = taskNames(tasks, say, nameOf);
  const mandatory = lang === 'en' ? `mandatory task${tasks.length === 1 ? '' : 's'} ` : '必做任务';
  return [`${mandatory}${list}`, ...others];
}
