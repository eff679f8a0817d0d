import { requestSums } from '../../domain/incident/index.js';
import type { IncidentEvent } from '../../domain/incident/index.js';
import type { TaskId } from '../../domain/plan/compiled.js';
import { amountWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { decisions, levels } from './decided.js';
import { ending } from './ending.js';
import { allOf } from './find.js';
import { sub } from './section.js';
import type { Content } from './section.js';
import { teams } from './teams.js';

/** Why each level, who came, what was done and to what effect, with what, under whose command, until its end. */
export function rescue(context: ReportContext): Content {
  const { headings } = context.sectionWords;
  return {
    blocks: [],
    sections: [
      sub(headings.levels, ...levels(context)),
      sub(headings.teams, ...teams(context), ...partners(context)),
      sub(headings.measuresTaken, ...tasks(context)),
      sub(headings.resources, ...resources(context)),
      sub(headings.handovers, ...handovers(context)),
      sub(headings.decisions, ...decisions(context)),
      sub(headings.ending, ...ending(context)),
    ],
  };
}

function partners(context: ReportContext): Block[] {
  const items = allOf(context.events, 'partnerAnswered', 'partnerReplied').map(context.plain);
  if (items.length === 0) return [];
  return [paragraph(context.sectionWords.rescue.partners), { kind: 'list', items }];
}

/** What was finished, and what was not to be done and why, each once, in order. */
function tasks(context: ReportContext): Block[] {
  const { words, sectionWords, tables, say } = context;
  const { columns } = sectionWords;
  const last = new Map<TaskId, IncidentEvent>();
  for (const event of allOf(context.events, 'taskFinished', 'taskSkipped')) last.set(event.task, event);
  const rows = allOf(context.events, 'taskFinished', 'taskSkipped')
    .filter((event) => last.get(event.task) === event)
    .map((event) => [
      taskName(context, event.task),
      nameOf(say, event.actor),
      context.timeCell(event.at),
      event.type === 'taskSkipped'
        ? sectionWords.rescue.skipped(say.quote(event.texts.reason))
        : result(context, event),
    ]);
  if (rows.length === 0) return [paragraph(sectionWords.rescue.noTask)];
  return [
    tables.table(
      sectionWords.captions.tasks,
      [
        { heading: columns.task, width: 26 },
        { heading: columns.owner, width: 14 },
        { heading: columns.finishedAt, width: 16 },
        { heading: columns.result, width: 44 },
      ],
      rows.map((row) => row.map((cell) => cell || words.blank)),
    ),
  ];
}

function result(context: ReportContext, { texts }: Extract<IncidentEvent, { type: 'taskFinished' }>): string {
  const { rescue: say } = context.sectionWords;
  const { note, finding, link, fileName } = texts ?? {};
  return [
    ...(note === undefined ? [] : [context.text(note)]),
    ...(finding === undefined || finding === note ? [] : [context.text(finding)]),
    ...(link === undefined ? [] : [say.link(context.line(link))]),
    ...(fileName === undefined ? [] : [say.evidence(context.line(fileName))]),
  ].join('\n');
}

/** What was asked for of each, and what became of it. */
function resources(context: ReportContext): Block[] {
  const { sectionWords, state, say, names, lang, tables } = context;
  const { columns } = sectionWords;
  const rows = Object.values(state.resources.requests).map((one) => {
    const { sent, there, returned, consumed, damaged } = requestSums(one);
    const amounts = {
      sent: sent + there + returned + consumed + damaged,
      returned,
      consumed,
      damaged,
      out: sent + there,
    };
    const told = USES.filter((use) => amounts[use] > 0).map((use) =>
      sectionWords.rescue.uses[use](amountWords(one.resource, amounts[use], say)),
    );
    return [
      names.resource(one.resource, lang),
      amountWords(one.resource, one.quantity, say),
      told.length === 0 ? sectionWords.rescue.notSent : say.list(told),
    ];
  });
  if (rows.length === 0) return [paragraph(sectionWords.rescue.noResource)];
  return [
    tables.table(
      sectionWords.captions.resources,
      [
        { heading: columns.resource, width: 40 },
        { heading: columns.asked, width: 18 },
        { heading: columns.usedFor, width: 42 },
      ],
      rows,
    ),
  ];
}

const USES = ['sent', 'returned', 'consumed', 'damaged', 'out'] as const;

/** Who commanded, and how command passed. */
function handovers(context: ReportContext): Block[] {
  const { sectionWords, events, say, state } = context;
  const { commander } = state.basis.plan.command;
  const held = events.flatMap((event) => {
    if (event.type === 'postFilled' && event.post === commander) return [event.person];
    return event.type === 'commandPassed' && event.post === commander ? [event.to] : [];
  });
  const turns = allOf(events, 'commandPassed', 'handoverDeclined', 'handoverUnanswered', 'handoverWithdrawn');
  const people = held.filter((person, i) => person !== held[i - 1]).map(say.person);
  return [
    ...(people.length === 0 ? [] : [paragraph(sectionWords.rescue.commander(people.length, say.list(people)))]),
    ...(turns.length === 0
      ? [paragraph(sectionWords.rescue.noHandover)]
      : [{ kind: 'list' as const, items: turns.map(context.plain) }]),
  ];
}
