import type { Decision } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import type { Facts } from '../../src/domain/plan/condition.js';
import { nextVersion } from './nextVersion.js';
import { BASIS, confirmAt, MINUTE, REPORT, START, Story, told } from './story.js';

const tell = (values: Facts): Decision => ({ type: 'addFact', values, source: 'dashboard', confidence: 'confirmed' });
const manyUsers = { usersAffected: 5_000 };
const dataLost = { dataLost: true };
const standby: Decision = { type: 'verify', outcome: 'standby', reason: 'odd, not clear' };

function absorbFrom(person: string): Decision {
  const { title, place } = REPORT;
  const reporter = { kind: 'person', id: person } as const;
  return { type: 'absorb', mode: 'real', reporter, reportedAt: START, facts: manyUsers, texts: { title, place } };
}

function basisWith(change: (rule: CompiledPlan['verification']) => void): typeof BASIS {
  const basis = structuredClone(BASIS);
  change(basis.plan.verification);
  return basis;
}

function notices(story: Story) {
  return story.all('effectRequested').flatMap(({ effect }) => {
    return effect.kind === 'notify' && effect.template === 'proposalRisen' ? [effect] : [];
  });
}

describe('a fact by which more is proposed than before', () => {
  test('told on standby reaches those who verify at once, with level, facts and reasons', () => {
    const story = new Story({ facts: manyUsers });
    story.says('lin-wei', standby);
    story.passes(5 * MINUTE);
    const events = story.says('zhao-lei', tell(dataLost));
    expect(told(events)).toEqual({ proposalRisen: ['lin-wei', 'chen-jing'] });
    expect(notices(story)[0]?.facts).toEqual({
      phase: 'standby',
      proposedLevel: 'L1',
      from: 'L2',
      known: ['usersAffected=5000', 'dataLost=true'],
      hits: ['lostData', 'manyUsers'],
      raises: [],
    });
  });

  test('told of a report that nobody has verified reaches them too, though nothing was proposed before', () => {
    const story = new Story();
    expect(told(story.says('zhao-lei', tell(manyUsers)))).toEqual({ proposalRisen: ['lin-wei', 'chen-jing'] });
    expect(notices(story)[0]?.facts).toMatchObject({ phase: 'reported', proposedLevel: 'L2' });
    expect(notices(story)[0]?.facts).not.toHaveProperty('from');
  });

  test('is not told to whoever told it', () => {
    expect(told(new Story().says('chen-jing', tell(manyUsers)))).toEqual({ proposalRisen: ['lin-wei'] });
    const again = absorbFrom('chen-jing');
    expect(told(new Story().says('lin-wei', again))['proposalRisen']).toEqual(['lin-wei']);
  });

  test('may come with another report of the same thing, or with another version of the plan', () => {
    const story = new Story();
    expect(told(story.says('lin-wei', absorbFrom('he-zhe')))['proposalRisen']).toEqual(['lin-wei', 'chen-jing']);
    const stricter = nextVersion();
    stricter.plan.criteria[1] = {
      id: 'lostData',
      incidentLevel: 'critical',
      when: { fact: 'usersAffected', atLeast: 1 },
    };
    expect(told(story.says('lin-wei', { type: 'movePlan', basis: stricter, reason: 'it is stricter' }))).toMatchObject({
      proposalRisen: ['lin-wei', 'chen-jing'],
    });
  });
});

describe('nobody is told that it has got worse', () => {
  test('by the report itself: the alert has just said it', () => {
    expect(told(new Story({ facts: dataLost }).events)['proposalRisen']).toBeUndefined();
  });

  test.each<[string, Facts, Facts]>([
    ['as much is proposed as before', manyUsers, { usersAffected: 9_000 }],
    ['less is proposed', { ...manyUsers, ...dataLost }, { dataLost: false }],
    ['no criterion is met', {}, { usersAffected: 3 }],
  ])('where %s', (_, before, after) => {
    const story = new Story({ facts: before });
    story.says('lin-wei', standby);
    expect(told(story.says('zhao-lei', tell(after)))['proposalRisen']).toBeUndefined();
  });

  test('where the plan starts that level by itself, and tells of that', () => {
    const story = new Story(
      {},
      basisWith((rule) => (rule.automatic = ['L1'])),
    );
    story.says('lin-wei', standby);
    const events = told(story.says('zhao-lei', tell(dataLost)));
    expect(events['proposalRisen']).toBeUndefined();
    expect(events['treatedAsReal']).toContain('lin-wei');
  });

  test('once a person has confirmed it: those who may decide on the level are asked', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    expect(told(story.says('zhao-lei', tell(dataLost)))).toEqual({ levelProposed: ['lin-wei'] });
  });
});

describe('while a report is only treated as real', () => {
  const started = () => {
    const basis = basisWith((rule) => {
      rule.timeBox = [{ within: 30 * MINUTE }];
      rule.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
    });
    const story = new Story({}, basis);
    story.passes(32 * MINUTE);
    return story;
  };

  test('whoever may decide on the level is asked to, and whoever else verifies is asked to verify, each once', () => {
    const story = started();
    expect(told(story.says('zhao-lei', tell(dataLost)))).toEqual({
      levelProposed: ['lin-wei'],
      proposalRisen: ['chen-jing'],
    });
    expect(notices(story)[0]?.facts).toMatchObject({ phase: 'responding', level: 'L2', proposedLevel: 'L1' });
  });

  test('what is not more than runs already is no news for them', () => {
    expect(told(started().says('zhao-lei', tell(manyUsers)))['proposalRisen']).toBeUndefined();
  });
});
