import { scoreOf } from '../../evaluation/score.js';
import type { Rated } from '../../evaluation/score.js';
import type { Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import { isBlank } from '../isBlank.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { State } from '../state.js';
import { noteField } from './notes.js';
import { chairs, plannedParticipants, strangersAmong, unrepresented } from './people.js';

type On<A extends MessageOf<'summary'>['action']> = MessageOf<'summary'> & { action: A };
type Refused = { type: 'refused' } & Refusal;

export function decideSummary(state: State, message: MessageOf<'summary'>, at: Instant): EventBody[] {
  if (!isAfterEnd(state.phase)) {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['watching', 'aftermath'] })];
  }
  const by = authorityOf(state, message.actor, chairs(state));
  if ('code' in by) return [by];
  const [body] = message.action === 'call' ? call(state, message, at) : hold(state, message, at);
  return [body.type === 'refused' ? body : { ...body, ...by }];
}

type Undecided<T extends EventBody['type']> = Omit<Extract<EventBody, { type: T }>, 'authority'>;

function call(state: State, message: On<'call'>, at: Instant): [Undecided<'summaryCalled'> | Refused] {
  const { meetingAt, place } = message;
  const participants = [...new Set(message.participants ?? plannedParticipants(state))];
  if (place.trim() === '') return [refusal('text_required', { field: 'place' })];
  if (meetingAt <= at) return [refusal('meeting_passed')];
  const unfit = unfitPeople(state, participants, 'participants');
  if (unfit !== undefined) return [unfit];
  const before = state.summary.called?.participants ?? [];
  const dropped = before.filter((person) => !participants.includes(person));
  return [
    {
      type: 'summaryCalled',
      meetingAt,
      participants,
      ...(dropped.length === 0 ? {} : { dropped }),
      texts: { place },
    },
  ];
}

function hold(state: State, message: On<'hold'>, at: Instant): [Undecided<'summaryHeld'> | Refused] {
  const { ratings, conclusions, notes = {}, reason = '' } = message;
  const present = [...new Set(message.present)];
  const { called } = state.summary;
  if (called !== undefined && at < called.meetingAt) {
    return [refusal('meeting_not_begun', { meetingAt: called.meetingAt })];
  }
  const unfit = unfitPeople(state, present, 'present') ?? unfitRatings(state, ratings, Object.keys(notes));
  if (unfit !== undefined) return [unfit];
  if (conclusions.trim() === '') return [refusal('text_required', { field: 'conclusions' })];
  if (isBlank(reason)) {
    const criteria = state.basis.plan.evaluation?.criteria.map(({ id }) => id) ?? [];
    if (ratings.length === 0 && criteria.length > 0) return [refusal('ratings_required', {}, { criteria })];
    if (present.length === 1) return [refusal('meeting_of_one', { person: present[0]! })];
  }
  const said = Object.entries(notes)
    .filter(([, note]) => note.trim() !== '')
    .map(([id, note]) => [noteField(id), note] as const);
  const { evaluation } = state.basis.plan;
  const absent = unrepresented(state, present);
  return [
    {
      type: 'summaryHeld',
      version: state.summary.versions + 1,
      present,
      ...(absent.length === 0 ? {} : { unrepresented: absent }),
      ratings,
      ...(evaluation === undefined || ratings.length === 0 ? {} : scoreOf(evaluation, ratings)),
      texts: { ...Object.fromEntries(said), conclusions, ...(isBlank(reason) ? {} : { why: reason }) },
    },
  ];
}

function unfitPeople(state: State, people: string[], field: string): Refused | undefined {
  if (people.length === 0) return refusal('people_required', { field });
  const strangers = strangersAmong(state, people);
  return strangers.length === 0 ? undefined : refusal('unknown_people', { people: strangers });
}

/** Each criterion once, of the plan, and by a rating that the plan gives points. */
function unfitRatings({ basis }: State, ratings: Rated[], noted: string[]): Refused | undefined {
  const rule = basis.plan.evaluation;
  const rated = ratings.map(({ criterion }) => criterion);
  const known = rule?.criteria.map(({ id }) => id) ?? [];
  const unknown = [...new Set([...rated, ...noted])].filter((id) => !known.includes(id));
  if (unknown.length > 0) return refusal('unknown_rated_criteria', { criteria: unknown }, { criteria: known });
  const twice = rated.filter((id, i) => rated.indexOf(id) !== i);
  if (twice.length > 0) return refusal('rated_twice', { criteria: [...new Set(twice)] });
  const scores = rule?.scores ?? {};
  const odd = ratings.filter(({ rating }) => scores[rating] === undefined);
  if (odd.length === 0) return undefined;
  return refusal('unknown_rating', { ratings: odd.map(({ rating }) => rating) }, { ratings: Object.keys(scores) });
}
