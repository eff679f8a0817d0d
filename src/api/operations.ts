import { z } from 'zod';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import { decision, incident } from './operation.js';
import type { Answer, Operation } from './operation.js';
import { PLAN_OPERATIONS } from './planOperations.js';

/** Import, check and history of roster or ledger. */
function registerOperations(
  path: string,
  tag: 'people' | 'resources',
  what: string,
  checkQuery?: z.ZodObject,
): Operation[] {
  return [
    {
      method: 'post',
      path,
      tag,
      summary: `Import the ${what}, or see what an import would change (operator)`,
      body: c.RegisterImport,
      answer: { status: 200, schema: c.RegisterImported, description: 'What differs, and what should be looked into.' },
      problems: [409],
    },
    {
      method: 'get',
      path: `${path}/check`,
      tag,
      summary: `Check the ${what} against the plan in force, as of today`,
      ...(checkQuery ? { query: checkQuery } : {}),
      answer: { status: 200, schema: c.RegisterCheck, description: 'Issues and remarks; both may be empty.' },
      problems: [404],
    },
    {
      method: 'get',
      path: `${path}/versions`,
      tag,
      summary: `Versions of the ${what}`,
      query: c.RegisterVersionQuery,
      answer: { status: 200, schema: c.RegisterVersionList, description: 'One page.' },
    },
    {
      method: 'get',
      path: `${path}/versions/{version}`,
      tag,
      summary: `Read a version of the ${what} whole (operator)`,
      params: c.RegisterParams,
      answer: { status: 200, schema: c.RegisterDocument, description: 'The document as it was imported.' },
      problems: [404, 422],
    },
    {
      method: 'get',
      path: `${path}/versions/{version}/{format}`,
      tag,
      summary: `Download a version of the ${what} as a file that can be imported again (operator)`,
      params: c.RegisterFileParams,
      answer: { status: 200, media: ['text/csv', 'application/yaml'], description: 'The file.' },
      problems: [404, 422],
    },
  ];
}

const page = ['text/html'];
const told = (description: string): Answer => ({ media: page, description });
const untold = {
  400: told('The link is not valid.'),
  410: told('The link has expired.'),
  503: told('It could not be looked up or recorded; see Retry-After.'),
};
const locked = told('A key is needed.');

/** What people answer to a call. */
function answered(name: string, summary: string, body: z.ZodType): Operation {
  return {
    method: 'post',
    path: `/api/v1/incidents/{incidentId}/${name}`,
    tag: 'people',
    summary,
    ...incident,
    body,
    answer: {
      status: 202,
      schema: c.AcknowledgementAnswer,
      description: 'Kept durably; the incident hears of it at once.',
    },
    problems: [404, 409],
  };
}

export const OPERATIONS: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/incidents',
    tag: 'incidents',
    summary: 'Report an incident',
    headers: IdempotencyKey,
    body: c.ReportRequest,
    answer: { status: 201, schema: c.ReportAnswer, description: 'The incident runs, and command is being alerted.' },
    others: {
      200: { schema: c.ReportAnswer, description: 'Added to an incident that runs already under the same `dedupKey`.' },
    },
    problems: [409],
  },
  {
    method: 'get',
    path: '/api/v1/incidents',
    tag: 'incidents',
    summary: 'List incidents, the latest reported first',
    query: c.IncidentListQuery,
    answer: { status: 200, schema: c.IncidentList, description: 'One page.' },
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}',
    tag: 'incidents',
    summary: 'Where an incident stands',
    ...incident,
    query: c.IncidentQuery,
    answer: { status: 200, schema: c.Incident, description: 'The state as recorded.' },
    problems: [404, 409],
  },
  decision('verification', 'Confirm with levels, declare standby, or reject', c.VerificationRequest),
  decision('merge', 'Merge the incident into another one', c.MergeRequest),
  decision('handover', 'Offer command to somebody, accept, decline or withdraw it', c.HandoverRequest),
  decision('check-in', 'Say that command stands (whoever commands)', c.CheckInRequest),
  decision('command', 'Take over command from somebody silent (whoever was asked)', c.CommandRequest),
  decision('level', 'Change the response level', c.LevelRequest),
  decision('termination', 'Propose, confirm or withdraw termination', c.TerminationRequest),
  decision('plan', 'Move the running incident to another version of its plan', c.PlanMoveRequest),
  decision('closure', 'Close the incident after its report is written', c.ClosureRequest),
  {
    method: 'post',
    path: '/api/v1/incidents/{incidentId}/acknowledgements',
    tag: 'people',
    summary: 'Acknowledge being called, by the person called',
    ...incident,
    body: c.AcknowledgementRequest,
    answer: {
      status: 202,
      schema: c.AcknowledgementAnswer,
      description: 'Kept durably; the incident hears of it at once.',
    },
    problems: [404, 409],
  },
  answered('declines', 'Decline being called, or say that somebody does not come', c.DeclineRequest),
  answered('arrivals', 'Say that one is there, or that somebody is', c.ArrivalRequest),
  decision('releases', 'Release people (lead of the team, staffing, command)', c.ReleaseRequest),
  decision('partners', 'Record what an external partner answered (whoever called it)', c.PartnerAnswerRequest),
  decision('shortages', 'Go on with fewer people than the plan asks for (whoever commands)', c.ShortageRequest),
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/timeline',
    tag: 'record',
    summary: 'What happened, event by event',
    ...incident,
    query: c.TimelineQuery,
    answer: { status: 200, schema: c.Timeline, description: 'One page, the earliest first.' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/decisions',
    tag: 'record',
    summary: 'Every decision, with who, by which authority, why, and what was known',
    ...incident,
    query: c.DecisionLogQuery,
    answer: { status: 200, schema: c.DecisionLog, description: 'The decision log.' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/notices',
    tag: 'record',
    summary: 'Who was told what, and whether it reached them',
    ...incident,
    answer: { status: 200, schema: c.NoticeList, description: 'All of them, the oldest first.' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/documents',
    tag: 'record',
    summary: 'Documents written about the incident',
    ...incident,
    answer: { status: 200, schema: c.DocumentList, description: 'All of them.' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/documents/{documentId}/{format}',
    tag: 'record',
    summary: 'Download a document',
    params: c.DocumentParams,
    query: c.DocumentQuery,
    answer: {
      status: 200,
      media: ['text/html', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      description: 'The file.',
    },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/stream',
    tag: 'record',
    summary: 'Events of all incidents as they are recorded (server-sent events)',
    query: c.StreamQuery,
    headers: z.object({
      'Last-Event-ID': z
        .string()
        .regex(/^\d{1,15}$/)
        .optional()
        .describe('Position to resume behind.'),
    }),
    answer: {
      status: 200,
      schema: z.union([c.StreamItem, c.Heartbeat]),
      media: ['text/event-stream'],
      description:
        '`id` is the position; `data` a StreamItem, or a Heartbeat in events named `heartbeat`: at once, then every 10 s.',
    },
  },
  ...PLAN_OPERATIONS,
  {
    method: 'get',
    path: '/api/v1/roster',
    tag: 'people',
    summary: 'People, posts and teams',
    answer: { status: 200, schema: c.Roster, description: 'What the caller may see: contacts only for the operator.' },
  },
  ...registerOperations('/api/v1/roster', 'people', 'roster', c.RosterCheckQuery),
  {
    method: 'get',
    path: '/api/v1/resources',
    tag: 'resources',
    summary: 'Resources of the plan, what there is of them, and where',
    answer: {
      status: 200,
      schema: c.ResourceList,
      description: 'All of them, also those of which the ledger has nothing.',
    },
  },
  ...registerOperations('/api/v1/resources', 'resources', 'ledger'),
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
    headers: z.object({
      'X-Muster-Source': z.string().describe('Which secret signs.'),
      'X-Muster-Timestamp': z
        .string()
        .regex(/^\d{1,12}$/)
        .describe('Unix seconds; at most 300 from the clock of the server.'),
      'X-Muster-Signature': z
        .string()
        .regex(/^sha256=[0-9a-f]{64}$/)
        .describe('HMAC-SHA256, hex, over "<timestamp>.<raw body>".'),
    }),
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
    method: 'get',
    path: '/ack/{token}',
    tag: 'people',
    summary: 'The call behind a signed link, and a button; changes nothing',
    params: z.object({ token: z.string() }),
    answer: { status: 200, media: page, description: 'A page in the language of the person.' },
    others: untold,
    open: true,
  },
  {
    method: 'post',
    path: '/ack/{token}',
    tag: 'people',
    summary: 'Acknowledge by signed link, or decline with a reason',
    params: z.object({ token: z.string() }),
    answer: { status: 200, media: page, description: 'A page that says what became of it.' },
    others: {
      ...untold,
      409: told('Nothing is to be acknowledged any more; the page says why.'),
      422: told('A reason is missing; the page asks for it.'),
    },
    open: true,
  },
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
