import type { Block } from '../../model.js';
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

export function players(context: SchemeContext): Block[] {
  const { words, say, names, lang, state } = context;
  const { labels } = words;
  const rows = playersByTeam(context).flatMap(({ team, people }) =>
    people.map((person) => {
      const posts = state.rules.departments[person] ?? [];
      return [
        team === undefined ? say.list(posts.slice(0, 1).map(say.post)) : names.team(team, lang),
        say.person(person),
        posts.length === 0 ? words.blank : say.list(posts.map(say.post)),
      ];
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
