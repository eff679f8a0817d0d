import * as c from './contract.js';
import type { Operation } from './operation.js';

/** Personal data: what is destroyed, what was, and what has to be. */
export const ERASURE_OPERATIONS: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/erasures/people/{personId}',
    tag: 'administration',
    summary: 'Erase a person, or see what that would erase (operator, or whoever answers for personal data)',
    params: c.ErasurePersonParams,
    body: c.PersonErasure,
    answer: { status: 200, schema: c.ErasureAnswer, description: 'What was erased, and what is left.' },
    problems: [409],
  },
  {
    method: 'post',
    path: '/api/v1/erasures/incidents/{incidentId}',
    tag: 'administration',
    summary: 'Destroy the personal data of an incident that is over (operator, or whoever answers for personal data)',
    params: c.IncidentParams,
    body: c.IncidentErasure,
    answer: { status: 200, schema: c.ErasureAnswer, description: 'What was erased, and what is left.' },
    problems: [404, 409],
  },
  {
    method: 'get',
    path: '/api/v1/erasures',
    tag: 'administration',
    summary: 'What was erased, by whom and why',
    query: c.ErasureListQuery,
    answer: { status: 200, schema: c.ErasureList, description: 'The newest first.' },
  },
  {
    method: 'get',
    path: '/api/v1/erasures/due',
    tag: 'administration',
    summary: 'Incidents whose personal data has to be destroyed by now',
    answer: { status: 200, schema: c.DestructionList, description: 'All of them.' },
  },
];
