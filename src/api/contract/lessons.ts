import { z } from 'zod';
import { asked } from './asked.js';
import { Actor, Id, Named, Reason, Time } from './common.js';

const Answers = z.record(z.string().regex(/^[1-9]\d{0,2}$/), Reason).describe('By the number of the question, from 1.');
const Finding = z.string().regex(/^([1-9]\d{0,2}|free)$/);

export const LessonRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z
        .literal('give')
        .describe('All that the department says: it takes the place of its version before, until they are collected.'),
      post: Id.describe('The department: one of the posts that were asked.'),
      answers: Answers,
      free: Reason.optional().describe('Whatever else there is to say.'),
      findings: z
        .array(Finding)
        .max(100)
        .optional()
        .describe('Questions whose answers name something that has to change, or `free`: improvements point at them.'),
      reason: Reason.optional().describe('Required of whoever answers for a department whose posts nobody holds.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('collect').describe('By whom the plan names, or command. Nobody changes them after that.'),
      reason: Reason.optional().describe('Required where some are missing; they stay listed.'),
      ...asked,
    }),
  ])
  .meta({
    id: 'LessonRequest',
    examples: [
      {
        action: 'give',
        post: 'technical-lead',
        answers: { '1': 'By the alarm of the payment gateway', '8': 'Rehearse the switch-over each quarter' },
        findings: ['8'],
        preview: true,
      },
    ],
  });

const Answer = z.object({
  question: z.string().describe('Its number, or `free`.'),
  text: z.string().optional().describe('Absent once it is erased.'),
  finding: z
    .string()
    .optional()
    .describe('By which an improvement points at it, such as `lesson technical-lead q8`; absent where it is none.'),
});

const Department = z.object({
  post: Named,
  vacant: z
    .boolean()
    .describe('Nobody holds the post or that of a deputy: whoever collects may answer, with a reason.'),
  given: z
    .object({
      version: z.int(),
      at: Time,
      by: Actor,
      reason: z.string().optional().describe('Of whoever answered for it.'),
      onBehalf: z.boolean(),
      answers: z.array(Answer),
    })
    .optional()
    .describe('Absent while it has not answered.'),
});

export const Lessons = z
  .object({
    seq: z.int().describe('The last event that this includes.'),
    asked: z.object({ at: Time, dueAt: Time }).optional().describe('Absent before the end, and while nobody is asked.'),
    questions: z.array(z.object({ number: z.int(), text: z.string() })),
    departments: z.array(Department),
    collector: Named.optional(),
    collected: z.object({ at: Time, by: Actor, missing: z.array(Named), reason: z.string().optional() }).optional(),
  })
  .meta({ id: 'Lessons' });
export type Lessons = z.infer<typeof Lessons>;
