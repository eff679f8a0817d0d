import { taskHolder } from '../../domain/incident/index.js';
import type { EventOf, State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { inPeriod } from './context.js';
import type { SitrepContext } from './context.js';

type Task = State['tasks']['tasks'][string];

/** Tasks that were finished in the period, one sentence for each that was found out, one for the rest. */
export function finishedTasks(context: SitrepContext): Block[] {
  const { say, lang, text } = context;
  const finished = inPeriod(context, 'taskFinished');
  const withFinding = finished.filter(({ texts }) => texts?.finding !== undefined);
  const others = finished.filter(({ texts }) => texts?.finding === undefined).map(({ task }) => nameOf(context, task));
  const found = withFinding.map((event) => paragraph(finding(event, nameOf(context, event.task), text, lang)));
  if (others.length === 0) return found;
  const list = say.list([...new Set(others)]);
  return [...found, paragraph(lang === 'en' ? `Tasks completed: ${list}.` : `完成任务：${list}。`)];
}

/** Tasks that are open, what is due first first: matter, owner, due. */
export function openTasks(context: SitrepContext): string[][] {
  const { state, words, moment } = context;
  const open = Object.entries(state.tasks.tasks).filter(([, { status }]) => status === 'open' || status === 'started');
  return open
    .filter(([, { phase }]) => phase !== 'aftermath')
    .toSorted(([, a], [, b]) => (a.due ?? Infinity) - (b.due ?? Infinity))
    .map(([id, task]) => [
      nameOf(context, id),
      ownerOf(context, task),
      task.due === undefined ? words.blank : moment(task.due),
    ]);
}

/** Whoever has it to do at that moment stands behind the post. */
function ownerOf({ say, state, issue, lang }: SitrepContext, task: Task): string {
  const person = task.person ?? taskHolder(state, task, issue.until);
  if (task.post === undefined) return person === undefined ? '' : say.person(person);
  if (person === undefined) return say.post(task.post);
  return lang === 'en'
    ? `${say.post(task.post)}, ${say.person(person)}`
    : `${say.post(task.post)}${say.person(person)}`;
}

/** Without its id: whoever reads a report does not ask for it. */
function nameOf({ names, lang, state, say }: SitrepContext, id: string): string {
  const title = state.tasks.tasks[id]?.title;
  return title === undefined ? names.task(id, lang) : say.quote(title);
}

function finding({ texts }: EventOf<'taskFinished'>, name: string, text: SitrepContext['text'], lang: Lang): string {
  const found = text(texts?.finding);
  return lang === 'en' ? `${name}, completed; found: ${found}` : `${name}，已完成；查明：${found}`;
}
