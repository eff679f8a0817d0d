import type { DrillEvent } from '../../../domain/drill/index.js';
import type { Instant } from '../../../domain/time.js';
import type { Block, Table } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { table } from '../parts.js';
import type { SchemeContext } from './context.js';

type Act = keyof SchemeContext['words']['acts'];
type Acting = Extract<DrillEvent, { type: Act }>;

const ACTS: readonly string[] = [
  'schemeDrafted',
  'schemeSubmitted',
  'schemeRevised',
  'schemeApproved',
  'schemeReturned',
  'calledOff',
] satisfies Act[];

function actsOf({ events }: SchemeContext): Acting[] {
  return events.filter((event): event is Acting => ACTS.includes(event.type));
}

/** Who drafted it, with the post that the draft knew of. */
export function author(context: SchemeContext): { name: string; post: string } {
  const { words, say, state } = context;
  const drafted = actsOf(context).find(({ type }) => type === 'schemeDrafted');
  const [post] = state.draftedBy === undefined ? [] : (state.rules.departments[state.draftedBy] ?? []);
  return {
    name: drafted === undefined ? words.blank : byOf(context, drafted),
    post: post === undefined ? words.blank : say.post(post),
  };
}

/** Since when it holds as it stands: a change or a return takes an approval back. */
export function approvedAt(context: SchemeContext): Instant | undefined {
  const last = actsOf(context).findLast(({ type }) => type !== 'schemeSubmitted' && type !== 'calledOff');
  return last?.type === 'schemeApproved' ? last.at : undefined;
}

export function approval(context: SchemeContext): Block[] {
  const { words, line } = context;
  const { labels } = words;
  const acts = actsOf(context);
  const rows = acts.map((event) => {
    const said = 'texts' in event ? Object.values(event.texts).map(line).join('\n') : '';
    return [words.acts[event.type], byOf(context, event), context.timeCell(event.at), said || words.blank];
  });
  return [
    ...table(
      words.captions.approval,
      [
        [labels.act, 16],
        [labels.by, 24],
        [labels.when, 20],
        [labels.remarks, 40],
      ],
      rows,
    ),
    ...(acts.length < 2 ? [paragraph(words.notYet)] : []),
  ];
}

function byOf({ say, words }: SchemeContext, { actor, simulated }: DrillEvent): string {
  return `${say.actor(actor)}${simulated === true ? words.simulated : ''}`;
}

/** By whom it was approved, with the place in the record that proves it. */
export function signOffs(context: SchemeContext): Table | undefined {
  const { words, hashAt } = context;
  const { labels } = words;
  const acts = actsOf(context);
  if (approvedAt(context) === undefined) return undefined;
  const last = (['schemeSubmitted', 'schemeApproved'] as const).flatMap(
    (type) => acts.findLast((event) => event.type === type) ?? [],
  );
  const [signed] = table(
    words.captions.approval,
    [
      [labels.act, 12],
      [labels.by, 20],
      [labels.when, 20],
      [labels.seq, 10],
      [labels.recordHash, 38],
    ],
    last.map((event) => [
      words.acts[event.type],
      byOf(context, event),
      context.timeCell(event.at),
      String(event.seq),
      hashAt(event.seq),
    ]),
  );
  return signed?.kind === 'table' ? signed.table : undefined;
}
