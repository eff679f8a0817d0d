import type { DrillEvent, DrillEventOf } from '../../../domain/drill/index.js';
import { holdersBefore } from '../../../domain/plan/peopleChange.js';
import { drillEventWords, eventWords, postsHeld } from '../../../domain/words/index.js';
import type { PostOf } from '../../../domain/words/index.js';
import { NOTICE_SENTENCES } from '../../../domain/words/noticeSentences.js';
import { simulatedIn } from '../../../domain/words/drills/simulated.js';
import type { Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { isTurn } from '../../report/turns.js';
import { statesAlong } from '../../statesAlong.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';
import { withheld } from './basics.js';

export function annexes(context: ReportContext): Section[] {
  return [timeline(context), story(context), observations(context), withheldAnnex(context)].filter(
    (section) => section !== undefined,
  );
}

type Played = NonNullable<ReportContext['incident']>;

/** What tells of the machinery alone, or stands in a section of its own. */
const ELSEWHERE: readonly DrillEvent['type'][] = [
  'settled',
  'refused',
  'observed',
  'rated',
  'actionSeen',
  'actionMissed',
  'actionExcused',
  'feedbackGiven',
  'feedbackCounted',
];

function timeline(context: ReportContext): Section {
  const { words, events, names, lang, zone } = context;
  const { labels } = words;
  const rows = events
    .filter(({ type }) => !ELSEWHERE.includes(type))
    .map((event) => [context.timeCell(event.at), simulatedIn(drillEventWords(event, names, lang, zone), lang)]);
  return sub(
    words.headings.timeline,
    paragraph(words.zone(context.zoneName)),
    ...table(
      words.captions.timeline,
      [
        [labels.time, 20],
        [labels.what, 80],
      ],
      rows,
    ),
  );
}

/** The turns of the incident that was played, in its own time. */
function story(context: ReportContext): Section | undefined {
  const { words, incident, names, lang } = context;
  const { labels } = words;
  if (incident === undefined) return undefined;
  const postsBefore = postsAlong(incident);
  const rows = incident.events
    .filter(isTurn)
    .map((event) => [
      context.timeCell(event.at),
      simulatedIn(eventWords(event, names, lang, postsBefore(event.seq)), lang),
      String(event.seq),
    ]);
  return sub(
    words.headings.story,
    paragraph(words.zone(context.zoneName)),
    ...table(
      words.headings.story,
      [
        [labels.story, 20],
        [labels.what, 68],
        [labels.seq, 12],
      ],
      rows,
    ),
  );
}

/** Who held what before an event. Before a move to another plan nobody: the state knows only the last one. */
function postsAlong({ state, events }: Played): (seq: number) => PostOf {
  const moved = events.findLast(({ type }) => type === 'planMoved')?.seq ?? 0;
  const holders = events.reduceRight(
    (now, event) => (event.type === 'peopleChanged' || event.type === 'preempted' ? holdersBefore(now, event) : now),
    state.basis.holders,
  );
  const stateAt = statesAlong({ ...state.basis, holders }, events);
  return (seq) => (seq <= moved ? new Map() : postsHeld(stateAt(seq - 1)));
}

function observations(context: ReportContext): Section | undefined {
  const { words, events, say, line } = context;
  const { labels } = words;
  const noted = events.filter((event): event is DrillEventOf<'observed'> => event.type === 'observed');
  if (noted.length === 0) return undefined;
  const rows = noted.map(({ at, actor, criterion, inject, texts }) => {
    const on = [criterion, inject].filter((one) => one !== undefined);
    return [
      context.timeCell(at),
      say.actor(actor),
      `${line(texts.note)}${on.length === 0 ? '' : words.observationOn(say.list(on))}`,
    ];
  });
  return sub(
    words.headings.observations,
    ...table(
      words.captions.observations,
      [
        [labels.time, 20],
        [labels.by, 22],
        [labels.note, 58],
      ],
      rows,
    ),
  );
}

function withheldAnnex(context: ReportContext): Section | undefined {
  const { words, lang, say } = context;
  const { labels } = words;
  const people = withheld(context);
  if (people.length === 0) return undefined;
  const rows = people.map(({ person, templates }) => [
    context.withPost(person),
    say.list(templates.map((template) => NOTICE_SENTENCES[lang][template].name)),
  ]);
  return sub(
    words.headings.withheld,
    ...table(
      words.captions.withheld,
      [
        [labels.name, 40],
        [labels.notices, 60],
      ],
      rows,
    ),
  );
}
