import type { z } from 'zod';
import type { Report } from '../domain/incident/index.js';
import type { reportFields } from './fields.js';

/** A report as it comes from outside: not yet held against the plan. */
export type IncomingReport = z.infer<z.ZodObject<typeof reportFields>>;

export function toReport(incoming: IncomingReport, incidentId: string): Report {
  const { category, title, place, occurredAt, cause, impact, description, facts = {} } = incoming;
  const texts = Object.entries({ cause, impact, description }).filter(([, text]) => text !== undefined && text !== '');
  return {
    incidentId,
    mode: 'real',
    category,
    title,
    place,
    facts,
    ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
    ...Object.fromEntries(texts),
  };
}
