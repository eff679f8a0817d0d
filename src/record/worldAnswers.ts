import type { EventType, IncidentEvent, Message, MessageType } from '../domain/incident/index.js';

/** Of what Muster tells itself: the event that follows first. Where nothing caused it, nothing else brings it. */
const BRINGS: { readonly [T in MessageType]?: readonly EventType[] } = {
  noticeAttempted: ['noticeAttempted'],
  documentWritten: ['documentWritten'],
  published: ['publicationPublished'],
  improvementStarted: ['improvementStarted'],
  mergeAnswered: ['merged', 'mergeRefused'],
  claimed: ['claimsAnswered'],
  releasedClaims: ['claimsReleased'],
  recheckClaims: ['claimsRechecked'],
  allocated: ['stockAllocated'],
  stockSettled: ['stockBooked'],
  recheckStock: ['stockRechecked'],
  peopleChanged: ['peopleChanged'],
};

const BROUGHT: ReadonlySet<EventType> = new Set(Object.values(BRINGS).flat());

/** Whether it followed from a message of Muster's own, which has to be there. */
export function isBroughtByWorld({ type, cause }: IncidentEvent): boolean {
  return cause === undefined && BROUGHT.has(type);
}

/** Where the event is none that the message brings: what it ought to be. */
export function notBrought(
  message: Message,
  event: IncidentEvent,
): { item: string; found: string; needed: string } | undefined {
  const brings = BRINGS[message.type] ?? [];
  if (event.cause !== undefined || !brings.includes(event.type)) {
    return { item: 'type', found: message.type, needed: event.type };
  }
  const [found, needed] = [effectIn(message), effectIn(event)];
  return found === needed ? undefined : { item: 'effectId', found: found ?? '', needed: needed ?? '' };
}

function effectIn(of: object): string | undefined {
  return 'effectId' in of && typeof of.effectId === 'string' ? of.effectId : undefined;
}
