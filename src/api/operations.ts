import { z } from 'zod';
import * as c from './contract.js';
import { DRILL_OPERATIONS } from './drillOperations.js';
import { PROGRAMME_OPERATIONS } from './programmeOperations.js';
import { IMPROVEMENT_OPERATIONS } from './improvementOperations.js';
import { ERASURE_OPERATIONS } from './erasureOperations.js';
import { INCIDENT_OPERATIONS } from './incidentOperations.js';
import { LINK_OPERATIONS, page, PUBLIC_OPERATIONS, told } from './linkOperations.js';
import type { Operation } from './operation.js';
import { READINESS_OPERATIONS } from './readinessOperations.js';
import { PLAN_OPERATIONS } from './planOperations.js';
import { REGISTER_OPERATIONS } from './registerOperations.js';

const locked = told('A key is needed.');

const signed = z.object({
  'X-Muster-Source': z.string().describe('Which secret signs.'),
  'X-Muster-Timestamp': z
    .string()
    .regex(/^\d{1,12}$/)
    .describe('Unix seconds; at most 300 from the clock of the server.'),
  'X-Muster-Signature': z
    .string()
    .regex(/^sha256=[0-9a-f]{64}$/)
    .describe('HMAC-SHA256, hex, over "<timestamp>.<raw body>".'),
});

export const OPERATIONS: Operation[] = [
  ...INCIDENT_OPERATIONS,
  ...DRILL_OPERATIONS,
  ...PROGRAMME_OPERATIONS,
  ...IMPROVEMENT_OPERATIONS,
  ...READINESS_OPERATIONS,
  ...PLAN_OPERATIONS,
  ...REGISTER_OPERATIONS,
  ...ERASURE_OPERATIONS,
  {
    method: 'post',
    path: '/api/v1/tokens',
    tag: 'administration',
    summary: 'Create a token (operator)',
    body: c.TokenRequest,
    answer: { status: 201, schema: c.NewToken, description: 'The only time that the token itself is shown.' },
  },
  {
    method: 'get',
    path: '/api/v1/tokens',
    tag: 'administration',
    summary: 'List tokens (operator)',
    answer: { status: 200, schema: c.TokenList, description: 'Expired and revoked ones too.' },
  },
  {
    method: 'delete',
    path: '/api/v1/tokens/{tokenId}',
    tag: 'administration',
    summary: 'Revoke a token (operator)',
    params: c.TokenParams,
    answer: { status: 204, description: 'It opens nothing any more.' },
    problems: [404],
  },
  {
    method: 'post',
    path: '/hooks/generic',
    tag: 'intake',
    summary: 'Report an incident by signed webhook',
    headers: signed,
    body: c.HookRequest,
    answer: {
      status: 201,
      schema: c.ReportAnswer,
      description: 'The incident; the same one for the same signed delivery.',
    },
    others: {
      200: { schema: c.ReportAnswer, description: 'Added to an incident that runs already under the same `dedupKey`.' },
    },
    problems: [401],
    open: true,
  },
  {
    method: 'post',
    path: '/hooks/public-opinion',
    tag: 'intake',
    summary: 'Tell what is said in public about an incident by signed webhook',
    headers: signed,
    body: c.OpinionHookRequest,
    answer: {
      status: 200,
      schema: c.DecisionAnswer,
      description: 'It is entered; once for the same signed delivery.',
    },
    problems: [401, 404, 409],
    open: true,
  },
  ...LINK_OPERATIONS,
  ...PUBLIC_OPERATIONS,
  {
    method: 'get',
    path: '/mailbox',
    tag: 'system',
    summary: 'What the embedded mailbox received; only where it is in use',
    query: c.MailboxQuery,
    answer: { status: 200, media: page, description: 'The newest mail first.' },
    others: { 303: { description: 'The key was taken: go to the address without it.' }, 401: locked },
    problems: [404],
    open: true,
  },
  {
    method: 'get',
    path: '/mailbox/{mailId}',
    tag: 'system',
    summary: 'One mail',
    params: z.object({ mailId: z.string() }),
    answer: { status: 200, media: page, description: 'As plain text.' },
    others: { 401: locked, 404: told('There is no such mail.') },
    problems: [404],
    open: true,
  },
  {
    method: 'get',
    path: '/docs',
    tag: 'system',
    summary: 'This description, to read and to try',
    answer: { status: 200, media: page, description: 'Swagger UI, served from here.' },
    open: true,
  },
  {
    method: 'get',
    path: '/docs/openapi.json',
    tag: 'system',
    summary: 'This description as OpenAPI 3.1',
    answer: { status: 200, schema: z.looseObject({}), description: 'OpenAPI 3.1.' },
    open: true,
  },
  {
    method: 'get',
    path: '/docs/problems',
    tag: 'system',
    summary: 'Every problem code with its status',
    answer: { status: 200, media: page, description: 'A table.' },
    open: true,
  },
  {
    method: 'get',
    path: '/healthz',
    tag: 'system',
    summary: 'Whether the process lives',
    answer: { status: 200, schema: c.Health, description: 'It does.' },
    open: true,
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'system',
    summary: 'Whether store and Temporal answer, and every incident can be recorded',
    answer: { status: 200, schema: c.Readiness, description: 'Yes.' },
    others: { 503: { schema: c.Readiness, description: 'No, and why.' } },
    open: true,
  },
  {
    method: 'get',
    path: '/metrics',
    tag: 'system',
    summary: 'Figures for Prometheus (operator)',
    answer: { status: 200, media: ['text/plain'], description: 'Prometheus text format.' },
  },
];
