import type { Decided } from './common.js';

export type AftermathEvent = { type: 'closed'; texts: { reason: string } } & Decided;
