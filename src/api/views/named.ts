import type { Actor as MachineActor } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Actor, Named } from '../contract.js';
import type { Speech } from '../loadIncident.js';

type NameOf =
  | 'category'
  | 'level'
  | 'incidentLevel'
  | 'post'
  | 'team'
  | 'person'
  | 'partner'
  | 'qualification'
  | 'fact'
  | 'gradingCriterion'
  | 'responseRule'
  | 'terminationCriterion'
  | 'task'
  | 'reportSection'
  | 'resource'
  | 'budget'
  | 'opinionAlert';

export function named({ names, lang }: Pick<Speech, 'names' | 'lang'>, kind: NameOf, id: string): Named {
  return { id, name: names[kind](id, lang) };
}

export function namedIfAny(
  speech: Pick<Speech, 'names' | 'lang'>,
  kind: NameOf,
  id: string | undefined,
): Named | undefined {
  return id === undefined ? undefined : named(speech, kind, id);
}

export function actorView(actor: MachineActor, { names, lang }: Pick<Speech, 'names' | 'lang'>): Actor {
  switch (actor.kind) {
    case 'person':
      return { ...actor, name: names.person(actor.id, lang) };
    case 'integration':
    case 'operator':
    case 'system':
      return actor;
  }
}

/** ISO 8601 in UTC. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}

export function isoIfAny(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : iso(at);
}
