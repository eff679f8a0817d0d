import { callEntries, whoActed } from '../../domain/incident/index.js';
import type { Call, CalledBody, IncidentEvent, State } from '../../domain/incident/index.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import type { PeopleNow } from '../../domain/words/index.js';
import { withPeople } from './context.js';
import type { SitrepContext } from './context.js';

type Standing = Exclude<keyof PeopleNow, 'called' | 'present'>;

const STANDING: Readonly<Record<Call['status'], Standing>> = {
  arrived: 'arrived',
  acknowledged: 'acknowledged',
  called: 'unanswered',
  silent: 'unanswered',
  declined: 'gone',
  released: 'gone',
  takenOff: 'gone',
  stoodDown: 'gone',
};
/** Whoever is called for several teams counts where he has come furthest. */
const FURTHEST: readonly Standing[] = ['arrived', 'acknowledged', 'active', 'unanswered', 'gone'];

export function calledNow({ mobilisation }: State): CalledBody[] {
  return Object.values(mobilisation.bodies).filter(({ status }) => status === 'called');
}

/** Each person once. */
export function peopleNow({ acted }: SitrepContext, bodies: readonly CalledBody[]): PeopleNow {
  const standings = new Map<PersonId, Standing>();
  for (const { target, people } of bodies) {
    for (const [person, { status }] of callEntries(people)) {
      const known = standings.get(person) ?? 'gone';
      const answer = STANDING[status];
      const standing = answer === 'unanswered' && acted(target, person) ? 'active' : answer;
      standings.set(person, FURTHEST.indexOf(standing) < FURTHEST.indexOf(known) ? standing : known);
    }
  }
  const count = (standing: Standing): number => [...standings.values()].filter((s) => s === standing).length;
  const gone = count('gone');
  return {
    called: standings.size,
    present: standings.size - gone,
    arrived: count('arrived'),
    acknowledged: count('acknowledged'),
    active: count('active'),
    unanswered: count('unanswered'),
    gone,
  };
}

/** How everybody stands who is called now; nothing where nobody is. */
export function peopleWords(context: SitrepContext): string[] {
  const { words, state, issue, moment, say } = context;
  const bodies = calledNow(state);
  if (bodies.length === 0) return [];
  const now = peopleNow(context, bodies);
  const sumOf = (some: CalledBody[]): number => some.reduce((sum, body) => sum + peopleNow(context, [body]).present, 0);
  const posts = bodies.filter(({ target }) => target.kind === 'post');
  const teams = bodies.filter(({ target }) => target.kind === 'team');
  // The reader adds up the table of the teams.
  const differs = teams.length > 0 && sumOf(teams) !== now.present;
  return [
    words.peopleNow({
      ...now,
      until: moment(issue.until),
      besides: differs ? say.list(posts.map(({ target }) => say.target(target))) : '',
      onceEach: differs && sumOf(bodies) !== now.present,
    }),
  ];
}

/** Of the posts of command: who had been told as silent, and was first heard of in this period. */
export function answeredLate(context: SitrepContext): string[] {
  const { words, events, issue, moment } = context;
  const silences = events.flatMap((event) =>
    event.type === 'silent'
      ? event.calls.flatMap(({ target, people }) => people.map((person) => ({ target, person, seq: event.seq })))
      : [],
  );
  return silences.flatMap(({ target, person, seq }) => {
    if (target.kind !== 'post') return [];
    const call = events.findLast((event) => event.seq < seq && isCallOf(event, target.id, person));
    const heard = events.find((event) => event.seq > seq && isAbout(event, person));
    // Who declined is told with the reason.
    if (call === undefined || heard === undefined || heard.seq <= issue.since || heard.type === 'declined') return [];
    const post = withPeople(context, target.id, [person]);
    return [words.answeredLate({ post, called: moment(call.at), heard: moment(heard.at) })];
  });
}

function isAbout(event: IncidentEvent, person: PersonId): boolean {
  const { type } = event;
  const isAnswer = type === 'acknowledged' || type === 'declined' || type === 'arrived';
  return whoActed(event) === person || (isAnswer && event.person === person);
}

function isCallOf(event: IncidentEvent, post: PostId, person: PersonId): boolean {
  return (
    event.type === 'called' &&
    event.calls.some(({ target, people }) => target.kind === 'post' && target.id === post && people.includes(person))
  );
}

/** Who has been called and has neither said nor done anything since. */
export function withoutAnswer({ acted }: SitrepContext, { target, people }: CalledBody): [PersonId, Call][] {
  return callEntries(people).filter(
    ([person, { status }]) => STANDING[status] === 'unanswered' && !acted(target, person),
  );
}
