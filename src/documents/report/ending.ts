import { isAfterEnd, isLive } from '../../domain/incident/index.js';
import { stillOpenWords } from '../../domain/words/index.js';
import type { Actor, EventOf, IncidentEvent } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { firstOf, lastOf } from './find.js';

/** Under which criteria the response ended, who signed for it, and that it is closed. */
export function ending(context: ReportContext): Block[] {
  const { words, events, time } = context;
  const terminated = lastOf(events, 'terminated');
  if (terminated === undefined) return [paragraph(words.noTermination), ...before(context), ...leftOpen(context)];
  const proposal = events.findLast((e) => e.type === 'terminationProposed' && e.seq < terminated.seq);
  const proposed = proposal?.type === 'terminationProposed' ? proposal : undefined;
  const closed = firstOf(events, 'closed');
  return [
    paragraph(words.terminatedAt(time(terminated.at))),
    ...before(context),
    ...overridden(context, terminated),
    ...leftOpen(context),
    ...criteria(context, terminated, proposed),
    ...signatories(context, terminated, proposed),
    ...(closed === undefined ? [] : [paragraph(context.plain(closed))]),
  ];
}

function before(context: ReportContext): Block[] {
  return [...recurrences(context), ...missedBefore(context)];
}

/** It ended more than once. */
function recurrences(context: ReportContext): Block[] {
  const { words, events, say, time } = context;
  const items = events.flatMap((event) => {
    if (event.type !== 'reopened') return [];
    const ended = events.findLast(({ type, seq }) => type === 'terminated' && seq < event.seq);
    return [
      words.reopened({
        ended: time(ended?.at ?? event.at),
        at: time(event.at),
        by: say.actor(event.actor),
        levels: say.levels(event.level, event.incidentLevel),
        reason: say.quote(event.texts.reason),
      }),
    ];
  });
  return items.length === 0 ? [] : [paragraph(words.recurrences), { kind: 'list', items }];
}

/** The clock begins anew with each end, or was set to run until later; the limits that passed before stay told. */
function missedBefore({ words, names, lang, state, say, time }: ReportContext): Block[] {
  const items = Object.entries(state.obligations.duties).flatMap(([id, { status, missedBefore: limits, missedAt }]) => {
    if (limits === undefined || status === 'lifted') return [];
    const again = missedAt === undefined ? undefined : time(missedAt);
    return [words.missedLimits({ title: names.obligation(id, lang), limits: say.list(limits.map(time)), again })];
  });
  return items.length === 0 ? [] : [paragraph(words.missedBefore), { kind: 'list', items }];
}

/** What the plan or somebody made mandatory before the end, and nobody has finished or decided not to do. */
function leftOpen(context: ReportContext): Block[] {
  const { words, state, say } = context;
  const open = Object.entries(state.tasks.tasks).filter(
    ([, task]) => isLive(task) && task.mandatory && !isAfterEnd(task.phase),
  );
  if (open.length === 0) return [];
  const items = open.map(([id, { person, post }]) => {
    const owner = person !== undefined ? say.person(person) : post === undefined ? words.blank : say.post(post);
    return `${taskName(context, id)}${words.colon}${owner}`;
  });
  return [paragraph(words.leftOpen), { kind: 'list', items }];
}

/** Without the criteria: the table of them says which. */
function overridden(context: ReportContext, { override, open = [] }: Terminated): Block[] {
  const { words, sectionWords, say } = context;
  if (override !== true) return [];
  const items = stillOpenWords(
    open.filter(({ code }) => code !== 'criterion_open'),
    say,
    (id) => taskName(context, id),
  );
  if (items.length === 0) return [paragraph(sectionWords.rescue.overridden)];
  return [paragraph(words.overridden), { kind: 'list', items }];
}

type Terminated = EventOf<'terminated'>;
type Proposed = EventOf<'terminationProposed'>;

function criteria(context: ReportContext, { level }: Terminated, proposed: Proposed | undefined): Block[] {
  const { words, sectionWords, names, lang, say, tables, state } = context;
  const rows = state.basis.plan.termination.criteria.map(({ id, levels }) => {
    const asked = levels === undefined || levels.includes(level);
    const word = state.termination.confirmed?.[id];
    const stated = proposed?.criteria.includes(id)
      ? words.met
      : asked
        ? sectionWords.rescue.notConfirmed
        : words.notAsked;
    const confirmed = word && words.confirmed({ by: nameOf(say, word.by), at: context.time(word.at) });
    return [names.terminationCriterion(id, lang), confirmed ?? stated];
  });
  const columns = [
    { heading: words.labels.criterion, width: 60 },
    { heading: sectionWords.columns.confirmed, width: 40 },
  ];
  const reason = proposed === undefined ? [] : [paragraph(words.proposalReason(say.quote(proposed.texts.reason)))];
  return [
    paragraph(words.criteriaNote(say.level(level))),
    tables.table(words.captions.criteria, columns, rows),
    ...reason,
  ];
}

function signatories(context: ReportContext, terminated: Terminated, proposed: Proposed | undefined): Block[] {
  const { words, tables } = context;
  const { labels } = words;
  const rows = [
    signatory(context, words.signatoryRoles.proposed, terminated.proposedBy, proposed),
    ...(terminated.actor.kind === 'system'
      ? []
      : [signatory(context, words.signatoryRoles.confirmed, terminated.actor, terminated)]),
  ];
  const columns = [
    { heading: labels.role, width: 20 },
    { heading: labels.name, width: 18 },
    { heading: labels.post, width: 24 },
    { heading: labels.time, width: 26 },
    { heading: labels.number, width: 12 },
  ];
  const single = terminated.actor.kind === 'system' ? [paragraph(words.singleSignature)] : [];
  return [tables.table(words.captions.signatories, columns, rows), ...single];
}

function signatory(context: ReportContext, role: string, by: Actor, event: IncidentEvent | undefined): string[] {
  const { words } = context;
  const [name, post] = nameAndPost(context, by);
  return [role, name, post, context.timeCell(event?.at), event === undefined ? words.blank : String(event.seq)];
}

function nameAndPost({ say, posts, words }: ReportContext, by: Actor): [string, string] {
  if (by.kind !== 'person') return [nameOf(say, by), words.blank];
  const post = posts.get(by.id);
  return [say.person(by.id), post === undefined ? words.blank : say.post(post)];
}
