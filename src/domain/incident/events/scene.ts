import type { Decided } from './common.js';

export type SceneEvent =
  /** Also when area or rules change while there is one. */
  | ({ type: 'cordonSet'; texts: { area: string; rules: string } } & Decided)
  /** `inside`: how many were registered as inside and are so no more. */
  | ({ type: 'cordonLifted'; inside: number; texts: { reason: string } } & Decided)
  /** `pass` numbers those let in, from 1, through the whole incident. */
  | ({ type: 'personAdmitted'; pass: number; texts: { name: string; area: string; purpose: string } } & Decided)
  | ({ type: 'personLeft'; pass: number } & Decided);
