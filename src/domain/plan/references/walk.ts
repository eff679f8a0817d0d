import { z } from 'zod';
import { references } from '../fields.js';
import type { Path, ReferenceKind } from '../issues.js';
import type { Ref } from './check.js';

type Visit = (schema: z.ZodType, value: unknown, path: Path) => void;

/**
 * Visits every value of a document that fits its schema, the outer ones first, each with the part of the schema that
 * describes it. The value must fit: of the ways to write something, the first that takes it is the one that was used.
 */
export function walk(schema: z.ZodType, value: unknown, path: Path, visit: Visit): void {
  if (value === undefined) return;
  const part = described(schema, value);
  visit(part, value, path);
  if (part instanceof z.ZodArray && Array.isArray(value)) {
    value.forEach((item, i) => walk(part.element as z.ZodType, item, [...path, i], visit));
  }
  if (part instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    const parts = part.shape as Record<string, z.ZodType>;
    for (const [key, inner] of Object.entries(parts)) {
      if (Object.hasOwn(value, key)) walk(inner, (value as Record<string, unknown>)[key], [...path, key], visit);
    }
  }
  if (part instanceof z.ZodRecord && typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(part.valueType as z.ZodType, inner, [...path, key], visit);
  }
}

/** The schema itself, without what only says that it may be left out, unfolds later, or is one of several. */
function described(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodLazy) {
    return described(schema.unwrap() as z.ZodType, value);
  }
  if (!(schema instanceof z.ZodUnion)) return schema;
  const fitting = (schema.options as z.ZodType[]).find((option) => option.safeParse(value).success);
  return fitting === undefined ? schema : described(fitting, value);
}

/** What a value that fits its schema holds of ids and of lists. The schema alone says which ids refer to what. */
export interface FoundIds {
  refs: (Ref & { kind: ReferenceKind })[];
  lists: { path: Path; items: unknown[]; element: unknown }[];
}

export function findIds(schema: z.ZodType, value: unknown, path: Path): FoundIds {
  const found: FoundIds = { refs: [], lists: [] };
  walk(schema, value, path, (part, inner, at) => {
    const kind = references.get(part)?.kind;
    if (kind !== undefined && typeof inner === 'string') found.refs.push({ path: at, id: inner, kind });
    if (part instanceof z.ZodArray && Array.isArray(inner)) {
      found.lists.push({ path: at, items: inner, element: part.element });
    }
  });
  return found;
}
