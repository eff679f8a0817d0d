import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say } from '../parts.js';
import { holderNames } from '../people.js';

/** 组织机构与岗位一览: every post in one table, command first. */
export function posts(context: PlanContext): Block[] {
  const { document: plan, names, t, table } = context;
  const { commander, deputies } = plan.command;
  const row = ({ id, name, team, deputies: next }: (typeof plan.posts)[number], i: number): string[] => [
    String(i + 1),
    team === undefined ? t(WORDS.command) : names.team(team),
    [t(name), ...(plan.teams.some(({ lead }) => lead === id) ? [t(WORDS.lead)] : [])].join('\n'),
    holderNames(context, id),
    names.posts(next ?? (id === commander ? deputies : [])) || NONE,
  ];
  const command = plan.posts.filter(({ team }) => team === undefined);
  const teams = plan.teams.flatMap((team) => plan.posts.filter((post) => post.team === team.id));
  return [
    ...say(context, WORDS.note),
    ...table(
      WORDS.caption,
      [
        [LABELS.number, 8],
        [LABELS.team, 20],
        [LABELS.post, 24],
        [LABELS.holders, 24],
        [LABELS.deputies, 24],
      ],
      [...command, ...teams].map(row),
    ),
  ];
}

const WORDS = {
  note: {
    'zh-CN': '组织机构图和各岗位职责见第2章。',
    en: 'Chapter 2 has the organisation chart and the duties of every post.',
  },
  caption: { 'zh-CN': '应急岗位一览', en: 'Posts at a glance' },
  command: { 'zh-CN': '应急指挥部', en: 'Command' },
  lead: { 'zh-CN': '（组长）', en: '(lead)' },
} satisfies Record<string, Bilingual>;
