export interface Close {
  type: 'close';
  /** Although something is not done that the plan wants before. */
  despite?: true;
  reason: string;
}
