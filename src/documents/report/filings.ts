import type { FilingMargin } from '../../domain/metrics/index.js';
import { sitrepName } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { allOf } from './find.js';
import { opinion } from './opinion.js';
import { publications } from './publications.js';
import { sub } from './section.js';
import type { Content } from './section.js';

/** What was told to authorities, inside, and to the public; and what the public said. */
export function filings(context: ReportContext): Content {
  const { headings } = context.sectionWords;
  return {
    blocks: [],
    sections: [
      sub(headings.legal, ...legal(context)),
      sub(headings.sitreps, ...sitreps(context)),
      sub(headings.publications, ...publications(context)),
      sub(headings.opinion, ...opinion(context)),
    ],
  };
}

/** Those that nobody has called for, and whose time has not come, are only counted: a plan has many. */
function legal(context: ReportContext): Block[] {
  const { sectionWords, metrics, tables } = context;
  const { columns } = sectionWords;
  const isListed = ({ outcome, undecided }: FilingMargin): boolean => outcome !== 'open' || undecided !== true;
  const { items } = metrics.filings;
  const rows = items.filter(isListed).map((item) => filingRow(context, item));
  const left = items.length - rows.length;
  const undecided = left === 0 ? [] : [paragraph(sectionWords.filings.undecided(left))];
  if (rows.length === 0) return [paragraph(sectionWords.filings.none), ...undecided];
  return [
    tables.table(
      sectionWords.captions.filings,
      [
        { heading: columns.matter, width: 28 },
        { heading: columns.clock, width: 18 },
        { heading: columns.limit, width: 18 },
        { heading: columns.filed, width: 18 },
        { heading: columns.margin, width: 18 },
      ],
      rows,
    ),
    ...undecided,
  ];
}

function filingRow(context: ReportContext, item: FilingMargin): string[] {
  const { words, sectionWords, names, lang, state } = context;
  const { marks, notRunning, noLimit } = sectionWords.filings;
  const { obligation, due, filedAt, undecided, own, theirs, unverified } = item;
  const start = state.obligations.duties[obligation]?.start;
  const notes = [
    undecided && marks.undecided,
    own && marks.own,
    theirs && marks.theirs,
    unverified && marks.unverified,
  ].filter((note) => note !== undefined);
  return [
    [names.obligation(obligation, lang), ...notes].join('\n'),
    start === undefined ? notRunning : context.timeCell(start),
    due === undefined ? (start === undefined ? words.blank : noLimit) : context.timeCell(due),
    filedAt === undefined ? words.blank : context.timeCell(filedAt),
    margin(context, item),
  ];
}

function margin({ words, sectionWords, say }: ReportContext, { outcome, margin: left = 0, late = 0 }: FilingMargin) {
  const { lateBy, missed, open } = sectionWords.filings;
  switch (outcome) {
    case 'on_time':
      return say.duration(left);
    case 'late':
      return lateBy(say.duration(late));
    case 'missed':
      return missed(say.duration(late));
    case 'open':
      return open;
    case 'no_limit':
      return words.blank;
  }
}

function sitreps(context: ReportContext): Block[] {
  const { words, sectionWords, events, say, lang, tables } = context;
  const { columns } = sectionWords;
  const rows = allOf(events, 'sitrepReleased').map(({ number, at, actor, dueAt, authority }) => [
    sitrepName(number, lang),
    context.timeCell(dueAt),
    context.timeCell(at),
    nameOf(say, actor),
    say.post(authority),
  ]);
  if (rows.length === 0) return [paragraph(sectionWords.filings.noSitrep)];
  return [
    tables.table(
      sectionWords.captions.sitreps,
      [
        { heading: columns.sitrep, width: 22 },
        { heading: columns.dueAt, width: 20 },
        { heading: words.labels.time, width: 20 },
        { heading: columns.releasedBy, width: 16 },
        { heading: words.labels.post, width: 22 },
      ],
      rows,
    ),
  ];
}
