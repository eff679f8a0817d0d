import { staffOf } from '../../../domain/drill/index.js';
import type { PersonId, PostId } from '../../../domain/plan/compiled.js';
import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { partsOf, playersByTeam, table } from '../parts.js';
import type { SchemeContext } from './context.js';

/** Who has which part; the players stand in a list of their own. */
export function roles(context: SchemeContext): Block[] {
  const { words, say, lang } = context;
  const { labels } = words;
  const rows = partsOf(context).map(({ part, name, duties, people }) => [
    name,
    part === 'players'
      ? say.count(people.length)
      : people.length === 0
        ? words.nobody
        : people.map(say.person).join(lang === 'zh-CN' ? '、' : ', '),
    duties || words.blank,
  ]);
  return table(
    words.captions.roles,
    [
      [labels.role, 18],
      [labels.people, 22],
      [labels.duties, 60],
    ],
    rows,
  );
}

/** In which posts of the plan those who run, judge or watch it do not act, and who does. */
export function staffPosts({ words, plan, state, say }: SchemeContext): Block[] {
  const { labels } = words;
  const { roles, rules, simulateAbsent } = state;
  const simulated = simulateAbsent?.people ?? [];
  const staff = staffOf(state).filter((person) => !roles.players.includes(person));
  const acting = [...new Set([...roles.players, ...simulated])].filter((person) => !staff.includes(person));
  const holding = (people: readonly PersonId[], post: PostId) =>
    people.filter((person) => rules.departments[person]?.includes(post));
  const named = (person: PersonId) => `${say.person(person)}${simulated.includes(person) ? words.simulated : ''}`;
  const rows = plan.posts.flatMap(({ id }) => {
    const holders = holding(staff, id);
    if (holders.length === 0) return [];
    return [
      [
        say.post(id),
        say.list(holders.map(say.person)),
        say.list(holding(acting, id).map(named)) || words.byControllers,
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    paragraph(words.staffPostsLead),
    ...table(
      words.captions.staffPosts,
      [
        [labels.post, 34],
        [labels.people, 26],
        [labels.inDrill, 40],
      ],
      rows,
    ),
  ];
}

/** Players by team; who is in none is with command. */
export function groups(context: SchemeContext): { name: string; people: PersonId[] }[] {
  const { words, names, lang } = context;
  return playersByTeam(context).map(({ team, people }) => ({
    name: team === undefined ? words.command : names.team(team, lang),
    people,
  }));
}

export function players(context: SchemeContext): Block[] {
  const { words, say, state } = context;
  const { labels } = words;
  const rows = groups(context).flatMap(({ name, people }) =>
    people.map((person) => {
      const posts = state.rules.departments[person] ?? [];
      return [name, say.person(person), posts.length === 0 ? words.blank : say.list(posts.map(say.post))];
    }),
  );
  return table(
    words.captions.players,
    [
      [labels.team, 30],
      [labels.name, 26],
      [labels.post, 44],
    ],
    rows,
  );
}

/** Whoever runs or judges the drill and plays as well. */
export function whoDoesBoth({ state, say }: SchemeContext): string {
  const { director, controllers, evaluators, safety, players } = state.roles;
  const both = [...new Set([director, ...controllers, ...evaluators, ...safety])].filter((one) =>
    players.includes(one),
  );
  return both.length === 0 ? '' : say.people(both);
}
