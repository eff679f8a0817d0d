import { z } from 'zod';
import { duration, references } from '../../../src/domain/plan/fields.js';
import { planSchema } from '../../../src/domain/plan/schema.js';
import type { PlanDocument, Section } from '../../../src/domain/plan/schema.js';

type Path = (string | number)[];
type What = 'value' | 'key removed' | 'entry removed' | 'entry added';

/** A plan in which one thing is different. */
interface Mutation {
  path: Path;
  what: What;
  plan: PlanDocument;
}

/** Chooses what takes the place of a value. */
type Choose = (among: readonly string[]) => string;

/**
 * Every single change of one leaf, one optional key or one list entry that still has the shape of a plan. Knows the schema,
 * and nothing of how plans are compared.
 */
export function* mutations(plan: PlanDocument, choose: Choose): Generator<Mutation> {
  const ids = idsByKind(plan);
  for (const { path, what, candidates } of edits(planSchema, plan, [], ids, choose)) {
    const section = path[0] as Section;
    const fitting = candidates
      .map((candidate) => edited(plan, path, what, candidate))
      .find((changed) => planSchema.shape[section].safeParse(changed[section]).success);
    if (fitting !== undefined) yield { path, what, plan: fitting };
  }
}

interface Edit {
  path: Path;
  what: What;
  /** The first that keeps the shape is used. */
  candidates: unknown[];
}

type Ids = Record<string, string[]>;

function* edits(schema: z.ZodType, value: unknown, path: Path, ids: Ids, choose: Choose): Generator<Edit, void> {
  if (value === undefined) return;
  if (schema instanceof z.ZodExactOptional) yield { path, what: 'key removed', candidates: [undefined] };
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodLazy) {
    yield* edits(schema.unwrap() as z.ZodType, value, path, ids, choose);
    return;
  }
  if (schema instanceof z.ZodUnion) {
    const fitting = (schema.options as z.ZodType[]).find((option) => option.safeParse(value).success);
    if (fitting !== undefined) yield* edits(fitting, value, path, ids, choose);
    return;
  }
  if (schema instanceof z.ZodArray) {
    for (const [i, item] of (value as unknown[]).entries()) {
      yield { path: [...path, i], what: 'entry removed', candidates: [undefined] };
      yield* edits(schema.element as z.ZodType, item, [...path, i], ids, choose);
    }
    yield newEntry(schema.element as z.ZodType, value as unknown[], path, ids, choose);
  } else if (schema instanceof z.ZodObject) {
    for (const [key, inner] of Object.entries<z.ZodType>(schema.shape)) {
      yield* edits(inner, (value as Record<string, unknown>)[key], [...path, key], ids, choose);
    }
  } else if (schema instanceof z.ZodRecord) {
    for (const [key, inner] of Object.entries(value ?? {})) {
      yield* edits(schema.valueType as z.ZodType, inner, [...path, key], ids, choose);
    }
  } else {
    yield { path, what: 'value', candidates: others(schema, value, path, ids, choose) };
  }
}

/** The last entry once more, with one thing different in it; in a plain list, a value that is not there yet. */
function newEntry(element: z.ZodType, list: unknown[], path: Path, ids: Ids, choose: Choose): Edit {
  const last = list.at(-1);
  const variants = [...edits(element, last, [], ids, choose)].filter(({ what }) => what === 'value');
  const named =
    variants.find((edit) => edit.path[0] === 'id') ??
    variants.find(({ path: [key] }) => key !== 'fact' && key !== 'event');
  const candidates = (named?.candidates ?? []).flatMap((candidate) => {
    if (named?.path.length === 0) return list.includes(candidate) ? [] : [candidate];
    return [withValue(last, named?.path ?? [], candidate)];
  });
  return { path: [...path, list.length], what: 'entry added', candidates };
}

function others(schema: z.ZodType, value: unknown, path: Path, ids: Ids, choose: Choose): unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1];
  const text = String(value);
  if (schema instanceof z.ZodEnum)
    return chosen(
      (schema.options as string[]).filter((option) => option !== text),
      choose,
    );
  if (schema === duration) return [`${Number(text.slice(0, -1)) + 1}${text.slice(-1)}`];
  const known = ids[kindOf(schema, path)]?.filter((id) => id !== text) ?? [];
  if (known.length > 0) return chosen(known, choose);
  if (/^x-/.test(text)) return [`${text}-new`];
  const nextYear = `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`;
  return [/^\d{4}-\d\d-\d\d$/.test(text) ? nextYear : `${text}!`, 'Z9', 'EUR', 'Europe/Berlin'];
}

function chosen(among: string[], choose: Choose): string[] {
  return among.length === 0 ? [] : [choose(among)];
}

/** What an id names; ids that are no references are told by where they stand. */
function kindOf(schema: z.ZodType, path: Path): string {
  return references.get(schema)?.kind ?? String(path.at(-1));
}

function idsByKind(plan: PlanDocument): Ids {
  const of = (list: readonly { id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
  return {
    post: of(plan.posts),
    team: of(plan.teams),
    player: of([...plan.posts, ...plan.teams]),
    level: of(plan.levels),
    incident_level: of(plan.incidentLevels),
    category: of(plan.categories),
    fact: of(plan.facts),
    source: of(plan.sources),
    pack: of(plan.packs),
    qualification: of(plan.qualifications),
    partner: of(plan.partners),
    task: of(plan.tasks),
    obligation: of(plan.obligations),
    resource: of(plan.resources),
    template: of(plan.templates),
    scenario: of(plan.scenarios),
    drill_criterion: of(plan.drills?.evaluation.criteria),
    role: of(plan.drills?.scheme.roles),
    conclusion: of(plan.drills?.evaluation.conclusions),
    objective: of(plan.scenarios?.[0]?.objectives),
    atLeast: plan.facts.flatMap((fact) => (fact.type === 'choice' ? of(fact.options) : [])),
    // What scenarios hold by the name of a fact, or of a field of an event.
    ...Object.fromEntries(plan.facts.map((fact) => [fact.id, fact.type === 'choice' ? of(fact.options) : []])),
    incidentLevel: of(plan.incidentLevels),
    to: of(plan.levels),
  };
}

function edited(plan: PlanDocument, path: Path, what: What, value: unknown): PlanDocument {
  const [section, ...rest] = path as [Section, ...Path];
  if (rest.length === 0 && what === 'key removed') {
    const { [section]: _, ...others } = plan;
    return others as PlanDocument;
  }
  return { ...plan, [section]: withValue(plan[section], rest, value) };
}

/** A copy in which `path` leads to `value`; undefined takes out what was there. */
function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    const inner = withValue(root[Number(step)], rest, value);
    return inner === undefined ? root.toSpliced(Number(step), 1) : root.toSpliced(Number(step), 1, inner);
  }
  const { [step]: old, ...others } = root as Record<string, unknown>;
  const inner = withValue(old, rest, value);
  return inner === undefined ? others : { ...others, [step]: inner };
}
