import { isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLSeq } from 'yaml';
import { z } from 'zod';
import { duration, references, text } from '../../src/domain/plan/fields.js';
import type { Path } from '../../src/domain/plan/issues.js';
import { DEFINITIONS } from '../../src/domain/plan/references/ids.js';
import { walk } from '../../src/domain/plan/references/walk.js';
import { planSchema } from '../../src/domain/plan/schema.js';
import type { PlanDocument, Section } from '../../src/domain/plan/schema.js';

/** A slip of somebody who edits a sound plan. */
export interface Mutation {
  edit: (yaml: Document) => void;
  /** What it changes: the file that holds this section. */
  section: string | number;
  /** Afterwards one of these is reported, perhaps in another file. */
  where: Path[];
  /** The key rather than its value. */
  key?: true;
  code: RegExp;
}

/** A value of the plan with the part of the schema that describes it. */
interface Site {
  schema: z.ZodType;
  value: unknown;
  path: Path;
}

/** All places at which a slip of this kind can be made. */
type Slip = (sites: Site[], plan: PlanDocument) => Mutation[];

export function sitesOf(plan: PlanDocument): Site[] {
  const sites: Site[] = [];
  for (const section of Object.keys(plan) as Section[]) {
    walk(planSchema.shape[section], plan[section], [section], (schema, value, path) => {
      sites.push({ schema, value, path });
    });
  }
  return sites;
}

export const SLIPS: Record<string, Slip> = {
  'a key that must be there is removed': (sites) =>
    groups(sites).flatMap(({ path, value, shape }) =>
      Object.keys(value)
        .filter((key) => !(shape[key] instanceof z.ZodExactOptional))
        .map((key) => ({
          edit: (yaml) => yaml.deleteIn([...path, key]),
          section: path[0]!,
          where: [path],
          code: /^missing_key$/,
        })),
    ),

  'a key is misspelt': (sites) =>
    groups(sites).flatMap(({ path, value, shape }) =>
      Object.keys(value)
        .map((key) => [key, key + key.at(-1)] as const)
        .filter(([, wrong]) => !Object.hasOwn(shape, wrong))
        .map(([key, wrong]) => ({
          edit: (yaml) => (pairIn(yaml, path, key).key = yaml.createNode(wrong)),
          section: path[0]!,
          where: [[...path, wrong]],
          key: true,
          code: /^unknown_key$/,
        })),
    ),

  'an id that refers to something is misspelt': (sites) =>
    sites
      .filter(({ schema }) => references.has(schema))
      .map(({ path, value }) => set(path, `${String(value)}-x`, /^unknown_/)),

  'a value is of another type': (sites) =>
    sites
      .filter(({ path }) => path.length > 1)
      .map(({ path, value }) => set(path, typeof value === 'string' ? [7] : 'a few words', /./)),

  'a duration loses its unit': (sites) =>
    sites
      .filter(({ schema }) => schema === duration)
      .map(({ path, value }) => set(path, parseInt(String(value)), /^bad_duration$/)),

  'an entry that others refer to is deleted': (sites, plan) =>
    Object.entries(DEFINITIONS).flatMap(([kind, { known }]) => {
      const list = sites.find(({ value }) => value === known(plan));
      const refs = sites.filter(({ schema }) => references.get(schema)?.kind === kind);
      const entries = list === undefined || known(plan).length < 2 ? [] : known(plan);
      return entries.flatMap(({ id }, i) => {
        const entry = [...(list?.path ?? []), i];
        const used = refs.filter(({ path, value }) => value === id && !startsWith(path, entry));
        if (used.length === 0) return [];
        const where = used.map(({ path }) => afterDeletion(path, entry));
        return [{ edit: (yaml: Document) => yaml.deleteIn(entry), section: entry[0]!, where, code: /^unknown_/ }];
      });
    }),

  'two levels change places': (_, { incidentLevels }) =>
    incidentLevels.slice(1).flatMap(({ level }, i) =>
      level === incidentLevels[i]!.level
        ? []
        : [
            {
              edit: (yaml: Document) => {
                const { items } = seqIn(yaml, ['incidentLevels']);
                items.splice(i, 2, items[i + 1], items[i]);
              },
              section: 'incidentLevels',
              where: incidentLevels.map((__, n) => ['incidentLevels', n, 'level']),
              code: /^levels_out_of_order$/,
            },
          ],
    ),

  'an entry is there twice': (sites) =>
    sites.flatMap(({ schema, path, value }) => {
      if (!(schema instanceof z.ZodArray) || schema.element === text || schema.element === duration) return [];
      return (value as unknown[]).map((item, i) => {
        const copy = [...path, i + 1];
        const named = typeof item === 'object' && item !== null && 'id' in item;
        return {
          edit: (yaml: Document) => {
            const { items } = seqIn(yaml, path);
            items.splice(i + 1, 0, (items[i] as Node).clone());
          },
          section: path[0]!,
          where: [named ? [...copy, 'id'] : copy],
          code: /^(duplicate_id|listed_twice)$/,
        };
      });
    }),

  'a text has no words': (sites) => texts(sites).map(({ path, lang }) => set([...path, lang], '  ', /^empty_text$/)),

  'a text lacks a language': (sites) =>
    texts(sites).map(({ path, lang }) => ({
      edit: (yaml) => yaml.deleteIn([...path, lang]),
      section: path[0]!,
      where: [path],
      code: /^missing_text$/,
    })),
};

function set(path: Path, value: unknown, code: RegExp): Mutation {
  return { edit: (yaml) => yaml.setIn(path, yaml.createNode(value)), section: path[0]!, where: [path], code };
}

function groups(sites: Site[]): { path: Path; value: object; shape: Record<string, z.ZodType> }[] {
  return sites.flatMap(({ schema, value, path }) =>
    schema instanceof z.ZodObject && typeof value === 'object' && value !== null
      ? [{ path, value, shape: schema.shape }]
      : [],
  );
}

function texts(sites: Site[]): { path: Path; lang: string }[] {
  return sites
    .filter(({ schema }) => schema === text)
    .flatMap(({ path, value }) => Object.keys(value as object).map((lang) => ({ path, lang })));
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, i) => path[i] === step);
}

/** Later entries of the same list move up. */
function afterDeletion(path: Path, entry: Path): Path {
  const at = entry.length - 1;
  const [moved, deleted] = [path[at], entry[at]];
  const later = startsWith(path, entry.slice(0, at)) && typeof moved === 'number' && moved > Number(deleted);
  return later ? path.with(at, moved - 1) : path;
}

function seqIn(yaml: Document, path: Path): YAMLSeq {
  const node = yaml.getIn(path, true);
  if (!isSeq(node)) throw new Error(`${path.join('.')} is no list in the file`);
  return node;
}

export function pairIn(yaml: Document, path: Path, key: string): Pair {
  const node = yaml.getIn(path, true);
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  if (pair === undefined) throw new Error(`${path.join('.')} has no key ${key} in the file`);
  return pair;
}
