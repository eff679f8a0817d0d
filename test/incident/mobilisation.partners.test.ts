import type { Basis } from '../../src/domain/plan/compiled.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { declines, responding as respondingTo } from './mobilisationStory.js';
import { countedBasis } from './quorumPlan.js';
import type { Story } from './story.js';
import { MINUTE, propose, refusalOf, START, told } from './story.js';

type Edit = NonNullable<Parameters<typeof countedBasis>[0]>;

/** Tech has no substitutes: the cloud, the police and the bank are asked, each by another post. */
const threePartners = (edit: Edit = () => undefined): Basis =>
  countedBasis((rules, basis) => {
    Object.assign(rules[0]!, { substitutes: [], partners: ['cloud', 'police', 'bank'] });
    basis.plan.partners = [
      { id: 'cloud', owner: 'duty' },
      { id: 'police', owner: 'liaisonLead' },
      { id: 'bank', owner: 'pressLead' },
    ];
    edit(rules, basis);
  });
const responding = (edit?: Edit) => respondingTo(threePartners(edit));
/** The cloud is asked then. */
const short = (edit?: Edit) => {
  const story = responding(edit);
  for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) declines(story, person);
  return story;
};
const answer = (partner: string, accepted: boolean, more: object = {}): Decision => ({
  type: 'answerForPartner',
  partner,
  team: 'tech',
  accepted,
  ...more,
});
const asked = (story: Story) =>
  story
    .all('called')
    .flatMap(({ calls }) => calls.flatMap(({ partners = [] }) => partners))
    .map(({ partner, tell }) => [partner, ...tell]);
const quorumOf = (story: Story) => story.state.mobilisation.bodies['team/tech']?.quorum;

const cloud = ['cloud', 'wang-fang'];
const police = ['police', 'zhou-min'];
const bank = ['bank', 'gao-yang'];

describe('partners', () => {
  test('are asked for without any call to people, each by its own post', () => {
    const story = short();
    expect(story.all('called').at(-1)?.calls).toEqual([
      { target: { kind: 'team', id: 'tech' }, people: [], partners: [{ partner: 'cloud', tell: ['wang-fang'] }] },
    ]);
    story.says('wang-fang', answer('cloud', false));
    story.says('zhou-min', answer('police', false));
    expect(asked(story)).toEqual([cloud, police, bank]);
  });

  test('are called by the lead of the team where nobody holds the post', () => {
    expect(asked(short((_, { holders }) => delete holders['duty']))).toEqual([['cloud', 'zhao-lei']]);
  });

  test('that have not answered in time are not waited for: the next is asked then', () => {
    const story = short();
    story.passes(14 * MINUTE);
    expect(asked(story)).toEqual([cloud]);
    story.passes(MINUTE);
    expect(story.all('quorumMissed')).toMatchObject([{ why: 'deadline', partners: ['cloud'] }]);
    expect(asked(story)).toEqual([cloud, police]);
    story.says('zhou-min', answer('police', false));
    expect(asked(story)).toEqual([cloud, police, bank]);
    story.passes(20 * MINUTE);
    expect(story.all('quorumMissed').at(-1)?.partners).toEqual(['cloud', 'bank']);
  });

  test('asked past the time have as long as a member who is called; then the next is asked, with the next word of the shortage', () => {
    const story = short();
    story.passes(15 * MINUTE);
    const from = story.at;
    story.passes(9 * MINUTE);
    expect(asked(story)).toEqual([cloud, police]);
    story.passes(6 * MINUTE);
    expect(asked(story)).toEqual([cloud, police, bank]);
    const told = story.all('quorumMissed').map(({ at }) => at - from);
    const bankAsked = story.all('called').at(-1)!.at - from;
    expect(told).toContain(bankAsked);
    expect(bankAsked).toBeGreaterThanOrEqual(10 * MINUTE);
  });

  test('asked shortly before the end of the time are not waited for after it', () => {
    const story = short();
    story.passes(10 * MINUTE);
    story.says('wang-fang', answer('cloud', false));
    expect(asked(story)).toEqual([cloud, police]);
    story.passes(5 * MINUTE);
    expect(asked(story)).toEqual([cloud, police, bank]);
  });

  test('are not waited for any more at the very moment at which a member who was called then would not be', () => {
    const story = short((_, { plan }) => (plan.notification.shortage = { tell: ['deputy', 'duty', 'commander'] }));
    story.passes(15 * MINUTE);
    expect(asked(story)).toEqual([cloud, police]);
    story.passes(10 * MINUTE);
    expect(story.all('quorumMissed').at(-1)).toMatchObject({ at: story.at, tell: ['lin-wei'] });
    expect(asked(story)).toEqual([cloud, police, bank]);
  });

  test('still count when they answer after others were asked in their place', () => {
    const story = short();
    story.passes(HOUR);
    expect(asked(story)).toEqual([cloud, police, bank]);
    story.says('wang-fang', answer('cloud', true, { headcount: 3, qualifications: ['restore'] }));
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('of whom even the first is asked when the time is over already are asked one after the other all the same', () => {
    const story = responding((rules) => (rules[0]!.quorumWithin = 9 * MINUTE));
    story.passes(10 * MINUTE);
    expect(asked(story)).toEqual([cloud]);
    story.passes(20 * MINUTE);
    expect(asked(story)).toEqual([cloud, police]);
  });

  test('that would come too late are not waited for before the time is over', () => {
    const story = short();
    story.says('wang-fang', answer('cloud', true, { headcount: 3, qualifications: ['restore'], eta: START + HOUR }));
    expect(quorumOf(story)?.status).toBe('open');
    expect(asked(story)).toEqual([cloud, police]);
  });

  test('count with each qualification that they bring, and no other', () => {
    const story = responding((rules) => {
      rules[0]!.qualifications = [
        { qualification: 'restore', people: 1 },
        { qualification: 'network', people: 2 },
      ];
    });
    expect(asked(story)).toEqual([cloud]);
    const qualifications = ['restore', 'network', 'drive'];
    story.says('wang-fang', answer('cloud', true, { headcount: 3, qualifications }));
    expect(quorumOf(story)?.status).toBe('open');
    story.says('wang-fang', answer('cloud', true, { headcount: 3, qualifications: [...qualifications, 'network'] }));
    expect(story.all('quorumReached')).toMatchObject([{ have: { people: 3, qualifications: [1, 2] } }]);
  });

  test('that declined are not called off with the others', () => {
    const story = short();
    story.says('wang-fang', answer('cloud', false));
    story.says('zhou-min', answer('police', true, { headcount: 3, qualifications: ['restore'] }));
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    expect(told(story.events)['partnerStandDown']).toEqual(['zhou-min']);
  });
});

describe('the answer of a partner', () => {
  const bodyOf = (story: Story, who: string, decision: Decision) => story.says(who, decision)[0];
  const common = { type: 'partnerAnswered', partner: 'cloud', team: 'tech' };

  test('says who comes, when, and what else was said', () => {
    const more = { headcount: 2, qualifications: ['restore'], eta: START + MINUTE, note: 'ask at the gate' };
    const event = bodyOf(short(), 'wang-fang', answer('cloud', true, more));
    expect(event).toMatchObject({
      ...common,
      authority: 'duty',
      accepted: true,
      people: 2,
      qualifications: ['restore'],
      eta: START + MINUTE,
      texts: { note: 'ask at the gate' },
    });
  });

  test('means one person without any qualification, in time, where nothing else is said', () => {
    const story = short();
    const event = bodyOf(story, 'wang-fang', answer('cloud', true, { note: ' ' }));
    expect(event).toMatchObject({ ...common, accepted: true, people: 1, qualifications: [] });
    expect(event).not.toHaveProperty('texts');
    expect(event).not.toHaveProperty('eta');
    expect(bodyOf(story, 'wang-fang', answer('cloud', true))).not.toHaveProperty('texts');
  });

  test('that nobody comes has no time and no people', () => {
    const event = bodyOf(
      short(),
      'wang-fang',
      answer('cloud', false, { headcount: 2, qualifications: ['restore'], eta: START + MINUTE }),
    );
    expect(event).toMatchObject({ ...common, accepted: false, people: 0, qualifications: [] });
    expect(event).not.toHaveProperty('eta');
  });

  test('is recorded by its own post, the lead of the team, or command; not by the post of another partner', () => {
    expect(refusalOf(short().says('zhou-min', answer('cloud', true)))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['duty', 'techLead', 'deputy', 'commander'] },
    });
    for (const [who, authority] of [
      ['wang-fang', 'duty'],
      ['zhao-lei', 'techLead'],
      ['lin-wei', 'commander'],
    ] as const) {
      expect(bodyOf(short(), who, answer('cloud', true))).toMatchObject({ ...common, authority });
    }
  });

  test('is refused for a team that has not asked it, with the partners that it has asked', () => {
    const refused = (story: Story, decision: object) =>
      refusalOf(story.says('lin-wei', { ...answer('cloud', true), ...decision }));
    const found = (partner: string, team: string) => ({ code: 'partner_not_asked', found: { partner, team } });
    expect(refused(responding(), {})).toMatchObject({ ...found('cloud', 'tech'), needed: { partners: [] } });
    const story = short();
    expect(refused(story, { partner: 'police' })).toMatchObject({
      ...found('police', 'tech'),
      needed: { partners: ['cloud'] },
    });
    expect(refused(story, { team: 'liaison' })).toMatchObject({
      ...found('cloud', 'liaison'),
      needed: { partners: [] },
    });
  });
});
