import { eventWords } from '../../domain/words/index.js';
import type { PostOf } from '../../domain/words/index.js';
import type { RecordedEvent } from '../../store/index.js';
import type { TimelineItem } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso } from './named.js';

type Teller = Pick<Speech, 'names' | 'lang'> & { posts?: PostOf };

/** A whole plan is nothing for a list: which one it is, is. When somebody is away is nobody's but the operator's. */
function shown(event: RecordedEvent['event']): Record<string, unknown> {
  if (event.type === 'peopleChanged') return { ...event, people: event.people.map(({ person }) => person) };
  if (event.type !== 'planMoved') return { ...event };
  const { basis, ...rest } = event;
  const { id, version, hash } = basis.plan;
  return { ...rest, to: { id, version, hash } };
}

export function timelineItem({ event, position }: RecordedEvent, teller: Teller): TimelineItem {
  const { seq, at, type, actor, via, cause } = event;
  const words = eventWords(event, teller.names, teller.lang, teller.posts);
  return { seq, position, at: iso(at), type, actor: actorView(actor, teller), via, cause, words, event: shown(event) };
}
