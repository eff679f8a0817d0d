import { createDocument } from 'zod-openapi';
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { z } from 'zod';
import { Problem } from './contract.js';
import { OPERATIONS } from './operations.js';
import type { Answer, Operation } from './operation.js';

/** The description of the API, made from the schemas that the routes themselves read with. */
export function openApiDocument(publicUrl: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Muster',
      version: '1',
      description:
        "An organisation's emergency plan for software incidents, made executable. Errors are `application/problem+json` with a stable `code`; words follow Accept-Language (zh-CN, en).",
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of one person, or the operator token.' },
      },
    },
  });
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { tag, summary, params, query, headers, body, bodyMedia = 'application/json', open } = operation;
  return {
    tags: [tag],
    summary,
    operationId: `${operation.method}${operation.path.replace(/[^A-Za-z0-9]+(.)?/g, (_, c: string = '') => c.toUpperCase())}`,
    ...(open ? { security: [] } : {}),
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { [bodyMedia]: { schema: body } } } } : {}),
    responses: responses(operation),
  };
}

function responses(operation: Operation): ZodOpenApiResponsesObject {
  const { answer, others = {} } = operation;
  const problem = { 'application/problem+json': { schema: Problem } };
  const answers: Record<string, ZodOpenApiResponseObject> = { [answer.status]: described(answer) };
  for (const code of problemsOf(operation)) {
    answers[code] = { description: MEANINGS[code] ?? '', content: problem };
  }
  for (const [code, other] of Object.entries(others)) {
    const { description, content } = described(other);
    const all = { ...content, ...answers[code]?.content };
    answers[code] = { description, ...(Object.keys(all).length > 0 ? { content: all } : {}) };
  }
  return answers;
}

function described({ schema, media, description }: Answer): ZodOpenApiResponseObject {
  if (schema === undefined && media === undefined) return { description };
  const types = media ?? ['application/json'];
  return { description, content: Object.fromEntries(types.map((type) => [type, { schema: schema ?? z.string() }])) };
}

function problemsOf({ open, body, params, query, problems = [] }: Operation): number[] {
  const read = [...(body ? [400, 413, 415, 422] : []), ...(query ? [422] : []), ...(params ? [400] : [])];
  return [...new Set([...(open ? [] : [401, 403]), ...read, 429, 500, 503, ...problems])].sort((a, b) => a - b);
}

const MEANINGS: Record<number, string> = {
  400: 'It cannot be read.',
  401: 'No token, link or signature that is valid.',
  403: 'The caller may not do this.',
  404: 'It does not exist.',
  409: 'What is recorded by now does not allow it.',
  410: 'The link has expired.',
  413: 'More than 256 KB; of a plan, more than 2 MB; of a roster or ledger, more than 4 MB; of a file, more than 20 MB.',
  415: 'Not JSON.',
  422: 'It can be read but not used.',
  429: 'Too many requests; see Retry-After.',
  500: 'A fault in Muster; its log tells of it under the id of the request.',
  503: 'A part does not answer; see Retry-After.',
};
