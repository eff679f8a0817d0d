import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { z } from 'zod';
import {
  ArrivalRequest,
  CategoryRequest,
  CheckInRequest,
  ClaimRequest,
  CommanderMissedRequest,
  CommandRequest,
  HandoverRequest,
  MergeRequest,
  NeedRequest,
  ObligationRequest,
  OpinionRequest,
  PartnerAnswerRequest,
  ReleaseRequest,
  ShortageRequest,
} from '../../src/api/contract.js';
import { cliIn, testWorld } from './harness.js';

interface Request {
  method: string;
  path: string;
  body?: unknown;
}

/** What each command asks of the API. */
type Row = [argv: string[], path: string, body: object, accepted: z.ZodType];

const REASON = ['--reason', 'both need it'];
const reason = 'both need it';
const FILED = ['--to', 'duty officer 07', '--channel', '12387'];
const OFFER = ['offer', '--to', 'chen-jing', '--situation', 'down', '--objectives', 'up'];

const DECISIONS: Row[] = [
  [
    ['handover', 'i-1', ...OFFER, '--actions', 'a', '--resources', 'b', '--risks', 'c', '--pending', 'd'],
    'handover',
    {
      action: 'offer',
      to: 'chen-jing',
      brief: { situation: 'down', objectives: 'up', actions: 'a', resources: 'b', risks: 'c', pending: 'd' },
    },
    HandoverRequest,
  ],
  [
    ['handover', 'i-1', ...OFFER],
    'handover',
    { action: 'offer', to: 'chen-jing', brief: { situation: 'down', objectives: 'up' } },
    HandoverRequest,
  ],
  [['handover', 'i-1', 'accept'], 'handover', { action: 'accept' }, HandoverRequest],
  [
    ['need', 'ask', 'i-1', 'generator', '1.5', '--purpose', 'light'],
    'resources',
    { action: 'request', resource: 'generator', quantity: 1.5, purpose: 'light' },
    NeedRequest,
  ],
  [
    ['need', 'dispatch', 'i-1', 'q12', '--lot', 'gen-1=1', '--lot', 'gen-2=0.5'],
    'resources',
    {
      action: 'dispatch',
      request: 'q12',
      lots: [
        { item: 'gen-1', quantity: 1 },
        { item: 'gen-2', quantity: 0.5 },
      ],
    },
    NeedRequest,
  ],
  [['handover', 'i-1', 'decline', ...REASON], 'handover', { action: 'decline', reason }, HandoverRequest],
  [['handover', 'i-1', 'withdraw', ...REASON], 'handover', { action: 'withdraw', reason }, HandoverRequest],
  [
    [
      ...['opinion', 'add', 'i-1', '--source', 'microblogs', '--volume', '1200', '--usual', '200'],
      ...['--sentiment', '-1', '--reach', '9000', '--claim', 'c', '--untrue', '--alert', 'jump,press', '--note', 'n'],
      ...['--link', 'https://x.example', '--observed-at', '2026-11-22T03:14:00+08:00'],
    ],
    'public-opinion',
    {
      action: 'record',
      source: 'microblogs',
      volume: 1200,
      usual: 200,
      sentiment: -1,
      reach: 9000,
      claim: 'c',
      untrue: true,
      alerts: ['jump', 'press'],
      note: 'n',
      link: 'https://x.example',
      observedAt: '2026-11-22T03:14:00+08:00',
    },
    OpinionRequest,
  ],
  [
    ['opinion', 'reply', 'i-1', 'o3', '--text', 'safe'],
    'public-opinion',
    { action: 'reply', entry: 'o3', reply: 'safe' },
    OpinionRequest,
  ],
  [['opinion', 'end', 'i-1', ...REASON], 'public-opinion', { action: 'end', reason }, OpinionRequest],
  [['check-in', 'i-1'], 'check-in', {}, CheckInRequest],
  [['check-in', 'i-1', '--note', 'at the desk'], 'check-in', { note: 'at the desk' }, CheckInRequest],
  [['miss-commander', 'i-1'], 'command/missed', {}, CommanderMissedRequest],
  [['miss-commander', 'i-1', '--note', 'flying'], 'command/missed', { note: 'flying' }, CommanderMissedRequest],
  [['take-command', 'i-1'], 'command', {}, CommandRequest],
  [['take-command', 'i-1', '--if-seq', '7'], 'command', { ifSeq: 7 }, CommandRequest],
  [
    ['claim', 'i-1', 'he-zhe', 'share', ...REASON],
    'claims',
    { person: 'he-zhe', decision: 'share', reason },
    ClaimRequest,
  ],
  [
    ['claim', 'i-1', 'he-zhe', 'yield', ...REASON],
    'claims',
    { person: 'he-zhe', decision: 'yield', reason },
    ClaimRequest,
  ],
  [['category', 'i-1', 'security', ...REASON], 'category', { category: 'security', reason }, CategoryRequest],
  [['merge', 'i-1', 'i-2', ...REASON], 'merge', { into: 'i-2', reason }, MergeRequest],
  [
    ['release', 'i-1', 'he-zhe', 'sun-yu', '--team', 'tech', ...REASON],
    'releases',
    { people: ['he-zhe', 'sun-yu'], team: 'tech', reason },
    ReleaseRequest,
  ],
  [['release', 'i-1', 'he-zhe', ...REASON], 'releases', { people: ['he-zhe'], reason }, ReleaseRequest],
  [
    [
      ...['partner', 'i-1', 'tech', 'cloud', 'accepted', '--headcount', '2', '--eta', '2026-11-22T05:00:00+08:00'],
      ...['--qualifications', 'restore,restore', '--note', 'two engineers'],
    ],
    'partners',
    {
      team: 'tech',
      partner: 'cloud',
      accepted: true,
      headcount: 2,
      eta: '2026-11-22T05:00:00+08:00',
      qualifications: ['restore', 'restore'],
      note: 'two engineers',
    },
    PartnerAnswerRequest,
  ],
  [
    ['partner', 'i-1', 'tech', 'cloud', 'declined'],
    'partners',
    { team: 'tech', partner: 'cloud', accepted: false },
    PartnerAnswerRequest,
  ],
  [['shortage', 'i-1', 'tech', ...REASON], 'shortages', { team: 'tech', reason }, ShortageRequest],
  [
    ['obligation', 'confirm', 'i-1', 'D-04,D-05', ...REASON],
    'obligations',
    { action: 'judge', obligations: ['D-04', 'D-05'], applies: true, reason },
    ObligationRequest,
  ],
  [
    ['obligation', 'lift', 'i-1', 'D-04', ...REASON],
    'obligations',
    { action: 'judge', obligations: ['D-04'], applies: false, reason },
    ObligationRequest,
  ],
  [
    ['obligation', 'clock', 'i-1', 'D-04', '2026-11-22T03:09:00+08:00', ...REASON],
    'obligations',
    { action: 'setClock', obligation: 'D-04', start: '2026-11-22T03:09:00+08:00', reason },
    ObligationRequest,
  ],
  [
    ['obligation', 'file', 'i-1', 'D-04', ...FILED, '--reference', '2026-3391'],
    'obligations',
    { action: 'file', obligations: ['D-04'], to: 'duty officer 07', channel: '12387', reference: '2026-3391' },
    ObligationRequest,
  ],
  [
    [
      ...['obligation', 'file', 'i-1', 'D-04,D-05', ...FILED, '--at', '2026-11-22T06:31:00+08:00'],
      ...['--note', 'by phone', '--link', 'https://example.org/1', '--late-reason', 'the line was dead'],
    ],
    'obligations',
    {
      action: 'file',
      obligations: ['D-04', 'D-05'],
      filedAt: '2026-11-22T06:31:00+08:00',
      to: 'duty officer 07',
      channel: '12387',
      note: 'by phone',
      link: 'https://example.org/1',
      lateReason: 'the line was dead',
    },
    ObligationRequest,
  ],
];

const ANSWERS: Row[] = [
  [['arrive', 'i-1'], 'arrivals', {}, ArrivalRequest],
  [
    ['arrive', 'i-1', '--person', 'he-zhe', '--note', 'rack 7'],
    'arrivals',
    { person: 'he-zhe', note: 'rack 7' },
    ArrivalRequest,
  ],
];

const DECIDED = { id: 'i-1', requestId: 'key-1', seq: 9, phase: 'responding' };
const KEPT = { id: 'i-1', requestId: 'key-1', status: 'recorded', person: { id: 'he-zhe', name: 'He Zhe' } };
const REFUSED = {
  type: 'https://muster.example/problems/not_asked',
  title: 'You were not asked',
  status: 403,
  code: 'not_asked',
  detail: 'Only whoever was asked may do this.',
  found: {},
  needed: {},
};

describe('what muster asks of the API', () => {
  let server: Server;
  let url: string;
  let asked: (Request & { key?: string; authorization?: string })[];
  let answer: { status: number; body: object };
  beforeAll(async () => {
    server = createServer((req, res) => {
      let text = '';
      req.on('data', (chunk: Buffer) => (text += chunk.toString()));
      req.on('end', () => {
        const { 'idempotency-key': key, authorization } = req.headers as Record<string, string | undefined>;
        asked.push({
          method: req.method!,
          path: req.url!,
          ...(text === '' ? {} : { body: JSON.parse(text) as unknown }),
          ...(key === undefined ? {} : { key }),
          ...(authorization === undefined ? {} : { authorization }),
        });
        const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
        res.writeHead(answer.status, { 'content-type': type }).end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => (asked = []));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const run = (argv: string[], env: Record<string, string> = { MUSTER_TOKEN: 'mine' }) =>
    cliIn(testWorld({ MUSTER_URL: url, MUSTER_DIR: '/nonexistent', ...env }), ...argv);

  test.each(DECISIONS)('%j decides, and says so', async (argv, path, body, accepted) => {
    answer = { status: 200, body: DECIDED };
    const { code, out, err } = await run([...argv, '--idempotency-key', 'key-1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^On the record\. Incident i-1: .*\(#9\)\.\n$/);
    const [decision, ...later] = asked;
    const head = { key: 'key-1', authorization: 'Bearer mine' };
    expect(decision).toEqual({ method: 'POST', path: `/api/v1/incidents/i-1/${path}`, body, ...head });
    expect(accepted.safeParse(body)).toMatchObject({ success: true });
    // Whoever asks next sees it.
    expect(later).toMatchObject([{ method: 'GET', path: '/api/v1/incidents/i-1?minSeq=9' }]);
  });

  test.each(ANSWERS)('%j answers a call, and says so', async (argv, path, body, accepted) => {
    answer = { status: 202, body: KEPT };
    const { code, out } = await run([...argv, '--idempotency-key', 'key-1']);
    expect(code).toBe(0);
    expect(out).toContain('He Zhe');
    expect(asked).toMatchObject([{ method: 'POST', path: `/api/v1/incidents/i-1/${path}`, body, key: 'key-1' }]);
    expect(accepted.safeParse(body)).toMatchObject({ success: true });
  });

  test.each([
    [['decisions', 'i-1'], '/api/v1/incidents/i-1/decisions'],
    [['decisions', 'i-1', '--after', '12'], '/api/v1/incidents/i-1/decisions?after=12'],
  ])('%j reads the log of decisions', async (argv, path) => {
    const by = { kind: 'person', id: 'lin-wei', name: 'Lin Wei' };
    const at = '2026-11-22T03:14:05.000Z';
    const decided = { seq: 4, at, by, type: 'levelChanged', words: 'Raised to Level II.', reason: 'worse' };
    const none = { count: 0, latest: [] };
    const item = {
      ...decided,
      via: 'api',
      facts: {},
      known: [],
      statements: { ...none, seqs: [] },
      questions: { ...none, ids: [] },
    };
    answer = { status: 200, body: { id: 'i-1', seq: 9, items: [item] } };
    const { code, out, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Raised to Level II.');
    expect(asked).toEqual([{ method: 'GET', path, authorization: 'Bearer mine' }]);
  });

  test.each([...DECISIONS, ...ANSWERS].map(([argv]) => [argv]).concat([[['decisions', 'i-1']]]))(
    '%j prints why it is refused',
    async (argv) => {
      answer = { status: 403, body: REFUSED };
      const { code, out, err } = await run(argv);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toContain('You were not asked');
      expect(err).toContain('Only whoever was asked may do this.');
      expect(asked).toHaveLength(1);
      answer = { status: 409, body: { ...REFUSED, status: 409 } };
      const json = await run([...argv, '--json']);
      expect(json).toMatchObject({ code: 1, out: '' });
      expect(JSON.parse(json.err)).toEqual({ ...REFUSED, status: 409 });
    },
  );

  test.each([...DECISIONS, ...ANSWERS].map(([argv]) => [argv]))(
    '%j is done in nobody’s name without a token',
    async (argv) => {
      const { code, err } = await run(argv, {});
      expect(code).toBe(3);
      expect(err).toContain('(token_required)');
      expect(asked).toEqual([]);
    },
  );

  test.each([
    [['handover', 'i-1', 'seize']],
    [['handover', 'i-1']],
    [['claim', 'i-1', 'he-zhe', 'both', ...REASON]],
    [['claim', 'i-1', 'he-zhe', 'share']],
    [['merge', 'i-1', 'i-2']],
    [['release', 'i-1', ...REASON]],
    [['partner', 'i-1', 'tech', 'cloud', 'perhaps']],
    [['partner', 'i-1', 'tech', 'cloud', 'accepted', '--headcount', 'many']],
    [['shortage', 'i-1', 'tech']],
    [['obligation', 'confirm', 'i-1', 'D-04']],
    [['obligation', 'clock', 'i-1', 'D-04', 'yesterday', ...REASON]],
    [['obligation', 'file', 'i-1', 'D-04', '--to', 'duty officer 07']],
    [['need', 'ask', 'i-1', 'generator', 'some', '--purpose', 'light']],
    [['need', 'substitute', 'i-1', 'q12', 'pump', '--quantity', '0', ...REASON]],
    [['need', 'dispatch', 'i-1', 'q12', '--lot', 'gen-1']],
    [['need', 'return', 'i-1', 'q12', '--lot', 'gen-1=all']],
    [['take-command']],
  ])('%j is wrong usage, and nothing is sent', async (argv) => {
    expect(await run(argv)).toMatchObject({ code: 2, out: '' });
    expect(asked).toEqual([]);
  });
});
