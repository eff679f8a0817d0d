import { z } from 'zod';
import { LANGS } from '../lang.js';
import type { Lang } from '../lang.js';
import { DURATION_FORM } from './duration.js';
import type { ReferenceKind, ShapeCode } from './issues.js';

// The error text of a schema here is no sentence but a `ShapeCode`; `shape.ts` has the sentences.
const code = (shapeCode: ShapeCode) => shapeCode;

/** An object that refuses unknown keys. Its error text for them is the keys that it knows, one a line. */
export function record<T extends z.ZodRawShape>(shape: T, otherwise?: ShapeCode) {
  const known = Object.keys(shape).join('\n');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : otherwise),
  });
}

/**
 * More than any plan needs, and few enough that each entry may be compared with each other one while incidents wait for
 * the same process. The default plan's longest list has about 120.
 */
const MOST_ENTRIES = 1_000;

/** At least one. */
export function listOf<T extends z.ZodType>(item: T, most = MOST_ENTRIES) {
  return z.array(item).min(1, code('empty_list')).max(most);
}

/**
 * Ids stand in URLs, file names and signals, and are keys of objects: `/` would split them, and the name of an inherited
 * member (`constructor`) would find something where nothing was put.
 */
export const id = z
  .string(code('bad_id'))
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, code('bad_id'))
  .refine((value) => !(value in {}), code('bad_id'));

/** Which ids of the schema name something that is defined elsewhere, and what kind of thing. */
export const references = z.registry<{ kind: ReferenceKind }>();

/** The id of something that is defined elsewhere in the plan; `references/ids.ts` looks whether it is there. */
export function ref(kind: ReferenceKind) {
  return id.clone().register(references, { kind });
}

/** Nobody can keep more apart. */
export const MOST_LEVELS = 30;
const MOST_REFERENCES = 200;

/** At least one, none of them twice. */
export function refs(kind: ReferenceKind) {
  return listOf(ref(kind), kind === 'level' ? MOST_LEVELS : MOST_REFERENCES);
}

/** A long chapter; a whole book in one field is a mistake, or meant to hurt. */
const MOST_CHARACTERS = 20_000;

export const words = z.string().regex(/\S/, code('empty_text')).max(MOST_CHARACTERS, code('long_text'));

const perLanguage = Object.fromEntries(LANGS.map((lang) => [lang, words.exactOptional()])) as Record<
  Lang,
  z.ZodExactOptional<typeof words>
>;

/** One text per language. That every language of the plan is there is checked against the plan, in `texts.ts`. */
export const text = record(perLanguage, code('bad_text'));

/** What stands between braces in the body of a template. */
export const blankName = z.string(code('bad_id')).regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, code('bad_id'));

export const blankNames = z
  .string(code('bad_id'))
  .regex(/^[A-Za-z][A-Za-z0-9]{0,63}( [A-Za-z][A-Za-z0-9]{0,63}){0,49}$/, code('bad_id'));

/** Kept as it is written; the compiled plan has it in milliseconds. */
export const duration = z.string(code('bad_duration')).regex(DURATION_FORM, code('bad_duration'));

export const date = z.iso.date(code('bad_date'));

/** Of a clock with 24 hours, such as 09:30. */
export const timeOfDay = z.string(code('bad_time')).regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('bad_time'));

/** A name that is the same in every language, or one per language. */
export const name = z.union([words, text], code('bad_name'));

/** E.164, so that it can be dialled from anywhere. */
export const phone = z.string(code('bad_phone')).regex(/^\+[1-9]\d{6,14}$/, code('bad_phone'));

/** Several stand in one cell of a table, with `;` between them. */
export const serial = z.string(code('bad_serial')).regex(/^[^\s;；](?:[^\n\r;；]*[^\s;；])?$/, code('bad_serial'));

export const languages = listOf(z.enum(LANGS));

/** Rows of the document that the plan was drawn up from, such as S1, which this entry carries out. */
export const rows = listOf(z.string().regex(/^[A-Z]\d+(\.\d+)?$/, code('bad_row')));
