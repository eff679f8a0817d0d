import type { EventOf } from './events.js';

/** Whether something was said in words; where there are neither values nor words, the words were erased. */
export function isStatement({ values, texts }: EventOf<'factAdded'>): boolean {
  return texts.statement !== undefined || Object.keys(values).length === 0;
}
