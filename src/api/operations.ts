import { z } from 'zod';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import { LINK_OPERATIONS, page, told } from './linkOperations.js';
import { decision, incident } from './operation.js';
import type { Operation } from './operation.js';
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
      answer: {
        status: 200,
        schema: c.RegisterDocument,
        description:
          'The document as it was imported; `current` of the ledger with what was moved and inspected since.',
      },
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

const locked = told('A key is needed.');

/** What people answer to a call. */
function answered(name: string, summary: string, body: z.ZodType): Operation {
  return {
    method: 'post',
    path: `/api/v1/incidents/{incidentId}/${name}`,
    tag: 'people',
    summary,
    ...incident,
    headers: IdempotencyKey,
    body,
    answer: {
      status: 202,
      schema: c.AcknowledgementAnswer,
      description: 'Kept durably; the incident hears of it at once.',
    },
    problems: [404, 409],
  };
}

/** What is done to an item of the ledger outside of incidents. */
function keeping(name: string, summary: string, body: z.ZodType): Operation {
  return {
    method: 'post',
    path: `/api/v1/resources/items/{itemId}/${name}`,
    tag: 'resources',
    summary,
    params: c.StockItemParams,
    headers: IdempotencyKey,
    body,
    answer: { status: 200, schema: c.StockKept, description: 'It is on record; incidents that wait are served.' },
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
  decision('verification', 'Confirm with levels, declare or prolong standby, or reject', c.VerificationRequest),
  decision('merge', 'Merge the incident into another one', c.MergeRequest),
  decision('handover', 'Offer command to somebody, accept, decline or withdraw it', c.HandoverRequest),
  decision('check-in', 'Say that command stands (whoever commands)', c.CheckInRequest),
  decision('claims', 'Decide about somebody whom two incidents want', c.ClaimRequest),
  decision('command', 'Take over command from somebody silent (whoever was asked)', c.CommandRequest),
  decision('level', 'Change the response level', c.LevelRequest),
  decision('category', 'Change the category: it is another kind of incident', c.CategoryRequest),
  decision('termination', 'Propose, confirm or withdraw termination', c.TerminationRequest),
  decision('plan', 'Move the running incident to another version of its plan', c.PlanMoveRequest),
  decision('closure', 'Close the incident after its report is written', c.ClosureRequest),
  decision('facts', 'Put on record what has been learnt since the report', c.FactRequest),
  decision('questions', 'List a question as open', c.QuestionRequest),
  {
    ...decision('questions/{questionId}/answer', 'Answer an open question', c.QuestionAnswerRequest),
    params: c.QuestionParams,
  },
  decision('sitreps', 'Draft a SITREP between the regular ones', c.SitrepDraftRequest),
  {
    ...decision('sitreps/{number}/edit', 'Put sections of the open SITREP into your own words', c.SitrepEditRequest),
    params: c.SitrepParams,
  },
  {
    ...decision('sitreps/{number}/release', 'Release the open SITREP', c.SitrepReleaseRequest),
    params: c.SitrepParams,
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/sitreps',
    tag: 'record',
    summary: 'The SITREPs of an incident, the first one first',
    ...incident,
    answer: { status: 200, schema: c.SitrepList, description: 'All of them, the open draft included.' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/sitreps/{number}',
    tag: 'record',
    summary: 'What a SITREP says: the open draft as of now, a released one as it was',
    params: c.SitrepParams,
    query: c.SitrepQuery,
    answer: { status: 200, schema: c.Sitrep, description: 'Its sections as text.' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/sitreps/{number}/html',
    tag: 'record',
    summary: 'The same as a page',
    params: c.SitrepParams,
    query: c.SitrepQuery,
    answer: { status: 200, media: page, description: 'A draft is marked as one.' },
    problems: [404],
  },
  decision('tasks', 'Start, finish, skip, reassign or add a task', c.TaskRequest),
  decision('obligations', 'Judge, file, or set the clock of legal reports', c.ObligationRequest),
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/obligations/{obligation}/draft',
    tag: 'record',
    summary: 'What is to be filed, drafted from the record as of now',
    params: c.FilingDraftParams,
    query: c.FilingDraftQuery,
    answer: {
      status: 200,
      media: ['text/html', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain'],
      description:
        'A person checks and files it. The header `Muster-Seq` names the last event that it is drafted from. Nothing is kept: to register it, store what was filed as evidence and name its SHA-256 as the `file`.',
    },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/resources',
    tag: 'incidents',
    summary: 'What the incident has asked for, what it got, and where that is',
    ...incident,
    answer: { status: 200, schema: c.Needs, description: 'The most urgent first.' },
    problems: [404],
  },
  decision('resources', 'Ask for resources, approve, send out, return or write them off', c.NeedRequest),
  decision('scene', 'Set or lift the cordon; register who comes and goes', c.SceneRequest),
  {
    method: 'post',
    path: '/api/v1/incidents/{incidentId}/evidence',
    tag: 'record',
    summary: 'Store a file as evidence of a task (whoever holds a post in the incident)',
    ...incident,
    query: c.EvidenceQuery,
    body: z.string().meta({ format: 'binary' }),
    bodyMedia: 'application/octet-stream',
    answer: { status: 201, schema: c.Evidence, description: 'Stored; finish the task with its hash.' },
    problems: [404, 409],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{incidentId}/evidence/{sha256}',
    tag: 'record',
    summary: 'Download a file of evidence (whoever holds a post in the incident)',
    params: c.EvidenceParams,
    answer: { status: 200, media: ['application/octet-stream'], description: 'The file, as it was stored.' },
    problems: [404],
  },
  answered(
    'acknowledgements',
    'Acknowledge being called, by the person called, or say another time of coming',
    c.AcknowledgementRequest,
  ),
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
  keeping(
    'moves',
    'Replenish an item, or take off what is used up or damaged (those in whose care it is)',
    c.StockMoveRequest,
  ),
  keeping('inspections', 'Put an inspection of an item on record (those in whose care it is)', c.InspectionRequest),
  {
    method: 'get',
    path: '/api/v1/resources/items/{itemId}/moves',
    tag: 'resources',
    summary: 'The use log of an item, by incidents and outside of them',
    params: c.StockItemParams,
    query: c.StockMoveQuery,
    answer: { status: 200, schema: c.StockMoveList, description: 'One page.' },
    problems: [404],
  },
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
  ...LINK_OPERATIONS,
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
