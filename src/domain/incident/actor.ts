/**
 * Who acts. Always derived by the server (or named by whoever may reach Temporal), never by a client's own claim.
 * `operator` runs the installation and holds no authority in an incident; `integration` is a webhook source.
 */
export type Actor =
  { kind: 'person'; id: string } | { kind: 'operator' } | { kind: 'integration'; id: string } | { kind: 'system' };

/**
 * How the message came in. A raw Temporal signal is trusted but marked, so that a plan may refuse it. `simulator`: for
 * somebody who is not there, in a drill and nowhere else. `drill`: from the workflow that conducts it, whose record names who decided.
 */
export const VIAS = ['api', 'link', 'hook', 'temporal', 'system', 'simulator', 'drill'] as const;
export type Via = (typeof VIAS)[number];

export const SYSTEM: Actor = { kind: 'system' };

export function actorName(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}
