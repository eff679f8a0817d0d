import { callEntries, callOf } from '../../src/domain/incident/index.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOUR } from '../../src/domain/time.js';
import { signLink } from '../../src/seal/index.js';
import { CONFIRM, DEPUTY, DEVELOPER, PRESS, SIGNING_KEY, startTestApi } from './harness.js';
import type { Answer, TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

/** In the publicity team, and stands in for nobody. */
const ANALYST = 'xie-ting';

interface Acked {
  status: string;
  requestId: string;
  code: string;
}

const path = (id: string) => `/api/v1/incidents/${id}/acknowledgements`;
const acknowledge = (id: string, as: string, body: object = {}): Promise<Answer<Acked>> =>
  api.ask<Acked>(path(id), { as, body });

async function until(holds: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function statusOf(id: string, person: string): string | undefined {
  const { bodies } = api.incidents.stateOf(id).mobilisation;
  return Object.values(bodies).flatMap((body) => callOf(body.people, person)?.status ?? [])[0];
}

function answersOf(id: string, person: string): number {
  const { bodies } = api.incidents.stateOf(id).mobilisation;
  return Object.values(bodies).flatMap((body) => callOf(body.people, person)?.answers?.length ?? [])[0] ?? 0;
}

function etaOf(id: string, person: string): number | undefined {
  const { bodies } = api.incidents.stateOf(id).mobilisation;
  return Object.values(bodies).flatMap((body) => callOf(body.people, person)?.eta ?? [])[0];
}

describe('an acknowledgement by token', () => {
  test('is kept at once and reaches the incident; a repeat changes nothing', async () => {
    const id = await api.confirmed();
    const eta = '2026-11-22T12:00:00+08:00';
    const first = await acknowledge(id, DEVELOPER, { eta });
    expect([first.status, first.body.status]).toEqual([202, 'recorded']);
    await until(() => statusOf(id, DEVELOPER) === 'acknowledged');
    const { seq } = api.incidents.stateOf(id);
    const again = await acknowledge(id, DEVELOPER, { eta });
    expect([again.status, again.body.status]).toEqual([202, 'repeated']);
    const { body } = await api.ask<{ teams: { people: { id: string; status: string; eta?: string }[] }[] }>(
      `/api/v1/incidents/${id}?minSeq=${seq}`,
    );
    const person = body.teams.flatMap((team) => team.people).find((p) => p.id === DEVELOPER);
    expect(person).toMatchObject({ status: 'acknowledged', eta: '2026-11-22T04:00:00.000Z' });
    expect(api.incidents.stateOf(id).seq).toBe(seq);
  });

  test('with another time changes the earlier one, though it was given without any', async () => {
    const id = await api.confirmed();
    await acknowledge(id, DEVELOPER);
    const eta = '2026-11-22T12:00:00+08:00';
    // Whether the record shows the first answer by now or not.
    expect(await acknowledge(id, DEVELOPER, { eta })).toMatchObject({ status: 202, body: { status: 'recorded' } });
    await until(() => etaOf(id, DEVELOPER) === Date.parse(eta));
    const later = '2026-11-22T15:00:00+08:00';
    expect(await acknowledge(id, DEVELOPER, { eta: later })).toMatchObject({
      status: 202,
      body: { status: 'recorded' },
    });
    await until(() => etaOf(id, DEVELOPER) === Date.parse(later));
  });

  test('after a stand-down is refused, and so is an arrival', async () => {
    const id = await api.confirmed();
    const level = (to: string) => api.ask(`/api/v1/incidents/${id}/level`, { body: { level: to, reason: 'x' } });
    await level('II');
    await level('III');
    expect(await acknowledge(id, ANALYST)).toMatchObject({ status: 409, body: { code: 'not_called' } });
    const arrival = { as: ANALYST, body: {} };
    expect(await api.ask(`/api/v1/incidents/${id}/arrivals`, arrival)).toMatchObject({
      status: 409,
      body: { code: 'not_called' },
    });
  });

  test('and an arrival that come again under their key are answered as before', async () => {
    const id = await api.confirmed();
    const arrive = (headers: Record<string, string>) =>
      api.ask<Acked>(`/api/v1/incidents/${id}/arrivals`, { as: DEPUTY, body: { person: DEVELOPER }, headers });
    const first = await arrive({ 'Idempotency-Key': 'k1' });
    expect(first).toMatchObject({ status: 202, body: { requestId: 'k1' } });
    const { seq } = api.incidents.stateOf(id);
    expect(await arrive({ 'Idempotency-Key': 'k1' })).toMatchObject({ status: 202 });
    expect(api.incidents.stateOf(id).seq).toBe(seq);
  });

  test('needs no body at all', async () => {
    const id = await api.confirmed();
    expect((await api.ask(path(id), { as: DEVELOPER, method: 'POST' })).status).toBe(202);
  });

  test('answers a second call as well as the first one', async () => {
    const id = await api.confirmed();
    const level = (to: string) => api.ask(`/api/v1/incidents/${id}/level`, { body: { level: to, reason: 'x' } });
    await level('II');
    await acknowledge(id, PRESS);
    await until(() => statusOf(id, PRESS) === 'acknowledged');
    await level('III');
    await level('II');
    expect(statusOf(id, PRESS)).toBe('called');
    expect((await acknowledge(id, PRESS)).body.status).toBe('recorded');
    await until(() => statusOf(id, PRESS) === 'acknowledged');
  });

  test('of somebody who was never called is refused at once', async () => {
    const id = await api.confirmed();
    expect(await acknowledge(id, ANALYST)).toMatchObject({ status: 409, body: { code: 'not_called' } });
    expect(await acknowledge(id, DEVELOPER, { noticeId: 'n999' })).toMatchObject({
      status: 409,
      body: { code: 'not_called' },
    });
  });

  test('is not lost while the record is behind the incident', async () => {
    const id = await api.report();
    let release = () => {};
    api.incidents.holdRecord = new Promise((resolve) => (release = resolve));
    await api.ask(`/api/v1/incidents/${id}/verification`, { body: CONFIRM });
    const { status, body } = await acknowledge(id, DEVELOPER);
    expect([status, body.status]).toEqual([202, 'recorded']);
    expect(statusOf(id, DEVELOPER)).toBe('acknowledged');
    release();
    await api.incidents.holdRecord;
    api.incidents.holdRecord = undefined;
  });

  describe('while the record is behind, what was said last counts', () => {
    const decline = (id: string) =>
      api.ask<Acked>(`/api/v1/incidents/${id}/declines`, { as: DEVELOPER, body: { reason: 'ill' } });

    async function behind(said: () => Promise<void>): Promise<void> {
      let release = () => {};
      api.incidents.holdRecord = new Promise((resolve) => (release = resolve));
      await said();
      release();
      await api.incidents.holdRecord;
      api.incidents.holdRecord = undefined;
    }

    test('of a call that it shows open', async () => {
      const id = await api.confirmed();
      await behind(async () => {
        const first = await acknowledge(id, DEVELOPER);
        expect((await decline(id)).body.status).toBe('recorded');
        const { body } = await acknowledge(id, DEVELOPER);
        expect(body.status).toBe('recorded');
        expect(body.requestId).not.toBe(first.body.requestId);
        expect((await acknowledge(id, DEVELOPER)).body).toMatchObject({
          status: 'repeated',
          requestId: first.body.requestId,
        });
        await until(() => statusOf(id, DEVELOPER) === 'acknowledged' && answersOf(id, DEVELOPER) === 3);
        expect((await decline(id)).body.status).toBe('recorded');
        await until(() => statusOf(id, DEVELOPER) === 'declined');
      });
    });

    test('of a call that it shows accepted', async () => {
      const id = await api.confirmed();
      await acknowledge(id, DEVELOPER);
      await until(() => statusOf(id, DEVELOPER) === 'acknowledged');
      await api.store.waitForSeq(id, api.incidents.stateOf(id).seq, 60_000);
      await behind(async () => {
        expect((await decline(id)).body.status).toBe('recorded');
        expect((await acknowledge(id, DEVELOPER)).body.status).toBe('recorded');
        expect((await acknowledge(id, DEVELOPER)).body.status).toBe('repeated');
        await until(() => statusOf(id, DEVELOPER) === 'acknowledged' && answersOf(id, DEVELOPER) === 3);
      });
      await api.store.waitForSeq(id, api.incidents.stateOf(id).seq, 60_000);
      expect((await acknowledge(id, DEVELOPER)).body.status).toBe('repeated');
    });

    test('an hour that was named before', async () => {
      const id = await api.confirmed();
      const at = (hour: number) => `2026-11-22T${hour}:00:00+08:00`;
      await behind(async () => {
        for (const hour of [12, 13, 12]) {
          expect((await acknowledge(id, DEVELOPER, { eta: at(hour) })).body.status).toBe('recorded');
        }
        await until(() => answersOf(id, DEVELOPER) === 3);
        expect(etaOf(id, DEVELOPER)).toBe(Date.parse(at(12)));
      });
    });
  });

  describe('sent again under its Idempotency-Key', () => {
    const say = (id: string, what: string, body: object, key: string) =>
      api.ask<Acked>(`/api/v1/incidents/${id}/${what}`, { as: DEVELOPER, body, headers: { 'Idempotency-Key': key } });

    test('says nothing new, whatever was said meanwhile', async () => {
      const id = await api.confirmed();
      const first = await say(id, 'declines', { reason: 'ill' }, 'k1');
      await until(() => statusOf(id, DEVELOPER) === 'declined');
      await api.store.waitForSeq(id, api.incidents.stateOf(id).seq, 60_000);
      await say(id, 'acknowledgements', {}, 'k2');
      await until(() => statusOf(id, DEVELOPER) === 'acknowledged');
      await until(async () => (await api.store.pendingAnswers(id, 10)).length === 0);
      const { seq } = api.incidents.stateOf(id);
      await api.store.waitForSeq(id, seq, 60_000);
      const again = await say(id, 'declines', { reason: 'ill' }, 'k1');
      expect(again).toMatchObject({ status: 202, body: { status: 'repeated', requestId: first.body.requestId } });
      expect(await api.store.pendingAnswers(id, 10)).toEqual([]);
      expect(api.incidents.stateOf(id).seq).toBe(seq);
    });

    test('and with other words it is refused', async () => {
      const id = await api.confirmed();
      await say(id, 'declines', { reason: 'ill' }, 'k1');
      expect(await say(id, 'arrivals', {}, 'k1')).toMatchObject({ status: 409, body: { code: 'request_id_reused' } });
      expect(await say(id, 'declines', { reason: 'away' }, 'k1')).toMatchObject({
        status: 409,
        body: { code: 'request_id_reused' },
      });
    });
  });

  test('is for people: the operator cannot, and nobody can for another', async () => {
    const id = await api.confirmed();
    expect(await acknowledge(id, 'operator')).toMatchObject({ status: 403, body: { code: 'person_required' } });
    expect(await acknowledge(id, DEVELOPER, { person: DEPUTY })).toMatchObject({
      status: 422,
      body: { code: 'invalid_request' },
    });
  });

  test('on an incident that is over or never was is refused', async () => {
    const id = await api.report();
    await api.ask(`/api/v1/incidents/${id}/verification`, { body: { outcome: 'rejected', reason: 'x' } });
    expect(await acknowledge(id, PRESS)).toMatchObject({ status: 409, body: { code: 'incident_closed' } });
    expect(await acknowledge('20200101-aaaaaaaaaa', PRESS)).toMatchObject({
      status: 404,
      body: { code: 'incident_not_found' },
    });
  });
});

const heading = (page: string) => /<h1>(.*)<\/h1>/.exec(page)?.[1];

describe('a link', () => {
  const link = (incidentId: string, person: string, more: { noticeId?: string; expiresAt?: number } = {}) => {
    const { bodies } = api.incidents.stateOf(incidentId).mobilisation;
    const noticeId = Object.values(bodies).flatMap((body) => callOf(body.people, person)?.notices ?? [])[0] ?? 'n1';
    return `/ack/${signLink(SIGNING_KEY, { incidentId, person, noticeId, expiresAt: api.clock.now + HOUR, ...more })}`;
  };
  const open = (to: string, method = 'GET', language = 'en') =>
    api.ask(to, { as: null, method, headers: { 'accept-language': language } });

  test('shows the call, the buttons and behind a second step a way to decline; being fetched changes nothing', async () => {
    const id = await api.report({ title: 'Down <script>alert(1)</script>' });
    await api.ask(`/api/v1/incidents/${id}/verification`, { body: CONFIRM });
    const { seq } = api.incidents.stateOf(id);
    const to = link(id, 'oliver-grant');
    for (const method of ['GET', 'HEAD', 'GET']) expect((await open(to, method)).status).toBe(200);
    const { text, headers } = await open(to);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Down &#60;script&#62;');
    expect(text).not.toContain('<script');
    expect(text).toContain('Checkout, region north');
    expect(text).toContain('Oliver Grant');
    expect(text.match(/<button/g)).toHaveLength(3);
    expect(text.indexOf('<details>')).toBeGreaterThan(text.indexOf('<button'));
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(api.incidents.stateOf(id).seq).toBe(seq);
    expect(await api.store.pendingAnswers(id, 10)).toEqual([]);
  });

  test('speaks the language of the person called, whatever the browser says', async () => {
    const id = await api.confirmed();
    expect((await open(link(id, DEVELOPER))).text).toContain('<html lang="zh-CN">');
  });

  test('acknowledges by POST; a second click says so and changes nothing', async () => {
    const id = await api.confirmed();
    const to = link(id, DEVELOPER);
    const first = await open(to, 'POST');
    expect([first.status, first.text.includes('已确认')]).toEqual([200, true]);
    await until(() => statusOf(id, DEVELOPER) === 'acknowledged');
    const { seq } = api.incidents.stateOf(id);
    await api.store.waitForSeq(id, seq, 60_000);
    const second = await open(to, 'POST');
    expect([second.status, second.text.includes('此前已经确认')]).toEqual([200, true]);
    expect((await open(to)).text).not.toContain('>确认收到</button>');
    expect(api.incidents.stateOf(id).seq).toBe(seq);
    const { body } = await api.ask<{ items: { type: string; via: string }[] }>(`/api/v1/incidents/${id}/timeline`);
    expect(body.items.find((item) => item.type === 'acknowledged')).toMatchObject({ via: 'link' });
  });

  test('says when the person will be there, changes that, and says that they are', async () => {
    const id = await api.confirmed();
    const to = link(id, 'oliver-grant');
    const send = (form: Record<string, string>) =>
      api.ask(to, {
        as: null,
        raw: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    for (const minutes of ['soon', '-5', '1.5', '1441']) expect((await send({ minutes })).status).toBe(422);
    expect(statusOf(id, 'oliver-grant')).toBe('called');
    const inMinutes = (minutes: number) => Math.ceil(api.clock.now / 60_000 + minutes) * 60_000;
    const first = await send({ minutes: '20' });
    expect([first.status, heading(first.text)]).toEqual([200, 'Acknowledged']);
    expect(first.text).toContain('<dt>Expected</dt>');
    await until(() => etaOf(id, 'oliver-grant') === inMinutes(20));
    expect((await send({ minutes: '180' })).status).toBe(200);
    await until(() => etaOf(id, 'oliver-grant') === inMinutes(180));
    const there = await send({ answer: 'there' });
    expect([there.status, heading(there.text)]).toEqual([200, 'You are there: recorded']);
    await until(() => statusOf(id, 'oliver-grant') === 'arrived');
    await api.store.waitForSeq(id, api.incidents.stateOf(id).seq, 60_000);
    expect((await open(to)).text).not.toContain('<form');
    await until(async () => (await api.store.pendingAnswers(id, 10)).length === 0);
    const { seq } = api.incidents.stateOf(id);
    expect((await open(to, 'POST')).status).toBe(200);
    expect(await api.store.pendingAnswers(id, 10)).toEqual([]);
    expect(api.incidents.stateOf(id).seq).toBe(seq);
  });

  test('that has expired, was changed or is cut off gets a page that says so', async () => {
    const id = await api.confirmed();
    const expired = link(id, DEVELOPER, { expiresAt: api.clock.now - 1 });
    for (const method of ['GET', 'POST']) {
      expect(await open(expired, method)).toMatchObject({ status: 410 });
      expect(await open(`${link(id, DEVELOPER)}x`, method)).toMatchObject({ status: 400 });
      expect(await open(link(id, DEVELOPER).slice(0, -3), method)).toMatchObject({ status: 400 });
    }
    expect((await open(expired)).text).toContain('expired');
    expect(statusOf(id, DEVELOPER)).toBe('called');
  });

  test('of a call that ended says so', async () => {
    const id = await api.confirmed();
    await api.ask(`/api/v1/incidents/${id}/level`, { body: { level: 'II', reason: 'x' } });
    const to = link(id, PRESS);
    await api.ask(`/api/v1/incidents/${id}/level`, { body: { level: 'III', reason: 'x' } });
    const { status, text } = await open(to, 'POST');
    expect([status, heading(text)]).toEqual([409, '您已解除动员，无须到岗']);
    expect((await open(to)).status).toBe(200);
  });

  test('tells those who verify what they are asked, and what became of it', async () => {
    const id = await api.report();
    const to = link(id, DEPUTY);
    expect(heading((await open(to)).text)).toBe('请核实事故报告，并确认收到通知');
    await api.ask(`/api/v1/incidents/${id}/verification`, { body: CONFIRM });
    const confirmed = await open(to);
    expect(heading(confirmed.text)).toBe('请确认收到核实通知');
    expect(confirmed.text).toContain('应急响应');
    expect(confirmed.text).not.toMatch(/到岗|动员/);
    const rejected = await api.report();
    await api.ask(`/api/v1/incidents/${rejected}/verification`, { body: { outcome: 'rejected', reason: 'x' } });
    expect(heading((await open(link(rejected, DEPUTY))).text)).toBe('不是事故，无须行动');
  });

  test('tells a team that it is mobilised, in the language of the person', async () => {
    const id = await api.confirmed();
    expect(heading((await open(link(id, DEVELOPER))).text)).toBe('您已被动员，请确认收到并立即到岗');
    const english = link(id, 'oliver-grant');
    expect(heading((await open(english)).text)).toBe('You are mobilised: acknowledge and report for duty');
    expect((await open(english, 'POST')).text).toContain('Now report for duty.');
  });

  test('of a call that a later one replaced leads to that one', async () => {
    const id = await api.confirmed();
    const level = (to: string) => api.ask(`/api/v1/incidents/${id}/level`, { body: { level: to, reason: 'x' } });
    await level('II');
    const first = link(id, PRESS);
    await level('III');
    await level('II');
    const { text } = await open(first);
    expect([heading(text), text.includes('<button')]).toEqual(['这次通知已不再有效', false]);
    expect((await open(link(id, PRESS))).text).toContain('<button');
  });

  test('works while Temporal is gone: the answer is kept and forwarded later', async () => {
    const id = await api.confirmed();
    api.incidents.down = true;
    expect((await open(link(id, DEVELOPER), 'POST')).status).toBe(200);
    expect(await api.store.pendingAnswers(id, 10)).toHaveLength(1);
    api.incidents.down = false;
    await until(() => statusOf(id, DEVELOPER) === 'acknowledged');
  });

  test('token never reaches the log', async () => {
    const id = await api.confirmed();
    const to = link(id, DEVELOPER);
    await open(to, 'POST');
    await open('/ack/some-wrong-token');
    await until(() => api.logged.some((line) => line.includes('/ack/:token')));
    expect(api.logged.join('')).not.toContain(to.slice('/ack/'.length));
    expect(api.logged.join('')).not.toContain('some-wrong-token');
    expect(api.logged.join('')).not.toContain('muster_');
  });
});

test('many answers at once travel together, and none is lost', async () => {
  const id = await api.confirmed();
  const { bodies } = api.incidents.stateOf(id).mobilisation;
  const calls = Object.values(bodies).flatMap((body) =>
    callEntries(body.people).map(([person, call]) => ({ person, noticeId: call.notices[0] ?? '' })),
  );
  api.incidents.batches.length = 0;
  const expiresAt = api.clock.now + HOUR;
  const links = calls.map((call) => signLink(SIGNING_KEY, { incidentId: id, expiresAt, ...call }));
  api.incidents.down = true;
  const answers = await Promise.all(links.map((token) => api.ask(`/ack/${token}`, { as: null, method: 'POST' })));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  api.incidents.down = false;
  await until(() => calls.every(({ person }) => statusOf(id, person) === 'acknowledged'));
  expect(api.incidents.batches.map((batch) => batch.length)).toEqual([calls.length]);
  await until(async () => (await api.store.pendingAnswers(id, 10)).length === 0);
});
