/** Who moved or inspected something outside of incidents. */
export type Keeper = { kind: 'person'; id: string } | { kind: 'operator'; tokenId: string };

/** What becomes of something that is done once under its key. */
export type KeptUp =
  | { outcome: 'done' | 'repeated' }
  /** Nothing has changed. `key_reused`: something else was done under this key. */
  | { outcome: 'refused'; code: 'item_not_found' | 'key_reused' }
  /** There is not so much of it, or incidents hold the rest; `available` is what there is. */
  | { outcome: 'refused'; code: 'not_enough_stock'; available: number };
