import { isSignOfLifeOf } from '../../domain/incident/index.js';
import type { IncidentEvent } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { SilenceWords } from '../../domain/words/index.js';
import type { SitrepContext } from './context.js';

/** Whoever commands gave no sign of life, and others were asked to take over, or there was nobody to ask. */
interface Silence {
  person: PersonId;
  /** The last sign of life before it; none where there never was one. */
  after: Instant | undefined;
  /** When this person was reminded to check in. */
  reminded: Instant | undefined;
  asked: { person: PersonId; at: Instant }[];
  /** What ended it; `backAt` where this person was heard of again. */
  ended?: { seq: number; backAt?: Instant };
}

/** Whoever commands is silent at the end of the period. */
export function silenceNow(context: SitrepContext): string[] {
  const silence = silencesIn(context.events).at(-1);
  if (silence === undefined || silence.ended !== undefined) return [];
  return [context.words.commandSilent(wordsOf(context, silence))];
}

/** Of command that passed on, the decisions tell. */
export function silencesEnded(context: SitrepContext): string[] {
  const { words, moment, issue, events } = context;
  return silencesIn(events).flatMap((silence) => {
    const { seq = 0, backAt } = silence.ended ?? {};
    if (backAt === undefined || seq <= issue.since) return [];
    return [words.commandBack({ ...wordsOf(context, silence), at: moment(backAt) })];
  });
}

function wordsOf({ say, moment }: SitrepContext, { person, after, reminded, asked }: Silence): SilenceWords {
  return {
    commander: say.person(person),
    lastActed: after === undefined ? undefined : moment(after),
    reminded: reminded === undefined ? undefined : moment(reminded),
    asked: asked.map((one) => ({ person: say.person(one.person), at: moment(one.at) })),
  };
}

function silencesIn(events: readonly IncidentEvent[]): Silence[] {
  const heardOf = new Map<PersonId, Instant>();
  const silences: Silence[] = [];
  let reminded: Instant | undefined;
  for (const event of events) {
    const { actor, at } = event;
    const last = silences.at(-1);
    const open = last?.ended === undefined ? last : undefined;
    if (event.type === 'checkInReminded') reminded = at;
    if (event.type === 'commandAsked' || event.type === 'commandUnanswered') {
      const { silent: person } = event;
      const silence = open ?? { person, after: heardOf.get(person), reminded, asked: [] };
      if (open === undefined) silences.push(silence);
      // In a second round the same people are asked again.
      if (event.type === 'commandAsked' && !silence.asked.some((one) => one.person === event.person))
        silence.asked.push({ person: event.person, at });
    } else if (open !== undefined) {
      const ended = endOf(open, event);
      if (ended !== undefined) open.ended = ended;
    }
    if (actor.kind === 'person' && isSignOfLifeOf(actor.id, event)) heardOf.set(actor.id, at);
  }
  return silences;
}

function endOf({ person, asked }: Silence, event: IncidentEvent): Silence['ended'] {
  const { seq, at } = event;
  if (isSignOfLifeOf(person, event)) return { seq, backAt: at };
  switch (event.type) {
    case 'commandPassed':
    case 'terminated':
    case 'rejected':
    case 'merged':
      return { seq };
    // The interval begins anew, unless somebody has been asked.
    case 'levelChanged':
    case 'planMoved':
      return asked.length === 0 ? { seq } : undefined;
    default:
      return undefined;
  }
}
