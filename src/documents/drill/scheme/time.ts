import { latestEnd, staffOf } from '../../../domain/drill/index.js';
import { formatDuration } from '../../../domain/words/index.js';
import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import type { SchemeContext } from './context.js';
import { groups } from './people.js';

export function beginsAt({ words, state, time }: SchemeContext): string {
  return state.plannedAt === undefined ? words.beginsByHand : words.begins(time(state.plannedAt));
}

export function scope(context: SchemeContext): Block[] {
  const { words, state, scenario, book, names, say, lang, copy } = context;
  const counts = groups(context).map(({ name, people }) => words.group({ name, people: people.length }));
  return [
    paragraph(
      words.timeLine({
        kind: book.t(book.choice(scenario.kind)),
        ...(copy === 'players' ? {} : { category: names.category(scenario.category, lang) }),
        begins: beginsAt(context),
      }),
    ),
    paragraph(words.clocks),
    paragraph(length(context)),
    paragraph(words.place[scenario.kind]),
    paragraph(
      words.scope({ players: state.roles.players.length, groups: say.list(counts), staff: staffOf(state).length }),
    ),
    ...(state.simulateAbsent ? [paragraph(words.absent)] : []),
  ];
}

function length(context: SchemeContext): string {
  const { words, state, scenario, book, lang } = context;
  const pace = paceOf(context);
  const end = latestEnd(state);
  const planned = { duration: book.span(scenario.duration), latest: formatDuration(end, lang) };
  if (pace === 0) return words.lengthFromStill(planned);
  if (pace === 1) return words.length(planned);
  return words.lengthAtPace({
    ...{ ...planned, pace },
    real: formatDuration(state.scenario.duration / pace, lang),
    latestReal: formatDuration(end / pace, lang),
  });
}

/** By the scheme; what somebody has set since the start is no part of it. */
function paceOf({ events, state }: SchemeContext): number {
  const paces = events.flatMap((event) => {
    return event.type === 'schemeDrafted' || event.type === 'schemeRevised' ? (event.pace ?? []) : [];
  });
  return paces.at(-1) ?? state.pace;
}
