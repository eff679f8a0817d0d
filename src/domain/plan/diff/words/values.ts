import { z } from 'zod';
import { textIn } from '../../../lang.js';
import type { Lang, Text } from '../../../lang.js';
import { oneLine, shorten } from '../../../words/text.js';
import { duration, references, text } from '../../fields.js';
import type { ReferenceKind } from '../../issues.js';
import { condition } from '../../schema/conditions.js';
import type { WrittenCondition } from '../../schema/conditions.js';
import { ruleFor } from '../lists.js';
import { THINGS } from '../things.js';
import type { Thing } from '../things.js';
import { schemaAt, unwrapped } from '../view.js';
import { CHOICES } from './choices.js';
import { conditionWords } from './conditions.js';
import { playedWords } from './played.js';
import { DETAILS } from './details.js';
import { FIELDS } from './fields.js';
import { durationWords, limitWords, numberWords } from './numbers.js';
import type { Limit } from './numbers.js';
import { PRESENCE } from './presence.js';
import { listed, nameIn, nameOf, quoted } from './side.js';
import type { Side } from './side.js';

/** How much of a text stands in a line. */
export const TEXT_LENGTH = 60;
/** The same where several stand beside each other. */
const LISTED_LENGTH = 24;

/** A value of a field for a person: names instead of ids, numbers with their units. */
export function valueWords(field: string, value: unknown, side: Side): string {
  const schema = schemaAt(field);
  if (value === undefined) return absentWords(field, side.lang);
  if (schema === condition) return quoted(conditionWords(value as WrittenCondition, side));
  const played = playedWords(schema, value, side);
  if (played !== undefined) return quoted(played);
  if (field === 'obligations.limit') return limitWords(value as Limit, side) || NOT_SET[side.lang];
  if (!(schema instanceof z.ZodArray)) return plainWords(field, schema, value, side);
  const element = elementOf(field);
  const items = value as unknown[];
  if (items.length === 0) return NONE[side.lang];
  return listed(
    items.map((item) => (element === text ? textWords(item, side, LISTED_LENGTH) : memberWords(field, item, side))),
    side.lang,
  );
}

/** One of a list. */
export function memberWords(field: string, item: unknown, side: Side): string {
  const element = elementOf(field);
  const { entry, key = 'id' } = ruleFor(field);
  if (item === null) return REST[side.lang];
  if (element === text || !(element instanceof z.ZodObject)) return plainWords(field, element, item, side);
  if (typeof item === 'string') return nameOf(entry ?? 'category', item, side);
  const value = item as Record<string, unknown>;
  const id = String(value[key]);
  const name = entry === undefined ? '' : nameOf(entry, id, side);
  return name + detailWords(field, value, entry === undefined ? side : inside(side, entry, id));
}

/** The few things about a new entry that a reader asks for first. */
export function detailWords(field: string, value: Record<string, unknown>, side: Side): string {
  const zh = side.lang === 'zh-CN';
  const told = (DETAILS[field] ?? []).flatMap((key) => {
    const inner = `${field}.${key}`;
    if (value[key] === undefined && ABSENT[inner] === undefined) return [];
    const words = valueWords(inner, value[key], side);
    const noun = ((PRESENCE[field] === undefined ? FIELDS[inner] : undefined) ?? FIELDS[key])?.[side.lang] ?? key;
    return [value[key] === undefined ? words : zh ? `${noun}：${words}` : `${noun} ${words}`];
  });
  return inBrackets(told, side.lang);
}

/** Of a rule that may be for some levels only and is for all. */
export function everyLevel(field: string, { subject, lang }: Side): string {
  const { each } = ruleFor(field);
  const all = each?.includes('levels') && subject.level === undefined && !BEFORE_LEVELS.has(field);
  return inBrackets(all ? [EVERY_LEVEL[lang]] : [], lang);
}

/** Decided before there is a level. */
const BEFORE_LEVELS = new Set(['authority.standby', 'authority.reject']);

function inBrackets(told: string[], lang: Lang): string {
  if (told.length === 0) return '';
  return lang === 'zh-CN' ? `（${told.join('；')}）` : ` (${told.join(', ')})`;
}

export function inside(side: Side, thing: Thing, id: string): Side {
  return { ...side, subject: { ...side.subject, [thing]: id } };
}

function plainWords(field: string, schema: z.ZodType, value: unknown, side: Side): string {
  const { lang } = side;
  if (schema === text) return textWords(value, side, TEXT_LENGTH);
  if (typeof value === 'boolean') return value ? YES[lang] : NO[lang];
  if (typeof value === 'number') return numberWords(field, value, side);
  const written = oneLine(String(value));
  if (schema === duration) return durationWords(written, lang);
  if (field === 'scenarios.injects.objective') return nameOf('objective', written, side);
  const kind = references.get(schema)?.kind;
  if (kind !== undefined) return referenceWords(kind, written, side);
  const choice = schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral;
  return (choice ? (CHOICES[`${field} ${written}`] ?? CHOICES[written])?.[lang] : undefined) ?? written;
}

function textWords(value: unknown, { lang }: Side, length: number): string {
  return quoted(shorten(oneLine(textIn(value as Text, lang)), length));
}

function elementOf(field: string): z.ZodType {
  const schema = schemaAt(field);
  return schema instanceof z.ZodArray ? unwrapped(schema.element as z.ZodType) : schema;
}

function referenceWords(kind: ReferenceKind, id: string, side: Side): string {
  if (kind === 'player') return nameIn('post', id, side) ?? nameOf('team', id, side);
  const camel = kind.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const thing = THINGS.find((known) => known === camel);
  return thing === undefined ? id : nameOf(thing, id, side);
}

const YES: Record<Lang, string> = { 'zh-CN': '是', en: 'yes' };
const NO: Record<Lang, string> = { 'zh-CN': '否', en: 'no' };
const NONE: Record<Lang, string> = { 'zh-CN': '无', en: 'none' };
export const REST: Record<Lang, string> = { 'zh-CN': '其余类别', en: 'all other categories' };
const NOT_SET: Record<Lang, string> = { 'zh-CN': '未规定', en: 'not set' };

const EVERY_LEVEL: Record<Lang, string> = { 'zh-CN': '所有级别', en: 'every level' };

/** What it means that a field is not there, by the whole field or by its key. */
const ABSENT: Record<string, Record<Lang, string>> = {
  levels: EVERY_LEVEL,
  categories: { 'zh-CN': '所有类别', en: 'every category' },
  regimes: { 'zh-CN': '所有运营者', en: 'every operator' },
  languages: { 'zh-CN': '预案的全部语言', en: 'every language of the plan' },
  'funds.authority.upTo': { 'zh-CN': '不限金额', en: 'any amount' },
};

function absentWords(field: string, lang: Lang): string {
  const key = field.split('.').at(-1) ?? '';
  return (ABSENT[field] ?? ABSENT[key] ?? (schemaAt(field) instanceof z.ZodArray ? NONE : NOT_SET))[lang];
}
