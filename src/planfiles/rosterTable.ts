import { said } from '../domain/lang.js';
import type { Lang } from '../domain/lang.js';
import { column } from '../domain/plan/columns/column.js';
import type { Column } from '../domain/plan/columns/column.js';
import { PERSON_COLUMNS } from '../domain/plan/columns/personColumns.js';
import type { Path } from '../domain/plan/issues.js';
import type { Person, RosterDocument } from '../domain/plan/roster.js';
import { writeCsv } from './csv.js';
import { cellAt, keyAt, toEntry } from './entries.js';
import { holdersIn, POSTS } from './holdersInTable.js';
import { readTable } from './table.js';
import { inCells } from './written.js';
import type { NamedPlace, Written } from './written.js';

/** All that a roster says of a person, the posts among it. */
function columnsOf(postsOf: (person: Person) => string): Column<Person>[] {
  const posts = column(POSTS, said('posts', '岗位'), [POSTS], postsOf);
  return [...PERSON_COLUMNS.slice(0, 1), posts, ...PERSON_COLUMNS.slice(1)];
}

const REQUIRED = [['id'], ['name', 'name.zh-CN', 'name.en'], ['languages'], ['email'], [POSTS]];

/** A row for each person. */
export function rosterInCsv(file: string, text: string): Written {
  const table = readTable(
    file,
    text,
    columnsOf(() => ''),
    REQUIRED,
  );
  const people = table.rows.map((row) => toEntry(table, row, PERSON_COLUMNS));
  const { holders, lines, problems } = holdersIn(table);
  const all = [...table.problems, ...people.flatMap((person) => person.problems), ...problems];
  return inCells(file, { people: people.map(({ entry }) => entry), holders }, all, placeOf);

  function placeOf([section, of, ...rest]: Path): NamedPlace {
    if (section === 'people' && typeof of === 'number') {
      return cellAt(table, table.rows[of]?.line ?? 1, rest.length === 0 ? 'id' : keyAt(PERSON_COLUMNS, rest));
    }
    return cellAt(table, lines.get(String(of))?.[Number(rest[0] ?? 0)] ?? 1, POSTS);
  }
}

/** Posts without holders are not in it: they mean nothing. */
export function rosterToCsv({ people, holders }: RosterDocument, lang: Lang): string {
  const columns = columnsOf(({ id }) => {
    const held = Object.entries(holders).filter(([, ids]) => ids.includes(id));
    return held.map(([post, ids]) => `${post}:${ids.indexOf(id) + 1}`).join('; ');
  });
  const rows = people.map((person) => columns.map(({ write }) => write(person)));
  return writeCsv([columns.map(({ title }) => title[lang]), ...rows]);
}
