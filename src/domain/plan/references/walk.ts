import { z } from 'zod';
import { references } from '../fields.js';
import type { Path, ReferenceKind } from '../issues.js';
import type { Ref } from './check.js';

/** What a value that fits its schema holds of ids. */
export interface FoundIds {
  refs: (Ref & { kind: ReferenceKind })[];
  /** Lists whose entries have ids of their own. */
  lists: { path: Path; items: { id: string }[] }[];
}

/** Walks a value along the schema that it fits, and collects the ids in it. The schema alone says which ids refer to what. */
export function findIds(
  schema: z.ZodType,
  value: unknown,
  path: Path,
  found: FoundIds = { refs: [], lists: [] },
): FoundIds {
  const kind = references.get(schema)?.kind;
  if (kind !== undefined && typeof value === 'string') found.refs.push({ path, id: value, kind });
  if (value === undefined) return found;
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodLazy) {
    return findIds(schema.unwrap() as z.ZodType, value, path, found);
  }
  if (schema instanceof z.ZodUnion) {
    const fitting = (schema.options as z.ZodType[]).find((option) => option.safeParse(value).success);
    return fitting === undefined ? found : findIds(fitting, value, path, found);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    if (value.length > 0 && value.every(hasId)) found.lists.push({ path, items: value });
    value.forEach((item, i) => findIds(schema.element as z.ZodType, item, [...path, i], found));
  }
  if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
      if (Object.hasOwn(value, key)) findIds(inner, (value as Record<string, unknown>)[key], [...path, key], found);
    }
  }
  return found;
}

function hasId(item: unknown): item is { id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';
}
