import type { Decision } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { accept, callsOf, declines, quorumOf, responding } from './mobilisationStory.js';
import { nextVersion } from './nextVersion.js';
import { countedBasis } from './quorumPlan.js';
import { confirmAt, MINUTE, propose, raiseTo, refusalOf, START, Story, told } from './story.js';

type Edit = NonNullable<Parameters<typeof countedBasis>[0]>;

const TECH = { kind: 'team', id: 'tech' } as const;
const away = { away: [{ from: START - 1, until: START + HOUR }] };

const acceptAll = (story: Story, ...people: string[]) => people.flatMap((person) => accept(story, person));
const movesTo = (story: Story, edit: Edit) =>
  story.says('lin-wei', {
    type: 'movePlan',
    basis: countedBasis((rules, basis) => {
      basis.plan.hash = nextVersion().plan.hash;
      edit(rules, basis);
    }),
    reason: 'better',
  });
const acceptShortage = (team = 'tech', reason = 'these will do'): Decision => ({
  type: 'acceptShortage',
  team,
  reason,
});

describe('who counts', () => {
  test('for the team that was called first is somebody of two, also where the other one was called once before', () => {
    const story = responding(
      countedBasis((rules, { holders }) => {
        holders['pressLead'] = ['sun-yu', 'gao-yang'];
        rules[0] = { team: 'tech', levels: ['L1', 'L3'], headcount: 1 };
        rules[1] = { team: 'publicity', levels: ['L1', 'L2', 'L3'], headcount: 1 };
      }),
    );
    story.passes(MINUTE);
    for (const level of ['L2', 'L1']) story.says('lin-wei', raiseTo(level));
    acceptAll(story, 'he-zhe');
    expect(quorumOf(story)?.status).toBe('reached');
    acceptAll(story, 'sun-yu');
    expect(quorumOf(story, 'publicity')?.status).toBe('reached');
  });

  test('as qualified is nobody of whom nothing is known, or something else', () => {
    const other = { 'he-zhe': { qualifications: [{ qualification: 'network' }] } };
    for (const basis of [countedBasis((_, known) => delete known.people), countedBasis(undefined, other)]) {
      const story = responding(basis);
      acceptAll(story, 'zhao-lei', 'qian-rong', 'he-zhe');
      expect(quorumOf(story)?.status).toBe('open');
    }
  });

  test('is seen for each team by itself: one that loses its people is not complete by those of another', () => {
    const story = responding(
      countedBasis((rules, { holders }) => {
        holders['pressLead'] = ['gao-yang', 'xu-na'];
        rules[0] = { team: 'tech', levels: ['L3'], headcount: 1 };
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1 };
      }),
    );
    acceptAll(story, 'zhao-lei', 'gao-yang');
    declines(story, 'gao-yang');
    expect(quorumOf(story)?.status).toBe('reached');
    expect(quorumOf(story, 'publicity')?.status).toBe('open');
  });
});

describe('what the plan wants', () => {
  test('for one category is not wanted for another', () => {
    const basis = countedBasis((rules) => {
      rules[1] = { team: 'publicity', levels: ['L3'], categories: ['security'] };
    });
    expect(callsOf(responding(basis), 'publicity')).toEqual([]);
    const story = new Story({ category: 'security' }, basis);
    story.says('lin-wei', confirmAt('L3'));
    expect(callsOf(story, 'publicity')).toMatchObject([{ people: ['gao-yang'] }]);
  });

  test('may be qualifications alone: as many people then as the most of one', () => {
    const qualifications = [
      { qualification: 'restore', people: 1 },
      { qualification: 'network', people: 2 },
    ];
    const story = responding(countedBasis((rules) => (rules[0] = { team: 'tech', levels: ['L3'], qualifications })));
    expect(quorumOf(story)?.need).toEqual({ headcount: 2, qualifications });
  });

  const one = { qualification: 'restore', people: 1 };
  test.each<[string, object, object]>([
    ['another time', { quorumWithin: HOUR }, { within: HOUR, by: START + HOUR }],
    ['no qualification', { qualifications: [] }, { need: { headcount: 3, qualifications: [] } }],
    [
      'another qualification',
      { qualifications: [{ ...one, qualification: 'network' }] },
      { need: { headcount: 3, qualifications: [{ qualification: 'network', people: 1 }] } },
    ],
    [
      'more of a qualification',
      { qualifications: [{ ...one, people: 2 }] },
      { need: { headcount: 3, qualifications: [{ qualification: 'restore', people: 2 }] } },
    ],
  ])('counts anew where another level wants %s', (_, change, wanted) => {
    const story = responding(
      countedBasis((rules) => {
        rules[0]!.levels = ['L3'];
        rules.push({ ...rules[0]!, levels: ['L2'], ...change });
      }),
    );
    story.says('lin-wei', raiseTo('L2'));
    expect(story.all('quorumChanged')).toMatchObject([{ quorums: [{ team: 'tech', ...wanted }] }]);
    expect(quorumOf(story)).toMatchObject(wanted);
  });
});

describe('another level', () => {
  test('that counts nothing either changes nothing', () => {
    const story = responding(countedBasis((rules) => (rules[0] = { team: 'tech', levels: ['L2', 'L3'] })));
    story.says('lin-wei', raiseTo('L2'));
    expect(story.all('quorumChanged')).toEqual([]);
  });

  test('that counts first begins with nobody told, and in line with what it wants', () => {
    const story = responding(
      countedBasis((rules) => {
        rules[0] = { team: 'tech', levels: ['L3'] };
        rules.push({ team: 'tech', levels: ['L2'], headcount: 1, quorumWithin: HOUR });
      }),
    );
    story.says('lin-wei', raiseTo('L2'));
    expect(story.all('quorumChanged')[0]?.quorums).toEqual([
      { team: 'tech', need: { headcount: 1, qualifications: [] }, within: HOUR, by: START + HOUR },
    ]);
    acceptAll(story, 'he-zhe');
    expect(story.all('quorumReached')).toMatchObject([{ team: 'tech', tell: [] }]);
  });

  const fewer = () =>
    countedBasis((rules) => {
      rules[0] = { team: 'tech', levels: ['L3'], headcount: 3, quorumWithin: 15 * MINUTE };
      rules.push({ team: 'tech', levels: ['L1'], headcount: 1, substitutes: ['liaisonMember'] });
    });

  test('judges no team before all are called and counted by it', () => {
    const story = responding(fewer());
    acceptAll(story, 'wu-kun');
    declines(story, 'zhao-lei', 'qian-rong', 'he-zhe');
    const events = story.says('lin-wei', raiseTo('L1'));
    expect(events.flatMap((event) => (event.type === 'called' ? event.calls : []))).toMatchObject([
      { target: { id: 'publicity' } },
    ]);
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('that ends a shortage tells whoever was told of it', () => {
    const story = responding(fewer());
    acceptAll(story, 'wu-kun');
    story.passes(10 * MINUTE);
    expect(told(story.events)['shortage']).toEqual(['chen-jing']);
    expect(told(story.says('lin-wei', raiseTo('L1')))['quorumReached']).toEqual(['chen-jing']);
  });

  test('gives a team that was not complete the time of the new level', () => {
    const story = responding(
      countedBasis((rules) => {
        rules[0]!.levels = ['L3'];
        rules.push({ ...rules[0]!, levels: ['L2'], quorumWithin: 20 * MINUTE });
      }),
    );
    story.passes(5 * MINUTE);
    story.says('lin-wei', raiseTo('L2'));
    expect(story.all('quorumLost')).toEqual([]);
    story.passes(24 * MINUTE);
    expect(story.all('quorumMissed').map(({ at, why }) => [(at - START) / MINUTE, why])).toEqual([[25, 'deadline']]);
  });

  test('that does not want a team stands it down and counts nothing anew', () => {
    const story = responding(countedBasis((rules) => (rules[0]!.levels = ['L3'])));
    declines(story, 'he-zhe');
    const events = story.says('lin-wei', raiseTo('L2'));
    expect(events.some(({ type }) => type === 'quorumChanged')).toBe(false);
    expect(story.all('stoodDown')[0]?.calls).toEqual([
      { target: TECH, people: ['zhao-lei', 'sun-yu', 'qian-rong', 'wu-kun'] },
    ]);
  });
});

describe('another version of the plan', () => {
  test('that only names others to stand in has them asked at once where a team is short', () => {
    const story = responding(countedBasis((rules) => Object.assign(rules[0]!, { substitutes: [], partners: [] })));
    declines(story, 'zhao-lei', 'qian-rong', 'he-zhe');
    expect(story.all('quorumMissed')).toMatchObject([{ why: 'nobodyLeft' }]);
    movesTo(story, () => undefined);
    expect(callsOf(story).at(-1)).toEqual({
      target: TECH,
      people: ['xu-na', 'ma-chao'],
      substitutes: ['liaisonMember'],
    });
  });

  test('has those asked as well who now hold a post that was asked before', () => {
    const alone: Edit = (rules) => Object.assign(rules[0]!, { substitutes: ['liaisonMember'], partners: [] });
    const story = responding(countedBasis(alone));
    declines(story, 'zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'xu-na', 'ma-chao');
    movesTo(story, (rules, basis) => {
      alone(rules, basis);
      basis.holders['liaisonMember'] = ['xu-na', 'ma-chao', 'feng-jie'];
    });
    expect(callsOf(story).at(-1)).toMatchObject({ people: ['feng-jie'] });
  });

  test('calls nobody for a team that it does not want any more', () => {
    const story = responding();
    const events = movesTo(story, (rules, basis) => {
      rules[0]!.levels = ['L1'];
      basis.holders['engineer']!.push('feng-jie');
    });
    expect(events.map(({ type }) => type)).toContain('stoodDown');
    expect(events.map(({ type }) => type)).not.toContain('called');
  });

  const withDuty: Edit = (_, { plan }) => (plan.verification.posts = ['commander', 'deputy', 'duty']);

  test('alerts on standby the posts that it wants besides', () => {
    const story = new Story({}, countedBasis());
    story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'not sure' });
    expect(story.state.phase).toBe('standby');
    movesTo(story, withDuty);
    expect(story.all('called').at(-1)?.calls).toMatchObject([{ target: { id: 'duty' }, people: ['wang-fang'] }]);
  });

  test('calls nobody once the emergency is over', () => {
    const story = responding();
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    expect(story.state.phase).toBe('aftermath');
    expect(movesTo(story, withDuty).map(({ type }) => type)).not.toContain('called');
  });
});

describe('substitutes', () => {
  const wanting = (headcount: number, edit: Edit = () => undefined, people = {}) =>
    countedBasis((rules, basis) => {
      rules[0]!.headcount = headcount;
      edit(rules, basis);
    }, people);
  const all = ['xu-na', 'ma-chao', 'gao-yang'];

  test('of as many posts as it takes are asked in one call', () => {
    expect(callsOf(responding(wanting(8))).slice(1)).toEqual([
      { target: TECH, people: all, substitutes: ['liaisonMember', 'pressLead'] },
    ]);
  });

  test('who do not suffice are asked, and a partner in the same call', () => {
    expect(callsOf(responding(wanting(9))).slice(1)).toEqual([
      {
        target: TECH,
        people: all,
        substitutes: ['liaisonMember', 'pressLead'],
        partners: [{ partner: 'cloud', tell: ['wang-fang'] }],
      },
    ]);
  });

  test('who do not suffice are asked where there is no partner, and the shortage is told at once', () => {
    const story = responding(wanting(9, (rules) => delete rules[0]!.partners));
    expect(callsOf(story).slice(1)).toEqual([
      { target: TECH, people: all, substitutes: ['liaisonMember', 'pressLead'] },
    ]);
    expect(story.all('quorumMissed')).toMatchObject([{ at: START, why: 'nobodyLeft', tell: ['chen-jing'] }]);
  });

  test('are none of those who were called already, and each is asked once', () => {
    const twice = wanting(6, (_, { holders }) => {
      holders['liaisonMember'] = ['xu-na', 'he-zhe'];
      holders['pressLead'] = ['xu-na', 'gao-yang'];
    });
    const story = responding(twice);
    expect(callsOf(story)[1]).toEqual({ target: TECH, people: ['xu-na'], substitutes: ['liaisonMember'] });
    declines(story, 'he-zhe');
    expect(callsOf(story).slice(2)).toEqual([{ target: TECH, people: ['gao-yang'], substitutes: ['pressLead'] }]);
    const more = responding(wanting(8, (_, { holders }) => (holders['pressLead'] = ['xu-na', 'gao-yang'])));
    expect(callsOf(more)[1]?.people).toEqual(all);
  });

  test('are sought in the next post where nobody holds the first one', () => {
    const story = responding(wanting(6, (_, { holders }) => delete holders['liaisonMember']));
    expect(callsOf(story).slice(1)).toEqual([{ target: TECH, people: ['gao-yang'], substitutes: ['pressLead'] }]);
  });

  test('are sought in the next post where everybody of the first one is away', () => {
    const story = responding(wanting(6, undefined, { 'xu-na': away, 'ma-chao': away }));
    expect(callsOf(story)[1]).toEqual({
      target: TECH,
      people: ['gao-yang'],
      substitutes: ['pressLead'],
      notCalled: [
        { person: 'xu-na', why: 'away' },
        { person: 'ma-chao', why: 'away' },
      ],
    });
  });

  test.each([[['xu-na']], [['xu-na', 'ma-chao']]])('who were away are asked when they are back: %j', (absent) => {
    const alone: Edit = (rules) => Object.assign(rules[0]!, { substitutes: ['liaisonMember'], partners: [] });
    const story = responding(wanting(8, alone, Object.fromEntries(absent.map((person) => [person, away]))));
    story.passes(59 * MINUTE);
    expect(callsOf(story).flatMap(({ people }) => people)).not.toContain('xu-na');
    story.passes(11 * MINUTE);
    expect(callsOf(story).at(-1)).toMatchObject({ people: absent, substitutes: ['liaisonMember'] });
    story.passes(2 * HOUR);
    expect(
      callsOf(story)
        .flatMap(({ people }) => people)
        .filter((person) => person === 'xu-na'),
    ).toHaveLength(1);
  });

  test('who worked for another team are asked when it is stood down', () => {
    const story = responding(
      wanting(8, (rules, { holders }) => {
        holders['liaisonMember'] = ['xu-na', 'gao-yang'];
        Object.assign(rules[0]!, { substitutes: ['liaisonMember'], partners: [] });
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1 };
      }),
    );
    expect(callsOf(story).at(-1)).toMatchObject({
      people: ['xu-na'],
      notCalled: [{ person: 'gao-yang', why: 'calledElsewhere' }],
    });
    story.says('lin-wei', raiseTo('L2'));
    expect(callsOf(story).at(-1)).toMatchObject({ people: ['gao-yang'], substitutes: ['liaisonMember'] });
    expect(story.state.mobilisation.bodies['team/tech']?.substitutes).toEqual(['liaisonMember']);
  });
});

describe('a shortage', () => {
  test('that falls due when silence does has the next asked once', () => {
    const story = responding(
      countedBasis((rules) => {
        delete rules[0]!.quorumWithin;
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1 };
      }),
    );
    acceptAll(story, 'gao-yang');
    story.passes(10 * MINUTE);
    expect(story.all('quorumMissed')).toMatchObject([{ team: 'tech', why: 'deadline' }]);
    expect(callsOf(story).slice(1)).toMatchObject([{ people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] }]);
  });

  test('names twenty people and counts the others', () => {
    const many = Array.from({ length: 25 }, (_, i) => `engineer-${i}`);
    const story = responding(
      countedBasis((rules, { holders }) => {
        holders['engineer'] = many;
        rules[0] = { team: 'tech', levels: ['L3'], headcount: 1, quorumWithin: 15 * MINUTE };
      }),
    );
    story.passes(15 * MINUTE);
    expect(story.all('quorumMissed').at(-1)?.silent).toEqual({ count: 26, people: ['zhao-lei', ...many.slice(0, 19)] });
  });

  test('tells apart whom the call did not reach, who has not answered, and who declined all the same', () => {
    const story = responding(
      countedBasis((rules) => (rules[0] = { team: 'tech', levels: ['L3'], headcount: 3, quorumWithin: 3 * MINUTE })),
    );
    declines(story, 'qian-rong');
    const call = Object.values(story.state.effects.pending).find(
      ({ effect }) => effect.kind === 'notify' && effect.recipients.some(({ person }) => person === 'he-zhe'),
    )!.effect;
    story.hears({
      type: 'noticeAttempted',
      requestId: '',
      actor: { kind: 'system' },
      via: 'system',
      effectId: call.id,
      accepted: ['zhao-lei', 'sun-yu', 'wu-kun'],
      unreachable: [
        { person: 'he-zhe', code: 'no_address' },
        { person: 'qian-rong', code: 'no_address' },
      ],
      delayed: [],
    });
    story.passes(3 * MINUTE);
    expect(story.all('quorumMissed')).toMatchObject([
      {
        undelivered: { count: 1, people: ['he-zhe'] },
        notAnswered: { count: 3, people: ['zhao-lei', 'sun-yu', 'wu-kun'] },
        declined: { count: 1, people: ['qian-rong'] },
        silent: { count: 0, people: [] },
      },
    ]);
  });

  test('is accepted with a reason, and told to everybody concerned but the one who accepts it', () => {
    const story = responding();
    story.passes(20 * MINUTE);
    expect(quorumOf(story)?.told).toEqual(['chen-jing', 'lin-wei']);
    expect(refusalOf(story.says('lin-wei', acceptShortage('tech', ' ')))).toMatchObject({ code: 'reason_required' });
    const events = story.says('lin-wei', acceptShortage());
    expect(events[0]).toMatchObject({ type: 'shortageAccepted', texts: { reason: 'these will do' } });
    expect(told(events)).toEqual({ shortageAccepted: ['zhao-lei', 'chen-jing'] });
  });

  test('that is none is refused with the teams that are short', () => {
    const story = responding(countedBasis((rules) => (rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1 })));
    acceptAll(story, 'gao-yang');
    expect(refusalOf(story.says('lin-wei', acceptShortage('publicity')))).toMatchObject({
      code: 'no_shortage',
      found: { team: 'publicity' },
      needed: { teams: ['tech'] },
    });
  });

  const accepted = () => {
    const network = { 'he-zhe': { qualifications: [{ qualification: 'network' }] } };
    const story = responding(
      countedBasis((rules) => {
        rules[0]!.headcount = 5;
        rules[0]!.qualifications!.push({ qualification: 'network', people: 1 });
      }, network),
    );
    acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
    story.says('lin-wei', acceptShortage());
    return story;
  };

  test('that was accepted is one again when fewer are left, as qualified as before', () => {
    const story = accepted();
    declines(story, 'zhao-lei');
    expect(story.all('quorumLost')).toMatchObject([{ have: { people: 2, qualifications: [1, 1] } }]);
  });

  test('that was accepted is one again when as many are left, but one qualification is gone', () => {
    const story = accepted();
    acceptAll(story, 'wu-kun');
    expect(story.all('quorumLost')).toEqual([]);
    declines(story, 'he-zhe');
    expect(story.all('quorumLost')).toMatchObject([{ have: { people: 3, qualifications: [1, 0] } }]);
  });
});
