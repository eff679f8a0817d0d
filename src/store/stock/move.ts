/** `reserved`: for a request of an incident. The last two only outside of incidents. */
export type MoveKind = 'reserved' | 'returned' | 'consumed' | 'damaged' | 'replenished' | 'found';

/** Who moved or inspected something outside of incidents. */
export type Keeper = { kind: 'person'; id: string } | { kind: 'operator'; tokenId: string };
