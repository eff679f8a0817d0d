import { nextWake } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { planWithSitreps, sampleHolders } from '../support/samplePlan.js';
import { draft, edit, ends, movesPlan, only, release, responding, sitreps, stages } from './sitrepsStory.js';
import { BASIS, confirmAt, MINUTE, raiseTo, refusalOf, Story, told } from './story.js';

describe('the rhythm', () => {
  test('begins with activation: drafted a quarter of the cadence before it is due, and the drafter told', () => {
    const story = responding();
    const activatedAt = story.at;
    expect(sitreps(story.passes(45 * MINUTE - 1))).toEqual([]);
    const events = story.passes(1);
    expect(sitreps(events)).toEqual([
      expect.objectContaining({
        type: 'sitrepDrafted',
        number: 1,
        why: 'cadence',
        since: 0,
        from: activatedAt,
        to: story.at,
        dueAt: activatedAt + HOUR,
        nextDueAt: activatedAt + 2 * HOUR,
        missed: 0,
      }),
    ]);
    expect(told(events)).toEqual({ sitrepDraft: ['xu-na'] });
  });

  test('goes on from the due moments, however early or late each one is released', () => {
    const story = responding();
    const activatedAt = story.at;
    story.passes(50 * MINUTE);
    story.says('zhou-min', release(1));
    const [second] = only(story.passes(HOUR), 'sitrepDrafted');
    expect(second).toMatchObject({ number: 2, dueAt: activatedAt + 2 * HOUR });
    story.passes(20 * MINUTE);
    story.says('zhou-min', release(2));
    const [third] = only(story.passes(HOUR), 'sitrepDrafted');
    expect(third).toMatchObject({ number: 3, at: activatedAt + 2 * HOUR + 45 * MINUTE });
  });

  test.each([105, 110])(
    'a release after %s minutes, when the next would be drafted, stands for the next one too',
    (m) => {
      const story = responding();
      story.passes(m * MINUTE);
      const [released] = story.says('zhou-min', release(1));
      expect(released).toMatchObject({ type: 'sitrepReleased', nextDueAt: story.events[0]!.at + 3 * HOUR });
      expect(only(story.passes(30 * MINUTE), 'sitrepDrafted')).toEqual([]);
    },
  );

  test('gives the whole time from the draft on, however long the cadence is', () => {
    const story = responding('L1', (plan) => {
      plan.sitreps!.cadence[0]!.every = 8 * HOUR;
    });
    const dueAt = story.at + 8 * HOUR;
    expect(only(story.passes(6 * HOUR), 'sitrepDrafted')).toMatchObject([{ at: dueAt - 2 * HOUR, dueAt }]);
    expect(only(story.passes(2 * HOUR), 'sitrepOverdue')).toMatchObject([{ at: dueAt, dueAt }]);
  });

  test('a level without a cadence, and a plan without SITREPs, want none', () => {
    expect(sitreps(responding('L3').passes(48 * HOUR))).toEqual([]);
    const without = new Story({}, BASIS);
    without.says('lin-wei', confirmAt('L1'));
    expect(sitreps(without.passes(48 * HOUR))).toEqual([]);
    expect(refusalOf(without.says('lin-wei', draft))).toMatchObject({ code: 'no_sitreps' });
  });

  test('after an outage one report stands for all that fell due in it, with time to write it', () => {
    const story = responding();
    story.at += 10 * HOUR + 20 * MINUTE;
    const events = sitreps(story.passes(0));
    expect(events).toEqual([
      expect.objectContaining({
        type: 'sitrepDrafted',
        number: 1,
        missed: 10,
        dueAt: story.at + 15 * MINUTE,
        nextDueAt: story.at + 40 * MINUTE,
      }),
    ]);
  });
});

describe('a change of level', () => {
  test('makes one due at once and sets the rhythm anew', () => {
    const story = responding('L2');
    story.passes(10 * MINUTE);
    const events = story.says('lin-wei', raiseTo('L1'));
    expect(only(events, 'sitrepDrafted')).toEqual([
      expect.objectContaining({
        number: 1,
        why: 'levelChanged',
        dueAt: story.at + 15 * MINUTE,
        nextDueAt: story.at + HOUR,
      }),
    ]);
    story.says('zhou-min', release(1));
    expect(nextWake({ ...story.state, mobilisation: { bodies: {} } })).toBe(story.at + 45 * MINUTE);
  });

  test('brings an open draft forward, and never pushes one back', () => {
    const story = responding('L2');
    story.passes(95 * MINUTE);
    const [moved] = only(story.says('lin-wei', raiseTo('L1')), 'sitrepRescheduled');
    expect(moved).toMatchObject({ number: 1, why: 'levelChanged', dueAt: story.at + 15 * MINUTE });
    for (const level of ['L2', 'L1']) expect(sitreps(story.says('lin-wei', raiseTo(level)))).toEqual([]);
    story.passes(10 * MINUTE);
    expect(sitreps(story.says('lin-wei', raiseTo('L2')))).toEqual([]);
    expect(story.state.sitreps.open).toMatchObject({ dueAt: moved!.dueAt });
    expect(only(story.passes(5 * MINUTE), 'sitrepOverdue')).toMatchObject([{ stage: 'owners', at: moved!.dueAt }]);
  });

  test('to a level without SITREPs leaves an open draft to be released, and asks for no other', () => {
    const story = responding('L2');
    story.passes(95 * MINUTE);
    expect(sitreps(story.says('lin-wei', raiseTo('L3')))).toEqual([]);
    expect(story.state.sitreps.next).toBeUndefined();
    expect(stages(story.passes(HOUR)).map(({ stage }) => stage)).toEqual(['owners', 'lead', 'command']);
    expect(story.says('zhou-min', release(1))[0]).toMatchObject({ to: [], partners: [] });
    expect(sitreps(story.passes(48 * HOUR))).toEqual([]);
  });

  test('of the incident level alone changes nothing here', () => {
    const story = responding('L1');
    const { next } = story.state.sitreps;
    story.passes(MINUTE);
    const regrade: Decision = { type: 'changeLevel', level: 'L1', incidentLevel: 'minor', reason: 'less bad' };
    expect(sitreps(story.says('lin-wei', regrade))).toEqual([]);
    expect(story.state.sitreps.next).toEqual(next);
  });
});

describe('a lower level', () => {
  test('sets the rhythm anew as well, from the moment at which it is decided', () => {
    const story = responding('L1');
    story.passes(10 * MINUTE);
    const [drafted] = only(story.says('lin-wei', raiseTo('L2')), 'sitrepDrafted');
    expect(drafted).toMatchObject({ why: 'levelChanged', dueAt: story.at + 30 * MINUTE });
    expect(story.state.sitreps.next).toEqual({ draftAt: story.at + 90 * MINUTE, dueAt: story.at + 2 * HOUR });
  });

  test('gives an open draft until the due moment of the new rhythm before it counts one as missed', () => {
    const story = responding('L1');
    story.passes(50 * MINUTE);
    story.says('lin-wei', raiseTo('L2'));
    expect(only(story.passes(2 * HOUR - 1), 'sitrepRescheduled')).toEqual([]);
    expect(only(story.passes(1), 'sitrepRescheduled')).toMatchObject([{ why: 'missed', missed: 1, dueAt: story.at }]);
  });
});

describe('an overdue one', () => {
  test('is brought before drafter and releaser, then lead and deputies, then command, and so again each cadence', () => {
    const story = responding('L1', (plan) => {
      plan.posts.find(({ id }) => id === 'liaisonLead')!.deputies = ['liaisonMember'];
    });
    story.passes(HOUR - 1);
    const first = story.passes(HOUR);
    expect(stages(first)).toEqual([
      { stage: 'owners', tell: ['xu-na', 'zhou-min'] },
      { stage: 'lead', tell: ['zhou-min', 'xu-na'] },
      { stage: 'command', tell: ['lin-wei'] },
    ]);
    const began = story.events[0]!.at + HOUR;
    expect(only(first, 'sitrepOverdue').map(({ at }) => at - began)).toEqual([0, 5 * MINUTE, 10 * MINUTE]);
    expect(told(first)['sitrepOverdue']).toEqual(['xu-na', 'zhou-min', 'zhou-min', 'xu-na', 'lin-wei']);
    const second = story.passes(HOUR);
    expect(only(second, 'sitrepRescheduled')).toEqual([
      expect.objectContaining({ number: 1, why: 'missed', dueAt: began + HOUR, missed: 1 }),
    ]);
    expect(stages(second).map(({ stage }) => stage)).toEqual(['owners', 'lead', 'command']);
    expect(only(second, 'sitrepDrafted')).toEqual([]);
  });

  test('reaches command even where the next falls due before that', () => {
    const story = responding('L1', (plan) => {
      plan.sitreps!.cadence[0]!.every = 4 * MINUTE;
    });
    const events = story.passes(20 * MINUTE);
    expect(stages(events).map(({ stage }) => stage)).toEqual(['owners', 'lead', 'command', 'owners']);
    expect(story.state.sitreps.open).toMatchObject({ number: 1, missed: 4 });
  });

  test('after an outage counts what it missed, and people have their time after they were really told', () => {
    const story = responding();
    story.passes(50 * MINUTE);
    story.at += 5 * HOUR;
    const events = story.passes(0);
    expect(sitreps(events).map(({ type }) => type)).toEqual(['sitrepRescheduled', 'sitrepOverdue']);
    expect(events[0]).toMatchObject({ missed: 4 });
    expect(only(story.passes(10 * MINUTE), 'sitrepOverdue').map(({ at, stage }) => [stage, at])).toEqual([
      ['lead', events[1]!.at + 5 * MINUTE],
      ['command', events[1]!.at + 10 * MINUTE],
    ]);
  });

  test('goes to whoever commands where nobody else is there', () => {
    const holders = { ...sampleHolders(), liaisonLead: [], liaisonMember: [] };
    const story = new Story({}, { plan: planWithSitreps(), holders });
    story.says('lin-wei', confirmAt('L1'));
    const events = story.passes(80 * MINUTE);
    expect(only(events, 'sitrepDrafted')[0]!.tell).toEqual(['lin-wei']);
    expect(stages(events).every(({ tell }) => tell[0] === 'lin-wei')).toBe(true);
  });

  test('goes to whoever writes it without belonging to a team', () => {
    const story = responding('L1', (plan) => {
      plan.sitreps!.drafter = 'duty';
    });
    const events = story.passes(HOUR);
    expect(only(events, 'sitrepDrafted')[0]!.tell).toEqual(['wang-fang']);
    expect(stages(events)).toEqual([{ stage: 'owners', tell: ['wang-fang', 'zhou-min'] }]);
  });

  test('goes to whoever releases it once the team that wrote it is stood down', () => {
    const story = responding('L1', (plan) => {
      plan.sitreps!.drafter = 'pressLead';
    });
    expect(only(story.passes(50 * MINUTE), 'sitrepDrafted')[0]!.tell).toEqual(['gao-yang']);
    story.says('lin-wei', raiseTo('L2'));
    expect(stages(story.passes(10 * MINUTE))).toEqual([{ stage: 'owners', tell: ['zhou-min'] }]);
  });

  test('and its draft go to command while the team that would write it is not called', () => {
    const story = responding('L2', (plan) => {
      plan.mobilisation = plan.mobilisation.filter(({ team }) => team !== 'liaison');
    });
    expect(only(story.passes(95 * MINUTE), 'sitrepDrafted')[0]!.tell).toEqual(['lin-wei']);
  });
});

describe('people', () => {
  test('put sections into their words, the last edit counts, an empty one gives it back', () => {
    const story = responding();
    story.passes(50 * MINUTE);
    story.says('xu-na', edit(1, { situation: 'first', impact: 'few', outlook: 'calm' }));
    story.says('xu-na', edit(1, { done: 'rolled back' }));
    const [event] = story.says('zhou-min', edit(1, { situation: 'second', outlook: '  ' }));
    expect(event).toMatchObject({ edited: ['situation'], cleared: ['outlook'], texts: { situation: 'second' } });
    const [nothingLeft] = story.copy().says('zhou-min', edit(1, { situation: '' }));
    expect(nothingLeft).toMatchObject({ edited: [], cleared: ['situation'] });
    expect(nothingLeft).not.toHaveProperty('texts');
    const [released] = story.says('zhou-min', release(1));
    expect(released).toMatchObject({
      type: 'sitrepReleased',
      authority: 'liaisonLead',
      to: ['commander', 'deputy', 'pressLead'],
      partners: ['regulator'],
      authors: { situation: { kind: 'person', id: 'zhou-min' }, impact: { kind: 'person', id: 'xu-na' } },
    });
    expect(only([released!], 'sitrepReleased')[0]!.texts).toEqual({
      situation: 'second',
      impact: 'few',
      done: 'rolled back',
    });
    expect(story.state.sitreps.open).toBeUndefined();
  });

  test('release up to what they have read, and no further than there is', () => {
    const upTo = (wanted: number | undefined): number => {
      const story = responding();
      story.passes(50 * MINUTE);
      story.says('sun-yu', { type: 'addFact', statement: 'x', source: 'y', confidence: 'likely' });
      const [released] = only(story.says('zhou-min', release(1, wanted)), 'sitrepReleased');
      return released!.upTo - released!.seq;
    };
    expect(upTo(undefined)).toBe(-1);
    expect(upTo(9_999)).toBe(-1);
    expect(upTo(0)).toBe(-4);
  });

  test('of the posts named edit and release; command may do both; nobody else may', () => {
    const story = responding();
    story.passes(50 * MINUTE);
    const text = { situation: 'x' };
    expect(refusalOf(story.says('sun-yu', edit(1, text)))).toMatchObject({ code: 'not_authorised' });
    const writers = { posts: ['liaisonMember', 'liaisonLead', 'commander', 'deputy'] };
    expect(refusalOf(story.says('sun-yu', draft))).toMatchObject({ code: 'not_authorised', needed: writers });
    expect(refusalOf(story.says('xu-na', release(1)))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['liaisonLead', 'commander', 'deputy'] },
    });
    for (const person of ['xu-na', 'ma-chao', 'zhou-min', 'lin-wei', 'chen-jing']) {
      expect(refusalOf(story.says(person, edit(1, text)))).toBeUndefined();
    }
    expect(refusalOf(story.says('chen-jing', release(1)))).toBeUndefined();
  });

  test('are refused another draft, an edit without words, and a number that is not open', () => {
    const story = responding();
    for (const decision of [release(1), edit(1, { situation: 'x' })]) {
      expect(refusalOf(story.says('zhou-min', decision))).toMatchObject({ code: 'no_such_draft', needed: {} });
    }
    story.passes(50 * MINUTE);
    expect(refusalOf(story.says('zhou-min', draft))).toMatchObject({ code: 'sitrep_open', found: { number: 1 } });
    expect(refusalOf(story.says('zhou-min', edit(1, {})))).toMatchObject({
      code: 'text_required',
      found: { field: 'sections' },
    });
    expect(refusalOf(story.says('zhou-min', edit(2, { situation: 'x' })))).toMatchObject({
      code: 'no_such_draft',
      found: { number: 2 },
      needed: { open: 1 },
    });
  });

  test('ask for one between the others, which leaves the rhythm as it is', () => {
    const story = responding('L2');
    const { next } = story.state.sitreps;
    story.passes(10 * MINUTE);
    const events = story.says('zhou-min', draft);
    expect(events[0]).toMatchObject({ type: 'sitrepDrafted', why: 'asked', dueAt: story.at + 30 * MINUTE });
    expect(told(events)).toEqual({ sitrepDraft: ['xu-na'] });
    expect(told(story.says('zhou-min', release(1)))).toEqual({});
    expect(story.state.sitreps.next).toEqual(next);
  });

  test('ask for one at a level that wants none, which no other follows', () => {
    const story = responding('L3');
    const [drafted] = story.says('lin-wei', draft);
    expect(drafted).toMatchObject({ why: 'asked', dueAt: story.at + 30 * MINUTE });
    expect(drafted).not.toHaveProperty('nextDueAt');
    story.says('lin-wei', release(1));
    expect(sitreps(story.passes(48 * HOUR))).toEqual([]);
  });

  test('who ask for one that they write themselves are not told of it', () => {
    expect(told(responding('L2').says('xu-na', draft))).toEqual({});
  });

  test('whose look is older than a change that is none for SITREPs are not asked again', () => {
    const story = responding('L3');
    const { seq: ifSeq } = story.state;
    expect(refusalOf(movesPlan(story))).toBeUndefined();
    expect(refusalOf(story.says('lin-wei', draft, { ifSeq }))).toBeUndefined();
  });

  test('ask for one before the response has begun, and are refused', () => {
    const story = new Story({}, { plan: planWithSitreps(), holders: sampleHolders() });
    expect(refusalOf(story.says('lin-wei', draft))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'reported' },
      needed: { phases: ['responding'] },
    });
  });
});

describe('a released one', () => {
  test('is written, and then sent with its essence to whom the plan names', () => {
    const story = responding();
    story.passes(50 * MINUTE);
    story.says(
      'xu-na',
      edit(1, { situation: 'Half of the traffic is back', decisions: 'Switch off the old cluster?' }),
    );
    const released = story.says('zhou-min', release(1));
    const effect = released.flatMap((event) => (event.type === 'effectRequested' ? [event.effect] : []));
    const { seq } = released[0]!;
    expect(effect).toEqual([{ kind: 'writeDocument', id: `d${seq}`, document: 'sitrep', upTo: seq, number: 1 }]);
    const events = story.delivers();
    expect(only(events, 'documentWritten')).toEqual([expect.objectContaining({ document: 'sitrep', number: 1 })]);
    expect(only(events, 'sitrepSent')).toEqual([
      expect.objectContaining({ number: 1, documentId: 'doc', people: ['lin-wei', 'chen-jing', 'gao-yang'] }),
    ]);
    expect(told(events)).toEqual({ sitrep: ['lin-wei', 'chen-jing', 'gao-yang'], sitrepPassOn: ['wang-fang'] });
    const [notice] = Object.values(story.state.effects.pending);
    expect(notice).toMatchObject({
      reason: 'Half of the traffic is back',
      texts: { toDecide: 'Switch off the old cluster?' },
      effect: { facts: { number: 1, documentId: 'doc', decisions: false, final: false, called: 11, arrived: 0 } },
    });
    expect(story.state.sitreps).toMatchObject({ unsent: {}, released: [{ number: 1, documentId: 'doc' }] });
    expect(story.state.incidentReport.draft).toBeUndefined();
  });
});

describe('the end', () => {
  test('asks for a final one; the open draft becomes it', () => {
    const story = responding('L2');
    story.passes(95 * MINUTE);
    const ended = ends(story);
    expect(only(ended, 'sitrepRescheduled')).toEqual([
      expect.objectContaining({ number: 1, why: 'terminated', final: true, dueAt: story.at + 30 * MINUTE }),
    ]);
    const [released] = story.says('zhou-min', release(1));
    expect(released).toMatchObject({ final: true });
    expect(released).not.toHaveProperty('nextDueAt');
    story.delivers();
    expect(sitreps(story.passes(30 * 24 * HOUR))).toEqual([]);
  });

  test('without an open draft drafts one, told to the drafter although the team is stood down', () => {
    const story = responding('L2');
    const ended = ends(story);
    expect(only(ended, 'sitrepDrafted')).toEqual([
      expect.objectContaining({ number: 1, why: 'terminated', final: true, tell: ['xu-na'] }),
    ]);
  });

  test('of a level that has none, and had none, asks for none', () => {
    const story = responding('L3');
    expect(sitreps(ends(story))).toEqual([]);
    expect(story.state.phase).toBe('aftermath');
  });

  test('of a level that has none asks for a final one where there were some before', () => {
    const story = responding('L1');
    story.passes(50 * MINUTE);
    story.says('zhou-min', release(1));
    story.says('lin-wei', raiseTo('L3'));
    expect(only(ends(story), 'sitrepDrafted')).toMatchObject([{ number: 2, why: 'terminated', final: true }]);
  });

  test('by a plan that has no SITREPs any more asks for none', () => {
    const story = responding('L1');
    story.passes(50 * MINUTE);
    story.says('zhou-min', release(1));
    movesPlan(story, (plan) => delete plan.sitreps);
    expect(sitreps(ends(story))).toEqual([]);
    expect(story.state.phase).toBe('aftermath');
  });

  test.each([
    ['before it is due', 0],
    ['when those who write it have been told', 1],
    ['when their lead has been told', 6],
    ['when everybody has been told', 20],
  ])('of an open draft %s gives time for the final one, and tells all of them only when that is over', (_, late) => {
    const story = responding('L2');
    story.passes(2 * HOUR - MINUTE + late * MINUTE);
    ends(story);
    const endedAt = story.at;
    expect(only(story.passes(HOUR), 'sitrepOverdue').map(({ stage, at }) => [stage, at - endedAt])).toEqual([
      ['owners', 30 * MINUTE],
      ['lead', 35 * MINUTE],
      ['command', 40 * MINUTE],
    ]);
  });

  test('brings no rhythm back with another version of the plan', () => {
    const story = responding('L1');
    ends(story);
    story.says('zhou-min', release(1));
    expect(refusalOf(movesPlan(story))).toBeUndefined();
    expect(sitreps(story.passes(48 * HOUR))).toEqual([]);
  });

  test('a final one that nobody releases is brought up each day, and lapses with the closure', () => {
    const story = responding('L1');
    ends(story);
    story.delivers();
    const week = story.passes(3 * 24 * HOUR);
    const day = [
      { stage: 'owners', tell: ['xu-na', 'zhou-min'] },
      { stage: 'lead', tell: ['zhou-min'] },
      { stage: 'command', tell: ['lin-wei'] },
    ];
    expect(stages(week)).toEqual([...day, ...day, ...day]);
    const again = { why: 'unreleased', final: true, missed: 0 };
    expect(only(week, 'sitrepRescheduled')).toMatchObject([again, again]);
    const closed = story.says('lin-wei', { type: 'close', reason: 'done' });
    expect(only(closed, 'sitrepLapsed')).toEqual([expect.objectContaining({ number: 1 })]);
    expect(nextWake(story.state)).toBeUndefined();
  });
});

describe('another version of the plan', () => {
  const moved = (change: (plan: CompiledPlan) => void): Story => {
    const story = responding('L1');
    story.passes(10 * MINUTE);
    movesPlan(story, change);
    return story;
  };

  test('may want the next one earlier, never later', () => {
    const began = moved(() => undefined).events[0]!.at;
    const faster = moved((plan) => (plan.sitreps!.cadence[0]!.every = 20 * MINUTE));
    expect(faster.state.sitreps.next).toEqual({ dueAt: began + 30 * MINUTE, draftAt: began + 25 * MINUTE });
    const slower = moved((plan) => (plan.sitreps!.cadence[0]!.every = 8 * HOUR));
    expect(slower.state.sitreps.next).toMatchObject({ dueAt: began + HOUR });
  });

  test('leaves those who write the open one the time that they were given, however often it is missed meanwhile', () => {
    const story = responding('L1', (plan) => {
      plan.sitreps!.cadence[0]!.every = 8 * HOUR;
    });
    const dueAt = story.at + 8 * HOUR;
    story.passes(6 * HOUR);
    movesPlan(story, (plan) => (plan.sitreps!.cadence[0]!.every = 20 * MINUTE));
    expect(sitreps(story.passes(20 * MINUTE))).toMatchObject([{ type: 'sitrepRescheduled', why: 'missed' }]);
    story.says('lin-wei', raiseTo('L3'));
    expect(sitreps(story.passes(20 * MINUTE))).toMatchObject([{ type: 'sitrepRescheduled', why: 'unreleased' }]);
    expect(only(story.passes(2 * HOUR), 'sitrepOverdue').map(({ stage, at }) => [stage, at])).toEqual([
      ['owners', dueAt],
      ['lead', dueAt + 5 * MINUTE],
      ['command', dueAt + 10 * MINUTE],
    ]);
  });

  test('begins a rhythm where the older one had none', () => {
    const story = responding('L1', (plan) => delete plan.sitreps);
    movesPlan(story);
    expect(only(story.passes(HOUR - 1), 'sitrepDrafted')).toMatchObject([
      { number: 1, nextDueAt: story.at + 1 + HOUR },
    ]);
  });

  test('without SITREPs asks for no more, and command can still release the open one', () => {
    const story = moved((plan) => delete plan.sitreps);
    expect(story.state.sitreps.next).toBeUndefined();
    const open = responding('L1');
    open.passes(50 * MINUTE);
    movesPlan(open, (plan) => delete plan.sitreps);
    expect(stages(open.passes(HOUR)).at(-1)).toEqual({ stage: 'command', tell: ['lin-wei'] });
    for (const decision of [release(1), edit(1, { situation: 'x' })]) {
      expect(refusalOf(open.says('zhou-min', decision))).toMatchObject({
        code: 'not_authorised',
        needed: { posts: ['commander', 'deputy'] },
      });
    }
    expect(refusalOf(open.says('lin-wei', release(1)))).toBeUndefined();
  });
});

test('of a post that several people hold everybody is an addressee, of a post of command who fills it', () => {
  const story = responding('L1', (plan) => {
    plan.sitreps!.cadence[0]!.to = ['commander', 'engineer'];
  });
  story.says('zhou-min', draft);
  story.says('zhou-min', release(1));
  const [sent] = only(story.delivers(), 'sitrepSent');
  expect(sent!.people).toEqual(['lin-wei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun']);
});

test('a post of command is whoever fills it now, and a post that nobody holds gets none', () => {
  const plan = planWithSitreps();
  plan.sitreps!.cadence[0]!.to = ['commander', 'pressLead'];
  const { pressLead: _, ...holders } = sampleHolders();
  const story = new Story({}, { plan, holders });
  story.says('lin-wei', confirmAt('L1'));
  story.delivers();
  const brief = { situation: 'down', objectives: 'up' };
  story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  story.says('chen-jing', { type: 'handOver', action: 'accept' });
  story.says('zhou-min', draft);
  story.says('zhou-min', release(1));
  const [sent] = only(story.delivers(), 'sitrepSent');
  expect(sent!.people).toEqual(['chen-jing']);
});

describe('partners outside', () => {
  const sentAt = (
    level: string,
    change: (plan: CompiledPlan) => void,
    holders = sampleHolders(),
    report: ConstructorParameters<typeof Story>[0] = {},
  ) => {
    const plan = planWithSitreps();
    change(plan);
    const story = new Story(report, { plan, holders });
    story.says('lin-wei', confirmAt(level));
    story.delivers();
    story.says('lin-wei', draft);
    story.says('lin-wei', release(1));
    const events = story.delivers();
    const notices = events.flatMap((event) =>
      event.type === 'effectRequested' && event.effect.kind === 'notify' && event.effect.template === 'sitrepPassOn'
        ? [event.effect]
        : [],
    );
    const asked = notices.map(({ recipients, facts }) => [recipients.map(({ person }) => person), facts['partners']]);
    return { story, sent: only(events, 'sitrepSent')[0]!, asked, notices };
  };

  test('are told by whoever speaks with them, who is asked to pass it on', () => {
    const { sent, asked, notices, story } = sentAt('L1', () => undefined);
    expect(sent.partners).toEqual([{ partner: 'regulator', tell: ['wang-fang'] }]);
    expect(asked).toEqual([[['wang-fang'], ['regulator']]]);
    expect(notices[0]!.facts).toMatchObject({ level: 'L1', number: 1, documentId: sent.documentId, final: false });
    expect(story.state.sitreps.sent).not.toHaveProperty('partners');
  });

  test('whom one person speaks with stand in one notice, those of another in theirs', () => {
    const { asked } = sentAt('L1', (plan) => {
      plan.partners = [
        { id: 'regulator', owner: 'duty' },
        { id: 'cloud', owner: 'techLead' },
        { id: 'insurer', owner: 'duty' },
      ];
      plan.sitreps!.cadence[0]!.partners = ['regulator', 'cloud', 'insurer'];
    });
    expect(asked).toEqual([
      [['wang-fang'], ['regulator', 'insurer']],
      [['zhao-lei'], ['cloud']],
    ]);
  });

  test('whose post nobody holds are passed it by whoever releases, else by command', () => {
    const { duty: _, ...holders } = sampleHolders();
    expect(sentAt('L1', () => undefined, holders).asked).toEqual([[['zhou-min'], ['regulator']]]);
    const alone = { ...holders, liaisonLead: [] };
    expect(sentAt('L1', () => undefined, alone).asked).toEqual([[['lin-wei'], ['regulator']]]);
  });

  test('hear nothing of a drill', () => {
    const { sent, asked } = sentAt('L1', () => undefined, sampleHolders(), { mode: 'drill' } as object);
    expect(sent).not.toHaveProperty('partners');
    expect(asked).toEqual([]);
  });

  test('are not spoken of at a level that names none', () => {
    const { sent, asked } = sentAt('L2', () => undefined);
    expect(sent).not.toHaveProperty('partners');
    expect(asked).toEqual([]);
  });
});
