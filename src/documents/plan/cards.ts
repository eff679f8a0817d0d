import type { Text } from '../../domain/lang.js';
import type { Card, Fact, Table } from '../model.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { holderNames, holders, personName, telephones } from './people.js';
import { versionWords } from './front.js';

type Post = PlanContext['document']['posts'][number];

/** 应急处置卡, one for each post that has steps. */
export function cards(context: PlanContext): Card[] {
  return context.document.posts.flatMap((post) => (post.card === undefined ? [] : [card(context, post, post.card)]));
}

function card(context: PlanContext, post: Post, steps: Text[]): Card {
  const { document: plan, t, hash } = context;
  const { title, version } = plan.plan;
  return {
    label: t(WORDS.label),
    heading: t(post.name),
    facts: facts(context, post),
    stepsHeading: t(WORDS.steps),
    steps: steps.map(t),
    calls: calls(context, post),
    origin: `${t(title)}  ${t(versionWords(version))}  ${hash.slice(0, 12)}`,
  };
}

function facts(context: PlanContext, { id, team }: Post): Fact[] {
  const { names, t } = context;
  return [
    { label: t(LABELS.team), value: team === undefined ? t(WORDS.command) : names.team(team) },
    { label: t(LABELS.holders), value: holderNames(context, id) },
    { label: t(LABELS.deputies), value: names.posts(deputiesOf(context, id)) || NONE },
  ];
}

function deputiesOf({ document: plan }: PlanContext, id: string): string[] {
  const { commander, deputies } = plan.command;
  return plan.posts.find((post) => post.id === id)?.deputies ?? (id === commander ? deputies : []);
}

/** Whom this post calls: its lead, command, and whoever takes over from it. Room for the numbers where they are not known. */
function calls(context: PlanContext, post: Post): Table {
  const { document: plan, names, t } = context;
  const { commander, deputies } = plan.command;
  const lead = plan.teams.find(({ id }) => id === post.team)?.lead;
  const wanted = [lead, commander, ...deputies, ...deputiesOf(context, post.id)].filter((id) => id !== undefined);
  const posts = [...new Set(wanted)].filter((id) => id !== post.id).slice(0, CALLS);
  const rows = posts.map((id) => {
    const first = holders(context, id)[0];
    return [
      names.post(id),
      first === undefined ? '' : personName(context, first),
      first === undefined ? '' : telephones(first).join('\n'),
    ];
  });
  return {
    caption: t(WORDS.calls),
    columns: [
      { heading: t(LABELS.post), width: 30 },
      { heading: t(LABELS.person), width: 22 },
      { heading: t(LABELS.contacts), width: 48 },
    ],
    rows,
  };
}

/** More would not fit on the page, and nobody would look. */
const CALLS = 5;

const WORDS = {
  label: { 'zh-CN': '应急处置卡', en: 'Action card' },
  steps: { 'zh-CN': '行动步骤', en: 'What to do' },
  calls: { 'zh-CN': '联系谁', en: 'Whom to call' },
  command: { 'zh-CN': '应急指挥部', en: 'Command' },
} satisfies Record<string, Bilingual>;
