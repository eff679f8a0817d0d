/** How many times as fast as the wall clock a drill goes from here on; 0: it stands still. */
export interface SetPace {
  type: 'setPace';
  pace: number;
}
