import { readDrillDecision } from '../../src/domain/drill/index.js';

const head = { requestId: 'r', actor: { kind: 'operator' }, via: 'api' };
const added = { ...head, type: 'addInject', event: 'A journalist calls', players: ['commander'] };

test('an expected action is one that can be recognised', () => {
  const expected = { event: 'sitrepReleased', where: { final: true }, by: ['commander'], within: 60_000, anew: true };
  expect(readDrillDecision({ ...added, expects: [expected] })).toMatchObject({ expects: [expected] });
  const { anew: _, ...rest } = expected;
  for (const odd of [
    'x',
    [7],
    [{ ...rest, event: 'somethingElse' }],
    [{ ...rest, where: { nothing: true } }],
    [{ ...rest, within: -1 }],
    [{ ...rest, anew: false }],
    Array.from({ length: 21 }, () => rest),
  ]) {
    expect(readDrillDecision({ ...added, expects: odd })).toHaveProperty('field');
  }
});

test('stopping takes one word, and going on needs no pace', () => {
  expect(readDrillDecision({ ...head, type: 'stop' })).toMatchObject({ type: 'stop' });
  expect(readDrillDecision({ ...head, type: 'setPace' })).toMatchObject({ type: 'setPace' });
  expect(readDrillDecision({ ...head, type: 'setPace', pace: 'fast' })).toHaveProperty('field');
});
