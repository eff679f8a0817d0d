import { z } from 'zod';
import { parseDuration } from '../duration.js';
import { duration } from '../fields.js';
import { ruleFor } from './lists.js';
import { shapeOf, unwrapped } from './view.js';

/**
 * One text for all ways of writing the same value: `60m` is `1h`, and the order of a list counts only where it means
 * something. The parts of a condition may stand in any order.
 */
export function canonical(written: z.ZodType, value: unknown, field: string): string {
  if (value === undefined) return '';
  const schema = unwrapped(written);
  if (schema === duration && typeof value === 'string') return String(parseDuration(value));
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const items = value.map((item) => canonical(schema.element as z.ZodType, item, field));
    return `[${(ruleFor(field).ordered ? items : items.toSorted()).join()}]`;
  }
  const shape = shapeOf(schema);
  if (shape === undefined) return JSON.stringify(value);
  const group = value as Record<string, unknown>;
  const keys = Object.keys(shape).filter((key) => group[key] !== undefined);
  return `{${keys.map((key) => `${key}:${canonical(shape[key] as z.ZodType, group[key], `${field}.${key}`)}`).join()}}`;
}
