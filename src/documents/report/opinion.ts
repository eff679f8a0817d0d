import { sentimentWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { OpinionEntry } from './aftermathInput.js';
import type { ReportContext } from './context.js';

/** How it moved, and entry by entry what was said and what was replied. */
export function opinion(context: ReportContext): Block[] {
  const { words, sectionWords, aftermath, tables, say, time } = context;
  const { columns } = sectionWords;
  const { opinionEnded } = aftermath;
  const entries = (aftermath.opinion ?? []).toSorted((a, b) => a.observedAt - b.observedAt);
  const ended =
    opinionEnded === undefined
      ? []
      : [
          paragraph(
            sectionWords.filings.opinionEnded({
              at: time(opinionEnded.at),
              reason: say.quote(opinionEnded.reason),
            }),
          ),
        ];
  if (entries.length === 0) return [paragraph(sectionWords.filings.noOpinion), ...ended];
  return [
    ...trend(context, entries),
    tables.table(
      sectionWords.captions.opinion,
      [
        { heading: words.labels.time, width: 16 },
        { heading: columns.source, width: 16 },
        { heading: columns.volume, width: 15 },
        { heading: columns.sentiment, width: 15 },
        { heading: columns.claim, width: 38 },
      ],
      entries.map((entry) => row(context, entry)),
    ),
    ...ended,
  ];
}

/** Only where it was counted, and of each source apart: what two of them count cannot be compared. */
function trend({ sectionWords, say }: ReportContext, entries: OpinionEntry[]): Block[] {
  const { trend: told, trends } = sectionWords.filings;
  // Of a source that was erased nothing tells whether it is the same.
  const sources = new Set(entries.flatMap(({ source }) => (source === '' ? [] : [source])));
  const moved = [...sources].flatMap((source) => {
    const own = entries.filter((entry) => entry.source === source);
    const volumes = own.flatMap(({ volume }) => (volume === undefined ? [] : [volume]));
    if (volumes.length < 2) return [];
    const [first, last] = [volumes[0]!, volumes.at(-1)!];
    return [told({ source: say.quote(source), entries: own.length, first, most: Math.max(...volumes), last })];
  });
  if (moved.length < 2) return moved.map(paragraph);
  return [paragraph(trends(entries.length)), { kind: 'list', items: moved }];
}

function row(context: ReportContext, entry: OpinionEntry): string[] {
  const { words, sectionWords, line, stamp } = context;
  const { usual, reply, noReply } = sectionWords.filings;
  const { observedAt, source, volume, sentiment, replies } = entry;
  const texts = (['claim', 'note', 'link'] as const).flatMap((key) => (key in entry ? [line(entry[key])] : []));
  const counted = volume === undefined ? words.blank : String(volume);
  return [
    context.timeCell(observedAt),
    line(source),
    entry.usual === undefined ? counted : `${counted}\n${usual(entry.usual)}`,
    sentiment === undefined ? words.blank : sentimentWords(sentiment, context.lang),
    [
      ...texts,
      ...(replies.length === 0 ? [noReply] : replies.map(({ at, text }) => reply({ at: stamp(at), text: line(text) }))),
    ].join('\n'),
  ];
}
