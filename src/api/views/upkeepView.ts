import { nameIn } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import type { Day } from '../../domain/plan/days.js';
import type { LedgerItem } from '../../domain/plan/ledger.js';
import type { UpkeepPeople } from '../../domain/plan/upkeep.js';
import { upkeepDoneWords, upkeepWords } from '../../domain/words/index.js';
import type { UpkeepRow } from '../../store/index.js';
import type { OpenUpkeep, Upkeep } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, named } from './named.js';

type Voice = Pick<Speech, 'names' | 'lang'>;

/** Those of the open tasks that are meant. */
export function openUpkeepView(
  open: UpkeepRow[],
  isMeant: (task: UpkeepRow) => boolean,
  today: Day,
  lang: Lang,
): OpenUpkeep[] {
  return open.filter(isMeant).map((task) => bare(task, today, lang));
}

export function upkeepView(
  task: UpkeepRow,
  items: readonly LedgerItem[],
  { custodians, deputies }: UpkeepPeople,
  today: Day,
  speech: Voice,
): Upkeep {
  const { resource, item, openedOn, told } = task;
  const person = (id: string) => named(speech, 'person', id);
  const name = items.find(({ id }) => id === item)?.name;
  return {
    ...bare(task, today, speech.lang),
    resource: named(speech, 'resource', resource),
    item:
      item === null
        ? undefined
        : {
            id: item,
            name: name === undefined ? speech.names.resource(resource, speech.lang) : nameIn(name, speech.lang),
          },
    openedOn,
    custodians: custodians.map(person),
    deputies: deputies.map(person),
    told: told.map(({ step, at }) => ({ step, at: iso(at) })),
    done: doneView(task, speech),
  };
}

function bare({ id, kind, dueOn, doneAt }: UpkeepRow, today: Day, lang: Lang): OpenUpkeep {
  return { id, kind, words: upkeepWords(kind, lang), due: dueOn, overdue: doneAt === null && dueOn < today };
}

function doneView({ doneAt, done }: UpkeepRow, speech: Voice): Upkeep['done'] {
  if (doneAt === null || done === null) return undefined;
  const { how } = done;
  const by = 'by' in done ? done.by : undefined;
  return {
    at: iso(doneAt),
    how,
    words: upkeepDoneWords(how === 'inspected' ? done.result : how, speech.lang),
    by: by && actorView(by.kind === 'person' ? by : { kind: 'operator' }, speech),
    incidentId: how === 'moved' ? done.incidentId : undefined,
  };
}
