import type { PlanMailParts } from '../planMail/parts.js';

/** What the mail about stock needs. It runs beside whoever can send mail, which is the worker. */
export type UpkeepParts = Pick<PlanMailParts, 'store' | 'directory' | 'channel' | 'deliver' | 'zone' | 'now' | 'log'>;
