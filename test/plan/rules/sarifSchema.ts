import { Ajv } from 'ajv';

const text = object({ text: { type: 'string', minLength: 1 } });
const list = (items: object, minItems = 0) => ({ type: 'array', items, minItems });
const index = { type: 'integer', minimum: 0 };
const line = { type: 'integer', minimum: 1 };
const level = { enum: ['error', 'warning', 'note'] };

const place = object({
  physicalLocation: object({
    artifactLocation: object({ uri: { type: 'string', pattern: '^[!-~]+$' } }),
    region: object({ startLine: line, startColumn: line }),
  }),
  logicalLocations: list(object({ fullyQualifiedName: { type: 'string', minLength: 1 } }), 1),
});
// What has no path is about a file as a whole.
place.required = ['physicalLocation'];

/** The part of SARIF 2.1.0 that is written, with nothing besides: names and types as in the OASIS schema. */
export const isSarif = new Ajv({ allErrors: true }).compile(
  object({
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: list(
      object({
        tool: object({
          driver: object({
            name: { type: 'string' },
            rules: list(
              object({ id: { type: 'string' }, shortDescription: text, help: text, properties: { type: 'object' } }),
              1,
            ),
          }),
        }),
        columnKind: { const: 'utf16CodeUnits' },
        language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
        results: list(
          object({ ruleId: { type: 'string' }, ruleIndex: index, level, message: text, locations: list(place, 1) }),
        ),
        invocations: list(
          object({
            executionSuccessful: { type: 'boolean' },
            toolExecutionNotifications: list(
              object({ level, message: text, associatedRule: object({ id: { type: 'string' }, index }) }),
            ),
          }),
          1,
        ),
      }),
      1,
    ),
  }),
);

function object(properties: Record<string, object>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
