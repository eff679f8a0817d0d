import { describe, expect, test } from '@jest/globals';
import { ownerToday, peopleFor } from '../../src/domain/improvement/index.js';
import type { ImprovementOwner, WhoIsThere } from '../../src/domain/improvement/index.js';
import { whoIsThere } from '../../src/domain/improvement/today.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';

const who = (more: Partial<WhoIsThere> = {}): WhoIsThere => ({
  holders: { keeper: ['a', 'b'], engineer: ['c'], standIn: ['d'], commander: ['e'] },
  isThere: (person) => person !== 'gone',
  deputiesOf: (post) => (post === 'engineer' ? ['standIn'] : []),
  keeper: 'keeper',
  command: ['commander'],
  ...more,
});
const about = (owner: ImprovementOwner, handedIn: string[] = []) => ({ owner, handedIn });

describe('who is told, by the roster of the day', () => {
  test('the owner: whoever holds the post, or else stands in for it; nobody who has left', () => {
    expect(ownerToday({ post: 'engineer' }, who())).toBe('c');
    expect(ownerToday({ post: 'engineer' }, who({ holders: { standIn: ['d'] } }))).toBe('d');
    expect(ownerToday({ person: 'x' }, who())).toBe('x');
    expect(ownerToday({ person: 'gone' }, who())).toBeUndefined();
    expect(ownerToday({ post: 'nobody' }, who())).toBeUndefined();
  });

  test('the verifier is neither the owner nor whoever handed in', () => {
    expect(peopleFor(['verifier'], about({ person: 'x' }), who())).toEqual(['a']);
    expect(peopleFor(['verifier'], about({ person: 'a' }, ['b']), who())).toEqual(['e']);
    expect(peopleFor(['verifier'], about({ post: 'keeper' }), who())).toEqual(['e']);
    expect(peopleFor(['verifier'], about({ post: 'keeper' }, ['e']), who())).toEqual([]);
  });

  test('nor whose it was since evidence was handed in', () => {
    const ownersBefore = [{ person: 'a' }, { post: 'commander' }];
    expect(peopleFor(['verifier'], { ...about({ person: 'x' }), ownersBefore }, who())).toEqual(['b']);
    expect(peopleFor(['verifier'], { ...about({ person: 'b' }), ownersBefore }, who())).toEqual([]);
  });

  test('nor who held its post then', () => {
    expect(peopleFor(['verifier'], { ...about({ post: 'engineer' }), ownedBy: ['a'] }, who())).toEqual(['b']);
  });

  test('whose it was is whoever holds that post today, or the person while listed', () => {
    const former = (formerOwner: ImprovementOwner) =>
      peopleFor(['owner', 'formerOwner'], { ...about({ person: 'a' }), formerOwner }, who());
    expect(former({ person: 'b' })).toEqual(['a', 'b']);
    expect(former({ person: 'gone' })).toEqual(['a']);
    expect(former({ person: 'a' })).toEqual(['a']);
    expect(peopleFor(['formerOwner'], about({ person: 'a' }), who())).toEqual([]);
  });

  test('each is told once', () => {
    expect(peopleFor(['owner', 'keeper', 'command'], about({ person: 'a' }), who())).toEqual(['a', 'e']);
  });

  test('without a post for improvements in the plan, command keeps them', () => {
    const { keeper: _, ...without } = who();
    expect(peopleFor(['keeper'], about({ person: 'x' }), without)).toEqual(['e']);
  });

  test('in the sample plan somebody is there for everything', () => {
    const { document } = loadPlan('plans/software-incident');
    const sample = whoIsThere(document, loadRoster('plans/software-incident/roster.yaml', document).document);
    const owner = { post: 'technical-lead' };
    for (const to of ['owner', 'verifier', 'keeper', 'command'] as const) {
      expect(peopleFor([to], about(owner), sample)).toHaveLength(1);
    }
  });
});
