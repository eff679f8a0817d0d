import { z } from 'zod';
import { reportFields } from './fields.js';

/** What `POST /hooks/generic` takes: a report in the words of the API. */
export const GenericPayload = z.strictObject(reportFields);
