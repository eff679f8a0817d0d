import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS, MARKS_WORDS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say, section } from '../parts.js';

/** 应急终止. */
export function termination(context: PlanContext) {
  return section(context, WORDS.heading, [
    ...say(context, WORDS.note),
    ...criteria(context),
    ...signatures(context),
    ...watch(context),
  ]);
}

function criteria({ document: plan, names, t, table }: PlanContext): Block[] {
  return table(
    WORDS.criteria,
    [
      [WORDS.criterion, 54],
      [LABELS.level, 24],
      [WORDS.confirmedBy, 22],
    ],
    plan.termination.criteria.map(({ text, levels, confirmedBy, marks }) => [
      [t(text), ...(marks === undefined ? [] : [t(MARKS_WORDS[marks])])].join('\n'),
      names.levels(levels),
      confirmedBy === undefined ? NONE : names.post(confirmedBy),
    ]),
  );
}

function signatures(context: PlanContext): Block[] {
  const { names, either, document: plan } = context;
  const { secondSignature, override } = plan.termination;
  const second =
    secondSignature.length === 0
      ? { 'zh-CN': '各级响应由一人提议即可终止。', en: 'At every level one person may end the response.' }
      : {
          'zh-CN': `${names.levels(secondSignature)}须由一人提议、另一人同意方可终止。`,
          en: `One person proposes the end and another confirms it at: ${names.levels(secondSignature)}.`,
        };
  if (override === undefined) return say(context, second);
  return say(context, second, {
    'zh-CN': `终止条件尚未全部满足而确需终止的，由${either(override.posts.map(names.post))}说明理由提出，并由${either(override.secondPosts.map(names.post))}作为第二人签署。`,
    en: `With criteria still open, the response may be ended only by the ${either(override.posts.map(names.post))}, for a stated reason, with the ${either(override.secondPosts.map(names.post))} signing as the second person.`,
  });
}

function watch(context: PlanContext): Block[] {
  const { document: plan, names, span, table } = context;
  const rows = (plan.termination.watch ?? []).map(({ levels, for: length }) => [names.levels(levels), span(length)]);
  if (rows.length === 0) return [];
  const body = table(
    WORDS.watch,
    [
      [LABELS.level, 60],
      [WORDS.watchFor, 40],
    ],
    rows,
  );
  return [...say(context, WORDS.watchNote), ...body];
}

const WORDS = {
  heading: { 'zh-CN': '应急终止', en: 'End of the response' },
  note: {
    'zh-CN': '下列条件全部满足后，由有权岗位宣布应急终止，解除动员的人员，通知有关各方。',
    en: 'When all of the following criteria are met, a post with the authority declares the end; whoever was called is stood down and everybody concerned is told.',
  },
  criteria: { 'zh-CN': '终止条件', en: 'Criteria for the end' },
  criterion: { 'zh-CN': '条件', en: 'Criterion' },
  confirmedBy: { 'zh-CN': '确认岗位', en: 'Confirmed by' },
  watch: { 'zh-CN': '观察期', en: 'Watch after the end' },
  watchFor: { 'zh-CN': '观察时间', en: 'Watched for' },
  watchNote: {
    'zh-CN': '终止后进入观察期；观察期内复发的，恢复响应。',
    en: 'After the end the incident is watched; a recurrence reopens the response.',
  },
} satisfies Record<string, Bilingual>;
