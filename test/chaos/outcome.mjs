import { without } from './events.mjs';

/**
 * What two runs of one script must have in common, whatever was killed meanwhile; and what the clock brings about, which an
 * outage may add to. Left out: moments, numbers, hashes and ids.
 */

/** People answer calls through an inbox: their order among the other decisions is not their own. */
const ANSWERS = ['acknowledged', 'arrived', 'declined'];

/** What the machine asks of the world and hears from it; the mails are held against the outbox. */
const WORLD = [
  'effectRequested',
  'noticeAttempted',
  'noticeRetried',
  'noticeCancelled',
  'documentWritten',
  'sitrepSent',
];
const LEDGER = [
  ...['claimsAnswered', 'claimsRechecked', 'claimsReleased'],
  ...['stockAllocated', 'stockBooked', 'stockRechecked'],
];

/** Reminders and escalations, and who is called because others did not answer in time. */
const BY_CLOCK = [
  'verificationReminded',
  'verificationOverdue',
  'verificationEscalated',
  'handoverReminded',
  'handoverUnanswered',
  'checkInReminded',
  'commandAsked',
  'commandUnanswered',
  'checkedIn',
  'reminded',
  'silent',
  'quorumReached',
  'quorumMissed',
  'quorumLost',
  'standInsCalled',
  'tasksOverdue',
  'sitrepDrafted',
  'sitrepRescheduled',
  'sitrepOverdue',
  'sitrepMissed',
  'reliefDue',
  'freeAgain',
  'obligationsReminded',
  'obligationsMissed',
  'requestsOverdue',
  'requestsLate',
  'duesReminded',
];

export function outcomeOf(events, state) {
  const leftOut = [...WORLD, ...LEDGER];
  const told = events.filter(({ type }) => !leftOut.includes(type));
  const decided = told.filter(({ actor }) => actor.kind !== 'system');
  const answers = decided.filter(({ type }) => ANSWERS.includes(type));
  const { grading, command, phase, tasks, situation } = state;
  return {
    decisions: decided.filter(({ type }) => !ANSWERS.includes(type)).map(decision),
    answers: answers.map(decision).sort(),
    end: JSON.stringify({
      phase,
      level: grading.level,
      incidentLevel: grading.incidentLevel,
      posts: command.posts,
      known: Object.fromEntries(Object.entries(situation.known).map(([fact, { value }]) => [fact, value])),
      tasks: Object.fromEntries(Object.entries(tasks.tasks).map(([id, { status }]) => [id, status])),
    }),
    followed: told
      .filter(({ actor }) => actor.kind === 'system')
      .flatMap(followed)
      .sort(),
    /** The same with the event of each line, to tell why one is there. */
    lines: told
      .filter(({ actor }) => actor.kind === 'system')
      .flatMap((event) => followed(event).map((line) => ({ line, event }))),
  };
}

/** What differs; `byClock`: reminders and escalations that only one of them has. */
export function compare(reference, found) {
  const violations = [];
  for (const part of ['decisions', 'answers']) {
    const at = reference[part].findIndex((line, i) => line !== found[part][i]);
    if (at >= 0 || reference[part].length !== found[part].length)
      violations.push(`${part} differ at ${at}: ${reference[part][at]} became ${found[part][at]}`);
  }
  if (reference.end !== found.end) violations.push(`the end differs: ${reference.end} became ${found.end}`);
  const [more, less] = [without(found.followed, reference.followed), without(reference.followed, found.followed)];
  for (const line of [...more.map((l) => `too much ${l}`), ...less.map((l) => `missing ${l}`)])
    if (!mayDiffer(line.replace(/^(too much|missing) /, ''), [...more, ...less])) violations.push(line);
  return { violations, more, less };
}

/** Of the fields that say what was decided, those that are no moments. */
const FIELDS = [
  'texts',
  'task',
  'person',
  'partner',
  'team',
  'accepted',
  'people',
  'level',
  'to',
  'from',
  'outcome',
  'number',
  'criteria',
  'authority',
  'values',
];
const MOMENTS_OF = { sitrepDrafted: ['from', 'to'], sitrepReleased: ['from', 'to'] };

function decision({ type, actor, via, ...event }) {
  const fields = FIELDS.filter((field) => !MOMENTS_OF[type]?.includes(field));
  return JSON.stringify({
    type,
    by: actor.id ?? actor.kind,
    via,
    ...Object.fromEntries(fields.map((field) => [field, event[field]])),
    targets: event.targets?.map(({ id }) => id).sort(),
  });
}

/** One line for each person or thing, since what falls due at once is told at once. */
function followed({ type, ...event }) {
  switch (type) {
    case 'called': {
      const isMore = event.calls.some(({ substitutes, partners, back }) => back ?? substitutes ?? partners);
      const kind = isMore ? 'standInsCalled' : 'called';
      return event.calls.flatMap(({ target, people, partners = [] }) => [
        ...people.map((person) => `${kind} ${target.id} ${person}`),
        ...partners.map(({ partner }) => `${kind} ${target.id} ${partner}`),
      ]);
    }
    case 'reminded':
    case 'silent':
    case 'stoodDown':
      return event.calls.flatMap(({ target, people }) => people.map((person) => `${type} ${target.id} ${person}`));
    case 'tasksOverdue':
      return event.tasks.map((task) => `${type} ${task} ${event.step}`);
    // What passes the limit in an outage was not told of as near before.
    case 'obligationsReminded':
      return event.obligations.map(({ obligation }) => `${type} ${obligation}`);
    case 'obligationsMissed':
    case 'obligationsLifted':
      return event.obligations.map((obligation) => `${type} ${obligation}`);
    case 'obligationsOpened':
    case 'obligationsConfirmed':
    case 'obligationClocksMoved':
      return event.clocks.map(({ obligation }) => `${type} ${obligation}`);
    case 'requestsOverdue':
    case 'requestsLate':
      return event.needs.map(({ resource, partner }) =>
        [type, resource ?? partner, event.step].filter((word) => word !== undefined).join(' '),
      );
    case 'tasksOpened':
      return event.tasks.map(({ task }) => `${type} ${task}`);
    case 'tasksWithdrawn':
      return event.tasks.map((task) => `${type} ${task}`);
    default: {
      const { team, why, step, person, post, level, to, number } = event;
      const words = [team, why, step, person, post, level, typeof to === 'string' ? to : undefined, number];
      return [[type, ...words.filter((word) => word !== undefined)].join(' ')];
    }
  }
}

/** Whoever was called because others did not answer in time is stood down in the end; nobody else is besides. */
function mayDiffer(line, differing) {
  const [type, ...rest] = line.split(' ');
  return BY_CLOCK.includes(type) || (type === 'stoodDown' && differing.includes(`standInsCalled ${rest.join(' ')}`));
}
