export type ClockEvent =
  /** From here on; 0: it stands still. */
  { type: 'paceSet'; pace: number };
