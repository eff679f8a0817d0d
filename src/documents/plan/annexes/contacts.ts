import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say } from '../parts.js';
import { contactLines, holders, personName } from '../people.js';

/** 通讯录与通信方式: people, outside bodies, and how notices are sent. */
export function contacts(context: PlanContext): Block[] {
  return [...people(context), ...partners(context), ...channels(context)];
}

function people(context: PlanContext): Block[] {
  const { document: plan, roster, names, table, list, day } = context;
  if (roster === undefined) return say(context, WORDS.withoutPeople);
  const rows = roster.people
    .filter(({ active }) => active !== false)
    .map((person) => {
      const held = plan.posts.filter(({ id }) => holders(context, id).includes(person));
      return [
        personName(context, person),
        list(held.map(({ id }) => names.post(id))) || NONE,
        contactLines(context, person).join('\n'),
        person.verifiedAt === undefined ? NONE : day(person.verifiedAt),
      ];
    });
  return table(
    WORDS.people,
    [
      [LABELS.person, 16],
      [LABELS.post, 31],
      [LABELS.contacts, 32],
      [WORDS.verified, 21],
    ],
    rows,
  );
}

function partners({ document: plan, names, t, table, choice }: PlanContext): Block[] {
  return table(
    WORDS.partners,
    [
      [LABELS.name, 26],
      [WORDS.kind, 14],
      [LABELS.contacts, 38],
      [LABELS.owner, 22],
    ],
    (plan.partners ?? []).map(({ name, kind, contact, owner }) => [
      t(name),
      t(choice(kind)),
      t(contact),
      names.post(owner),
    ]),
  );
}

function channels(context: PlanContext): Block[] {
  const { alert, call, inform } = context.document.notification;
  const used = [...new Set([alert, call, inform].flatMap((ladder) => ladder?.channels ?? []))];
  if (used.length === 0) return [];
  const words = context.list(used.map((channel) => context.t(context.choice(channel))));
  return say(context, { 'zh-CN': `应急通知通过下列方式发送：${words}。`, en: `Notices are sent by: ${words}.` });
}

const WORDS = {
  withoutPeople: {
    'zh-CN': '本文本不载人员姓名和联系方式，以通讯录为准。',
    en: 'This copy carries no names and no contacts of people; the roster has them.',
  },
  people: { 'zh-CN': '应急人员通讯录', en: 'Responders' },
  verified: { 'zh-CN': '最近核对', en: 'Last verified' },
  partners: { 'zh-CN': '外部单位通讯录', en: 'External partners' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
} satisfies Record<string, Bilingual>;
