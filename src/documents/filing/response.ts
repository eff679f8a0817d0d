import { isAfterEnd, isLive } from '../../domain/incident/index.js';
import type { EventOf, IncidentEvent } from '../../domain/incident/index.js';
import type { TaskId } from '../../domain/plan/compiled.js';
import type { Fill } from './answers.js';
import { ofTypes } from './context.js';
import type { FilingContext } from './context.js';
import { decisions } from './decisions.js';
import { filedWords } from './earlier.js';

/** What has been done, what will be, and how scene and evidence are kept. */
export const RESPONSE: Readonly<Record<string, Fill>> = {
  measures: taken,
  done: taken,
  handling: (context) => [...taken(context), ...filed(context)],
  plannedMeasures: planned,
  scene: (context) => [...cordon(context), ...kept(context)],
  evidence: kept,
};

/** In the order in which it came about. */
function taken(context: FilingContext): string[] {
  return context.events.flatMap((event) => [...decisions(context, [event]), ...done(context, event)]);
}

/** Without who did it: that concerns the organisation alone. */
function done(context: FilingContext, event: IncidentEvent): string[] {
  if (event.type !== 'taskFinished') return [];
  const { words, time, names, lang, quote } = context;
  const { at, task, texts } = event;
  const results = [texts?.note, texts?.finding].flatMap((text) => (text === undefined ? [] : [quote(text)]));
  if (results.length === 0 && isInternal(context, task)) return [];
  return [words.done({ at: time(at), task: names.task(task, lang), results })];
}

function isInternal({ document }: FilingContext, task: TaskId): boolean {
  return document.tasks?.find(({ id }) => id === task)?.internal === true;
}

/** A time that has passed is for the organisation itself to see to. */
function planned(context: FilingContext): string[] {
  const { state, words, names, lang, time, now } = context;
  const open = Object.entries(state.tasks.tasks).filter(
    ([id, task]) => isLive(task) && !isAfterEnd(task.phase) && !isInternal(context, id),
  );
  return open
    .toSorted(([, a], [, b]) => (a.due ?? Infinity) - (b.due ?? Infinity))
    .map(([id, { due }]) =>
      words.planned({ task: names.task(id, lang), due: due === undefined || due <= now ? undefined : time(due) }),
    );
}

function cordon({ state, words, time, quote }: FilingContext): string[] {
  const { cordon: standing } = state.scene;
  return standing === undefined ? [] : [words.cordon({ area: quote(standing.area), since: time(standing.at) })];
}

/** Files that are kept under their hash. */
function kept({ events, words, time, quote }: FilingContext): string[] {
  return ofTypes(events, 'taskFinished').flatMap(({ at, file, texts }: EventOf<'taskFinished'>) =>
    file === undefined ? [] : [words.keptFile({ name: quote(texts?.fileName), sha256: file, at: time(at) })],
  );
}

function filed(context: FilingContext): string[] {
  return ofTypes(context.events, 'obligationsFiled').flatMap((event) =>
    event.obligations.map((id) => filedWords(context, event, id)),
  );
}
