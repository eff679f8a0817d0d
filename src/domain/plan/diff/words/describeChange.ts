import { z } from 'zod';
import type { Lang } from '../../../lang.js';
import { cleanText } from '../../../words/text.js';
import type { PlanDocument } from '../../schema.js';
import { condition } from '../../schema/conditions.js';
import type { WrittenCondition } from '../../schema/conditions.js';
import type { PlanChange } from '../change.js';
import { allWhenAbsent, ruleFor } from '../lists.js';
import { isWhole, schemaAt } from '../view.js';
import { CHOICES } from './choices.js';
import { threshold } from './conditions.js';
import { excerpts } from './excerpt.js';
import { GRAMMAR } from './grammar.js';
import { fieldWords, headWords, placeWords, whom } from './place.js';
import { FLAGS, PRESENCE } from './presence.js';
import { listed, nameOf } from './side.js';
import type { Side } from './side.js';
import { THING_TITLES } from './titles.js';
import { detailWords, everyLevel, inside, memberWords, REST, TEXT_LENGTH, valueWords } from './values.js';

/** One sentence that says where and what; old names are those of `a`, new ones those of `b`. */
export function describeChange(change: PlanChange, a: PlanDocument, b: PlanDocument, lang: Lang): string {
  const sides = sidesOf(change, a, b, lang);
  return sentence([...headWords(change, sides.known), ...placeWords(change, sides.known)], change, sides);
}

/** The same below a heading with its level or section. */
export function describeBelowHeading(change: PlanChange, a: PlanDocument, b: PlanDocument, lang: Lang): string {
  const sides = sidesOf(change, a, b, lang);
  return sentence(placeWords(change, sides.known), change, sides);
}

interface Sides {
  before: Side;
  after: Side;
  /** Where what the change is about has its name: the old plan, unless it is new. */
  known: Side;
}

function sidesOf({ code, subject }: PlanChange, a: PlanDocument, b: PlanDocument, lang: Lang): Sides {
  const [before, after] = [a, b].map((plan): Side => ({ plan, subject, lang })) as [Side, Side];
  return { before, after, known: code === 'added' ? after : before };
}

function sentence(place: readonly string[], change: PlanChange, sides: Sides): string {
  const words = GRAMMAR[sides.known.lang].about(place, whatWords(change, sides));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whatWords(change: PlanChange, sides: Sides): string {
  switch (change.code) {
    case 'added':
    case 'removed':
      return entryWords(change, sides.known);
    case 'changed':
      return changedWords(change, sides);
    case 'reordered': {
      const { field, before, after } = change;
      const [old, now] = [valueWords(field, before, sides.before), valueWords(field, after, sides.after)];
      return GRAMMAR[sides.known.lang].reordered(fieldWords(field, sides.known.lang), old, now);
    }
    case 'reworded':
      return rewordedWords(change, sides.known.lang);
  }
}

function entryWords({ code, field, subject, before, after }: PlanChange, side: Side): string {
  const { lang } = side;
  const grammar = GRAMMAR[lang];
  const value = (code === 'added' ? after : before) as Record<string, unknown>;
  const presence = PRESENCE[field]?.[lang];
  if (presence !== undefined) {
    const who = whom(field, subject, side)[0] ?? REST[lang];
    const details = code === 'added' ? detailWords(field, value, side) : '';
    const words = code === 'added' ? presence.added : presence.removed;
    return words.replace('…', () => who) + everyLevel(field, side) + details;
  }
  const { entry } = ruleFor(field);
  const id = entry === undefined ? undefined : subject[entry];
  if (entry === undefined || id === undefined) {
    const text = memberWords(field, value, side);
    const noun = fieldWords(field, lang);
    return code === 'added' ? grammar.added(noun, text) : grammar.removed(noun, text);
  }
  const thing = grammar.thing(THING_TITLES[entry][lang], nameOf(entry, id, side));
  const inner = code === 'added' ? detailWords(field, value, inside(side, entry, id)) : '';
  return code === 'added' ? grammar.addedEntry(thing, inner) : grammar.removedEntry(thing);
}

function changedWords({ field, before, after }: PlanChange, sides: Sides): string {
  const { lang } = sides.known;
  const grammar = GRAMMAR[lang];
  const noun = fieldWords(field, lang);
  const flag = FLAGS[field]?.[lang];
  if (flag !== undefined && (before ?? false) !== (after ?? false)) return after === true ? flag.yes : flag.no;
  const bound = thresholdWords(field, before, after, sides);
  if (bound !== undefined) return bound;
  const schema = schemaAt(field);
  const told = isWhole(schema, field);
  const whole = allWhenAbsent(field) && (before === undefined || after === undefined);
  if (schema instanceof z.ZodArray && !told && !whole && ruleFor(field).ordered === undefined) {
    return membersWords(field, noun, (before ?? []) as unknown[], (after ?? []) as unknown[], sides);
  }
  return grammar.changed(noun, valueWords(field, before, sides.before), valueWords(field, after, sides.after));
}

function membersWords(field: string, noun: string, before: unknown[], after: unknown[], sides: Sides): string {
  const { lang } = sides.known;
  const words = (items: unknown[], side: Side) =>
    listed(
      items.map((item) => memberWords(field, item, side)),
      lang,
    );
  const gained = after.filter((item) => !before.includes(item));
  const lost = before.filter((item) => !after.includes(item));
  return GRAMMAR[lang].members(noun, words(gained, sides.after), words(lost, sides.before));
}

/** Where only the number of a threshold moved. */
function thresholdWords(field: string, before: unknown, after: unknown, sides: Sides): string | undefined {
  if (schemaAt(field) !== condition || before === undefined || after === undefined) return undefined;
  const [old, now] = [before, after] as WrittenCondition[];
  if (old?.fact === undefined || old.fact !== now?.fact) return undefined;
  const [from, to] = [threshold(old, sides.before), threshold(now, sides.after)];
  if (from === undefined || to === undefined) return undefined;
  return GRAMMAR[sides.known.lang].threshold(nameOf('fact', old.fact, sides.before), from, to);
}

function rewordedWords({ field, lang: textLang, before, after }: PlanChange, lang: Lang): string {
  const grammar = GRAMMAR[lang];
  const noun = fieldWords(field, lang);
  const language = (textLang === undefined ? undefined : CHOICES[textLang]?.[lang]) ?? '';
  const [old, now] = [before, after].map((text) => cleanText(typeof text === 'string' ? text : '')) as [string, string];
  const [from, to] = excerpts(old, now, TEXT_LENGTH);
  return from === to ? grammar.respaced(noun, language) : grammar.reworded(noun, language, from, to);
}
