import { waitsForCommand } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { BASIS, confirmAt, confirmEnd, MINUTE, propose, raiseTo, refusalOf, Story } from './story.js';

const MET = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
const brief = { situation: 'down', objectives: 'up' };
const offer: Decision = { type: 'handOver', action: 'offer', to: 'chen-jing', brief };
const manyUsers: Decision = {
  type: 'addFact',
  statement: 'orders fail',
  source: 'the dashboard',
  confidence: 'confirmed',
  values: { usersAffected: 5_000 },
};

function responding(level = 'L2', basis = BASIS): Story {
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt(level));
  return story;
}

/** The plan has begun by itself, for want of a decision. */
function treatedAsReal(): Story {
  const basis = structuredClone(BASIS);
  basis.plan.verification.timeBox = [{ within: 30 * MINUTE }];
  basis.plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
  const story = new Story({}, basis);
  story.passes(32 * MINUTE);
  return story;
}

/** Of a confirmed response nothing waits by itself. */
describe('for command waits', () => {
  test('nothing while nothing is open', () => {
    expect(waitsForCommand(responding().state)).toEqual([]);
  });

  test('who takes over from a silent commander, until somebody has', () => {
    const basis = structuredClone(BASIS);
    basis.plan.command.checkIn = [{ levels: ['L2'], every: HOUR }];
    const story = responding('L2', basis);
    expect(waitsForCommand(story.state)).toEqual([]);
    story.passes(2 * HOUR);
    expect(story.state.checkIn.asked).not.toEqual([]);
    expect(waitsForCommand(story.state)).toEqual([{ matter: 'takeCommand', silent: 'lin-wei' }]);
    story.says('chen-jing', { type: 'takeCommand' });
    expect(waitsForCommand(story.state)).toEqual([]);
  });

  test('whether it is an incident at all, while the plan runs without a decision', () => {
    const story = treatedAsReal();
    expect(waitsForCommand(story.state)).toEqual([{ matter: 'verify' }]);
    story.says('lin-wei', confirmAt('L2'));
    expect(waitsForCommand(story.state)).toEqual([]);
  });

  test('the answer of whoever is offered command', () => {
    const story = responding();
    story.says('lin-wei', offer);
    expect(waitsForCommand(story.state)).toEqual([{ matter: 'acceptHandover', by: 'chen-jing' }]);
    story.says('chen-jing', { type: 'handOver', action: 'accept' });
    expect(waitsForCommand(story.state)).toEqual([]);
  });

  test('what becomes of somebody whom another incident holds', () => {
    const story = responding();
    const claims = Object.values(story.state.effects.pending).flatMap(({ effect }) =>
      effect.kind === 'claim' && effect.people.includes('he-zhe') ? [effect.id] : [],
    );
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    const contested = [{ person: 'he-zhe', heldBy: 'i-2', role: 'team' as const }];
    story.hears({ ...head, type: 'claimed', effectId: claims[0]!, contested, shared: [] });
    expect(waitsForCommand(story.state)).toEqual([{ matter: 'claim', person: 'he-zhe', heldBy: 'i-2' }]);
    story.says('lin-wei', { type: 'resolveClaim', person: 'he-zhe', decision: 'share', reason: 'both need him' });
    expect(waitsForCommand(story.state)).toEqual([]);
  });

  test('the second signature under the end, until it is given', () => {
    const story = responding();
    story.says('zhao-lei', propose(MET));
    const proposedBy = { kind: 'person', id: 'zhao-lei' };
    expect(waitsForCommand(story.state)).toEqual([{ matter: 'confirmTermination', proposedBy }]);
    story.says('lin-wei', confirmEnd);
    expect(waitsForCommand(story.state)).toEqual([]);
  });

  test('the level that the facts call for, where less is done', () => {
    const story = responding('L3');
    story.says('sun-yu', manyUsers);
    expect(waitsForCommand(story.state)).toMatchObject([{ matter: 'raiseLevel', proposal: { level: 'L2' } }]);
    story.says('lin-wei', raiseTo('L2'));
    expect(waitsForCommand(story.state)).toEqual([]);
  });

  test('everything that is open at once', () => {
    const story = responding('L3');
    story.says('sun-yu', manyUsers);
    story.says('lin-wei', offer);
    expect(waitsForCommand(story.state).map(({ matter }) => matter)).toEqual(['acceptHandover', 'raiseLevel']);
  });
});

/** Whoever ends the response has decided. */
describe('after the end nothing waits for command', () => {
  test.each([
    ['to verify what the plan began by itself', treatedAsReal, confirmAt('L2'), 'wrong_phase'],
    [
      'to take over command',
      () => {
        const story = responding();
        story.says('lin-wei', offer);
        return story;
      },
      { type: 'handOver', action: 'accept' } satisfies Decision,
      // No SITREP tells of it any more; whoever is asked is reminded.
      undefined,
    ],
    [
      'to raise the level',
      () => {
        const story = responding('L3');
        story.says('sun-yu', manyUsers);
        return story;
      },
      raiseTo('L2'),
      'wrong_phase',
    ],
  ])('%s', (_, given, late, code) => {
    const story = given();
    expect(waitsForCommand(story.state)).toHaveLength(1);
    story.says('zhao-lei', propose(MET));
    story.says('lin-wei', confirmEnd);
    expect(story.state.phase).toBe('aftermath');
    expect(waitsForCommand(story.state)).toEqual([]);
    expect(refusalOf(story.says('chen-jing', late))?.code).toBe(code);
  });
});
