import { z } from 'zod';
import { text } from '../../../src/domain/plan/fields.js';
import { planSchema } from '../../../src/domain/plan/schema.js';
import type { Section } from '../../../src/domain/plan/schema.js';
import { LISTS } from '../../../src/domain/plan/diff/lists.js';
import { isWhole, schemaAt, shapeOf, unwrapped, VIEW, viewOf } from '../../../src/domain/plan/diff/view.js';
import { EXCEPTIONS, touchedBy } from '../../../src/domain/plan/diff/weights.js';
import { CHOICES } from '../../../src/domain/plan/diff/words/choices.js';
import { DETAILS } from '../../../src/domain/plan/diff/words/details.js';
import { FIELDS } from '../../../src/domain/plan/diff/words/fields.js';
import { FLAGS, PRESENCE } from '../../../src/domain/plan/diff/words/presence.js';
import { fullPlan } from './full.js';

/** Every field that a change can be about, with what it holds. */
const ALL = new Map<string, z.ZodType>();
collect(VIEW, '');

function collect(schema: z.ZodType, field: string): void {
  const inner = unwrapped(schema);
  if (field !== '') ALL.set(field, inner);
  if (inner === text || isWhole(inner, field)) return;
  if (inner instanceof z.ZodArray) return collectParts(unwrapped(inner.element as z.ZodType), field);
  collectParts(inner, field);
}

function collectParts(group: z.ZodType, field: string): void {
  if (group === text) return;
  for (const [key, part] of Object.entries(shapeOf(group) ?? {})) collect(part, field === '' ? key : `${field}.${key}`);
}

const lastKey = (field: string) => field.split('.').at(-1) ?? '';

/** What a list holds one of. */
function elementOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodArray ? unwrapped(schema.element as z.ZodType) : undefined;
}

test('the full plan has every key of the schema', () => {
  const plan: unknown = viewOf(fullPlan());
  // Authority is written in both ways; the way without levels stands for three of the five decisions.
  const fields = [...ALL.keys()].filter((field) => !/^authority\.(standby|reject|close)\.levels$/.test(field));
  expect(fields.filter((field) => !isUsed(plan, field.split('.')))).toEqual([]);
});

function isUsed(value: unknown, [key, ...rest]: string[]): boolean {
  if (key === undefined) return value !== undefined;
  if (Array.isArray(value)) return value.some((entry) => isUsed(entry, [key, ...rest]));
  return typeof value === 'object' && value !== null && isUsed((value as Record<string, unknown>)[key], rest);
}

test('every key of the schema has its words, and no words are left over', () => {
  const below = [...ALL.keys()].filter((field) => field.includes('.'));
  expect(below.length).toBeGreaterThan(300);
  expect(below.filter((field) => FIELDS[field] === undefined && FIELDS[lastKey(field)] === undefined)).toEqual([]);
  const used = new Set(below.map((field) => (FIELDS[field] === undefined ? lastKey(field) : field)));
  // In brackets behind a rule its fields are called by their keys alone.
  for (const [field, keys] of Object.entries(DETAILS)) if (PRESENCE[field]) keys.forEach((key) => used.add(key));
  expect(Object.keys(FIELDS).filter((row) => !used.has(row))).toEqual([]);
});

test('every value of a choice has its words, and no words are left over', () => {
  const used = [...ALL].flatMap(([field, schema]) => {
    const value = elementOf(schema) ?? schema;
    const options = value instanceof z.ZodEnum ? (value.options as string[]) : [];
    return options.map((option) => (CHOICES[`${field} ${option}`] === undefined ? option : `${field} ${option}`));
  });
  const types = ['number', 'boolean', 'choice'];
  expect(planSchema.shape.facts.element.options.map((option) => option.shape.type.value)).toEqual(types);
  expect([...used, ...types].filter((option) => CHOICES[option] === undefined)).toEqual([]);
  expect(Object.keys(CHOICES).filter((row) => ![...used, ...types].includes(row))).toEqual([]);
});

test('every list of entries says how they are found again', () => {
  const ofEntries = [...ALL].flatMap(([field, schema]) => {
    const element = isWhole(schema, field) ? undefined : elementOf(schema);
    return element !== undefined && element !== text && shapeOf(element) !== undefined ? [field] : [];
  });
  expect(ofEntries.length).toBeGreaterThan(50);
  const unknown = ofEntries.filter((field) => LISTS[field]?.entry === undefined && LISTS[field]?.each === undefined);
  expect(unknown).toEqual([]);
  const withoutKey = ofEntries.filter((field) => {
    const { entry, key = 'id' } = LISTS[field] ?? {};
    return entry !== undefined && shapeOf(elementOf(ALL.get(field)) ?? z.never())?.[key] === undefined;
  });
  expect(withoutKey).toEqual([]);
});

test('every row of the tables is about a field that there is', () => {
  const details = Object.entries(DETAILS).flatMap(([field, keys]) => keys.map((key) => `${field}.${key}`));
  const rows = [...Object.keys(LISTS), ...Object.keys(PRESENCE), ...Object.keys(FLAGS), ...EXCEPTIONS, ...details];
  expect(rows.filter((field) => !ALL.has(field))).toEqual([]);
  expect(() => schemaAt('tasks.dew')).toThrow('"tasks.dew"');
});

test('rules of lists that are taken apart have their own words', () => {
  const apart = Object.keys(LISTS).filter((field) => LISTS[field]?.each !== undefined);
  expect(Object.keys(PRESENCE).toSorted()).toEqual(apart.toSorted());
});

/** 令第88号, art. 37: what it names is substantial, and what one could get round it by. */
test('what needs the whole approval', () => {
  const sections = Object.keys(planSchema.shape) as Section[];
  const recorded = sections.filter((section) => touchedBy(section) === undefined);
  expect(recorded).toEqual([
    'plan',
    'purpose',
    'principles',
    'operator',
    'narrative',
    'sources',
    'partners',
    'funds',
    'drills',
    'scenarios',
    'cases',
    'training',
    'annexes',
    'control',
  ]);
  expect(touchedBy('command.deputies')).toBe('command');
  expect(touchedBy('funds.authority.upTo')).toBe('command');
  expect(touchedBy('control.reviewers.atLeast')).toBe('command');
  expect(touchedBy('control.distribution')).toBe('duties');
  expect(touchedBy('resources.minimum')).toBe('measures');
  expect(touchedBy('resources.custodian')).toBe('measures');
  expect(touchedBy('resources.location')).toBeUndefined();
  expect(touchedBy('resources')).toBe('measures');
  expect(touchedBy('posts.card')).toBe('duties');
  expect(touchedBy('verification.timeBox.within')).toBe('procedure');
  expect(touchedBy('tasks.due')).toBe('measures');
  expect(touchedBy('gradingCriteria.when')).toBe('levels');
  expect(touchedBy('gradingCriteria.source.clause')).toBeUndefined();
  expect(touchedBy('tasks.rows')).toBeUndefined();
});
