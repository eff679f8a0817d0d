import type { Block, Section } from '../model.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { say } from './parts.js';
import { holders, personName } from './people.js';

/** 应急联系方式一览, to be hung up: for when everything is down. */
export function sheet(context: PlanContext): Section {
  const blocks = [...say(context, WORDS.note), ...people(context), ...partners(context)];
  return { heading: context.t(WORDS.heading), blocks, sections: [] };
}

/** One row for each person: a number beside the wrong name costs minutes. */
function people(context: PlanContext): Block[] {
  const { document: plan, names, t, table } = context;
  const command = plan.posts.filter(({ team }) => team === undefined);
  const teams = plan.teams.flatMap((team) => plan.posts.filter((post) => post.team === team.id));
  const rows = [...command, ...teams].flatMap(({ id, name, team }) => {
    const place = [team === undefined ? t(WORDS.command) : names.team(team), t(name)];
    const held = holders(context, id).map((person) => {
      const { mobile, phone, email } = person.contacts;
      const numbers = [mobile, phone].filter((number) => number !== undefined).join('\n');
      return [...place, personName(context, person), numbers, email];
    });
    return held.length === 0 ? [[...place, '', '', '']] : held;
  });
  return table(
    WORDS.heading,
    [
      [LABELS.team, 17],
      [LABELS.post, 20],
      [LABELS.person, 14],
      [WORDS.telephone, 18],
      [WORDS.mail, 31],
    ],
    rows,
  );
}

function partners({ document: plan, t, table }: PlanContext): Block[] {
  return table(
    WORDS.outside,
    [
      [LABELS.name, 38],
      [LABELS.contacts, 62],
    ],
    (plan.partners ?? []).map(({ name, contact }) => [t(name), t(contact)]),
  );
}

const WORDS = {
  heading: { 'zh-CN': '应急联系方式一览', en: 'Contacts for the wall' },
  note: {
    'zh-CN': '张贴于值班场所。发现事故立即报告，先报告、后查证。',
    en: 'For the wall of the duty room. Report at once, investigate after.',
  },
  command: { 'zh-CN': '应急指挥部', en: 'Command' },
  outside: { 'zh-CN': '外部单位', en: 'External partners' },
  telephone: { 'zh-CN': '电话', en: 'Telephone' },
  mail: { 'zh-CN': '电子邮件', en: 'E-mail' },
} satisfies Record<string, Bilingual>;
