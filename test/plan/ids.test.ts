import { z } from 'zod';
import { checkPlan } from '../../src/domain/plan/checkPlan.js';
import { id, record, ref, references, refs } from '../../src/domain/plan/fields.js';
import type { Path } from '../../src/domain/plan/issues.js';
import { DEFINITIONS } from '../../src/domain/plan/references/ids.js';
import { walk } from '../../src/domain/plan/references/walk.js';
import { planSchema } from '../../src/domain/plan/schema.js';
import { loadPlan } from '../../src/planfiles/index.js';

/** Has every key that the schema knows. */
const FULL = loadPlan('test/plan/diff/full').document;

/**
 * Ids that are looked up by checks of their own: an objective within its scenario, an option beside its fact, what a
 * scenario says of facts and events.
 */
const SPECIAL = ['atLeast', 'facts', 'objective'];

interface Part {
  key: string;
  schema: z.ZodType;
}

const PARTS = [...partsOf('', planSchema, new Set())];

test('the walk knows every kind of schema that the plan is made of', () => {
  const open = [z.ZodObject, z.ZodArray, z.ZodRecord, z.ZodUnion, z.ZodExactOptional, z.ZodLazy];
  const closed = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodISODate];
  const strange = PARTS.filter(({ schema }) => ![...open, ...closed].some((kind) => schema instanceof kind));
  expect(strange.map(({ key, schema }) => `${key}: ${schema.constructor.name}`)).toEqual([]);
});

test('every kind of reference in the schema is defined somewhere, and every definition is referred to', () => {
  const kinds = PARTS.flatMap(({ schema }) => references.get(schema)?.kind ?? []);
  expect([...new Set(kinds)].sort()).toEqual(Object.keys(DEFINITIONS).sort());
});

test('an id in the schema names its own entry, refers to something, or has a check of its own', () => {
  const plain = PARTS.filter(({ key, schema }) => schema === id && key !== 'id');
  expect([...new Set(plain.map(({ key }) => key))].sort()).toEqual(SPECIAL);
});

test('the walk visits every value of a plan once, with the schema that describes it', () => {
  const visited: string[] = [];
  walk(planSchema, FULL, [], (schema, value, path) => {
    visited.push(path.join('.'));
    expect(schema.safeParse(value).success).toBe(true);
  });
  expect(visited.sort()).toEqual(pathsIn(FULL, []).sort());
});

test('every reference that leads nowhere is told where it stands', () => {
  const untold: string[] = [];
  const tried = new Set<z.ZodType>();
  walk(planSchema, FULL, [], (schema, value, path) => {
    if (!references.has(schema)) return;
    tried.add(schema);
    const checked = checkPlan(changed(FULL, path, `${String(value)}-x`));
    const codes = 'issues' in checked ? checked.issues.filter((issue) => isSame(issue.path, path)) : [];
    if (!codes.some(({ code }) => code.startsWith('unknown_'))) untold.push(path.join('.'));
  });
  expect(untold).toEqual([]);
  // None of the schema's references went untried.
  const all = PARTS.filter(({ schema }) => references.has(schema));
  expect(all.filter(({ schema }) => !tried.has(schema)).map(({ key }) => key)).toEqual([]);
});

test('of several ways to write something the walk follows the one that was used', () => {
  const either = z.union([
    refs('post'),
    z.array(record({ posts: refs('post'), levels: refs('level').exactOptional() })),
  ]);
  expect(found(either, ['a', 'b'])).toEqual(['post a 0', 'post b 1']);
  expect(found(either, [{ posts: ['a'] }, { posts: ['b'], levels: ['x'] }])).toEqual([
    'post a 0.posts.0',
    'post b 1.posts.0',
    'level x 1.levels.0',
  ]);
  expect(found(either, 5)).toEqual([]);
});

test('what is left out, and keys that the schema does not know, are no place', () => {
  const shape = record({ post: ref('post').exactOptional(), team: ref('team').exactOptional() });
  expect(found(shape, { team: 't' })).toEqual(['team t team']);
  expect(found(shape, { post: undefined, strange: 'p' })).toEqual([]);
});

function found(schema: z.ZodType, value: unknown): string[] {
  const ids: string[] = [];
  walk(schema, value, [], (part, inner, path) => {
    const kind = references.get(part)?.kind;
    if (kind !== undefined) ids.push(`${kind} ${String(inner)} ${path.join('.')}`);
  });
  return ids;
}

/** Every schema within a schema, with the key under which it stands. */
function* partsOf(key: string, schema: z.ZodType, seen: Set<z.ZodType>): Generator<Part> {
  yield { key, schema };
  if (seen.has(schema)) return;
  seen.add(schema);
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodLazy) {
    yield* partsOf(key, schema.unwrap() as z.ZodType, seen);
  }
  if (schema instanceof z.ZodArray) yield* partsOf(key, schema.element as z.ZodType, seen);
  if (schema instanceof z.ZodRecord) yield* partsOf(key, schema.valueType as z.ZodType, seen);
  if (schema instanceof z.ZodUnion) for (const way of schema.options as z.ZodType[]) yield* partsOf(key, way, seen);
  if (schema instanceof z.ZodObject) {
    const parts = schema.shape as Record<string, z.ZodType>;
    for (const [name, inner] of Object.entries(parts)) {
      yield* partsOf(name, inner, seen);
    }
  }
}

function pathsIn(value: unknown, path: Path): string[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path.join('.'), ...inner.flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

function changed(document: object, path: Path, value: string): object {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce((node, step) => node[step] as Record<string | number, unknown>, copy);
  parent[path.at(-1)!] = value;
  return copy;
}

function isSame(a: Path, b: Path): boolean {
  return a.join('.') === b.join('.');
}
