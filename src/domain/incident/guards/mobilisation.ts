import type { MobilisationAnswer } from '../messages.js';
import { flag, id, ids, instant, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const mobilisationReaders: Readers<
  MobilisationAnswer['type'] | 'release' | 'answerForPartner' | 'acceptShortage'
> = {
  acknowledge: (json) => ({
    type: 'acknowledge',
    person: id(json, 'person'),
    ...optional(json, 'noticeId', id),
    ...optional(json, 'eta', instant),
  }),
  decline: (json) => ({
    type: 'decline',
    person: id(json, 'person'),
    ...optional(json, 'noticeId', id),
    reason: text(json, 'reason'),
  }),
  arrive: (json) => ({ type: 'arrive', person: id(json, 'person'), ...optional(json, 'note', text) }),
  release: (json) => ({
    type: 'release',
    people: somebody(json, 'people'),
    ...optional(json, 'team', id),
    reason: text(json, 'reason'),
  }),
  answerForPartner: (json) => ({
    type: 'answerForPartner',
    partner: id(json, 'partner'),
    team: id(json, 'team'),
    accepted: flag(json, 'accepted'),
    ...optional(json, 'headcount', howMany),
    ...optional(json, 'eta', instant),
    ...optional(json, 'qualifications', ids),
    ...optional(json, 'note', text),
  }),
  acceptShortage: (json) => ({ type: 'acceptShortage', team: id(json, 'team'), reason: text(json, 'reason') }),
};

function somebody(json: Json, field: string): string[] {
  const people = ids(json, field);
  if (people.length === 0) throw new Wrong(field, 'a list of ids, not empty');
  return people;
}

/** More than any partner sends. */
const MOST_PEOPLE = 1_000;

function howMany(json: Json, field: string): number {
  const value = instant(json, field);
  if (value < 1 || value > MOST_PEOPLE) throw new Wrong(field, `a whole number from 1 to ${MOST_PEOPLE}`);
  return value;
}
