import { said } from '../domain/lang.js';
import { halves, partsOf } from '../domain/plan/columns/column.js';
import type { Holders, PersonId } from '../domain/plan/compiled.js';
import { cellAt } from './entries.js';
import { fault } from './fault.js';
import type { Problem } from './problem.js';
import type { Table } from './table.js';

/** The column with the posts of a person, each with the place among its holders: `commander:1; scribe:2`. */
export const POSTS = 'posts';

interface Held {
  person: PersonId;
  /** 1 is the primary holder; whoever has no number comes behind those who have one, in the order of the rows. */
  rank: number;
  line: number;
}

interface HoldersInTable {
  holders: Holders;
  /** Beside each holder, the line that says so. */
  lines: Map<string, number[]>;
  problems: Problem[];
}

export function holdersIn(table: Table): HoldersInTable {
  const posts = new Map<string, Held[]>();
  const problems: Problem[] = [];
  for (const { line, cells } of table.rows) {
    const person = cells.get('id');
    // That the id is missing is told with the person.
    if (person === undefined) continue;
    for (const part of partsOf(cells.get(POSTS) ?? '')) {
      const [post, number] = halves(part, ':');
      const held = posts.get(post) ?? [];
      const rank = rankOf(number);
      problems.push(...rankFaults(table, line, part, rank, held));
      posts.set(post, [...held, { person, rank, line }]);
    }
  }
  const sorted = [...posts].map(([post, held]) => [post, held.toSorted(byRank)] as const);
  return {
    holders: Object.fromEntries(sorted.map(([post, held]) => [post, held.map(({ person }) => person)])),
    lines: new Map(sorted.map(([post, held]) => [post, held.map(({ line }) => line)])),
    problems,
  };
}

/** NaN where it is no place. */
function rankOf(number: string | undefined): number {
  if (number === undefined) return Infinity;
  return /^[1-9]\d{0,5}$/.test(number) ? Number(number) : NaN;
}

function byRank(a: Held, b: Held): number {
  return a.rank === b.rank ? 0 : a.rank - b.rank;
}

function rankFaults(table: Table, line: number, part: string, rank: number, held: Held[]): Problem[] {
  const place = cellAt(table, line, POSTS);
  if (Number.isNaN(rank)) {
    return [
      fault(
        place,
        'bad_rank',
        said(`"${part}" is not a post with a place among its holders`, `“${part}”不是“岗位:次序”`),
        said('write post:1 for the primary holder, post:2 for the next', '第一任职人员写“岗位:1”，其次写“岗位:2”'),
      ),
    ];
  }
  if (rank === Infinity || !held.some((other) => other.rank === rank)) return [];
  return [
    fault(
      place,
      'rank_taken',
      said(`"${part}" is taken by a row above`, `“${part}”已被上面的行占用`),
      said('each place among the holders of a post is for one person', '同一岗位的每个次序只能有一人'),
    ),
  ];
}
