import type { Basis, Holders, PersonFacts, PersonId, PostId } from './compiled.js';

/** Who is there to carry a plan out: what a roster says of it, with ids only. */
export type People = Pick<Basis, 'holders' | 'people'>;

/** From the place `at` on, `removed` gave way to `added`; the primary holder stands at 0. */
export interface PostChange {
  post: PostId;
  at: number;
  removed: PersonId[];
  added: PersonId[];
}

/** The difference alone: a roster may have ten thousand people, and mostly a few of them change. */
export interface PeopleChange {
  posts: PostChange[];
  /** What is known of these people from now on; without `facts` nothing is. */
  people: { person: PersonId; facts?: PersonFacts }[];
}

/** Of the posts of a plan alone: a roster fills those of other versions as well, which are no news to whoever goes by this one. */
export function peopleIn({ posts }: { posts: readonly { id: PostId }[] }, { holders, people = {} }: People): People {
  const held = posts.map(({ id }): [PostId, PersonId[]] => [id, listOf(holders, id)]);
  const holding = new Set(held.flatMap(([, ids]) => ids));
  const known = Object.entries(people).filter(([person]) => holding.has(person));
  return { holders: Object.fromEntries(held), people: Object.fromEntries(known) };
}

export function differenceOf(from: People, to: People): PeopleChange {
  const [before, after] = [from.people ?? {}, to.people ?? {}];
  return {
    posts: keysOf(from.holders, to.holders).flatMap((post) =>
      stretch(post, listOf(from.holders, post), listOf(to.holders, post)),
    ),
    people: keysOf(before, after)
      .filter((person) => plain(before[person]) !== plain(after[person]))
      .map((person) => ({ person, ...(after[person] === undefined ? {} : { facts: after[person] }) })),
  };
}

/** Taken twice it changes nothing more, and on other lists than those that it was made from it fails nobody. */
export function peopleAfter({ holders, people }: People, change: PeopleChange): Required<People> {
  const known = new Map(Object.entries(people ?? {}));
  for (const { person, facts } of change.people) {
    if (facts === undefined) known.delete(person);
    else known.set(person, facts);
  }
  return { holders: withPosts(holders, change.posts), people: Object.fromEntries(known) };
}

/** Who held the posts before. */
export function holdersBefore(holders: Holders, { posts }: Pick<PeopleChange, 'posts'>): Holders {
  const back = posts.map(({ post, at, removed, added }) => ({ post, at, removed: added, added: removed }));
  return withPosts(holders, back);
}

export function isNoChange({ posts, people }: PeopleChange): boolean {
  return posts.length === 0 && people.length === 0;
}

/** Some 60 KB: what travels in one piece is recorded twice, as a message and as an event, and Temporal refuses 2 MB. */
const MOST_FACTS = 500;

/** First what is known of people, then the posts: whoever is away must not be called with a post that comes sooner. */
export function inPieces({ posts, people }: PeopleChange): PeopleChange[] {
  const facts = Array.from({ length: Math.max(1, Math.ceil(people.length / MOST_FACTS)) }, (_, i) =>
    people.slice(i * MOST_FACTS, (i + 1) * MOST_FACTS),
  );
  return facts.map((some, i) => ({ posts: i === facts.length - 1 ? posts : [], people: some }));
}

function stretch(post: PostId, before: PersonId[], after: PersonId[]): PostChange[] {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let same = 0;
  while (same < most - at && before.at(-1 - same) === after.at(-1 - same)) same++;
  const removed = before.slice(at, before.length - same);
  const added = after.slice(at, after.length - same);
  return removed.length === 0 && added.length === 0 ? [] : [{ post, at, removed, added }];
}

function withPosts(holders: Holders, posts: PostChange[]): Holders {
  const changed = posts.map(({ post, at, removed, added }): [PostId, PersonId[]] => {
    const moving = new Set([...removed, ...added]);
    const others = listOf(holders, post).filter((person) => !moving.has(person));
    return [post, [...others.slice(0, at), ...added, ...others.slice(at)]];
  });
  return { ...holders, ...Object.fromEntries(changed) };
}

function listOf(holders: Holders, post: PostId): PersonId[] {
  return Object.hasOwn(holders, post) ? (holders[post] ?? []) : [];
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** Whatever the order of the keys, and whether nothing is known or nothing is said. */
function plain({ qualifications = [], away = [] }: PersonFacts = {}): string {
  return JSON.stringify([
    qualifications.map(({ qualification, until }) => [qualification, until ?? null]),
    away.map(({ from, until }) => [from, until]),
  ]);
}
