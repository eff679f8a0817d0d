import type { Rated } from '../../evaluation/score.js';
import { RATINGS } from '../../plan/compiled.js';
import type { SummaryDecision } from '../messages.js';
import { id, ids, instant, isObject, longText, oneOf, optional, textsUnder, title, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const summaryReaders: Readers<'summary'> = { summary };

function summary(json: Json): SummaryDecision {
  const action = oneOf(json, 'action', ['call', 'hold']);
  switch (action) {
    case 'call':
      return {
        type: 'summary',
        action,
        meetingAt: instant(json, 'meetingAt'),
        place: title(json, 'place'),
        ...optional(json, 'participants', ids),
      };
    case 'hold':
      return {
        type: 'summary',
        action,
        present: ids(json, 'present'),
        ratings: ratings(json),
        conclusions: longText(json, 'conclusions'),
        ...optional(json, 'notes', textsUnder),
        ...optional(json, 'reason', longText),
      };
  }
}

function ratings({ ratings: given }: Json): Rated[] {
  if (!Array.isArray(given) || given.length > 100) throw new Wrong('ratings', 'a list of criteria with their ratings');
  return given.map((rated: unknown, i) => {
    if (!isObject(rated)) throw new Wrong(`ratings[${i}]`, 'an object with criterion and rating');
    return { criterion: id(rated, 'criterion'), rating: oneOf(rated, 'rating', RATINGS) };
  });
}
