import { describe, expect, test } from '@jest/globals';
import type { PeopleClaim } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { answered, useStore } from './harness.js';

describe.each(ENGINES)('people claimed over all incidents, on %s', (engine) => {
  const db = useStore(engine);
  const claim = (incidentId: string, people: string[], more: Partial<PeopleClaim> = {}) =>
    db.store.claimPeople({ incidentId, mode: 'real', role: 'team', target: 'team/tech', rank: 1, people, ...more });

  test('are held by the first; the second waits and is told by whom', async () => {
    expect(await claim('a1', ['p1', 'p2'])).toEqual({ contested: [], shared: [], tell: [] });
    const second = await claim('a2', ['p2', 'p3']);
    expect(second.contested).toEqual([{ person: 'p2', heldBy: 'a1', role: 'team' }]);
    // The same claim again says the same again.
    expect(await claim('a2', ['p2', 'p3'])).toEqual(second);
    expect((await claim('a1', ['p1', 'p2'])).contested).toEqual([]);
  });

  test('a drill takes nobody from a real incident, and a real one nobody from a drill', async () => {
    await claim('b1', ['q1'], { mode: 'drill' });
    expect((await claim('b2', ['q1'])).contested).toEqual([]);
    expect((await claim('b3', ['q1'], { mode: 'drill' })).contested).toHaveLength(1);
  });

  test('who is let go is granted to whoever waits, by level, then by time, and that incident is told', async () => {
    await claim('c1', ['r1']);
    await claim('c2', ['r1'], { rank: 2 });
    await claim('c3', ['r1'], { rank: 0 });
    await claim('c4', ['r1'], { rank: 0 });
    expect(await db.store.releasePeople({ incidentId: 'c1', people: ['r1'] })).toEqual({ tell: ['c3'] });
    // It is told again until it has asked: the process may die in between.
    expect(await db.store.releasePeople({ incidentId: 'c1', people: ['r1'] })).toEqual({ tell: ['c3'] });
    expect((await claim('c3', ['r1'], { rank: 0 })).contested).toEqual([]);
    expect(await db.store.releasePeople({ incidentId: 'c1' })).toEqual({ tell: [] });
    expect((await claim('c2', ['r1'])).contested).toEqual([{ person: 'r1', heldBy: 'c3', role: 'team' }]);
    expect(await db.store.releasePeople({ incidentId: 'c3' })).toEqual({ tell: ['c4'] });
    await claim('c4', ['r1'], { rank: 0 });
  });

  test('who stops waiting leaves nothing free', async () => {
    await claim('d1', ['s1']);
    await claim('d2', ['s1']);
    await claim('d3', ['s1']);
    expect(await db.store.releasePeople({ incidentId: 'd2', people: ['s1'] })).toEqual({ tell: [] });
    expect((await claim('d3', ['s1'])).contested).toEqual([{ person: 's1', heldBy: 'd1', role: 'team' }]);
  });

  test('serve two incidents only when a person has decided so, and both learn of it', async () => {
    await claim('e1', ['t1']);
    await claim('e2', ['t1']);
    expect(await claim('e2', ['t1'], { share: true })).toEqual({
      contested: [],
      shared: [{ person: 't1', with: ['e1'] }],
      tell: ['e1'],
    });
    expect((await claim('e1', ['t1'])).shared).toEqual([{ person: 't1', with: ['e2'] }]);
    expect((await claim('e3', ['t1'])).contested).toHaveLength(1);
  });

  test('the ledger knows who commands a live incident', async () => {
    await claim('f1', ['u1'], { role: 'command', target: 'post/commander' });
    await claim('f1', ['u1', 'u2']);
    await claim('f2', ['u1'], { role: 'command', target: 'post/commander' });
    expect(await db.store.whoCommands('real', ['u1', 'u2', 'u3'])).toEqual(['u1']);
    expect(await db.store.whoCommands('drill', ['u1'])).toEqual([]);
    await db.store.releasePeople({ incidentId: 'f2' });
    await db.store.releasePeople({ incidentId: 'f1' });
    expect(await db.store.whoCommands('real', ['u1'])).toEqual([]);
  });

  test('the ledger knows which live incidents of one mode want whom', async () => {
    await claim('w1', ['y1', 'y2']);
    await claim('w2', ['y2'], { mode: 'real', role: 'command' });
    await claim('w3', ['y1'], { mode: 'drill' });
    expect(await db.store.whoServes('real', ['y1', 'y2', 'y3'])).toEqual([
      { incidentId: 'w1', people: ['y1', 'y2'] },
      { incidentId: 'w2', people: ['y2'] },
    ]);
    await db.store.releasePeople({ incidentId: 'w1' });
    expect(await db.store.whoServes('real', ['y1', 'y3'])).toEqual([]);
    expect(await db.store.whoServes('real', [])).toEqual([]);
  });

  test('whoever commands stays in command whatever team calls, until they step down; whoever takes over commands from then on', async () => {
    const commands = async () => db.store.whoCommands('real', ['x1', 'x2']);
    await claim('x', ['x1'], { role: 'command', target: 'post/commander' });
    await claim('x', ['x1', 'x2']);
    await claim('x', ['x2'], { role: 'command', target: 'post/commander' });
    await claim('x', ['x1'], { stepsDown: true });
    expect(await commands()).toEqual(['x2']);
    await claim('x', ['x1', 'x2']);
    expect(await commands()).toEqual(['x2']);
    await db.store.releasePeople({ incidentId: 'x' });
  });

  test('200 claims at once of two incidents for the same expert and the same commander: each is held once, the other waits', async () => {
    const both = ['v-expert', 'v-commander'];
    const claims = Array.from({ length: 200 }, (_, i) => {
      const incidentId = i % 2 === 0 ? 'g1' : 'g2';
      const store = i % 4 < 2 ? db.store : db.other;
      const wanted =
        i % 3 === 0
          ? { role: 'command' as const, target: 'post/commander', people: ['v-commander'] }
          : { role: 'team' as const, target: 'team/tech', people: both };
      const ask = () => store.claimPeople({ incidentId, mode: 'real', rank: 1, ...wanted });
      return answered(ask).then((answer) => ({ incidentId, answer }));
    });
    const answers = await Promise.all(claims);
    const rows = await db.run<{ person: string; incident_id: string; status: string }>(
      "SELECT person, incident_id, status FROM people_claims WHERE person LIKE 'v-%'",
    );
    for (const person of both) {
      const mine = rows.filter((row) => row.person === person);
      expect(mine.map(({ status }) => status).sort()).toEqual(['held', 'waiting']);
      const holder = mine.find(({ status }) => status === 'held')!.incident_id;
      // Nobody was ever told otherwise: whoever is not the holder heard who is, every time.
      for (const { incidentId, answer } of answers) {
        const contested = answer.contested.filter((entry) => entry.person === person);
        if (incidentId === holder) expect(contested).toEqual([]);
        else for (const entry of contested) expect(entry.heldBy).toBe(holder);
      }
    }
    await Promise.all([db.store.releasePeople({ incidentId: 'g1' }), db.other.releasePeople({ incidentId: 'g2' })]);
    expect(await db.run("SELECT 1 FROM people_claims WHERE person LIKE 'v-%'")).toEqual([]);
  });

  test('the database itself refuses to have somebody held twice', async () => {
    await claim('h1', ['w1']);
    const insert =
      "INSERT INTO people_claims (mode, person, incident_id, role, target, rank, status) VALUES ('real', 'w1', 'h2', 'team', 't', 1, 'held')";
    await expect(db.run(insert)).rejects.toThrow();
  });
});
