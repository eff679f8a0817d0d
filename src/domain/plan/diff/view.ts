import { z } from 'zod';
import { authorityRules } from '../compile/authority.js';
import { DECISIONS } from '../compiled.js';
import { listOf, record, refs } from '../fields.js';
import { planSchema } from '../schema.js';
import type { PlanDocument } from '../schema.js';
import { aftermath } from '../schema/aftermath.js';
import { condition, conditionShape } from '../schema/conditions.js';
import { expectations, happening, knownThrough, omission, rates } from '../schema/drills.js';

const onLevels = z.array(record({ levels: refs('level') }));
const authorityRule = listOf(record({ levels: refs('level').exactOptional(), posts: refs('post') }));

const publication = record({ ...aftermath.shape.publication.unwrap().shape, approvedBy: authorityRule });

/** A criterion is a condition and more; it sets the incident level and belongs to the pack, it does not ask for them. */
const ofCondition = (key: string) => key in conditionShape && key !== 'incidentLevel' && key !== 'pack';

function without(keys: (key: string) => boolean, entry: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !keys(key)));
}

/** The schema of the plan as two are compared: the same, but what may be written in two ways is written in one. */
export const VIEW: z.ZodType = record({
  ...planSchema.shape,
  gradingCriteria: listOf(
    record({
      ...(without(ofCondition, planSchema.shape.gradingCriteria.element.shape) as Record<string, z.ZodType>),
      when: condition,
    }),
  ),
  authority: record(Object.fromEntries(DECISIONS.map((decision) => [decision, authorityRule]))),
  verification: record({ ...planSchema.shape.verification.shape, automatic: onLevels }),
  termination: record({ ...planSchema.shape.termination.shape, secondSignature: onLevels }),
  aftermath: record({ ...aftermath.shape, publication: publication.exactOptional() }).exactOptional(),
});

export function viewOf(plan: PlanDocument): Record<string, unknown> {
  const { verification, termination, authority, gradingCriteria } = plan;
  return {
    ...plan,
    gradingCriteria: gradingCriteria.map((criterion) => ({
      ...without(ofCondition, criterion),
      when: without((key) => !ofCondition(key), criterion),
    })),
    authority: Object.fromEntries(DECISIONS.map((decision) => [decision, authorityRules(authority[decision])])),
    verification: { ...verification, automatic: entryFor(verification.automatic ?? []) },
    termination: { ...termination, secondSignature: entryFor(termination.secondSignature) },
    ...(plan.aftermath?.publication === undefined ? {} : { aftermath: withApprovers(plan.aftermath) }),
  };
}

function withApprovers({ publication, ...rest }: NonNullable<PlanDocument['aftermath']>) {
  if (publication === undefined) return rest;
  return { ...rest, publication: { ...publication, approvedBy: authorityRules(publication.approvedBy) } };
}

function entryFor(levels: string[]): { levels: string[] }[] {
  return levels.length === 0 ? [] : [{ levels }];
}

export function unwrapped(schema: z.ZodType): z.ZodType {
  const wrapped = schema instanceof z.ZodExactOptional || schema instanceof z.ZodLazy;
  return wrapped ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

/** The keys of a group; of one that may have several forms, all that any of them has. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined;
  const forms = (schema.options as z.ZodType[]).map((form) => shapeOf(form) ?? {});
  return Object.assign({}, ...forms) as Record<string, z.ZodType>;
}

/** What a field of the view may hold; lists are passed through. Throws for a field that there is not. */
export function schemaAt(field: string): z.ZodType {
  return field.split('.').reduce((schema, key) => {
    const entry = unwrapped(schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema);
    const found = shapeOf(entry)?.[key];
    if (found === undefined) throw new RangeError(`a plan has no field "${field}"`);
    return unwrapped(found);
  }, VIEW);
}

const WHOLE: readonly z.ZodType[] = [condition, expectations, happening, omission, knownThrough, rates];

/** Told as one value, because its parts mean nothing alone. */
export function isWhole(schema: z.ZodType, field: string): boolean {
  return WHOLE.includes(schema) || field === 'obligations.limit';
}
