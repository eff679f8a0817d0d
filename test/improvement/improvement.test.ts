import { describe, expect, test } from '@jest/globals';
import { isFinished, nextWake, open, settle, wake } from '../../src/domain/improvement/index.js';
import type { ImprovementEvent } from '../../src/domain/improvement/index.js';
import { DAY } from '../../src/domain/time.js';
import { DUE, groundFor, opening, POSTS, START, Story } from './story.js';

const note = { type: 'handIn', note: 'practised' } as const;
const reason = 'as things stand';
const codeOf = (opened: ReturnType<typeof open>) => (Array.isArray(opened) ? 'opened' : opened.code);
const pressed = (events: ImprovementEvent[]) =>
  events.flatMap((event) => (event.type === 'pressed' ? [[(event.at - DUE) / DAY, event.template, event.to]] : []));

describe('opening', () => {
  test('is for whoever keeps improvements, command, and the operator', () => {
    const as = (id: string) =>
      codeOf(open(opening({ by: { actor: { kind: 'person', id }, via: 'api', requestId: 'r' } })));
    expect(['sun-yu', 'lin-wei', 'chen-jing'].map(as)).toEqual(['opened', 'opened', 'opened']);
    expect(as('qian-rong')).toBe('not_authorised');
    const operator = { actor: { kind: 'operator' }, via: 'api', requestId: 'r' } as const;
    expect(codeOf(open(opening({ by: operator })))).toBe('opened');
  });

  test.each([
    ['unknown_type', { kind: 'nope' }],
    ['due_passed', { dueAt: START }],
    ['text_required', { texts: { finding: ' ', action: 'x' } }],
    ['text_required', { texts: { finding: 'x', action: '' } }],
  ])('is refused: %s', (code, more) => {
    expect(codeOf(open(opening(more)))).toBe(code);
  });

  test('needs somebody who is there to own it', () => {
    const { holder: _, ...without } = opening();
    expect(codeOf(open(without))).toBe('unknown_owner');
  });

  test('by an incident is judged over there', () => {
    const { ground: _, holder: __, ...bare } = opening({ kind: 'nope', dueAt: START - DAY });
    expect(codeOf(open(bare))).toBe('opened');
  });

  test('tells its owner', () => {
    expect(new Story().state.telling).toEqual({ id: 'n1', template: 'assigned', to: ['owner'] });
  });
});

describe('its course', () => {
  test('handed in by the owner, returned, handed in again, verified by somebody else', () => {
    const story = new Story();
    story.says('qian-rong', note);
    expect(story.state).toMatchObject({ status: 'done', handedIn: ['qian-rong'], telling: { to: ['verifier'] } });
    story.says('sun-yu', { type: 'return', remarks: 'nobody has read it' });
    expect(story.state).toMatchObject({
      status: 'open',
      telling: { template: 'returned', quoted: 'nobody has read it' },
    });
    expect(story.state.doneAt).toBeUndefined();
    story.says('qian-rong', { type: 'handIn', file: { sha256: 'a'.repeat(64), name: 'list.pdf' } });
    story.says('sun-yu', { type: 'verify', note: 'seen' });
    expect(story.state.status).toBe('verified');
    expect(isFinished(story.state)).toBe(false);
    story.tells();
    expect(isFinished(story.state)).toBe(true);
    expect(nextWake(story.state)).toBeUndefined();
    expect(story.refolded()).toEqual(story.state);
  });

  test('only the owner hands in, or a deputy of the post, with what shows it', () => {
    const story = new Story();
    expect(story.refused('sun-yu', note)).toBe('not_owner');
    expect(story.refused('lin-wei', note)).toBe('not_owner');
    expect(story.refused('qian-rong', { type: 'handIn', note: ' ' })).toBe('evidence_required');
    expect(story.refused('xu-na', note)).toBeUndefined();
    expect(story.refused('qian-rong', note)).toBe('wrong_status');
  });

  test('nobody judges their own work', () => {
    const story = new Story();
    story.says('xu-na', note);
    expect(story.refused('qian-rong', { type: 'verify' })).toBe('owner_cannot_verify');
    // Keeps improvements, and holds the owner's post as well.
    expect(story.refused('he-jun', { type: 'verify' })).toBe('owner_cannot_verify');
    expect(story.refused('xu-na', { type: 'verify' })).toBe('own_evidence');
    expect(story.refused('xu-na', { type: 'return', remarks: 'x' })).toBe('own_evidence');
    expect(story.refused('liang-yue', { type: 'verify' })).toBe('not_authorised');
    expect(story.refused('operator', { type: 'verify' })).toBe('not_authorised');
    expect(story.refused('sun-yu', { type: 'verify' })).toBeUndefined();
  });

  test('whoever has handed in once never verifies, also when it is somebody else’s by then', () => {
    const story = new Story({ owner: { person: 'sun-yu' } });
    story.says('sun-yu', note);
    story.says('lin-wei', { type: 'return', remarks: 'not yet' });
    story.says('lin-wei', { type: 'reassign', owner: { person: 'qian-rong' }, holder: 'qian-rong', reason });
    story.says('qian-rong', note);
    expect(story.refused('sun-yu', { type: 'verify' })).toBe('own_evidence');
    expect(story.refused('lin-wei', { type: 'verify' })).toBeUndefined();
  });

  test('whose it was since evidence was handed in never verifies it; whoever gave it away before may', () => {
    const story = new Story({ owner: { person: 'sun-yu' } });
    const to = (owner: { person: string } | { post: string }) =>
      story.refused('lin-wei', { type: 'reassign', owner, holder: 'somebody', reason });
    expect(to({ post: 'engineer' })).toBeUndefined();
    // Handed in by whoever stands in for the owner.
    story.says('xu-na', note);
    story.says('sun-yu', { type: 'return', remarks: 'not yet' });
    expect(to({ person: 'chen-jing' })).toBeUndefined();
    expect(to({ person: 'liang-yue' })).toBeUndefined();
    story.says('liang-yue', note);
    expect(story.state.ownersBefore).toEqual([{ post: 'engineer' }, { person: 'chen-jing' }]);
    expect(story.refused('he-jun', { type: 'verify' })).toBe('owner_cannot_verify');
    expect(story.refused('chen-jing', { type: 'verify' })).toBe('owner_cannot_verify');
    expect(story.refused('chen-jing', { type: 'return', remarks: 'x' })).toBe('owner_cannot_verify');
    expect(story.refolded()).toEqual(story.state);
    expect(story.refused('sun-yu', { type: 'verify' })).toBeUndefined();
  });

  test('whoever held the post of its owner when it was handed in never verifies it, whatever they hold by now', () => {
    const promoted = { ...POSTS, 'qian-rong': ['keeper'], 'he-jun': ['keeper'], 'liang-yue': ['engineer'] };
    const story = new Story();
    story.says('xu-na', note);
    story.posts = promoted;
    expect(story.state.ownedBy).toEqual(['he-jun', 'qian-rong']);
    expect(story.refused('qian-rong', { type: 'verify' })).toBe('owner_cannot_verify');
    expect(story.refused('he-jun', { type: 'return', remarks: 'x' })).toBe('owner_cannot_verify');
    expect(story.refused('sun-yu', { type: 'return', remarks: 'not yet' })).toBeUndefined();
    // Since then it was the work of whoever came after them, until it was given away.
    story.says('lin-wei', { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason });
    story.says('xu-na', note);
    story.posts = { ...promoted, 'liang-yue': ['keeper'] };
    expect(story.state.ownedBy).toEqual(['he-jun', 'qian-rong', 'liang-yue']);
    expect(story.refused('liang-yue', { type: 'verify' })).toBe('owner_cannot_verify');
    expect(story.refolded()).toEqual(story.state);
    expect(story.refused('sun-yu', { type: 'verify' })).toBeUndefined();
  });

  test('what an earlier release looked up says nothing of who held its post', () => {
    const story = new Story();
    story.posts = { 'xu-na': ['operations'] };
    story.says('xu-na', note);
    expect(story.events.at(-1)).not.toHaveProperty('ownedBy');
    expect(story.state).not.toHaveProperty('ownedBy');
  });

  test('nobody cancels or postpones their own, whatever they keep', () => {
    const story = new Story({ owner: { person: 'sun-yu' } });
    const later = { type: 'move', dueAt: DUE + DAY, reason } as const;
    expect(story.refused('sun-yu', { type: 'cancel', reason })).toBe('own_improvement');
    expect(story.refused('sun-yu', later)).toBe('own_improvement');
    // Earlier is more than was asked.
    expect(story.refused('sun-yu', { ...later, dueAt: DUE - DAY })).toBeUndefined();
    expect(story.refused('lin-wei', later)).toBeUndefined();
    story.passes(40 * DAY);
    expect(story.refused('sun-yu', { ...later, dueAt: story.at + DAY })).toBe('own_improvement');
    expect(story.refused('qian-rong', { type: 'cancel', reason })).toBe('not_authorised');
    // Nor does whoever has handed in for it, once it is somebody else's.
    story.says('sun-yu', note);
    story.says('lin-wei', { type: 'return', remarks: 'not yet' });
    story.says('lin-wei', { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason });
    expect(story.refused('sun-yu', { type: 'cancel', reason })).toBe('own_improvement');
    expect(story.refused('he-jun', { type: 'cancel', reason })).toBeUndefined();
    const another = new Story();
    expect(another.refused('he-jun', { type: 'cancel', reason })).toBe('own_improvement');
  });

  test('due date, owner and end are decided by whoever keeps improvements or command, with a reason', () => {
    const story = new Story();
    const dueAt = DUE + DAY;
    for (const decision of [
      { type: 'move', dueAt, reason },
      { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason },
      { type: 'cancel', reason },
    ] as const) {
      expect(story.refused('qian-rong', decision)).toBe('not_authorised');
      expect(story.refused('operator', decision)).toBe('not_authorised');
      expect(story.refused('sun-yu', { ...decision, reason: ' ' })).toBe('reason_required');
    }
    expect(story.refused('sun-yu', { type: 'move', dueAt: START, reason })).toBe('due_passed');
    expect(story.refused('sun-yu', { type: 'move', dueAt: DUE, reason })).toBe('no_change');
    expect(story.refused('sun-yu', { type: 'reassign', owner: { person: 'gone' }, reason })).toBe('unknown_owner');
    expect(
      story.refused('sun-yu', { type: 'reassign', owner: { post: 'engineer' }, holder: 'qian-rong', reason }),
    ).toBe('no_change');
    expect(story.refused('sun-yu', { type: 'move', dueAt, reason })).toBeUndefined();
    expect(story.refused('lin-wei', { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason })).toBe(
      undefined,
    );
    expect(story.refused('chen-jing', { type: 'cancel', reason })).toBeUndefined();
    expect(story.refused('sun-yu', { type: 'move', dueAt: DUE + 2 * DAY, reason })).toBe('wrong_status');
  });

  test('given to somebody else, both are told, and only the new owner counts as reached', () => {
    const story = new Story();
    story.tells();
    story.says('lin-wei', { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason });
    const telling = {
      ...{ template: 'assigned', to: ['owner', 'formerOwner'], quoted: reason },
      formerOwner: { post: 'engineer' },
    };
    expect(story.state.telling).toMatchObject(telling);
    const told = { type: 'told' as const, effectId: story.state.telling!.id, people: [], besides: ['qian-rong'] };
    story.take(settle(story.state, { ...told, unreachable: [{ person: 'xu-na', code: 'no_address' }] }, story.at));
    expect(story.state.telling).toEqual({ id: expect.any(String), template: 'assigned', to: ['owner', 'keeper'] });
    expect(story.refolded()).toEqual(story.state);
  });

  test('a decision rests on what its sender had seen', () => {
    const story = new Story();
    const [moved] = story.says('sun-yu', { type: 'move', dueAt: DUE + DAY, reason });
    const [refused] = story.says('qian-rong', note, { ifSeq: 1 });
    expect(refused).toMatchObject({ type: 'refused', code: 'changed', message: 'handIn' });
    // Reminders are no decisions.
    story.passes(35 * DAY);
    expect(story.says('qian-rong', note, { ifSeq: moved!.seq })[0]).toMatchObject({ type: 'handedIn' });
  });

  test('the same request is decided once, and its key stands for nothing else', () => {
    const story = new Story();
    story.says('qian-rong', note, { requestId: 'k' });
    expect(story.says('qian-rong', note, { requestId: 'k' })).toEqual([]);
    expect(story.says('qian-rong', { ...note, note: 'other' }, { requestId: 'k' })).toMatchObject([
      { type: 'refused', code: 'request_id_reused' },
    ]);
  });
});

describe('a change of the plan', () => {
  const found = (tookEffect: boolean) => ({ plan: 'p', version: 2, hash: 'h2', tookEffect });

  test('whose it was when a version was linked never verifies it', () => {
    const story = new Story({ owner: { person: 'sun-yu' } });
    story.says('sun-yu', { type: 'link', plan: 'p', number: 2, version: found(true) });
    story.says('lin-wei', { type: 'reassign', owner: { person: 'chen-jing' }, holder: 'chen-jing', reason });
    expect(story.state.ownersBefore).toEqual([{ person: 'sun-yu' }]);
    story.says('chen-jing', note);
    expect(story.refused('sun-yu', { type: 'verify' })).toBe('owner_cannot_verify');
  });

  test('is verified once the version that was linked has taken effect', () => {
    const story = new Story({ kind: 'plan', planChange: true });
    story.says('qian-rong', note);
    expect(story.refused('sun-yu', { type: 'verify' })).toBe('link_required');
    expect(story.refused('qian-rong', { type: 'link', plan: 'p', number: 9 })).toBe('unknown_version');
    expect(story.refused('liang-yue', { type: 'link', plan: 'p', number: 2, version: found(false) })).toBe(
      'not_authorised',
    );
    expect(story.refused('qian-rong', { type: 'link', plan: 'p', number: 2, version: found(false) })).toBeUndefined();
    expect(story.refused('qian-rong', { type: 'link', plan: 'p', number: 2, version: found(false) })).toBe('no_change');
    expect(story.refused('sun-yu', { type: 'verify' })).toBe('unknown_version');
    expect(story.refused('sun-yu', { type: 'verify', version: found(false) })).toBe('version_not_in_force');
    expect(story.refused('sun-yu', { type: 'verify', version: { ...found(true), version: 3 } })).toBe(
      'unknown_version',
    );
    const [verified] = story.says('sun-yu', { type: 'verify', version: found(true) });
    expect(verified).toMatchObject({ type: 'verified', version: { plan: 'p', version: 2, hash: 'h2' } });
  });

  test('whatever is linked becomes one', () => {
    const story = new Story();
    story.says('sun-yu', { type: 'link', plan: 'p', number: 2, version: found(false) });
    expect(story.state.planChange).toBe(true);
  });
});

describe('reminders', () => {
  test('before the due date, at it, then whoever keeps improvements, then command, daily until it is done', () => {
    const story = new Story();
    expect(pressed(story.passes(34 * DAY))).toEqual([
      [-7, 'near', ['owner']],
      [-1, 'near', ['owner']],
      [0, 'due', ['owner']],
      [1, 'overdue', ['owner', 'keeper']],
      [2, 'overdue', ['owner', 'keeper', 'command']],
      [3, 'overdue', ['owner', 'keeper', 'command']],
      [4, 'overdue', ['owner', 'keeper', 'command']],
    ]);
    story.says('qian-rong', note);
    expect(pressed(story.passes(9 * DAY))).toEqual([
      [7, 'unverified', ['verifier']],
      [11, 'unverified', ['verifier', 'command']],
      [12, 'unverified', ['verifier', 'command']],
      [13, 'unverified', ['verifier', 'command']],
    ]);
    story.says('sun-yu', { type: 'return', remarks: 'not done' });
    // It is overdue still.
    expect(pressed(story.passes(DAY))).toEqual([[14, 'overdue', ['owner', 'keeper', 'command']]]);
    story.says('sun-yu', { type: 'cancel', reason });
    expect(story.passes(100 * DAY)).toEqual([]);
  });

  test('of an outage only the last is told', () => {
    const { state } = new Story();
    expect(pressed(wake(state, DUE + 5.5 * DAY))).toEqual([[5.5, 'overdue', ['owner', 'keeper', 'command']]]);
    expect(pressed(wake(state, DUE - 3 * DAY))).toEqual([[-3, 'near', ['owner']]]);
    expect(wake(state, DUE - 8 * DAY)).toEqual([]);
  });

  test('begin anew with another due date', () => {
    const story = new Story();
    story.passes(31.5 * DAY);
    story.says('sun-yu', { type: 'move', dueAt: DUE + 10 * DAY, reason });
    expect(pressed(story.passes(8 * DAY))).toEqual([
      [3, 'near', ['owner']],
      [9, 'near', ['owner']],
    ]);
  });

  test('go to others where nobody of those who were meant is reached', () => {
    const story = new Story();
    expect(story.tells([])).toMatchObject([{ type: 'told' }, { type: 'passedOn', to: ['owner', 'keeper'] }]);
    expect(story.tells([])).toMatchObject([{ type: 'told' }, { type: 'passedOn', to: ['owner', 'keeper', 'command'] }]);
    expect(story.tells([])).toMatchObject([{ type: 'told' }]);
    expect(story.state.telling).toBeUndefined();
    story.says('qian-rong', note);
    expect(story.tells([])[1]).toMatchObject({ type: 'passedOn', template: 'toVerify', to: ['verifier', 'command'] });
  });

  test('what is over is told no more', () => {
    const story = new Story();
    const first = story.state.telling!.id;
    story.says('qian-rong', note);
    expect(
      settle(story.state, { type: 'told', effectId: first, people: ['qian-rong'], unreachable: [] }, START),
    ).toEqual([]);
  });
});

test('the operator keeps nothing, whatever posts are named', () => {
  expect(groundFor(undefined).held).toEqual([]);
});
