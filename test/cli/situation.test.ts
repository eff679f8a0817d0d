import { Installation } from './harness.js';

describe('muster, while an incident runs', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await Installation.start();
  });
  afterAll(() => here.close());

  const as = ['--as', 'commander'];

  test('takes facts and questions, and shows what is known and what is not', async () => {
    const id = await here.reported();
    const fact = ['fact', id, '--fact', 'usersAffected=5200', '--source', 'dashboard', '--confidence', 'likely'];
    expect(await here.cli(...fact, ...as)).toMatchObject({ code: 0, err: '' });
    expect(await here.cli('question', id, 'ask', 'Are all orders there?', ...as)).toMatchObject({ code: 0 });
    const { out } = await here.cli('status', id);
    expect(out).toMatch(/^Known\n {2}.*5,200.*likely/m);
    const [, question = ''] = /^Open questions\n {2}Are all orders there\? \((q\d+)\)/m.exec(out) ?? [];
    expect(await here.cli('question', id, 'answer', 'Yes', ...as)).toMatchObject({ code: 2 });
    expect(await here.cli('question', id, 'answer', 'Yes', '--question', question, ...as)).toMatchObject({ code: 0 });
    expect((await here.cli('status', id)).out).not.toContain('Open questions');
    const refused = await here.cli('fact', id, '--source', 'x', '--confidence', 'likely', ...as);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Nothing was told');
  });

  test('drafts, shows, edits and releases a SITREP, which is then written and sent', async () => {
    const id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', ...as);
    expect((await here.cli('sitrep', 'list', id)).out).toBe('No SITREP yet.\n');
    expect((await here.cli('status', id)).out).toMatch(/SITREPs\s+next due /);

    expect(await here.cli('sitrep', 'draft', id, ...as)).toMatchObject({ code: 0, err: '' });
    const edited = await here.cli('sitrep', 'edit', id, '1', '--outlook', 'Over by noon', ...as);
    expect(edited).toMatchObject({ code: 0 });
    const { out } = await here.cli('sitrep', 'show', id, '1');
    expect(out).toContain('Over by noon');
    expect(out).toMatch(/^ {2}Technical rescue \| 9 .*\n {2}Information liaison \| /m);
    const [, upTo = ''] = /muster sitrep release \S+ 1 --up-to (\d+)/.exec(out) ?? [];
    expect((await here.cli('status', id)).out).toMatch(/SITREPs\s+SITREP no\. 1 drafted, to be released by /);

    const release = ['sitrep', 'release', id, '1', '--up-to', upTo, ...as];
    expect((await here.cli(...release, '--preview')).out).toContain('Releases SITREP no. 1');
    expect(await here.cli(...release)).toMatchObject({ code: 0 });
    await here.muster.until(id, (state) => state.sitreps.released[0]?.documentId !== undefined);
    const listed = await here.cli('sitrep', 'list', id, '--lang', 'zh-CN');
    expect(listed.out).toMatch(/^第1期信息报送 初报 {2}已发布 .*\/documents\//m);
    expect((await here.cli('timeline', id)).out).toMatch(/SITREP no\. 1 written and sent to Lin Wei, Chen Jing, /);

    const again = await here.cli('sitrep', 'release', id, '1', ...as);
    expect(again.code).toBe(1);
    expect(again.err).toContain('No such draft');
    expect(await here.cli('sitrep', 'show', id, '9')).toMatchObject({ code: 4 });
  });
});
