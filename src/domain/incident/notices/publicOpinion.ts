import type { EventOf } from '../events.js';
import { toldOfAlerts, toldOfEnd } from '../publicOpinion/people.js';
import type { Details } from '../refusals.js';
import { levelFacts, plain, withoutActor } from './tell.js';
import type { Tellings } from './tell.js';

export const publicOpinionTellings: Tellings = {
  opinionRecorded(state, event) {
    const { actor, at, told = [] } = event;
    if (told.length === 0) return [];
    const people = withoutActor(actor, plain(toldOfAlerts(state, told, at)));
    return [{ template: 'opinionAlert', to: people, facts: { ...levelFacts(state), ...entryFacts(event, told) } }];
  },
  opinionEnded: (state, { actor, at }) => [
    { template: 'opinionEnded', to: withoutActor(actor, plain(toldOfEnd(state, at))), facts: levelFacts(state) },
  ],
};

function entryFacts(event: EventOf<'opinionRecorded'>, alerts: string[]): Details {
  const { entry, observedAt, volume, usual, sentiment, reach, untrue } = event;
  const optional = Object.entries({ volume, usual, sentiment, reach, untrue });
  const given = optional.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { alerts, entry, observedAt, ...Object.fromEntries(given) };
}
