import { planDrilled } from '../../domain/drill/index.js';
import type { DrillRoles } from '../../domain/drill/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Block, Section, Table } from '../model.js';
import { numberAnnexes, numberCaptions, numberSections } from '../numbering.js';
import type { DrillContext } from './context.js';
import type { ReportContext } from './report/context.js';

export function sub(heading: string, ...blocks: Block[]): Section {
  return { heading, blocks, sections: [] };
}

/** Nothing at all without rows. */
export function table(
  caption: string,
  columns: [string, number][],
  rows: string[][],
  look: Pick<Table, 'handwritten'> = {},
): Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: { caption, columns: columns.map(([heading, width]) => ({ heading, width })), rows, ...look },
    },
  ];
}

/** Sections and annexes in one count of tables and figures. */
export function numbered(
  sections: Section[],
  annexes: Section[],
  lang: Lang,
): { sections: Section[]; annexes: Section[] } {
  const all = numberCaptions([...numberSections(sections, lang), ...numberAnnexes(annexes, lang)], lang);
  return { sections: all.slice(0, sections.length), annexes: all.slice(sections.length) };
}

/** In the order in which a scheme lists them, under the names by which plans know them. */
const PARTS: [keyof DrillRoles, string[]][] = [
  ['director', ['director']],
  ['controllers', ['controller', 'controllers']],
  ['evaluators', ['evaluator', 'evaluators']],
  ['safety', ['safety-officer', 'safety']],
  ['players', ['player', 'players']],
  ['observers', ['observer', 'observers']],
];

export interface Part {
  part: keyof DrillRoles;
  name: string;
  duties: string;
  people: PersonId[];
}

/** Who has which part, with what the plan says of it. */
export function partsOf({ state, rules, book }: DrillContext): Part[] {
  return PARTS.flatMap(([part, ids]) => {
    const rule = rules.scheme.roles.find(({ id }) => ids.includes(id));
    const given = state.roles[part];
    const people = typeof given === 'string' ? [given] : given;
    if (rule === undefined && people.length === 0) return [];
    return [
      { part, name: rule === undefined ? part : book.t(rule.name), duties: rule ? book.t(rule.duties) : '', people },
    ];
  });
}

/** Players by team, command first, in the order of the plan. */
export function playersByTeam({ state, plan }: DrillContext): { team: string | undefined; people: PersonId[] }[] {
  const { departments } = state.rules;
  const teamOf = (person: PersonId) => {
    const posts = departments[person] ?? [];
    const { commander, deputies } = plan.command;
    if (posts.some((post) => post === commander || deputies.includes(post))) return undefined;
    return plan.posts.find(({ id, team }) => team !== undefined && posts.includes(id))?.team;
  };
  const order = [undefined, ...plan.teams.map(({ id }) => id)];
  return order.flatMap((team) => {
    const people = state.roles.players.filter((person) => teamOf(person) === team);
    return people.length === 0 ? [] : [{ team, people }];
  });
}

/** The version that was played, and that of the scheme where it is another one. */
export function planPlayed(context: ReportContext): string {
  const { state, words } = context;
  const { version } = planDrilled(state);
  const name = planName(context, version);
  return state.playedOn === undefined ? name : words.otherThanScheme({ name, version: state.rules.plan.version });
}

export function planName({ names, lang }: DrillContext, version: number): string {
  return lang === 'zh-CN' ? `${names.plan(lang)}（第${version}版）` : `${names.plan(lang)}, version ${version}`;
}
