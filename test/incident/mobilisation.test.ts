import type { Decision } from '../../src/domain/incident/index.js';
import { callEntries } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { callIn } from '../support/calls.js';
import { accept, callsOf, declines, quorumOf, releases, responding } from './mobilisationStory.js';
import { countedBasis } from './quorumPlan.js';
import { MINUTE, propose, raiseTo, refusalOf, START, Story, told } from './story.js';

const MEMBERS = ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'];
const away = { away: [{ from: START - 1, until: START + HOUR }] };

const calls = (story: Story) => story.all('called').flatMap((event) => event.calls);
const statusOf = (story: Story, person: string, team = 'tech') =>
  Object.fromEntries(callEntries(story.state.mobilisation.bodies[`team/${team}`]!.people))[person]?.status;

describe('a call', () => {
  test('says what the team needs, and by when', () => {
    const story = responding();
    expect(callsOf(story)).toMatchObject([
      { people: MEMBERS, quorum: { headcount: 3, qualifications: [{ qualification: 'restore', people: 1 }] } },
    ]);
    expect(quorumOf(story)).toMatchObject({ by: START + 15 * MINUTE, status: 'open' });
  });

  test('goes to those who are there; whoever is away stands in the event', () => {
    const story = responding(countedBasis(undefined, { 'he-zhe': away }));
    expect(callsOf(story)).toMatchObject([
      { people: MEMBERS.filter((p) => p !== 'he-zhe'), notCalled: [{ person: 'he-zhe', why: 'away' }] },
    ]);
  });

  test('goes to everybody where everybody is away', () => {
    const all = Object.fromEntries(MEMBERS.map((person) => [person, away]));
    const [call] = callsOf(responding(countedBasis(undefined, all)));
    expect(call).toMatchObject({ people: MEMBERS });
    expect(call).not.toHaveProperty('notCalled');
  });

  test('is counted by the rule that names the category, wherever it stands', () => {
    const story = responding(
      countedBasis((rules) => {
        rules[0]!.headcount = 5;
        rules.push({ team: 'tech', levels: ['L3'], categories: ['operation'], headcount: 1, quorumWithin: MINUTE });
      }),
    );
    expect(quorumOf(story)).toMatchObject({ need: { headcount: 1, qualifications: [] }, within: MINUTE });
  });

  test('without a number is not counted, and nothing else is asked', () => {
    const story = responding(countedBasis((rules) => (rules[0] = { team: 'tech', levels: ['L3'] })));
    for (const person of MEMBERS) declines(story, person);
    story.passes(2 * HOUR);
    expect(callsOf(story)).toHaveLength(1);
    expect(story.all('quorumMissed')).toEqual([]);
  });

  test('without a time of its own has until silence is told', () => {
    const story = responding(countedBasis((rules) => delete rules[0]!.quorumWithin));
    expect(quorumOf(story)?.by).toBe(START + 10 * MINUTE);
  });
});

describe('a quorum', () => {
  test('is reached once, by people in time of whom enough are qualified', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'qian-rong', 'he-zhe']) accept(story, person);
    expect(story.all('quorumReached')).toEqual([]);
    accept(story, 'sun-yu', START + 15 * MINUTE);
    expect(story.all('quorumReached')).toMatchObject([
      { team: 'tech', have: { people: 4, qualifications: [1] }, need: { headcount: 3 } },
    ]);
    accept(story, 'wu-kun');
    story.passes(2 * HOUR);
    expect(story.all('quorumReached')).toHaveLength(1);
    expect(story.all('quorumMissed')).toEqual([]);
  });

  test('does not count whoever comes later, until they are there', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'sun-yu']) accept(story, person);
    accept(story, 'he-zhe', START + 15 * MINUTE + 1);
    expect(story.all('quorumReached')).toEqual([]);
    story.says('zhao-lei', { type: 'arrive', person: 'he-zhe' });
    expect(story.all('quorumReached')).toHaveLength(1);
  });

  test('does not count a qualification that had run out at the call', () => {
    const until = (at: number) => ({ 'sun-yu': { qualifications: [{ qualification: 'restore', until: at }] } });
    for (const [at, times] of [
      [START, 0],
      [START + 1, 1],
    ] as const) {
      const story = responding(countedBasis(undefined, until(at)));
      for (const person of ['zhao-lei', 'sun-yu', 'he-zhe']) accept(story, person);
      expect(story.all('quorumReached')).toHaveLength(times);
    }
  });

  test('that is lost by a decline asks on, and is reached again', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'sun-yu', 'he-zhe']) accept(story, person);
    const events = declines(story, 'he-zhe');
    expect(events.filter(({ type }) => type === 'quorumLost')).toMatchObject([
      { team: 'tech', missing: { people: 1, qualifications: [] }, tell: ['zhao-lei'] },
    ]);
    // Two members have not answered: they are waited for before anybody else is asked.
    expect(callsOf(story)).toHaveLength(1);
    accept(story, 'wu-kun');
    expect(story.all('quorumReached')).toHaveLength(2);
  });

  test('that is lost counts those who come late, but within the time that begins anew', () => {
    const story = responding(countedBasis((rules) => (rules[0] = { ...rules[0]!, headcount: 2, qualifications: [] })));
    accept(story, 'he-zhe');
    accept(story, 'qian-rong', START + 16 * MINUTE);
    accept(story, 'wu-kun');
    expect(quorumOf(story)).toMatchObject({ status: 'reached' });
    story.passes(MINUTE);
    const events = declines(story, 'he-zhe');
    expect(events.filter(({ type }) => type === 'called')).toEqual([]);
    expect(told(events)).toMatchObject({ quorumLost: ['zhao-lei'], quorumReached: ['zhao-lei'] });
    expect(quorumOf(story)).toMatchObject({ status: 'reached', by: START + 16 * MINUTE });
    expect(told(story.passes(HOUR))['shortage']).toBeUndefined();
  });

  test('that is lost after its time has as long again', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'sun-yu', 'he-zhe']) accept(story, person);
    story.passes(HOUR);
    story.says('zhao-lei', releases(['he-zhe']));
    expect(quorumOf(story)?.by).toBe(START + HOUR + 15 * MINUTE);
    // Everybody else was silent long ago.
    expect(callsOf(story).at(-1)).toMatchObject({ substitutes: ['liaisonMember'] });
    expect(story.passes(15 * MINUTE).filter(({ type }) => type === 'quorumMissed')).toHaveLength(1);
  });

  test('counts a person once, for the team that was called first', () => {
    const story = responding(
      countedBasis((rules, basis) => {
        basis.holders['pressLead'] = ['sun-yu', 'gao-yang'];
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1 };
      }),
    );
    accept(story, 'sun-yu');
    expect(quorumOf(story, 'publicity')?.status).toBe('open');
    accept(story, 'gao-yang');
    expect(quorumOf(story, 'publicity')?.status).toBe('reached');
    expect(story.all('called').at(-1)?.calls).toHaveLength(2);
  });

  test('counts for the other team whoever the first one releases', () => {
    const story = responding(
      countedBasis((rules, basis) => {
        basis.holders['pressLead'] = ['sun-yu'];
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1, quorumWithin: HOUR };
      }),
    );
    accept(story, 'sun-yu');
    expect(quorumOf(story, 'publicity')?.status).not.toBe('reached');
    story.says('zhao-lei', releases(['sun-yu'], { team: 'tech' }));
    expect(quorumOf(story, 'publicity')?.status).toBe('reached');
  });
});

describe('the tiers', () => {
  test('come as soon as the members cannot suffice, by number', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'qian-rong']) declines(story, person);
    expect(callsOf(story)).toHaveLength(1);
    const events = declines(story, 'he-zhe');
    expect(callsOf(story).at(-1)).toMatchObject({ people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] });
    expect(told(events)).toEqual({ call: ['xu-na', 'ma-chao'] });
  });

  test('come as soon as the members cannot suffice, by qualification', () => {
    const story = responding();
    declines(story, 'sun-yu');
    expect(callsOf(story).at(-1)).toMatchObject({ people: ['xu-na', 'ma-chao'] });
  });

  test('come for the silent too, and a silent one still counts who answers late', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'sun-yu']) accept(story, person);
    story.passes(10 * MINUTE);
    expect(callsOf(story).at(-1)).toMatchObject({ substitutes: ['liaisonMember'] });
    accept(story, 'wu-kun');
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('go post by post, then to the partner, whose owner is told to call it', () => {
    const story = responding();
    for (const person of MEMBERS) declines(story, person);
    declines(story, 'xu-na');
    const later = callsOf(story).slice(1);
    expect(later).toMatchObject([
      { people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] },
      { people: ['gao-yang'], substitutes: ['pressLead'] },
      { people: [], partners: [{ partner: 'cloud', tell: ['wang-fang'] }] },
    ]);
    expect(told(story.events)['partnerCall']).toEqual(['wang-fang']);
  });

  test('pass over whoever is away, rests, or is called elsewhere', () => {
    const story = responding(
      countedBasis(
        (rules, basis) => {
          basis.holders['liaisonMember'] = ['xu-na', 'ma-chao', 'gao-yang'];
          rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1 };
        },
        { 'xu-na': away },
      ),
    );
    for (const person of ['zhao-lei', 'qian-rong', 'he-zhe']) declines(story, person);
    expect(callsOf(story).at(-1)).toMatchObject({
      people: ['ma-chao'],
      notCalled: [
        { person: 'gao-yang', why: 'calledElsewhere' },
        { person: 'xu-na', why: 'away' },
      ],
    });
  });

  test('two teams that are short at once do not get the same substitute', () => {
    const story = responding(
      countedBasis((rules, basis) => {
        basis.holders['engineer'] = ['zhao-lei'];
        basis.holders['liaisonMember'] = ['xu-na'];
        basis.holders['duty'] = ['wang-fang'];
        rules[0] = { team: 'tech', levels: ['L3'], headcount: 2, substitutes: ['liaisonMember'] };
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 2, substitutes: ['liaisonMember', 'duty'] };
      }),
    );
    expect(callsOf(story).slice(1)).toMatchObject([{ people: ['xu-na'] }]);
    expect(callsOf(story, 'publicity').slice(1)).toMatchObject([{ people: ['wang-fang'] }]);
  });
});

test('teams that are silent at the same moment are each asked on once', () => {
  const story = responding(
    countedBasis((rules) => {
      rules[0] = { team: 'tech', levels: ['L3'], headcount: 1, quorumWithin: HOUR, substitutes: ['liaisonMember'] };
      rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1, quorumWithin: HOUR, substitutes: ['duty'] };
    }),
  );
  story.passes(10 * MINUTE);
  expect(calls(story).slice(-2)).toMatchObject([{ people: ['xu-na', 'ma-chao'] }, { people: ['wang-fang'] }]);
  // Posts, teams, and the two of them together.
  expect(story.all('called')).toHaveLength(3);
});

describe('a partner', () => {
  const withPartner = () => {
    const story = responding(countedBasis((rules) => (rules[0]!.substitutes = [])));
    for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) declines(story, person);
    return story;
  };
  const answer = (accepted: boolean, more: object = {}): Decision => ({
    type: 'answerForPartner',
    partner: 'cloud',
    team: 'tech',
    accepted,
    ...more,
  });

  test('counts with the people that it sends', () => {
    const story = withPartner();
    for (const person of ['he-zhe', 'wu-kun']) accept(story, person);
    story.says('wang-fang', answer(true, { headcount: 2 }));
    expect(quorumOf(story)?.status).toBe('missed');
    story.says('wang-fang', answer(true, { headcount: 2, qualifications: ['restore'], note: 'on the phone' }));
    expect(story.all('quorumReached')).toMatchObject([{ have: { people: 4, qualifications: [1] } }]);
  });

  test('that declines leaves nobody to ask: staffing is told at once', () => {
    const story = withPartner();
    const events = story.says('wang-fang', answer(false));
    expect(events.filter(({ type }) => type === 'quorumMissed')).toMatchObject([
      { why: 'nobodyLeft', have: { people: 0 }, declined: { count: 3 }, notAnswered: { count: 2 } },
    ]);
    expect(told(events)['shortage']).toEqual(['chen-jing']);
  });

  test('is answered for by its owner or those over the team only, and only when it was asked', () => {
    const story = withPartner();
    expect(refusalOf(story.says('he-zhe', answer(true)))).toMatchObject({ code: 'not_authorised' });
    const other = { ...answer(true), partner: 'police' } as Decision;
    expect(refusalOf(story.says('lin-wei', other))).toMatchObject({
      code: 'partner_not_asked',
      needed: { partners: ['cloud'] },
    });
  });

  test('is called off with the team', () => {
    const story = withPartner();
    story.says('wang-fang', answer(true));
    story.says('chen-jing', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    expect(told(story.events)['partnerStandDown']).toEqual(['wang-fang']);
  });
});

describe('an answer', () => {
  test('may come from the person, or from whoever leads the team, sees to people, or commands', () => {
    const story = responding();
    const forHeZhe = { type: 'decline', person: 'he-zhe', reason: 'on a plane' } as const;
    expect(refusalOf(story.says('sun-yu', forHeZhe))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['techLead', 'deputy', 'commander'] },
    });
    story.says('chen-jing', forHeZhe);
    expect(statusOf(story, 'he-zhe')).toBe('declined');
    story.says('zhao-lei', { type: 'arrive', person: 'wu-kun' });
    expect(statusOf(story, 'wu-kun')).toBe('arrived');
    expect(refusalOf(story.says('he-zhe', { type: 'arrive', person: 'wu-kun' }))).toMatchObject({
      code: 'not_authorised',
    });
  });

  test('that the call was heard comes from the person alone', () => {
    const story = responding();
    for (const other of ['lin-wei', 'zhao-lei']) {
      const events = story.says(other, { type: 'acknowledge', person: 'he-zhe' });
      expect(refusalOf(events)).toMatchObject({ code: 'not_authorised', needed: { posts: [] } });
    }
    expect(statusOf(story, 'he-zhe')).toBe('called');
    accept(story, 'he-zhe');
    expect(statusOf(story, 'he-zhe')).toBe('acknowledged');
  });

  test('may come from a deputy, and people be released by one, where staffing is with others', () => {
    const others = countedBasis((_, { plan }) => (plan.notification.shortage = { tell: ['pressLead'] }));
    const story = responding(others);
    story.says('chen-jing', { type: 'arrive', person: 'wu-kun' });
    expect(statusOf(story, 'wu-kun')).toBe('arrived');
    story.says('chen-jing', releases(['wu-kun']));
    expect(statusOf(story, 'wu-kun')).toBe('released');
  });

  test('is refused when it is none, or says what is known already', () => {
    const story = responding();
    declines(story, 'he-zhe');
    expect(refusalOf(declines(story, 'he-zhe'))).toMatchObject({ code: 'already_declined' });
    expect(refusalOf(story.says('wu-kun', { type: 'decline', person: 'wu-kun', reason: ' ' }))).toMatchObject({
      code: 'reason_required',
    });
    expect(refusalOf(declines(story, 'gao-yang'))).toMatchObject({ code: 'not_called' });
    story.says('wu-kun', { type: 'arrive', person: 'wu-kun' });
    expect(refusalOf(story.says('wu-kun', { type: 'arrive', person: 'wu-kun' }))).toMatchObject({
      code: 'already_arrived',
    });
    expect(refusalOf(accept(story, 'wu-kun'))).toMatchObject({ code: 'already_acknowledged' });
  });

  test('of when somebody comes may change: the team is judged by the new time', () => {
    const story = responding(countedBasis((rules) => (rules[0] = { ...rules[0]!, headcount: 2, qualifications: [] })));
    for (const person of ['he-zhe', 'wu-kun']) accept(story, person);
    expect(quorumOf(story)?.status).toBe('reached');
    for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) declines(story, person);
    story.passes(MINUTE);
    const events = accept(story, 'he-zhe', START + 3 * HOUR);
    expect(events.find(({ type }) => type === 'acknowledged')).toMatchObject({
      eta: START + 3 * HOUR,
      etaChanged: true,
    });
    expect(callsOf(story).at(-1)).toMatchObject({ people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] });
    expect(quorumOf(story)?.status).toBe('open');
    accept(story, 'he-zhe', START + 10 * MINUTE);
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('that says the same time again, or none, is refused, and one from whoever is there', () => {
    const story = responding();
    accept(story, 'he-zhe', START + 5 * MINUTE);
    for (const eta of [START + 5 * MINUTE, undefined])
      expect(refusalOf(accept(story, 'he-zhe', eta))).toMatchObject({ code: 'already_acknowledged' });
    story.says('he-zhe', { type: 'arrive', person: 'he-zhe' });
    expect(refusalOf(accept(story, 'he-zhe', START + HOUR))).toMatchObject({ code: 'already_acknowledged' });
  });

  test('that changes the time leaves the time on duty as it was', () => {
    const story = responding();
    accept(story, 'he-zhe');
    const before = callIn(story.state, 'team/tech', 'he-zhe')?.dutySince;
    story.passes(MINUTE);
    accept(story, 'he-zhe', START + HOUR);
    expect(callIn(story.state, 'team/tech', 'he-zhe')).toMatchObject({ dutySince: before, eta: START + HOUR });
  });

  test('may change: who declined comes after all, who accepted cannot', () => {
    const story = responding();
    declines(story, 'he-zhe');
    accept(story, 'he-zhe');
    expect(statusOf(story, 'he-zhe')).toBe('acknowledged');
    declines(story, 'he-zhe');
    expect(statusOf(story, 'he-zhe')).toBe('declined');
  });

  test('that is forwarded again with those after it says nothing new', () => {
    const story = responding();
    const head = { actor: { kind: 'person', id: 'he-zhe' }, via: 'link' } as const;
    const batch = [
      { ...head, requestId: 'a', type: 'acknowledge', person: 'he-zhe' },
      { ...head, requestId: 'b', type: 'decline', person: 'he-zhe', reason: 'ill' },
    ] as const;
    for (const message of batch) story.hears(message);
    expect(batch.flatMap((message) => story.hears(message))).toEqual([]);
    expect(story.state.requests.map(({ id }) => id)).not.toContain('b');
  });

  test('to one notice of several leaves the others open', () => {
    const story = responding(countedBasis((rules) => rules.push({ team: 'liaison', levels: ['L1'], headcount: 1 })));
    for (const person of ['zhao-lei', 'qian-rong', 'he-zhe']) declines(story, person);
    story.says('lin-wei', raiseTo('L1'));
    const { calls } = story.all('called').find((event) => event.calls.some((call) => call.target.id === 'liaison'))!;
    expect(calls).toMatchObject([{ target: { id: 'publicity' } }, { target: { id: 'liaison' } }].reverse());
    const noticeId = `n${story.all('called').at(-1)!.seq}`;
    story.says('xu-na', { type: 'decline', person: 'xu-na', noticeId, reason: 'busy with tech' });
    expect([statusOf(story, 'xu-na', 'liaison'), statusOf(story, 'xu-na', 'tech')]).toEqual(['declined', 'called']);
  });

  test('of a person whom nobody counts is told to those who must know', () => {
    const story = responding(countedBasis((rules) => (rules[0] = { team: 'tech', levels: ['L3'] })));
    expect(told(declines(story, 'he-zhe'))).toEqual({ declined: ['zhao-lei', 'chen-jing'] });
    expect(told(declines(story, 'zhao-lei'))).toEqual({ declined: ['chen-jing'] });
    const fresh = new Story({}, countedBasis());
    expect(told(declines(fresh, 'lin-wei'))).toEqual({ declined: ['chen-jing'] });
    const counted = responding();
    expect(told(declines(counted, 'he-zhe'))).toEqual({});
  });

  test('leaves its reason on the record, and not in the state', () => {
    const story = responding();
    const reason = 'a reason of my own';
    const events = story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason });
    expect(events[0]).toMatchObject({ type: 'declined', texts: { reason } });
    expect(JSON.stringify(story.state)).not.toContain(reason);
  });
});

describe('a release', () => {
  test('is told to those released; they are not reminded or counted any more', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'sun-yu', 'he-zhe', 'wu-kun']) accept(story, person);
    const events = story.says('zhao-lei', releases(['he-zhe', 'qian-rong']));
    expect(events[0]).toMatchObject({ type: 'released', authority: 'techLead' });
    expect(told(events)).toEqual({ released: ['qian-rong', 'he-zhe'] });
    expect(quorumOf(story)?.status).toBe('reached');
    const later = told(story.passes(HOUR));
    expect([...(later['reminder'] ?? []), ...(later['silence'] ?? [])]).not.toContain('qian-rong');
    expect(later['reminder']).toEqual(['chen-jing']);
    expect(refusalOf(declines(story, 'he-zhe'))).toMatchObject({ code: 'not_called' });
    story.says('zhao-lei', releases(['wu-kun']));
    expect(quorumOf(story)?.status).toBe('open');
  });

  test('without a team is from every team that the sender may release from', () => {
    const both = countedBasis((rules, basis) => {
      basis.holders['pressLead'] = ['gao-yang', 'sun-yu'];
      rules[1] = { team: 'publicity', levels: ['L3'] };
    });
    const byLead = responding(both);
    byLead.says('zhao-lei', releases(['sun-yu']));
    expect([statusOf(byLead, 'sun-yu'), statusOf(byLead, 'sun-yu', 'publicity')]).toEqual(['released', 'called']);
    const byCommand = responding(both);
    byCommand.says('lin-wei', releases(['sun-yu']));
    expect([statusOf(byCommand, 'sun-yu'), statusOf(byCommand, 'sun-yu', 'publicity')]).toEqual([
      'released',
      'released',
    ]);
  });

  test.each<[string, string, Decision, string]>([
    ['by a member', 'sun-yu', releases(['he-zhe']), 'not_authorised'],
    ['of somebody who is not called', 'lin-wei', releases(['he-zhe', 'xu-na']), 'not_mobilised'],
    ['from a team that is not called', 'lin-wei', releases(['he-zhe'], { team: 'publicity' }), 'not_mobilised'],
    ['without a reason', 'lin-wei', { type: 'release', people: ['he-zhe'], reason: '' }, 'reason_required'],
  ])('is refused %s', (_, who, decision, code) => {
    expect(refusalOf(responding().says(who, decision))).toMatchObject({ code });
  });

  test('gives rest: for that time nobody is called for a further team, unless nobody else is left', () => {
    const basis = () =>
      countedBasis((rules, { holders }) => {
        holders['pressLead'] = ['gao-yang', 'sun-yu'];
        holders['liaisonMember'] = ['sun-yu'];
        holders['liaisonLead'] = [];
        rules[0]!.substitutes = [];
        rules.push({ team: 'liaison', levels: ['L1'] });
      });
    for (const [waits, people] of [
      [7 * HOUR, ['gao-yang']],
      [8 * HOUR, ['gao-yang', 'sun-yu']],
    ] as const) {
      const story = responding(basis());
      accept(story, 'sun-yu');
      story.says('lin-wei', releases(['sun-yu']));
      story.passes(waits);
      story.says('lin-wei', raiseTo('L1'));
      expect(callsOf(story, 'publicity')).toMatchObject([{ people }]);
      expect(callsOf(story, 'liaison')).toMatchObject([{ people: ['sun-yu'] }]);
    }
  });
});

describe('relief', () => {
  test('is due after the longest time on duty, told hourly to the person, the lead and whom the plan names', () => {
    const story = responding();
    accept(story, 'he-zhe');
    story.passes(5 * MINUTE);
    accept(story, 'wu-kun');
    story.says('wu-kun', { type: 'arrive', person: 'wu-kun' });
    const due = () => story.all('reliefDue').map(({ at, people }) => [(at - START) / MINUTE, people]);
    story.passes(14 * HOUR);
    expect(due()).toEqual([
      [720, ['he-zhe', 'wu-kun']],
      [780, ['he-zhe', 'wu-kun']],
      [840, ['he-zhe', 'wu-kun']],
    ]);
    expect(story.all('reliefDue')[0]).toMatchObject({ tell: ['zhao-lei', 'wang-fang'] });
    expect(told(story.events)['reliefDue']?.slice(0, 4)).toEqual(['he-zhe', 'wu-kun', 'zhao-lei', 'wang-fang']);
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(HOUR);
    expect(due().at(-1)?.[1]).toEqual(['wu-kun']);
    declines(story, 'wu-kun');
    story.passes(3 * HOUR);
    expect(due()).toHaveLength(4);
  });

  test('is nobody’s concern once the team is stood down, or where the plan sets no limit', () => {
    const ended = responding();
    accept(ended, 'he-zhe');
    ended.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    expect(ended.state.phase).toBe('aftermath');
    ended.passes(40 * HOUR);
    expect(ended.all('reliefDue')).toEqual([]);
    const free = responding(countedBasis((_, { plan }) => delete plan.shifts));
    accept(free, 'he-zhe');
    free.passes(40 * HOUR);
    expect(free.all('reliefDue')).toEqual([]);
  });
});
