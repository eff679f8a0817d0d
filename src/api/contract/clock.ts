import { z } from 'zod';
import { asked } from './asked.js';

export const PaceRequest = z
  .strictObject({
    pace: z
      .int()
      .describe('How many times as fast as the wall clock the drill goes from here on, 1 to 3600; 0: it is paused.'),
    ...asked,
  })
  .meta({ id: 'PaceRequest', examples: [{ pace: 60 }, { pace: 0 }] });
