import { z } from 'zod';
import * as c from './contract.js';
import { IdempotencyKey } from './idempotencyKey.js';

/** One call of the API, as the OpenAPI document describes it. Texts about the shapes stand in the contract. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  tag:
    | 'incidents'
    | 'decisions'
    | 'drills'
    | 'improvements'
    | 'plans'
    | 'readiness'
    | 'record'
    | 'administration'
    | 'intake'
    | 'people'
    | 'resources'
    | 'system';
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  /** Of the body, where it is not JSON. */
  bodyMedia?: string;
  /** Of success. */
  answer: Answer & { status: number };
  /** By status: what is answered otherwise and is no problem, such as a page that says why not. */
  others?: Record<number, Answer>;
  /** Statuses of the problems that this call adds to those that every call of its kind has. */
  problems?: number[];
  /** Needs no token. */
  open?: true;
}

/** `media` where it is not JSON. */
export interface Answer {
  schema?: z.ZodType;
  media?: string[];
  description: string;
}

/** Of one incident. */
export const incident = { params: c.IncidentParams };

/** A decision about an incident, which can also be foretold. */
export function decision(name: string, summary: string, body: z.ZodType): Operation {
  return {
    method: 'post',
    path: `/api/v1/incidents/{incidentId}/${name}`,
    tag: 'decisions',
    summary,
    ...incident,
    headers: IdempotencyKey,
    body,
    answer: {
      status: 200,
      schema: z.union([c.DecisionAnswer, c.PreviewAnswer]),
      description: 'The decision stands; with `preview`, its consequences.',
    },
    problems: [404, 409],
  };
}
