import type { Basis } from '../plan/compiled.js';
import { actorName } from './actor.js';
import type { Actor } from './actor.js';
import type { Absorb, Message } from './messages.js';

/**
 * Tells a repeated message from another one under the same request id. Not a security measure: it only catches a
 * client that reuses its keys, so 53 bits are plenty (cyrb53, public domain).
 */
export function fingerprint(message: Message): string {
  const { requestId: _, via: __, ifSeq: ___, actor, ...body } = message;
  const asked =
    body.type === 'movePlan'
      ? { ...body, basis: versionOf(body.basis) }
      : body.type === 'absorb'
        ? givenOver(body)
        : body;
  return printOf(actor, asked);
}

export function printOf(actor: Actor, asked: object): string {
  return hash53(`${actorName(actor)} ${JSON.stringify(sorted(asked))}`);
}

/** The sender asks for a version; who holds its posts is looked up, and may be others when the request is repeated. */
function versionOf({ plan }: Basis) {
  return { id: plan.id, version: plan.version, hash: plan.hash };
}

/** What another incident gives over is looked up when it does, and may be more when the request is repeated. */
function givenOver(absorb: Absorb): object {
  const { type, from } = absorb;
  return from === undefined ? absorb : { type, from };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

// In the workflow's sandbox each look at a global costs about a microsecond: for a long reason, milliseconds.
const { imul } = Math;

export function hash53(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = imul(high ^ code, 2654435761);
    low = imul(low ^ code, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
