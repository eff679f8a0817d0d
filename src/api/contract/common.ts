import { z } from 'zod';
import { PHASES } from '../../domain/incident/index.js';

export { Facts, FactValue, Id, Line, LongText, Reason, Time } from '../../intake/fields.js';

export const Seq = z
  .int()
  .min(0)
  .meta({
    id: 'Seq',
    description:
      'Number of an event within its incident: 1, 2, 3 … without gaps. In an answer: the last one it includes.',
    examples: [14],
  });

/** An id of plan or roster with its name in the language of the request. */
export const Named = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'Named', description: 'An id of plan or roster, with its name in the language of the request.' });
export type Named = z.infer<typeof Named>;

export const Actor = z
  .object({
    kind: z.enum(['person', 'operator', 'integration', 'system']),
    id: z.string().optional().describe('Of a person or an integration.'),
    name: z.string().optional().describe('Of a person, in the language of the request.'),
  })
  .meta({ id: 'Actor', description: 'Who acted. The server derives it from the token, link or signature.' });
export type Actor = z.infer<typeof Actor>;

export const Phase = z.enum(PHASES).meta({
  id: 'Phase',
  description: 'Where the emergency stands.',
});

export const Mode = z.enum(['real', 'drill']);
export const LangCode = z.enum(['zh-CN', 'en']);

export const Limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual).describe(`At most so many, 1 to ${most}.`);
