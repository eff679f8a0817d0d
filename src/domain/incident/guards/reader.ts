import type { Decision } from '../messages.js';
import type { Json } from './fields.js';

/** Reads the body of each of these messages, or throws `Wrong`. */
export type Readers<T extends Decision['type']> = { readonly [K in T]: (json: Json) => Extract<Decision, { type: K }> };
