import { openItems } from '../../../../src/domain/incident/index.js';
import { againstTheEnd } from '../../../../src/domain/incident/stillOpen.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const endingRules: Rules = {
  'the response ends only while nothing stands against it, or by two people and with all that did on record': ({
    moments,
  }) => {
    for (const { event, before } of moments) {
      if (event.type !== 'terminated') continue;
      const open = openItems(before, event.at);
      if (event.override !== true) {
        const against = againstTheEnd(open).map(({ code, id }) => `${code} ${id ?? ''}`);
        must(against.length === 0, () => `${named(event)}: ${against.join()}`);
        continue;
      }
      const { proposedBy, actor } = event;
      const two = proposedBy.kind === 'person' && actor.kind === 'person' && proposedBy.id !== actor.id;
      must(two, () => `${named(event)}: ${JSON.stringify([proposedBy, actor])}`);
      must(JSON.stringify(event.open) === JSON.stringify(open), () => `${named(event)}: ${JSON.stringify(event.open)}`);
    }
  },

  'a criterion is met only on the word of somebody, since level, category and plan last changed': ({ moments }) => {
    let confirmed = new Set<string>();
    for (const { event, after } of moments) {
      if (event.type === 'criteriaConfirmed') confirmed = new Set([...confirmed, ...event.criteria]);
      if (event.type === 'criteriaWithdrawn') for (const id of event.criteria) confirmed.delete(id);
      if (event.type === 'criteriaLapsed') confirmed.clear();
      const is = Object.keys(after.termination.confirmed ?? {});
      must(
        is.every((id) => confirmed.has(id)),
        () => `${named(event)}: ${is.join()}`,
      );
    }
  },
};
