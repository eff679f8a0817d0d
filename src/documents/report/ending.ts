import { isAfterEnd, isLive, outOf, requestSums } from '../../domain/incident/index.js';
import { amountWords, formatDate, needName, stillOpenWords } from '../../domain/words/index.js';
import type { Actor, EventOf, IncidentEvent } from '../../domain/incident/index.js';
import type { Block, Section, SignaturePage } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { firstOf, lastOf } from './milestones.js';

/** Under which criteria the response ended, and who signed for it. */
export function termination(context: ReportContext): Section {
  const { words, events, time } = context;
  const terminated = lastOf(events, 'terminated');
  if (terminated === undefined) {
    const blocks = [
      paragraph(words.noTermination),
      ...recurrences(context),
      ...leftOpen(context),
      ...usedResources(context),
    ];
    return { heading: words.headings.termination, blocks, sections: [] };
  }
  const proposal = events.findLast((e) => e.type === 'terminationProposed' && e.seq < terminated.seq);
  const proposed = proposal?.type === 'terminationProposed' ? proposal : undefined;
  return {
    heading: words.headings.termination,
    blocks: [
      paragraph(words.terminatedAt(time(terminated.at))),
      ...recurrences(context),
      ...overridden(context, terminated),
      ...leftOpen(context),
      ...usedResources(context),
    ],
    sections: [
      { heading: words.headings.criteria, blocks: criteria(context, terminated, proposed), sections: [] },
      { heading: words.headings.signatories, blocks: signatories(context, terminated, proposed), sections: [] },
    ],
  };
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
  return items.length === 0 ? [] : [paragraph(words.recurrences), { kind: 'list', items }, ...missedBefore(context)];
}

/** The clock begins anew with each end; the limits that passed before stay told. */
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

/** What of the organisation's stock and money is gone, and what is still out. */
function usedResources({ words, state, say }: ReportContext): Block[] {
  const items = Object.entries(state.resources.requests).flatMap(([request, one]) => {
    const { consumed, damaged } = requestSums(one);
    const told = words.resourceUse({
      used: consumed === 0 ? '' : amountWords(one.resource, consumed, say),
      lost: damaged === 0 ? '' : amountWords(one.resource, damaged, say),
      out: outOf(one) === 0 ? '' : amountWords(one.resource, outOf(one), say),
    });
    return told === '' ? [] : [`${needName({ request, resource: one.resource }, say)}${words.colon}${told}`];
  });
  return items.length === 0 ? [] : [paragraph(words.resourcesUsed), { kind: 'list', items }];
}

function overridden({ words, say }: ReportContext, { override, open = [] }: Terminated): Block[] {
  if (override !== true) return [];
  return [paragraph(words.overridden), { kind: 'list', items: stillOpenWords(open, say) }];
}

type Terminated = EventOf<'terminated'>;
type Proposed = EventOf<'terminationProposed'>;

function criteria(context: ReportContext, { level }: Terminated, proposed: Proposed | undefined): Block[] {
  const { words, names, lang, say, tables, state } = context;
  const rows = state.basis.plan.termination.criteria.map(({ id, levels }) => {
    const asked = levels === undefined || levels.includes(level);
    const word = state.termination.confirmed?.[id];
    const stated = proposed?.criteria.includes(id) ? words.met : asked ? words.notRecorded : words.notAsked;
    const confirmed = word && words.confirmed({ by: nameOf(say, word.by), at: context.time(word.at) });
    return [names.terminationCriterion(id, lang), confirmed ?? stated];
  });
  const columns = [
    { heading: words.labels.criterion, width: 60 },
    { heading: words.labels.stated, width: 40 },
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

/** What this document does not hold, said plainly, with room for what people still have to find out. */
export function followUp(context: ReportContext): Section {
  const { words, tables, events } = context;
  const { labels, headings } = words;
  const closed = firstOf(events, 'closed');
  const columns = [
    { heading: labels.number, width: 10 },
    { heading: labels.finding, width: 28 },
    { heading: labels.improvement, width: 32 },
    { heading: labels.owner, width: 14 },
    { heading: labels.due, width: 16 },
  ];
  const empty = ['1', '2', '3'].map((number) => [number, '', '', '', '']);
  return {
    heading: headings.followUp,
    blocks: closed === undefined ? [] : [paragraph(context.told(closed))],
    sections: [
      { heading: headings.notContained, blocks: words.notContained.map(paragraph), sections: [] },
      {
        heading: headings.improvements,
        blocks: [paragraph(words.improvementsNote), tables.table(words.captions.improvements, columns, empty)],
        sections: [],
      },
    ],
  };
}

/** Commander first, then the two who ended the response; each once, with room to sign. */
export function signatures(context: ReportContext): SignaturePage {
  const { words, tables, state, events, names, lang, zone, generatedAt } = context;
  const { labels } = words;
  const terminated = lastOf(events, 'terminated');
  const commander = state.command.posts[state.basis.plan.command.commander];
  const people: Actor[] = [
    ...(commander === undefined ? [] : [{ kind: 'person', id: commander } as const]),
    ...(terminated === undefined ? [] : [terminated.proposedBy, terminated.actor]),
  ];
  const ids = new Set(people.flatMap((actor) => (actor.kind === 'person' ? [actor.id] : [])));
  const rows = [...ids].map((id) => {
    const [name, post] = nameAndPost(context, { kind: 'person', id });
    return [name, names.organisation(lang), post, '', ''];
  });
  const columns = [
    { heading: labels.name, width: 16 },
    { heading: labels.unit, width: 28 },
    { heading: labels.post, width: 22 },
    { heading: labels.signature, width: 18 },
    { heading: labels.date, width: 16 },
  ];
  return {
    heading: words.headings.signatures,
    note: words.signaturesNote,
    table: tables.table(words.captions.signatures, columns, rows).table,
    seal: words.seal,
    organisation: names.organisation(lang),
    date: formatDate(generatedAt, lang, zone),
  };
}

/** The whole record, as numbered in the store, and what proves it. */
export function annexes(context: ReportContext): Section[] {
  const { words, tables, state, events, say, recordHash } = context;
  const { labels, headings } = words;
  const rows = events.map((event) => [
    String(event.seq),
    context.timeCell(event.at),
    nameOf(say, event.actor),
    context.told(event),
  ]);
  const columns = [
    { heading: labels.number, width: 8 },
    { heading: labels.time, width: 22 },
    { heading: labels.actor, width: 16 },
    { heading: labels.event, width: 54 },
  ];
  const record = [
    [labels.eventsCovered, words.eventRange(events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0)],
    [labels.recordHash, recordHash],
    [labels.planHash, state.basis.plan.hash],
  ];
  const facts = [
    { heading: labels.item, width: 26 },
    { heading: labels.stated, width: 74 },
  ];
  return [
    { heading: headings.annexEvents, blocks: [tables.table(words.captions.events, columns, rows)], sections: [] },
    {
      heading: headings.annexRecord,
      blocks: [tables.table(words.captions.record, facts, record), paragraph(words.recordNote)],
      sections: [],
    },
  ];
}
