import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../src/api/openapi.js';

interface Given {
  method: string;
  /** With or without a query. */
  path: string;
  status: number;
  /** As in the header; undefined where there is no body. */
  contentType: string | undefined;
  body: unknown;
}

type Responses = Record<string, { content?: Record<string, unknown> }>;

const description = openApiDocument('http://muster.test');
const paths = description.paths as Record<string, Record<string, { responses: Responses }>>;
const forms = Object.keys(paths).map((path) => ({
  path,
  form: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
}));
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateFormats: false });
ajv.addVocabulary(Object.keys(description));
ajv.addSchema(description, 'api');
const schemas = new Map<string, ValidateFunction>();

/** Says in what an answer departs from the description of the API; undefined when it does not. */
export function departure(given: Given): string | undefined {
  const { method, status, contentType, body } = given;
  const path = given.path.split('?')[0]!;
  const known = forms.find(({ form }) => form.test(path))?.path;
  const operation = known === undefined ? undefined : paths[known]?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
  // An address or method that is not described is answered with a problem, and tests say which one.
  if (known === undefined || operation === undefined) return undefined;
  const answer = operation.responses[status];
  const where = `${method} ${known} ${status}`;
  if (answer === undefined) return `${where} is not described`;
  const media = contentType?.split(';')[0];
  const leadsOn = status >= 300 && status < 400;
  if (leadsOn || method === 'HEAD' || (answer.content === undefined && media === undefined)) return undefined;
  if (media === undefined || answer.content?.[media] === undefined)
    return `${where} has ${media ?? 'no body'}, described: ${Object.keys(answer.content ?? {}).join(', ') || 'no body'}`;
  if (!media.endsWith('json')) return undefined;
  const verb = method.toLowerCase();
  const validate = schemaAt('paths', known, verb, 'responses', String(status), 'content', media, 'schema');
  return validate(body) ? undefined : `${where}: ${ajv.errorsText(validate.errors)}`;
}

function schemaAt(...keys: string[]): ValidateFunction {
  const pointer = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const made = schemas.get(pointer) ?? ajv.compile({ $ref: `api#/${pointer}` });
  schemas.set(pointer, made);
  return made;
}
