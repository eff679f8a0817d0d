import { z } from 'zod';
import { LANGS } from '../../lang.js';
import type { Lang, Text } from '../../lang.js';
import { text } from '../fields.js';
import type { Section } from '../schema.js';
import { canonical } from './canonical.js';
import { cellsOf } from './cells.js';
import type { Cell } from './cells.js';
import type { ChangeCode, PlanChange, Subject } from './change.js';
import { ruleFor } from './lists.js';
import { isReordered, pairUp } from './pairUp.js';
import { isWhole, shapeOf, unwrapped } from './view.js';
import { touchedBy } from './weights.js';

/** Where in the two plans the comparison is. */
interface Place {
  field: string;
  subject: Subject;
  /** Languages that only one of the two plans has: that its texts exist in them is told once, by the languages. */
  onlyInOne: readonly Lang[];
}

/** Walks both values along the schema that they fit. What is absent has nothing in it. */
export function differences(schema: z.ZodType, a: unknown, b: unknown, at: Place): PlanChange[] {
  if (a === b) return [];
  const inner = unwrapped(schema);
  if (inner === text) return texts(a as Text | undefined, b as Text | undefined, at);
  const whole = isWhole(inner, at.field);
  if (inner instanceof z.ZodArray && !whole)
    return lists(inner, a as unknown[] | undefined, b as unknown[] | undefined, at);
  const shape = whole ? undefined : shapeOf(inner);
  if (shape === undefined) {
    return canonical(inner, a, at.field) === canonical(inner, b, at.field) ? [] : [change('changed', at, a, b)];
  }
  const [before, after] = [a, b] as (Record<string, unknown> | undefined)[];
  return Object.entries(shape).flatMap(([key, part]) => {
    const field = at.field === '' ? key : `${at.field}.${key}`;
    return differences(part, before?.[key], after?.[key], { ...at, field });
  });
}

function texts(a: Text | undefined, b: Text | undefined, at: Place): PlanChange[] {
  if (a === undefined || b === undefined) return a === b ? [] : [change('changed', at, a, b)];
  return LANGS.filter((lang) => {
    if (a[lang] === b[lang]) return false;
    return !at.onlyInOne.includes(lang) || (a[lang] !== undefined && b[lang] !== undefined);
  }).map((lang) => ({ ...change('reworded', at, a[lang], b[lang]), lang }));
}

function lists(schema: z.ZodArray, a: unknown[] | undefined, b: unknown[] | undefined, at: Place): PlanChange[] {
  const element = unwrapped(schema.element as z.ZodType);
  if (element === text) return textLists((a ?? []) as Text[], (b ?? []) as Text[], at);
  if (shapeOf(element) !== undefined) return entries(element, a ?? [], b ?? [], at);
  const said = (list: unknown[] | undefined) => list?.map((item) => canonical(element, item, at.field));
  const [before, after] = [said(a), said(b)];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!sameMembers(before, after)) return [change('changed', at, a, b)];
  if (!ruleFor(at.field).ordered) return [];
  return [change(before?.length === after?.length ? 'reordered' : 'changed', at, a, b)];
}

/** A list that is absent may mean all of what it could name; an empty one means none. */
function sameMembers(a: string[] | undefined, b: string[] | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.every((item) => b.includes(item)) && b.every((item) => a.includes(item));
}

/**
 * Texts have no ids. One that reads the same in a language, or else stands at the same place where neither is found
 * elsewhere, is taken for the reworded form of the other.
 */
function textLists(a: Text[], b: Text[], at: Place): PlanChange[] {
  const said = (entry: Text) => JSON.stringify(LANGS.map((lang) => !at.onlyInOne.includes(lang) && entry[lang]));
  const inOneLanguage = LANGS.map((lang) => (entry: Text, index: number) => entry[lang] ?? `#${index}`);
  const pairs = pairUp(a, b, said, ...inOneLanguage, (_, index) => String(index));
  const changes = pairs.flatMap(({ before, after }) => {
    if (before !== undefined && after !== undefined) return texts(before, after, at);
    return [change(after === undefined ? 'removed' : 'added', at, before, after)];
  });
  return ruleFor(at.field).ordered && isReordered(pairs) ? [...changes, change('reordered', at, a, b)] : changes;
}

function entries(element: z.ZodType, a: unknown[], b: unknown[], at: Place): PlanChange[] {
  const rule = ruleFor(at.field);
  const key = ({ subject }: Cell) => JSON.stringify(subject);
  const scope = ({ value }: Cell) => JSON.stringify(rule.perCategories && scopeOf(value)?.toSorted());
  const pairs = pairUp(cellsOf(a, at.field), cellsOf(b, at.field), (cell) => key(cell) + scope(cell), key);

  const changes = pairs.flatMap((pair) => {
    const { before, after } = pair;
    const cell = pair.after === undefined ? pair.before : pair.after;
    const told = before === undefined || after === undefined || scope(before) === scope(after);
    const categories = rule.perCategories && told ? scopeOf(cell.value) : undefined;
    const subject = { ...at.subject, ...cell.subject, ...(categories === undefined ? {} : { categories }) };
    const place = { ...at, subject };
    if (before !== undefined && after !== undefined) return differences(element, before.value, after.value, place);
    return [change(after === undefined ? 'removed' : 'added', place, before?.value, after?.value)];
  });
  if (!rule.ordered || !isReordered(pairs)) return changes;
  const kept = pairs.flatMap((pair) => ('from' in pair ? [pair] : []));
  const ids = (inOrder: typeof kept) => inOrder.map(({ after }) => Object.values(after.subject)[0] ?? null);
  const before = ids(kept.toSorted((one, other) => one.from - other.from));
  return [...changes, change('reordered', at, before, ids(kept))];
}

function scopeOf(value: Cell['value']): string[] | undefined {
  return value['categories'] as string[] | undefined;
}

function change(code: ChangeCode, { field, subject }: Place, before: unknown, after: unknown): PlanChange {
  const touches = touchedBy(field);
  return {
    code,
    concept: field.split('.')[0] as Section,
    field,
    subject,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    weight: touches === undefined ? 'other' : 'substantial',
    ...(touches === undefined ? {} : { touches }),
  };
}
