import { formatDate } from '../../../domain/words/index.js';
import type { SignaturePage, Table } from '../../model.js';
import { table } from '../parts.js';
import { standingOf } from './context.js';
import type { ReportContext } from './context.js';

/** The evaluators sign, and command says what it accepts. */
export function signatures(context: ReportContext): SignaturePage {
  const { words, state, say, names, lang, zone, now, submitted, decided } = context;
  const standing = standingOf(context);
  const { labels } = words;
  const { director, evaluators } = state.roles;
  const organisation = names.organisation(lang);
  const people: [string, string][] = [
    [director, evaluators.includes(director) ? words.parts.leaderToo : words.parts.leader],
    ...evaluators
      .filter((person) => person !== director)
      .map((person): [string, string] => [person, words.parts.evaluator]),
  ];
  const rows = [
    ...people.map(([person, part]) => [say.person(person), organisation, part, '', '']),
    ...state.rules.submittedTo.map((person) => [say.person(person), organisation, words.parts.command, '', '']),
  ];
  const signed = signOffs(context);
  return {
    heading: words.headings.signatures,
    note: [words.signaturesNote, decided === undefined ? words.adopted : words.decided(standing)].join('\n'),
    table: tableOf(
      words.captions.signatures,
      [
        [labels.name, 16],
        [labels.unit, 34],
        [labels.part, 16],
        [labels.signature, 18],
        [labels.date, 16],
      ],
      rows,
    )!,
    ...(signed === undefined ? {} : { signed }),
    seal: words.seal,
    organisation,
    date: formatDate(submitted?.at ?? now, lang, zone),
  };
}

function signOffs(context: ReportContext): Table | undefined {
  const { words, submitted, decided, say, hashAt } = context;
  const { labels } = words;
  const rows = [submitted, decided].flatMap((event) =>
    event === undefined
      ? []
      : [
          [
            words.acts[event.type],
            `${say.actor(event.actor)}${event.simulated === true ? words.simulated : ''}`,
            context.timeCell(event.at),
            String(event.seq),
            hashAt(event.seq),
          ],
        ],
  );
  return tableOf(
    words.captions.signed,
    [
      [labels.act, 16],
      [labels.by, 19],
      [labels.time, 19],
      [labels.seq, 10],
      [labels.recordHash, 36],
    ],
    rows,
  );
}

function tableOf(...[caption, columns, rows]: Parameters<typeof table>): Table | undefined {
  const [made] = table(caption, columns, rows);
  return made?.kind === 'table' ? made.table : undefined;
}
