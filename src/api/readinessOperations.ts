import { CONTENT_TYPES } from '../domain/contentTypes.js';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import type { Operation } from './operation.js';

const ALL = '/api/v1/readiness';
const one = { tag: 'readiness', path: `${ALL}/{inspection}`, params: c.ReadinessParams } as const;
const answer = { status: 200, schema: c.ReadinessInspection, description: 'What it has found.' };

/** Whether people, stock, drills, plan and follow-up are as they should be. */
export const READINESS_OPERATIONS: Operation[] = [
  {
    method: 'get',
    path: ALL,
    tag: 'readiness',
    summary: 'How ready the organisation is: the latest inspection, the score over time, and when the next one is due',
    query: c.ReadinessQuery,
    answer: { status: 200, schema: c.ReadinessOverview, description: 'Without an inspection before the first.' },
  },
  {
    method: 'post',
    path: ALL,
    tag: 'readiness',
    summary: 'Inspect now, besides its times; owners are told as by any other',
    headers: IdempotencyKey,
    answer: { ...answer, status: 201 },
    problems: [403, 503],
  },
  { ...one, method: 'get', summary: 'One inspection', answer, problems: [404] },
  {
    ...one,
    method: 'get',
    path: `${ALL}/{inspection}/report`,
    summary: 'The same, to be printed',
    query: c.ReadinessPaperQuery,
    answer: {
      status: 200,
      media: ['text/html', CONTENT_TYPES.docx],
      description: 'The file.',
    },
    problems: [404],
  },
];
