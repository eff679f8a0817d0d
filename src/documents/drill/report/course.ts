import { actionCounts, injectsOf } from '../../../domain/drill/index.js';
import type { DrillEventOf, InjectState } from '../../../domain/drill/index.js';
import { MINUTE } from '../../../domain/time.js';
import type { Duration } from '../../../domain/time.js';
import { drillEndWords, formatDuration, injectStatusWords, playedByWords } from '../../../domain/words/index.js';
import { soughtWords } from '../../../domain/words/scenarioWords.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { barChart, FILLS } from '../charts/bars.js';
import type { Bar } from '../charts/bars.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';

/** What was played, what came of it, and how long that took. */
export function course(context: ReportContext): Section {
  const { words, state } = context;
  return {
    heading: words.headings.course,
    blocks: [],
    sections: [
      sub(words.headings.turns, ...turns(context).map(paragraph)),
      sub(words.headings.injects, ...injectTable(context), ...chart(context)),
    ].filter(({ blocks }) => blocks.length > 0 || state.status === 'running'),
  };
}

function turns(context: ReportContext): string[] {
  const { words, state, events, say, lang, time, line } = context;
  const { ended, scenario } = state;
  const all = Object.entries(state.injects);
  const written = scenario.injects.map(({ id }) => id);
  const played = written.filter((id) => state.injects[id]?.status === 'played');
  const counts = actionCounts(state);
  const cutShort = actionsOf(context).filter(({ one }) => one.status === 'open').length;
  const left = all
    .filter(([, { status }]) => status !== 'played')
    .map(([id, { status }]) => {
      // What waited when it ended waits no more.
      const isKnown = ended === undefined || status !== 'waiting';
      return `${id}${isKnown ? words.bracket(injectStatusWords(status, lang)) : ''}`;
    });
  const stops = events.filter((event) => event.type === 'paceSet' && event.clock.pace === 0).length;
  const why = events.findLast((event): event is DrillEventOf<'conductEnded'> => event.type === 'conductEnded');
  return [
    words.course({ played: played.length, all: written.length, added: all.length - written.length, ...counts }),
    ...(cutShort > 0 && ended !== undefined ? [words.cutShortCount(cutShort)] : []),
    ...(counts.simulated > 0 ? [words.simulatedCount(counts.simulated)] : []),
    ...(left.length > 0 ? [words.notPlayed(say.list(left))] : []),
    words.pauses(stops, words.paces(pacesOf(context))),
    ...(ended === undefined
      ? []
      : [
          words.ending({
            why: drillEndWords(ended.why, lang),
            at: time(ended.at),
            reason: why?.texts === undefined ? '' : line(why.texts.reason),
          }),
        ]),
  ];
}

/** Each that it has gone by, the slowest first. */
function pacesOf({ events }: ReportContext): number[] {
  const clocks = events.flatMap((event) => (event.type === 'started' || event.type === 'paceSet' ? [event.clock] : []));
  return [...new Set(clocks.map(({ pace }) => pace).filter((pace) => pace > 0))].sort((a, b) => a - b);
}

export interface Action {
  inject: string;
  number: number;
  /** What was expected, in words, and by whom. */
  what: string;
  posts: string[];
  within: Duration;
  took: Duration | undefined;
  /** How long before it was asked for. */
  before: Duration | undefined;
  one: InjectState['actions'][number];
}

/** Every expected action of what was played. */
export function actionsOf(context: ReportContext): Action[] {
  const { state, names, lang } = context;
  return injectsOf(state).flatMap(({ id, expects }) => {
    const { playedAt, actions = [] } = state.injects[id] ?? {};
    if (playedAt === undefined) return [];
    return expects.map((expected, i): Action => {
      const one = actions[i]!;
      const after = one.at === undefined || one.status === 'missed' ? undefined : one.at - playedAt;
      const isEarly = one.status === 'seen' && after !== undefined && after < 0;
      return {
        ...{ inject: id, number: i + 1, what: soughtWords(expected, names, lang), one },
        ...{ posts: expected.by ?? [], within: expected.within },
        took: isEarly ? undefined : after,
        before: isEarly ? -after : undefined,
      };
    });
  });
}

function injectTable(context: ReportContext): Block[] {
  const { words, state, scenario, book, lang, events, line } = context;
  const { labels } = words;
  const actions = actionsOf(context);
  const added = events.filter((event): event is DrillEventOf<'injectAdded'> => event.type === 'injectAdded');
  const written = scenario.injects.map(({ id, event }) => ({ id, event: book.t(event), note: '' }));
  const byHand = added.map(({ inject, texts }) => ({ id: inject, event: line(texts.event), note: words.added }));
  const rows = [...written, ...byHand].flatMap(({ id, event, note }): string[][] => {
    const one = state.injects[id];
    if (one?.playedAt === undefined) return [];
    const since = state.startedAt === undefined ? '' : `+${span(one.playedAt - state.startedAt, context)}`;
    const head = [
      `${id}${note}`,
      since,
      one.by === undefined ? '' : playedByWords(one.by, lang),
      one.contingency === true ? words.contingency : '',
    ].filter((text) => text !== '');
    const own = actions.filter(({ inject }) => inject === id);
    if (own.length === 0) return [[head.join('\n'), event, words.blank, words.blank, words.noActions]];
    return own.map((action, i) => [
      i === 0 ? head.join('\n') : '',
      [...(i === 0 ? [event] : []), `→ ${action.what}`].join('\n'),
      span(action.within, context),
      timeTaken(action, context) ?? words.blank,
      [outcome(action, context), actor(action, context)].filter((text) => text !== '').join('\n'),
    ]);
  });
  return table(
    words.captions.injects,
    [
      [labels.inject, 20],
      [labels.event, 38],
      [labels.allowed, 12],
      [labels.took, 12],
      [labels.outcome, 18],
    ],
    rows,
  );
}

export function outcome({ one, before }: Action, { words, state }: ReportContext): string {
  const isCutShort = one.status === 'open' && state.ended !== undefined;
  const said = isCutShort ? words.cutShort : before !== undefined ? words.early : words.outcomes[one.status];
  return `${said}${one.simulated === true ? words.simulated : ''}`;
}

function timeTaken({ took, before }: Action, context: ReportContext): string | undefined {
  if (before !== undefined) return context.words.before(span(before, context));
  return took === undefined ? undefined : span(took, context);
}

/** Who did it; of what nobody did the posts that it was expected of. */
export function actor({ one, posts }: Action, { incident, say }: ReportContext): string {
  const event = incident?.events.find(({ seq }) => seq === one.seenIn);
  if (event !== undefined && one.status !== 'missed') return say.actor(event.actor);
  return say.list(posts.map(say.post));
}

/** To the minute, but below one. */
export function span(duration: Duration, { lang }: ReportContext): string {
  return formatDuration(duration < MINUTE ? duration : Math.round(duration / MINUTE) * MINUTE, lang);
}

/** A bar as long as all the time there was; what took twice as long is cut off. */
const LONGEST = 2;

function chart(context: ReportContext): Block[] {
  const { words, lang } = context;
  const { charts } = words;
  const bars = actionsOf(context).map((action): Bar => {
    const { inject, number, what, within, took, one } = action;
    const of = within > 0 ? within : MINUTE;
    const name = `${inject}-${number}　${what}`;
    const told =
      took === undefined
        ? (timeTaken(action, context) ?? outcome({ ...action, one: { status: one.status } }, context))
        : `${span(took, context)} / ${span(within, context)}`;
    const isMissed = one.status === 'missed';
    return {
      name: lang === 'en' ? name.replace('　', '  ') : name,
      allowed: 1,
      value: isMissed ? 1 : took === undefined ? 0 : Math.max(took / of, 0.01),
      fill: isMissed ? FILLS.none : one.status === 'late' ? FILLS.late : FILLS.good,
      dashed: isMissed,
      text: `${told}${one.status === 'late' ? words.bracket(charts.late) : ''}${one.simulated === true ? words.simulated : ''}`,
    };
  });
  if (bars.length === 0) return [];
  // A page holds so many; a chart that goes on for longer would be too small to read.
  const pages = Array.from({ length: Math.ceil(bars.length / ROWS) }, (_, i) => bars.slice(i * ROWS, (i + 1) * ROWS));
  return pages.map((page, i) => ({
    kind: 'figure',
    figure: barChart({
      id: `injects${i + 1}`,
      caption: pages.length === 1 ? charts.injects : `${charts.injects}${words.bracket(`${i + 1}/${pages.length}`)}`,
      description: charts.injectsAbout,
      bars: page,
      longest: LONGEST,
      nameWidth: 250,
      legend: [
        { fill: FILLS.allowed, text: charts.allowed },
        { fill: FILLS.good, text: charts.inTime },
        { fill: FILLS.late, text: charts.late },
        { fill: FILLS.none, dashed: true, text: charts.missed },
        { fill: FILLS.late, cut: true, text: charts.cut },
      ],
    }),
  }));
}

const ROWS = 18;
