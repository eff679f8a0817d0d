import { CONTENT_TYPES } from '../domain/contentTypes.js';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import type { Operation } from './operation.js';

const one = { tag: 'drills', params: c.DrillParams } as const;

const MEDIA = ['text/html', CONTENT_TYPES.docx];

/** Exercises. */
export const DRILL_OPERATIONS: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/drills',
    tag: 'drills',
    summary: 'Draft the scheme of a drill on a scenario of the plan in force',
    headers: IdempotencyKey,
    body: c.DrillRequest,
    answer: { status: 201, schema: c.Drill, description: 'It waits to be handed in, approved and begun.' },
    problems: [409],
  },
  {
    method: 'get',
    path: '/api/v1/drills',
    tag: 'drills',
    summary: 'Drills by status and scenario',
    query: c.DrillQuery,
    answer: { status: 200, schema: c.DrillList, description: 'One page, the newest first.' },
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/drills/{drillId}/record/verification',
    summary:
      'Whether the record of a drill is as it was made; that of the incident that was played is checked by itself',
    query: c.HeadsQuery,
    answer: { status: 200, schema: c.DrillVerification, description: 'What was compared, and what differs.' },
    problems: [404, 429],
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/drills/{drillId}',
    summary: 'A drill with everything that happened in it; who plays sees what is to come when it comes',
    query: c.DrillMinSeq,
    answer: { status: 200, schema: c.DrillRecord, description: 'As it is recorded.' },
    problems: [404],
  },
  {
    ...one,
    method: 'post',
    path: '/api/v1/drills/{drillId}/improvements',
    summary: 'Make an improvement of what the drill found (whoever keeps improvements, command, operator)',
    headers: IdempotencyKey,
    body: c.DrillImprovementRequest,
    answer: { status: 201, schema: c.Improvement, description: 'The same asked again is the same improvement.' },
    problems: [404, 409],
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/drills/{drillId}/scheme',
    summary:
      'The scheme: as it was distributed, before that as a draft. Its injects are not for players before the end',
    query: c.DrillSchemeQuery,
    answer: { status: 200, media: MEDIA, description: 'The file.' },
    problems: [403, 404],
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/drills/{drillId}/questionnaire',
    summary: 'The questionnaire, to be printed',
    query: c.DrillPaperQuery,
    answer: { status: 200, media: MEDIA, description: 'The file.' },
    problems: [404],
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/drills/{drillId}/report',
    summary: 'The evaluation report: as it was submitted or accepted, before that as a draft',
    query: c.DrillPaperQuery,
    answer: { status: 200, media: MEDIA, description: 'The file.' },
    problems: [404, 409],
  },
  {
    ...one,
    method: 'post',
    path: '/api/v1/drills/{drillId}/decisions',
    summary:
      'Change or approve the scheme, begin, pause, change pace, inject, observe, end, stop, answer, rate, submit, accept',
    headers: IdempotencyKey,
    body: c.DrillDecisionRequest,
    answer: { status: 200, schema: c.DrillAnswer, description: 'The decision stands.' },
    problems: [404, 409],
  },
];
