/** Cordon and access control. */
export type SceneDecision = { type: 'scene' } & (
  | { action: 'cordon'; area: string; rules: string }
  | { action: 'lift'; reason: string }
  | { action: 'admit'; name: string; area: string; purpose: string }
  | { action: 'leave'; pass: number }
);
