import { z } from 'zod';
import { planSchema } from './schema.js';

/** JSON Schema 2020-12 of a whole plan, for editors. What needs more than the shape (`references/`, `rules/`) is not in it. */
export function planJsonSchema(): object {
  return z.toJSONSchema(planSchema, { io: 'input', reused: 'ref' });
}
