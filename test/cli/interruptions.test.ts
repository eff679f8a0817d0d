import { startBreakingProxy } from './breakingProxy.js';
import type { BreakingProxy } from './breakingProxy.js';
import { cliIn, Installation, testWorld } from './harness.js';
import type { TestWorld } from './harness.js';

describe('muster, when the connection breaks', () => {
  let here: Installation;
  let proxy: BreakingProxy;
  beforeAll(async () => {
    here = await Installation.start();
  });
  afterAll(() => here.close());
  beforeEach(async () => {
    proxy = await startBreakingProxy(here.api.url);
  });
  afterEach(() => proxy.close());

  async function until(world: TestWorld, fits: () => boolean): Promise<void> {
    for (let tries = 0; !fits(); tries += 1) {
      if (tries > 400) throw new Error(`it did not come to that: ${world.out}${world.err}`);
      await new Promise((done) => setTimeout(done, 25));
    }
  }

  test('repeats a decision under the same key until it is answered, and it happens once', async () => {
    const id = await here.reported();
    proxy.fates = ['dropAnswer', 'unavailable', 'dropAnswer'];
    const world = here.world();
    const decision = ['verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', '--as', 'commander'];
    const { code, out, err } = await cliIn(world, ...decision, '--url', proxy.url);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('responding') as string });
    // The last request is no decision: it waits for the record.
    expect(proxy.keys).toHaveLength(5);
    expect(new Set(proxy.keys.slice(0, 4)).size).toBe(1);
    expect(proxy.keys[4]).toBeUndefined();
    expect(err.match(/Trying again in .* under the same key/g)).toHaveLength(3);
    // The second pause is what the server asked for.
    expect(world.slept).toEqual([500, 1_000, 2_000]);
    const events = await here.muster.events(id);
    expect(events.filter(({ type }) => type === 'confirmed')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'refused')).toHaveLength(0);
  });

  test('reports once, although the first answers are lost', async () => {
    const title = 'Reported over a bad line';
    proxy.fates = ['dropAnswer', 'dropAnswer'];
    const report = ['report', '--category', 'security', '--title', title, '--place', 'gateway'];
    const { code, out, err } = await cliIn(
      here.world(),
      ...report,
      '--url',
      proxy.url,
      '--idempotency-key',
      'line-7',
      '--json',
    );
    expect(code).toBe(0);
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { notice: string }).notice),
    ).toEqual(['retrying', 'retrying']);
    expect(proxy.keys).toEqual(['line-7', 'line-7', 'line-7']);
    // The list is read from the record, which may be behind the answer.
    await here.muster.until((JSON.parse(out) as { id: string }).id, (state) => state.seq > 0);
    const { items } = await here.json<{ items: { title: string }[] }>('status');
    expect(items.filter((item) => item.title === title)).toHaveLength(1);
  });

  test('says once that somebody does not come, although the first answer is lost', async () => {
    const id = await here.reported();
    proxy.fates = ['dropAnswer', 'unavailable'];
    const decline = ['decline', id, '--reason', 'ill', '--as', 'deputy'];
    expect((await cliIn(here.world(), ...decline, '--url', proxy.url)).code).toBe(0);
    expect(new Set(proxy.keys).size).toBe(1);
    const events = await here.muster.until(id, (_, all) => all.some(({ type }) => type === 'declined'));
    expect(events).toBeDefined();
  });

  test('gives up with the key, so that the same decision can be sent again', async () => {
    await proxy.close();
    const world = here.world();
    const { code, err } = await cliIn(world, 'close', 'x', '--reason', 'r', '--as', 'commander', '--url', proxy.url);
    expect(code).toBe(5);
    expect(err).toMatch(
      /ECONNREFUSED. Is it running\? Whether the request took effect is not known. Send it again with --idempotency-key \S+:/,
    );
    expect(world.slept).toHaveLength(5);
  });

  test('asks only once when it only reads, or when a token would be made twice', async () => {
    proxy.fates = ['unavailable', 'dropAnswer'];
    expect((await cliIn(here.world(), 'status', '--url', proxy.url)).code).toBe(5);
    expect((await cliIn(here.world(), 'token', 'create', '--operator', '--url', proxy.url)).code).toBe(5);
    expect(proxy.keys).toEqual([undefined, undefined]);
  });

  test('follows events and resumes where the stream broke, without a gap or a repetition', async () => {
    const id = await here.reported();
    const stop = new AbortController();
    const world = here.world({}, stop);
    const following = cliIn(world, 'follow', id, '--after', '0', '--url', proxy.url);
    await until(world, () => world.out.includes('reported: Payments fail'));
    for (const decision of [
      ['verify', id, 'standby', '--reason', 'watching'],
      ['verify', id, 'confirmed', '--level', 'III', '--reason', 'seen'],
    ]) {
      proxy.endAnswers();
      await here.json(...decision, '--as', 'commander');
      await until(world, () => world.out.includes(`Reason: ${decision.at(-1)}`));
    }
    const { seq } = await here.muster.until(id, (state) => Object.keys(state.effects.pending).length === 0);
    await until(world, () => world.out.includes(`#${seq} `));
    stop.abort();
    expect((await following).code).toBe(0);
    const seqs = [...world.out.matchAll(/ #(\d+) /g)].map(([, n]) => Number(n));
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, at) => at + 1));
    expect(world.err).toContain('Connection lost; resuming where it broke.');
    expect(world.err).toContain('Connected again.');
    expect(Number(proxy.lastEventIds.at(-1))).toBeGreaterThan(0);
  });

  test('follows all incidents as JSON, one object a line', async () => {
    const stop = new AbortController();
    const world = here.world({}, stop);
    const following = cliIn(world, 'follow', '--json', '--after', '0', '--url', proxy.url);
    const id = await here.reported();
    await until(world, () => world.out.includes(`"incidentId":"${id}"`));
    stop.abort();
    await following;
    const items = world.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { position: number });
    expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at + 1));
  });

  test('says that it is connected although nothing happens, and has a place to resume from', async () => {
    const id = await here.reported();
    await here.muster.until(id, (state) => Object.keys(state.effects.pending).length === 0);
    const stop = new AbortController();
    const world = here.world({}, stop);
    const following = cliIn(world, 'follow', id, '--json', '--url', proxy.url);
    await until(world, () => world.err.includes('"connected"'));
    proxy.endAnswers();
    await until(world, () => world.err.includes('Connected again.'));
    stop.abort();
    expect((await following).code).toBe(0);
    expect(world.out).toBe('');
    expect(world.err.match(/Connected\./g)).toHaveLength(1);
    expect(world.err).toContain('Connection lost; resuming where it broke.');
    expect(Number(proxy.lastEventIds.at(-1))).toBeGreaterThan(0);
  });

  test('looks on at a drill although Muster is away in between', async () => {
    const { holders } = (await here.muster.directory.basis())!;
    const there = [...new Set(Object.values(holders).flat())];
    const world = here.world();
    const options = ['--simulate-absent', '--present', ...there, '--as', 'operator', '--url', proxy.url];
    const running = cliIn(world, 'drill', 'run', 'insider-mistake', ...options);
    // Whoever is there has to approve it, and is told how.
    await until(world, () => world.err.includes('muster drill approve d-'));
    proxy.fates = ['unavailable', 'dropAnswer', 'unavailable'];
    await until(world, () => world.err.includes('Connected again.'));
    const [drill] = await here.muster.store.listDrills({ scenario: 'insider-mistake', live: true, limit: 1 });
    await here.cli('drill', 'call-off', drill!.drill, '--reason', 'another day', '--as', 'operator');
    expect((await running).code).toBe(1);
    expect(world.err.match(/Connection lost\. The drill goes on by itself/g)).toHaveLength(1);
    expect(world.err.match(/Connected again\./g)).toHaveLength(1);
    expect(world.slept).toContain(2_000);
  });

  test('does not follow what cannot be followed', async () => {
    expect((await here.cli('follow', 'no-such')).code).toBe(4);
    expect((await cliIn(testWorld({ MUSTER_URL: 'http://127.0.0.1:1' }), 'follow')).code).toBe(5);
    expect((await cliIn(here.world({ MUSTER_TOKEN: 'wrong' }), 'follow')).code).toBe(3);
  });
});
