import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { notify } from '../../src/activities/notify.js';
import type { ActivityDeps } from '../../src/activities/deps.js';
import { createEmailChannel } from '../../src/channels/email.js';
import { noticeTexts } from '../../src/domain/incident/index.js';
import type { EffectOf } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { signFilingLink } from '../../src/seal/index.js';
import { createDirectory } from '../../src/store/index.js';
import { startSink } from '../support/smtpSink.js';
import type { Sink } from '../support/smtpSink.js';
import { COMMANDER, DEVELOPER, LIAISON_LEAD, REPORT, SIGNING_KEY, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TITLE = 'Member data downloaded';

let api: TestApi;
let sink: Sink;
let id: string;
beforeAll(async () => {
  [api, sink] = [await startTestApi(), await startSink()];
  id = await api.report({ title: TITLE });
});
afterAll(() => Promise.all([api.close(), sink.close()]));

const link = (person: string, obligation = 'D-04', expiresAt = api.clock.now + 60_000, key = SIGNING_KEY) =>
  `/filing/${signFilingLink(key, { incidentId: id, obligation, person, expiresAt })}`;
const look = (path: string) => api.ask(path, { as: null });
const press = (path: string, format = 'html') =>
  api.ask(path, {
    as: null,
    raw: `format=${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** The mails of this kind that the incident has asked for, sent by SMTP. */
async function mailed(template: string): Promise<void> {
  const channel = createEmailChannel({ smtpUrl: sink.url, from: 'Muster <muster@localhost>' });
  const { store } = api;
  const deps = {
    ...{ store, directory: createDirectory(store), channel, urgent: channel, signingKey: SIGNING_KEY },
    ...{ publicUrl: api.url, zone: 'Asia/Shanghai', log: console },
  } as unknown as ActivityDeps;
  const state = api.incidents.stateOf(id);
  const { plan } = state.basis;
  const effects = (await store.eventsOf(id, 0, state.seq))
    .flatMap(({ event }) => (event.type === 'effectRequested' ? [event.effect] : []))
    .filter((effect): effect is EffectOf<'notify'> => effect.kind === 'notify' && effect.template === template)
    // Under an id of its own: the incident of these tests has settled the first one without a server.
    .map((effect) => ({ ...effect, id: `${effect.id}.mailed`, noticeId: `${effect.noticeId}mailed` }));
  const send = notify(deps);
  for (const effect of effects) {
    const { mode, category, reportedAt } = state.report;
    const texts = noticeTexts(state, effect);
    await send({ incidentId: id, mode, plan, category, reportedAt, effect, texts });
  }
  await channel.close();
}

test('the mail that asks for a report carries a link, whose button opens the draft', async () => {
  const judged = { action: 'judge', obligations: ['D-04'], applies: true, reason: 'Counsel says so' };
  expect((await api.ask(`/api/v1/incidents/${id}/obligations`, { body: judged })).status).toBe(200);
  await mailed('obligations');
  const mail = await sink.waitFor(({ text }) => text.includes('D-04'), 5_000);
  const [, , path] = /\(?D-04\)?[^\n]*\n\s+(?:报送稿：|Draft: )(http:\/\/[^/]+)(\/filing\/\S+)/.exec(mail.text) ?? [];
  expect(path).toBeDefined();
  expect(mail.text).toMatch(/请勿转发|do not pass them on/);
  expect((await press(path!)).text).toContain(TITLE);
});

test('looking at the link tells nothing of the incident; the button opens the draft as a page or as a Word file', async () => {
  const shown = await look(link(LIAISON_LEAD));
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain(TITLE);
  expect(shown.text).not.toContain(REPORT.place);
  expect(shown.headers.get('cache-control')).toBe('no-store');
  const page = await press(link(LIAISON_LEAD));
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toContain('sandbox');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.text).toContain(TITLE);
  expect(page.text).toContain('网络安全事件报告（首报）');
  const file = await press(link(LIAISON_LEAD), 'docx');
  expect([file.status, file.headers.get('content-type')]).toEqual([200, DOCX]);
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${id}-D-04-zh-CN.docx"`);
  expect(api.logged.filter((line) => line.includes('was opened by its link')).at(-1)).toContain(LIAISON_LEAD);
});

test('whoever commands may open it, whoever neither files nor commands may not', async () => {
  expect((await press(link(COMMANDER))).status).toBe(200);
  const refused = await press(link(DEVELOPER));
  expect(refused.status).toBe(403);
  expect(refused.text).not.toContain(TITLE);
});

test('an old, changed or foreign link opens nothing, nor does one of another kind or to what is not filed', async () => {
  expect((await press(link(LIAISON_LEAD, 'D-04', api.clock.now))).status).toBe(410);
  expect((await press(`${link(LIAISON_LEAD)}x`)).status).toBe(400);
  expect((await press(link(LIAISON_LEAD, 'D-04', api.clock.now + DAY, 'another key'))).status).toBe(400);
  expect((await look(link(LIAISON_LEAD).replace('/filing/', '/sitrep/'))).status).toBe(400);
  expect((await look(link(LIAISON_LEAD).replace('/filing/', '/ack/'))).status).toBe(400);
  expect((await press(link(LIAISON_LEAD, 'D-99'))).status).toBe(403);
});

test('who has left the roster opens nothing any more', async () => {
  expect((await press(link(LIAISON_LEAD))).status).toBe(200);
  const { document } = loadPlan('plans/software-incident');
  const { document: roster } = loadRoster('plans/software-incident/roster.yaml', document);
  const people = roster.people.map((one) => (one.id === LIAISON_LEAD ? { ...one, active: false } : one));
  await api.store.saveRoster({ ...roster, people });
  const refused = await press(link(LIAISON_LEAD));
  expect(refused.status).toBe(403);
  expect(refused.text).not.toContain(TITLE);
});
