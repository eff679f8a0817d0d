import { isUnknown } from '../../domain/metrics/index.js';
import { unknownWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { callOutcomes } from './calls.js';
import type { ReportContext } from './context.js';

/** Each team that was called, in numbers of people; everybody by name stands in an annex. */
export function teams(context: ReportContext): Block[] {
  const { words, sectionWords, tables, events, say } = context;
  const { columns } = sectionWords;
  const outcomes = callOutcomes(events).filter(({ target }) => target.kind === 'team');
  const ids = [...new Set(outcomes.map(({ target }) => target.id))];
  if (ids.length === 0) return [paragraph(sectionWords.rescue.noTeam)];
  const rows = ids.map((id) => {
    const own = outcomes.filter(({ target }) => target.id === id);
    const count = (is: (outcome: (typeof own)[number]) => boolean): string =>
      say.count(new Set(own.filter(is).map(({ person }) => person)).size);
    return [
      say.target({ kind: 'team', id }),
      context.timeCell(own[0]?.calledAt),
      count(() => true),
      count(({ acknowledgedAt }) => acknowledgedAt !== undefined),
      count(({ arrivedAt }) => arrivedAt !== undefined),
      complete(context, id),
    ];
  });
  return [
    tables.table(
      sectionWords.captions.teams,
      [
        { heading: columns.team, width: 20 },
        { heading: words.labels.calledAt, width: 22 },
        { heading: columns.called, width: 12 },
        { heading: columns.acknowledged, width: 12 },
        { heading: columns.arrived, width: 12 },
        { heading: columns.complete, width: 22 },
      ],
      rows,
    ),
  ];
}

/** Of the first mobilisation. */
function complete({ words, metrics, say, lang }: ReportContext, team: string): string {
  const run = metrics.quorums.find((one) => one.team === team);
  if (run === undefined) return words.blank;
  return isUnknown(run.time) ? unknownWords(run.time.unknown, lang) : words.after(say.duration(run.time.value));
}
