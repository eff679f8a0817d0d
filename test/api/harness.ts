import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { startApi } from '../../src/api/index.js';
import type { ApiSettings } from '../../src/api/index.js';
import type { Press } from '../../src/documents/index.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { HOUR } from '../../src/domain/time.js';
import { planFiles } from '../support/planFiles.js';
import { hashToken, newToken } from '../../src/seal/index.js';
import { createDirectory } from '../../src/store/index.js';
import type { Store, TokenHolder } from '../../src/store/index.js';
import { bringInPlan } from '../support/plans.js';
import { localIncidents } from '../support/localIncidents.js';
import { localDrills } from '../support/localDrills.js';
import { localReadiness } from '../support/localReadiness.js';
import type { LocalDrills } from '../support/localDrills.js';
import { localImprovements } from '../support/localImprovements.js';
import type { LocalImprovements } from '../support/localImprovements.js';
import { HeldPress } from '../support/heldPress.js';
import type { LocalIncidents } from '../support/localIncidents.js';
import { departure } from './described.js';
import { freshDatabase, openDatabase } from '../support/databases.js';

export const SIGNING_KEY = 'a-signing-key-for-tests-of-32-bytes!';
export const MAILBOX_KEY = 'a-mailbox-key-for-tests';
export const HOOK_SECRET = 'a-hook-secret-for-tests';

export const COMMANDER = 'lin-wei';
export const DEPUTY = 'chen-jing';
/** Leads the technical rescue team; may propose termination. */
export const TECH_LEAD = 'zhao-lei';
/** A developer in the technical rescue team. */
export const DEVELOPER = 'qian-rong';
/** Leads the liaison team; owns the reports to authorities. */
export const LIAISON_LEAD = 'zhou-min';
/** In the publicity team, which only levels I and II call. */
export const PRESS = 'liang-yue';

export interface Answer<B = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: B;
  text: string;
}

export interface Asked {
  /** A person, `operator`, or null for no token. Default: the commander. */
  as?: string | null;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array;
  method?: string;
}

export interface TestApi {
  url: string;
  store: Store;
  /** SQL of whoever has the database. */
  run: <T>(statement: string) => Promise<T[]>;
  incidents: LocalIncidents;
  drills: LocalDrills;
  improvements: LocalImprovements;
  logged: string[];
  clock: { now: number };
  /** Fails when the answer is not as the API's description says. */
  ask<B = Record<string, unknown>>(path: string, asked?: Asked): Promise<Answer<B>>;
  report(more?: Record<string, unknown>): Promise<string>;
  /** Reported and confirmed at level III. */
  confirmed(): Promise<string>;
  token(holder: TokenHolder, expiresAt?: number): Promise<string>;
  close(): Promise<void>;
}

export const REPORT = { category: 'operation-failure', title: 'Payments fail', place: 'Checkout, region north' };
export const CONFIRM = { outcome: 'confirmed', level: 'III', reason: 'Seen on the dashboards' };

/** A real store and a real HTTP server; only Temporal is replaced by the machine itself. */
export async function startTestApi(
  settings: Partial<ApiSettings> = {},
  press: Press = new HeldPress(),
  change: (plan: PlanDocument) => void = () => undefined,
): Promise<TestApi> {
  const database = await freshDatabase('PostgreSQL');
  const { store, run } = await openDatabase(database.options);
  const { document, hash, roster } = planFiles('plans/software-incident');
  change(document);
  await bringInPlan(store, document, hash);
  await store.saveRoster(roster);

  const clock = { now: Date.now() };
  const now = () => clock.now;
  const drills = localDrills(store, now);
  const improvements = localImprovements(store, now);
  const incidents = localIncidents(store, now, improvements);
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const api = await startApi(
    {
      store,
      incidents,
      drills,
      improvements,
      readiness: localReadiness(store),
      directory: createDirectory(store),
      log,
      metrics: new Registry(),
      press,
      settings: {
        publicUrl: 'http://muster.test',
        signingKey: SIGNING_KEY,
        mailboxKey: MAILBOX_KEY,
        hookSecrets: { monitor: HOOK_SECRET },
        zone: 'Asia/Shanghai',
        now,
        ...settings,
      },
    },
    { host: '127.0.0.1', port: 0 },
  );

  const tokens = new Map<string, Promise<string>>();

  async function token(holder: TokenHolder, expiresAt = clock.now + 1_000 * HOUR): Promise<string> {
    const secret = newToken();
    await store.createToken({ id: randomUUID(), hash: hashToken(secret), holder, label: 'test', expiresAt });
    return secret;
  }

  function tokenOf(who: string): Promise<string> {
    const known = tokens.get(who) ?? token(who === 'operator' ? { kind: 'operator' } : { kind: 'person', id: who });
    tokens.set(who, known);
    return known;
  }

  const test: TestApi = {
    url: api.url,
    store,
    run,
    incidents,
    drills,
    improvements,
    logged,
    clock,
    token,
    async ask<B>(path: string, asked: Asked = {}): Promise<Answer<B>> {
      const { as = COMMANDER, headers = {}, body, raw, method = body || raw ? 'POST' : 'GET' } = asked;
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(`${api.url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(as === null ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent }),
      });
      const text = await response.text();
      const { status } = response;
      const contentType = response.headers.get('content-type') ?? undefined;
      const answered = /json/.test(contentType ?? '') && text !== '' ? (JSON.parse(text) as B) : ({} as B);
      const wrong = departure({ method, path, status, contentType, body: answered });
      if (wrong !== undefined) throw new Error(`not as /docs/openapi.json says: ${wrong}`);
      return { status, headers: response.headers, text, body: answered };
    },
    async report(more = {}) {
      const { body } = await test.ask<{ id: string }>('/api/v1/incidents', { body: { ...REPORT, ...more } });
      return body.id;
    },
    async confirmed() {
      const incidentId = await test.report();
      await test.ask(`/api/v1/incidents/${incidentId}/verification`, { body: CONFIRM });
      return incidentId;
    },
    async close() {
      await api.close();
      await store.close();
      await database.drop();
    },
  };
  return test;
}
