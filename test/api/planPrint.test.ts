import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMMANDER, DEVELOPER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const print = (path: string, as: string | null, lang = 'en') =>
  api.ask(`/api/v1/plans/software-incident/versions/1/document/${path}`, { as, headers: { 'accept-language': lang } });

test('the plan in effect is printed as a page, in the language of the reader', async () => {
  const english = await print('html', COMMANDER);
  expect(english.status).toBe(200);
  expect(english.headers.get('content-language')).toBe('en');
  expect(english.text).toContain('Emergency plan for software incidents');
  const chinese = await print('html?lang=zh-CN', COMMANDER);
  expect(chinese.text).toContain('软件突发事件应急预案');
});

test('names and contacts are printed for the operator and for those whom the plan is given to, and left out for others', async () => {
  expect((await print('html', 'operator')).text).toContain('lin.wei@yunfan.example');
  expect((await print('html', COMMANDER)).text).toContain('lin.wei@yunfan.example');
  const stranger = await api.token({ kind: 'person', id: 'nobody-of-the-roster' });
  const { status, text } = await api.ask('/api/v1/plans/software-incident/versions/1/document/html', {
    as: null,
    headers: { authorization: `Bearer ${stranger}` },
  });
  expect(status).toBe(200);
  expect(text).not.toContain('lin.wei@yunfan.example');
});

test('a form that there is not, and a version that there is not, are said so', async () => {
  expect(await print('pdf', DEVELOPER)).toMatchObject({ status: 404, body: { code: 'plan_format_unknown' } });
  const missing = await api.ask('/api/v1/plans/software-incident/versions/9/document/html');
  expect(missing).toMatchObject({ status: 404, body: { code: 'plan_version_not_found' } });
});
