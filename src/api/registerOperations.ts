import type { z } from 'zod';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';
import type { Operation } from './operation.js';

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

/** Roster and ledger: who there is, and what. */
export const REGISTER_OPERATIONS: Operation[] = [
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
    method: 'get',
    path: '/api/v1/resources/upkeep',
    tag: 'resources',
    summary: 'What has to be done about stock: inspections, repairs, replacements, replenishment',
    query: c.UpkeepQuery,
    answer: { status: 200, schema: c.UpkeepList, description: 'One page.' },
  },
];
