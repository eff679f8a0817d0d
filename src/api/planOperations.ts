import { CONTENT_TYPES } from '../domain/contentTypes.js';
import type { z } from 'zod';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import type { Answer, Operation } from './operation.js';

const plan = { params: c.PlanParams };
const ofPlan = (path: string) => `/api/v1/plans/{planId}/versions/{version}${path}`;

function readPlan(path: string, summary: string, answer: Answer, more: Partial<Operation> = {}): Operation {
  return {
    method: 'get',
    path: ofPlan(path),
    tag: 'plans',
    summary,
    ...plan,
    answer: { status: 200, ...answer },
    problems: [404],
    ...more,
  };
}

function planAct(name: string, summary: string, body: z.ZodType): Operation {
  return {
    method: 'post',
    path: ofPlan(`/${name}`),
    tag: 'plans',
    summary,
    ...plan,
    headers: IdempotencyKey,
    body,
    answer: { status: 200, schema: c.PlanRecord, description: 'On the record; where the version stands now.' },
    problems: [404, 409],
  };
}

/** What the API offers around plans. */
export const PLAN_OPERATIONS: Operation[] = [
  {
    method: 'get',
    path: '/api/v1/plans',
    tag: 'plans',
    summary: 'Every version of every plan',
    answer: { status: 200, schema: c.PlanList, description: 'All of them.' },
  },
  {
    method: 'post',
    path: '/api/v1/plans',
    tag: 'plans',
    summary: 'Bring in a new version as a draft',
    headers: IdempotencyKey,
    body: c.PlanDraftRequest,
    answer: { status: 201, schema: c.PlanRecord, description: 'A draft. Nothing of it is in force.' },
    problems: [404, 409],
  },
  {
    ...planAct('', 'Write a draft anew', c.PlanDraftRequest),
    method: 'put',
    path: ofPlan(''),
  },
  readPlan('', 'A version with its content and its history', { schema: c.PlanVersion, description: 'As it stands.' }),
  readPlan('/check', 'What stands against a version', { schema: c.PlanCheck, description: 'Every rule, asked now.' }),
  readPlan(
    '/diff/{other}',
    'What another version changes',
    { schema: c.PlanDiff, description: 'From this version to the other, by concept, in words.' },
    { params: c.PlanDiffParams },
  ),
  readPlan('/files', 'A version as YAML files', { schema: c.PlanFilesAnswer, description: 'By name of file.' }),
  readPlan(
    '/document/{format}',
    'The plan as a formal document; a DOCX takes some seconds',
    {
      media: ['text/html', CONTENT_TYPES.docx],
      description: 'The file. Names and contacts are in it for the operator, and left blank for others.',
    },
    { params: c.PlanDocumentParams, query: c.PlanDocumentQuery, problems: [404, 503] },
  ),
  readPlan('/distribution', 'Who was given a version, and who acknowledged it', {
    schema: c.PlanDistribution,
    description: 'In the order in which it was given out.',
  }),
  planAct('submission', 'Submit a draft for review; its content is fixed', c.NoBody),
  planAct('review', 'Review: agree, return to the authors, or withdraw because of an interest', c.PlanReviewRequest),
  planAct('acceptances', 'Accept a warning of the check in writing', c.PlanAcceptanceRequest),
  planAct('approval', 'Approve the content under review', c.PlanApprovalRequest),
  planAct('effect', 'Put an approved version into effect, now or from a date', c.PlanEffectRequest),
  planAct('withdrawal', 'Give a version up before it takes effect', c.PlanWithdrawalRequest),
  planAct('filing', 'Record that a version was filed with the authority', c.PlanFilingRequest),
  planAct('evaluation', 'Record an evaluation of the plan', c.PlanEvaluationRequest),
  planAct('acknowledgement', 'Acknowledge a version, by a person whom it was given to', c.NoBody),
];
