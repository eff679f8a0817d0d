import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchema } from 'ajv/dist/2020.js';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createApi } from '../../src/api/index.js';
import type { ApiParts } from '../../src/api/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { OPERATIONS } from '../../src/api/operations.js';
import { MAILBOX_KEY, startTestApi } from './harness.js';
import { Story } from '../improvement/story.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const open = (path: string, headers = {}, method = 'GET') => api.ask(path, { as: null, headers, method });

describe('health', () => {
  test('is alive without asking anybody, ready only with store and Temporal', async () => {
    expect(await open('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await open('/readyz')).toMatchObject({ status: 200, body: { ready: true, parts: { store: { ok: true } } } });
    api.incidents.down = true;
    const answer = await open('/readyz');
    api.incidents.down = false;
    expect(answer).toMatchObject({
      status: 503,
      body: { ready: false, parts: { store: { ok: true }, temporal: { ok: false, error: 'UnavailableError' } } },
    });
  });

  test('is not ready while an incident’s record is refused, and says so without naming it', async () => {
    const id = await api.report();
    const events = (await api.store.eventsOf(id, 0, 100)).map((recorded) => recorded.event);
    const last = events.at(-1)!;
    const refusal = { code: 'record_gap', found: { seq: last.seq + 5, recordedUpTo: last.seq } };
    await expect(recordAgain(id, [{ ...last, seq: last.seq + 5 }])).rejects.toMatchObject(refusal);

    const refused = await open('/readyz');
    expect(refused).toMatchObject({
      status: 503,
      body: { ready: false, parts: { store: { ok: true }, record: { ok: false, error: 'record_blocked' } } },
    });
    expect(refused.text).not.toContain(id);
    expect((await api.ask('/metrics', { as: 'operator' })).text).toContain('muster_record_blocked 1');

    await recordAgain(id, events);
    expect(await open('/readyz')).toMatchObject({ status: 200, body: { parts: { record: { ok: true } } } });
    expect((await api.ask('/metrics', { as: 'operator' })).text).toContain('muster_record_blocked 0');
  });

  test('is not ready while an improvement’s record is refused', async () => {
    const one = new Story({ improvement: 'refused' });
    one.says('sun-yu', { type: 'cancel', reason: 'not worth it' });
    const record = (events: typeof one.events) => api.store.recordImprovement({ improvement: 'refused', events });
    await expect(record(one.events.slice(1))).rejects.toMatchObject({ code: 'record_gap', needed: { seq: 1 } });
    expect(await open('/readyz')).toMatchObject({
      status: 503,
      body: { parts: { record: { error: 'record_blocked' } } },
    });
    expect((await api.ask('/metrics', { as: 'operator' })).text).toContain('muster_record_blocked 1');
    await record(one.events);
    expect(await open('/readyz')).toMatchObject({ status: 200 });
    expect((await api.ask('/metrics', { as: 'operator' })).text).toContain('muster_record_blocked 0');
  });

  const recordAgain = (incidentId: string, events: IncidentEvent[]) =>
    api.store.record({ incidentId, events, messages: [] });

  test('has figures by route, never by address', async () => {
    const id = await api.report();
    await api.ask(`/api/v1/incidents/${id}`);
    await open('/nowhere-at-all');
    const { text, headers } = await api.ask('/metrics', { as: 'operator' });
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain(
      'muster_http_requests_total{method="GET",route="/api/v1/incidents/:incidentId",status="200"}',
    );
    expect(text).toContain('muster_http_request_seconds_bucket');
    expect(text).toContain('muster_streams 0');
    expect(text).not.toContain(id);
    expect(text).not.toContain('nowhere');
  });
});

interface Description extends Record<string, unknown> {
  paths: Record<
    string,
    Record<string, { operationId: string; parameters?: { in: string; name: string }[]; responses: object }>
  >;
  components: { schemas: Record<string, AnySchema> };
}

describe('the description', () => {
  test('is OpenAPI 3.1, and every schema in it JSON Schema 2020-12', async () => {
    const { body } = await api.ask<Description>('/docs/openapi.json', { as: null });
    expect(await new Validator().validate(structuredClone(body))).toEqual({ valid: true });
    const ajv = new Ajv2020({ allowUnionTypes: true, validateFormats: false });
    for (const [name, schema] of Object.entries(body.components.schemas)) {
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
    }
    ajv.addVocabulary(Object.keys(body)).addSchema(body, 'api');
    for (const [name, schema] of Object.entries(body.components.schemas)) {
      const fits = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      const { examples = [] } = schema as { examples?: unknown[] };
      expect([name, examples.filter((example) => !fits(example))]).toEqual([name, []]);
    }
    body.paths['/healthz']!['get']!.responses = { '200': {} };
    expect((await new Validator().validate(body)).valid).toBe(false);
  });

  test('declares path parameters and gives every call an id of its own', async () => {
    const { body } = await api.ask<Description>('/docs/openapi.json', { as: null });
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
    for (const { path, parameters = [], responses } of operations) {
      const declared = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });

  test('has every route, and every route is described', () => {
    const described = OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort();
    expect(routes().sort()).toEqual(described);
  });

  test('can be read with nothing but this server', async () => {
    const page = await open('/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, address] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await open(String(address))).status).toBe(200);
    }
    expect((await open('/docs/start.js')).headers.get('content-type')).toContain('javascript');
  });

  test('explains every problem code at the address that problems name', async () => {
    const { body } = await open('/nowhere');
    expect(body['type']).toBe('http://muster.test/docs/problems#not_found');
    const { text } = await open('/docs/problems');
    expect(text).toContain('<tr id="not_found">');
    expect(text).toContain('<tr id="end_not_reached">');
  });

  /** What Express really serves, Swagger UI's own files left out. */
  function routes(): string[] {
    const parts = { store: {}, directory: {}, log: pino({ level: 'silent' }), metrics: new Registry() };
    const settings = { publicUrl: '', mailboxKey: 'k', hookSecrets: {} };
    const app = createApi({ ...parts, settings } as unknown as ApiParts);
    interface Layer {
      route?: { path: string; methods: Record<string, boolean> };
      handle: { stack?: Layer[] };
    }
    const walk = (layers: Layer[]): string[] =>
      layers.flatMap(({ route, handle }) =>
        route ? Object.keys(route.methods).map((method) => `${method} ${route.path}`) : walk(handle.stack ?? []),
      );
    const served = walk((app as unknown as { router: { stack: Layer[] } }).router.stack);
    return served
      .filter((route) => !/\/docs\/(assets|start)/.test(route))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
  }
});

describe('the mailbox', () => {
  const received = (subject: string, text: string) =>
    api.store.storeMail({
      messageId: subject,
      sender: 'muster@localhost',
      recipients: ['lin.wei@yunfan.example'],
      subject,
      text,
      html: null,
      raw: Buffer.from(''),
      receivedAt: Date.now(),
    });

  async function cookie(): Promise<string> {
    const { status, headers } = await open(`/mailbox?key=${MAILBOX_KEY}`);
    expect([status, headers.get('location')]).toEqual([303, '/mailbox']);
    const set = headers.get('set-cookie') ?? '';
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Strict');
    expect(set).not.toContain(MAILBOX_KEY);
    return set.split(';')[0] ?? '';
  }

  test('opens with its key alone, and the key reaches neither cookie nor log', async () => {
    for (const path of ['/mailbox', '/mailbox?key=wrong', '/mailbox/1']) expect((await open(path)).status).toBe(401);
    expect((await open('/mailbox', { cookie: 'muster_mailbox=wrong' })).status).toBe(401);
    expect((await open('/mailbox', { cookie: await cookie() })).status).toBe(200);
    expect(api.logged.join('')).not.toContain(MAILBOX_KEY);
  });

  test('shows mail, the newest first, as text with links that work', async () => {
    await received('First', 'nothing');
    const id = await received('<b>Second</b>', 'Go to http://muster.test/ack/abc.def, now <script>alert(1)</script>');
    const headers = { cookie: await cookie(), 'accept-language': 'en' };
    const list = await open('/mailbox', headers);
    expect(list.text.indexOf('&#60;b&#62;Second')).toBeLessThan(list.text.indexOf('First'));
    expect(list.text).toContain('http-equiv="refresh"');
    const mail = await open(`/mailbox/${id}`, headers);
    expect(mail.text).toContain('<a href="http://muster.test/ack/abc.def"');
    expect(mail.text).not.toContain('<script');
    for (const none of ['/mailbox/999999', '/mailbox/x']) expect((await open(none, headers)).status).toBe(404);
  });

  test('is not there where mail goes to a real server', async () => {
    const without = await startTestApi({ mailboxKey: undefined as never });
    expect((await without.ask(`/mailbox?key=${MAILBOX_KEY}`, { as: null })).status).toBe(404);
    await without.close();
  });
});
