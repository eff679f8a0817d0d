import { Installation } from './harness.js';

describe('muster opinion', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await Installation.start();
  });
  afterAll(() => here.close());

  const as = ['--as', 'commander'];

  test('enters what is said in public, shows where it goes, and registers what was answered', async () => {
    const id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', ...as);
    expect((await here.cli('status', id)).out).toMatch(/Opinion\s+0 entries; next due /);
    const add = ['opinion', 'add', id, '--source', 'Microblogs', '--usual', '200'];
    expect(await here.cli(...add, '--volume', '300', ...as)).toMatchObject({ code: 0, err: '' });
    const loud = ['--volume', '1200', '--sentiment', '-2', '--claim', 'Money is lost', '--untrue'];
    expect((await here.cli(...add, ...loud, '--preview', ...as)).out).toContain('of which people are told');
    expect(await here.cli(...add, ...loud, ...as)).toMatchObject({ code: 0, err: '' });
    const reply = ['opinion', 'reply', id, 'o2', '--text', 'Your money is safe'];
    expect(await here.cli(...reply, ...as)).toMatchObject({ code: 0, err: '' });

    const { out } = await here.cli('opinion', 'list', id);
    expect(out).toMatch(/^2 entries; Microblogs volume 1,200 \(usual 200, 6 times that\); rising from 300; /);
    expect(out).toContain('sentiment very negative; alert: volume-jump; alert: untrue-claim; next due ');
    expect(out).toMatch(
      /^ {2}o2 {2}Microblogs, volume 1,200 .*\n {6}Untrue claim: Money is lost\n {6}Reached: Mentions/m,
    );
    expect(out).toMatch(/^ {6}Reply: Your money is safe \(.* after /m);
    const zh = (await here.cli('opinion', 'list', id, '--lang', 'zh-CN', '--limit', '1')).out;
    expect(zh).toMatch(/^记录2条；Microblogs 提及量1,200（平日200，6倍）；由300上升；情绪很负面；/);
    expect(zh).toContain('不实说法：Money is lost');
    expect(zh).toContain('此前还有1条，见 timeline');
    expect((await here.cli('status', id, '--lang', 'zh-CN')).out).toMatch(/舆情\s+记录2条；/);

    const again = await here.cli(...reply, ...as);
    expect(again.code).toBe(1);
    expect(again.err).toContain('No such entry to reply to');
    const early = await here.cli('opinion', 'end', id, '--reason', 'calm', ...as);
    expect(early.code).toBe(1);
    expect(await here.cli(...add, '--sentiment', '5', ...as)).toMatchObject({ code: 2 });
  });
});
