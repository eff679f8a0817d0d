import { z } from 'zod';
import { READINESS_AREAS, SUBJECT_KINDS } from '../../domain/readiness/index.js';
import { Actor, Id, LangCode, Limit, Named, Time } from './common.js';

/** Inspections of readiness: what is not as it should be, whose it is to put right, and what it costs. */
const Area = z.object({
  area: z.enum(READINESS_AREAS),
  name: z.string(),
  looked: z.int().describe('How many things were looked at.'),
  fine: z.int().describe('How many of them are as they should be.'),
  weight: z.number().describe('Of 100, once areas without anything to look at are left out.'),
  lost: z.number().describe('What its findings cost together: `weight` × (`looked` − `fine`) ÷ `looked`.'),
});

const Finding = z.object({
  key: z.string().describe('The same from one inspection to the next.'),
  code: z.string().describe('A stable code, such as `post_vacant`.'),
  area: z.enum(READINESS_AREAS),
  areaName: z.string(),
  subject: z.object({
    kind: z.enum(SUBJECT_KINDS),
    kindName: z.string(),
    id: z.string().optional().describe('Absent where all of the kind are meant.'),
    name: z.string().optional(),
  }),
  about: z.array(Named).optional().describe('What exactly, where one finding stands for several things.'),
  found: z.string(),
  todo: z.string(),
  owners: z.array(Named).describe('Whose it is to put right.'),
  since: Time.describe('When an inspection first found it, without a gap since.'),
  points: z.number().describe('Of the score, that it costs. All points and the score make 100.'),
});

const head = {
  id: z.string(),
  scheduledFor: Time.describe('When it was to be made.'),
  inspectedAt: Time,
  lateMs: z.int().describe('The difference of the two.'),
  askedBy: Actor.optional().describe('Absent where its time had come.'),
  score: z.number().min(0).max(100),
};

export const ReadinessInspection = z
  .object({
    ...head,
    plan: z.object({ id: z.string(), version: z.int() }),
    areas: z.array(Area).describe('Without those of which there is nothing to look at.'),
    findings: z.array(Finding).describe('What costs the most first.'),
  })
  .meta({ id: 'ReadinessInspection', description: 'What one inspection has found. Written once.' });
export type ReadinessInspection = z.infer<typeof ReadinessInspection>;

export const ReadinessOverview = z
  .object({
    zone: z.string().describe('By whose clocks and calendar days are counted.'),
    every: z.string().describe('By the plan, or as is usual.'),
    next: Time.optional().describe('When the next one is due.'),
    latest: ReadinessInspection.optional().describe('Absent before the first.'),
    trend: z.array(z.object({ ...head, findings: z.int() })).describe('The newest first.'),
  })
  .meta({ id: 'ReadinessOverview' });
export type ReadinessOverview = z.infer<typeof ReadinessOverview>;

export const ReadinessQuery = z.strictObject({ limit: Limit(100, 12) });

const READINESS_FORMATS = ['html', 'docx'] as const;
export const ReadinessPaperQuery = z.strictObject({
  format: z.enum(READINESS_FORMATS).default('html'),
  lang: LangCode.optional().describe('Default: the language of the request.'),
});

export const ReadinessParams = z.object({ inspection: Id.describe('The id of an inspection, such as r-2026-11-30.') });
