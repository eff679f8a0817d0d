import { z } from 'zod';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import type { Operation } from './operation.js';

const one = { tag: 'improvements', params: c.ImprovementParams } as const;

/** Corrective actions. */
export const IMPROVEMENT_OPERATIONS: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/improvements',
    tag: 'improvements',
    summary: 'Open an improvement that no incident leads to (whoever keeps improvements, command, operator)',
    headers: IdempotencyKey,
    body: c.ImprovementRequest,
    answer: { status: 201, schema: c.Improvement, description: 'It is followed until somebody else has verified it.' },
    problems: [409],
  },
  {
    method: 'get',
    path: '/api/v1/improvements',
    tag: 'improvements',
    summary: 'Improvements by status, owner, origin, or those that are overdue',
    query: c.ImprovementQuery,
    answer: { status: 200, schema: c.ImprovementList, description: 'One page, the first due first.' },
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/improvements/{improvementId}',
    summary: 'An improvement with everything that happened to it',
    query: c.ImprovementMinSeq,
    answer: { status: 200, schema: c.ImprovementRecord, description: 'As it is recorded.' },
    problems: [404],
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/improvements/{improvementId}/chain',
    summary: 'From what a drill found to the drill that shows that it works, and how it was rated since',
    answer: { status: 200, schema: c.ImprovementChain, description: 'As it is recorded.' },
    problems: [404],
  },
  {
    ...one,
    method: 'get',
    path: '/api/v1/improvements/{improvementId}/record/verification',
    summary: 'Whether the record of an improvement is as it was made',
    query: c.HeadsQuery,
    answer: { status: 200, schema: c.ImprovementVerification, description: 'What was compared, and what differs.' },
    problems: [404, 429],
  },
  {
    ...one,
    method: 'post',
    path: '/api/v1/improvements/{improvementId}/decisions',
    summary: 'Hand in, verify, return, move, reassign, give up, or link a version of the plan',
    headers: IdempotencyKey,
    body: c.ImprovementDecisionRequest,
    answer: {
      status: 200,
      schema: z.union([c.ImprovementAnswer, c.ImprovementPreview]),
      description: 'The decision stands; with `preview`, what would become of it.',
    },
    problems: [404, 409],
  },
  {
    ...one,
    method: 'post',
    path: '/api/v1/improvements/{improvementId}/evidence',
    summary: 'Store a file that shows that it is done (whoever holds a post)',
    query: c.EvidenceQuery,
    body: z.string().meta({ format: 'binary' }),
    bodyMedia: 'application/octet-stream',
    answer: { status: 201, schema: c.ImprovementEvidence, description: 'Stored; hand in with its hash.' },
    problems: [404, 409],
  },
  {
    method: 'get',
    path: '/api/v1/improvements/{improvementId}/evidence/{sha256}',
    tag: 'improvements',
    summary: 'Download a file of evidence (whoever holds a post)',
    params: c.ImprovementEvidenceParams,
    answer: { status: 200, media: ['application/octet-stream'], description: 'The file, as it was stored.' },
    problems: [404],
  },
];
