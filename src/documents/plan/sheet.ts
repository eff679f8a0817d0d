import type { Section } from '../model.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { say } from './parts.js';
import { contactLines, holders, personName } from './people.js';

/** 应急联系方式一览, to be hung up: for when everything is down. */
export function sheet(context: PlanContext): Section {
  const { document: plan, names, t, table } = context;
  const command = plan.posts.filter(({ team }) => team === undefined);
  const teams = plan.teams.flatMap((team) => plan.posts.filter((post) => post.team === team.id));
  const rows = [...command, ...teams].map(({ id, name, team }) => {
    const people = holders(context, id);
    return [
      team === undefined ? t(WORDS.command) : names.team(team),
      t(name),
      people.map((person) => personName(context, person)).join('\n'),
      people.map((person) => contactLines(context, person).join('  ')).join('\n'),
    ];
  });
  const outside = (plan.partners ?? []).map(({ name, contact }) => [t(WORDS.outside), t(name), '', t(contact)]);
  return {
    heading: t(WORDS.heading),
    blocks: [
      ...say(context, WORDS.note),
      ...table(
        WORDS.heading,
        [
          [LABELS.team, 20],
          [LABELS.post, 24],
          [LABELS.person, 16],
          [LABELS.contacts, 40],
        ],
        [...rows, ...outside],
      ),
    ],
    sections: [],
  };
}

const WORDS = {
  heading: { 'zh-CN': '应急联系方式一览', en: 'Contacts for the wall' },
  note: {
    'zh-CN': '张贴于值班场所。发现事故立即报告，先报告、后查证。',
    en: 'For the wall of the duty room. Report at once, investigate after.',
  },
  command: { 'zh-CN': '应急指挥部', en: 'Command' },
  outside: { 'zh-CN': '外部单位', en: 'Outside' },
} satisfies Record<string, Bilingual>;
