import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { duesOf, fold, nextWake, openItems } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import {
  COMMANDER,
  confirmed,
  COUNSEL,
  DEPUTY,
  draft,
  DRAFTER,
  on,
  publicationBasis,
  published,
  withdraw,
} from './publicationPlan.js';
import { confirmAt, endsAnyhow, MINUTE, raiseTo, refusalOf, START, Story, told } from './story.js';

const waive: Decision = { type: 'publication', action: 'waive', reason: 'nobody outside noticed' };
const correction = { kind: 'correction', corrects: 'p1' } as const;
const due = (story: Story) => duesOf(story.state).map(({ item, dueAt, posts }) => [item, dueAt - story.at, posts[0]]);
const of = (story: Story, word: RegExp) => due(story).filter(([item]) => word.test(String(item)));

/** Whom each stage told of this item. */
function pressed(events: IncidentEvent[], item: string): [string, string[]][] {
  return events.flatMap((event) => {
    if (event.type !== 'duesReminded') return [];
    const people = event.tell.filter(({ items }) => items.includes(item)).map(({ person }) => person);
    return people.length === 0 ? [] : [[event.stage, people] as [string, string[]]];
  });
}

describe('after a move to a plan that provides for no publication', () => {
  const moves = (story: Story) => {
    const basis = structuredClone<Basis>(story.state.basis);
    delete basis.plan.aftermath!.publication;
    Object.assign(basis.plan, { hash: 'x'.repeat(64), version: basis.plan.version + 1 });
    const events = story.says(COMMANDER, { type: 'movePlan', basis, reason: 'the new one' });
    expect(refusalOf(events)).toBeUndefined();
    return events;
  };

  test('what is out is withdrawn by command, and by nobody else', () => {
    const story = confirmed();
    published(story, 'p1');
    moves(story);
    expect(refusalOf(story.says(DRAFTER, withdraw()))?.code).toBe('not_authorised');
    expect(told(story.says(COMMANDER, withdraw()))).toHaveProperty('publicationWithdrawn');
    story.delivers();
    expect(story.state.publication.items['p1']?.status).toBe('withdrawn');
  });

  test('or corrected by command, with four eyes', () => {
    const story = confirmed();
    published(story, 'p1');
    moves(story);
    expect(refusalOf(story.says(DRAFTER, draft(correction)))?.code).toBe('not_authorised');
    expect(told(story.says(COMMANDER, draft(correction)))).toEqual({ publicationToApprove: [DEPUTY] });
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p2')))?.code).toBe('drafter_cannot_approve');
    expect(refusalOf(story.says(DEPUTY, on('approve', 'p2')))).toBeUndefined();
    story.delivers();
    expect(story.state.publication.items['p2']?.status).toBe('published');
  });

  test('nothing new is begun; what waits can be withdrawn, and whoever wrote it or was asked hears that it goes no further', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    expect(told(moves(story))).toMatchObject({ publicationLeft: [DRAFTER, COUNSEL] });
    for (const decision of [draft(), draft({ publication: 'p1' }), on('approve', 'p1'), waive]) {
      expect(refusalOf(story.says(COMMANDER, decision))?.code).toBe('no_publication');
    }
    expect(of(story, /^publication|Statement/)).toEqual([]);
    expect(refusalOf(story.says(COMMANDER, withdraw()))).toBeUndefined();
  });

  test('a correction that waits goes on, with whoever commands', () => {
    const story = confirmed();
    published(story, 'p1');
    story.says(DRAFTER, draft(correction));
    const events = moves(story);
    expect(told(events)).toMatchObject({ publicationToApprove: [COMMANDER] });
    expect(told(events)).not.toHaveProperty('publicationLeft');
    expect(of(story, /^publication/)).toEqual([['publication p2', DAY, 'commander']]);
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p2')))).toBeUndefined();
  });

  test('a text that was on its way goes out, and is withdrawn after the close too', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    story.says(COUNSEL, on('check'));
    story.says(COMMANDER, on('approve'));
    moves(story);
    story.delivers();
    expect(story.state.publication.items['p1']?.status).toBe('published');
    endsAnyhow(story);
    story.delivers();
    story.says(COMMANDER, { type: 'close', reason: 'done', despite: true });
    expect(story.state.phase).toBe('closed');
    expect(refusalOf(story.says(COMMANDER, withdraw()))).toBeUndefined();
  });
});

describe('that nothing is published', () => {
  test('holds no more at a level at which others decide that: they are told, and a statement is owed from then on', () => {
    const story = confirmed('L3');
    story.says(DEPUTY, waive);
    story.passes(3 * HOUR);
    const events = story.says(COMMANDER, raiseTo('L1'));
    expect(events).toContainEqual(expect.objectContaining({ type: 'publicationWaiverLapsed', from: 'L3', to: 'L1' }));
    expect(told(events)['publicationWaiverLapsed']).toEqual([COMMANDER, DRAFTER, DEPUTY]);
    expect(of(story, /Statement/)).toEqual([['firstStatement', HOUR, 'pressLead']]);
    expect(pressed(story.passes(HOUR), 'firstStatement')).toEqual([
      ['soon', [DRAFTER]],
      ['due', [DRAFTER]],
    ]);
    expect(refusalOf(story.says(DEPUTY, waive))?.code).toBe('not_authorised');
    expect(refusalOf(story.says(COMMANDER, waive))).toBeUndefined();
    expect(of(story, /Statement/)).toEqual([]);
    expect(fold(story.state.basis, story.events).publication).toEqual(story.state.publication);
  });

  test('nor where the public has to hear of it sooner, whoever decided it, if it has heard nothing yet', () => {
    const story = confirmed('L3');
    story.says(COMMANDER, waive);
    story.says(COMMANDER, raiseTo('L2'));
    expect(of(story, /Statement/)).toEqual([['firstStatement', HOUR, 'pressLead']]);
    const heard = confirmed('L3');
    published(heard, 'p1');
    heard.says(COMMANDER, waive);
    expect(told(heard.says(COMMANDER, raiseTo('L2')))).not.toHaveProperty('publicationWaiverLapsed');
  });

  test('holds where the level falls, or rises to one at which the same post decides and nothing is owed sooner', () => {
    const story = confirmed('L2');
    story.says(COMMANDER, waive);
    for (const level of ['L1', 'L3', 'L2']) {
      expect(told(story.says(COMMANDER, raiseTo(level)))).not.toHaveProperty('publicationWaiverLapsed');
    }
    expect(refusalOf(story.says(COMMANDER, waive))?.code).toBe('already_waived');
  });

  test('holds no more where what was treated as real is confirmed at a graver level', () => {
    const basis = publicationBasis();
    basis.plan.verification.timeBox = [{ within: HOUR }];
    basis.plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L3' };
    const story = new Story({ facts: { usersAffected: 100 } }, basis);
    story.passes(2 * HOUR);
    story.says(DEPUTY, waive);
    expect(told(story.says(COMMANDER, confirmAt('L2')))).toHaveProperty('publicationWaiverLapsed');
  });

  test('holds at every level where an earlier release did not keep at which it was decided', () => {
    const story = confirmed('L3');
    story.says(DEPUTY, waive);
    const { level: _, authority: __, ...waived } = story.state.publication.waived!;
    story.state = { ...story.state, publication: { ...story.state.publication, waived } };
    expect(told(story.says(COMMANDER, raiseTo('L1')))).not.toHaveProperty('publicationWaiverLapsed');
  });
});

describe('a draft that nothing owed would come of', () => {
  test('is to be decided on as soon as a first statement, by whoever it waits for, and pressed for', () => {
    const story = confirmed();
    published(story, 'p1');
    story.says(DRAFTER, draft(correction));
    expect(due(story)).toEqual([['publication p2', HOUR, 'duty']]);
    story.delivers();
    expect(pressed(story.passes(80 * MINUTE), 'publication p2')).toEqual([
      ['soon', [COUNSEL]],
      ['due', [COUNSEL]],
      ['overdue', [COUNSEL, COMMANDER]],
    ]);
    story.says(COUNSEL, on('check', 'p2'));
    expect(of(story, /^publication/)).toEqual([['publication p2', -20 * MINUTE, 'commander']]);
    story.says(COUNSEL, { type: 'publication', action: 'return', publication: 'p2', version: 1, remarks: 'say why' });
    expect(of(story, /^publication/)).toEqual([['publication p2', -20 * MINUTE, 'pressLead']]);
    story.says(DRAFTER, draft({ ...correction, publication: 'p2' }));
    expect(of(story, /^publication/)).toEqual([['publication p2', HOUR, 'duty']]);
    story.says(COUNSEL, on('check', 'p2', 2));
    story.says(COMMANDER, on('approve', 'p2', 2));
    expect(due(story)).toEqual([]);
  });

  test('likewise after it was decided that nothing is published, at a level that wants no first statement too', () => {
    const story = confirmed('L3');
    story.says(COMMANDER, waive);
    story.says(DRAFTER, draft({ kind: 'update' }));
    expect(due(story)).toEqual([['publication p1', HOUR, 'duty']]);
    const slow = confirmed(
      'L3',
      {},
      publicationBasis((rule) => rule.firstStatement.push({ levels: ['L2'], within: 2 * HOUR })),
    );
    slow.says(DRAFTER, draft());
    expect(due(slow)).toEqual([['publication p1', 2 * HOUR, 'duty']]);
    const untimed = confirmed(
      'L3',
      {},
      publicationBasis((rule) => (rule.firstStatement = [])),
    );
    untimed.says(DRAFTER, draft());
    expect(due(untimed)).toEqual([['publication p1', DAY, 'duty']]);
  });

  test('beside the statement that is owed, which another text is to be', () => {
    const story = confirmed();
    published(story, 'p1', { nextAt: START + 3 * HOUR });
    story.says(DRAFTER, draft(correction));
    expect(due(story)).toEqual([
      ['nextStatement', 3 * HOUR, 'pressLead'],
      ['publication p2', HOUR, 'duty'],
    ]);
    story.says(DRAFTER, draft({ kind: 'update' }));
    expect(due(story)).toEqual([
      ['nextStatement', 3 * HOUR, 'duty'],
      ['publication p2', HOUR, 'duty'],
    ]);
  });

  test.each(['a correction', 'an update after nothing was to be published'])(
    '%s that holds up the closure is pressed for until it is decided on, and then the closure is ready',
    (what) => {
      const basis = publicationBasis();
      basis.plan.aftermath!.mandatory = ['publication'];
      basis.plan.aftermath!.personalData = { destroyAfter: 180 * DAY, owner: 'duty' };
      const story = confirmed('L2', {}, basis);
      const isCorrection = what === 'a correction';
      if (isCorrection) published(story, 'p1');
      endsAnyhow(story);
      if (isCorrection) published(story, 'p2', { kind: 'final' });
      else story.says(COMMANDER, waive);
      const id = isCorrection ? 'p3' : 'p1';
      story.says(DRAFTER, draft(isCorrection ? { kind: 'correction', corrects: 'p2' } : { kind: 'update' }));
      story.delivers();
      const isOpen = () => openItems(story.state, story.at).some(({ id: step }) => step === 'publication');
      expect(isOpen()).toBe(true);
      expect(pressed(story.passes(2 * HOUR), `publication ${id}`)).toEqual([
        ['soon', [COUNSEL]],
        ['due', [COUNSEL]],
        ['overdue', [COUNSEL, COMMANDER]],
      ]);
      story.says(DRAFTER, withdraw(id));
      expect(isOpen()).toBe(false);
      expect(of(story, /^publication/)).toEqual([]);
    },
  );
});

describe('how it ended', () => {
  const mandatory = () => {
    const basis = publicationBasis();
    basis.plan.aftermath!.mandatory = ['publication'];
    return confirmed('L2', {}, basis);
  };

  test('is not told before it has: the closing statement is still owed after the end', () => {
    const story = mandatory();
    const refused = refusalOf(story.says(DRAFTER, draft({ kind: 'final' })));
    expect(refused).toMatchObject({ code: 'final_before_end', found: { phase: 'responding' } });
    published(story, 'p1', { kind: 'update' });
    expect(refusalOf(story.says(DRAFTER, draft({ kind: 'final' })))?.code).toBe('final_before_end');
    endsAnyhow(story);
    expect(of(story, /finalStatement/)).toEqual([['finalStatement', DAY, 'pressLead']]);
    published(story, 'p2', { kind: 'final' });
    expect(of(story, /finalStatement/)).toEqual([]);
  });

  test('of a text that an earlier release took before the end nobody decides until then', () => {
    const story = mandatory();
    story.says(DRAFTER, draft());
    const { publication } = story.state;
    const item = { ...publication.items['p1']!, kind: 'final' as const };
    story.state = { ...story.state, publication: { ...publication, items: { p1: item } } };
    expect(refusalOf(story.says(COUNSEL, on('check')))?.code).toBe('final_before_end');
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p1', 1, 'late')))?.code).toBe('final_before_end');
    endsAnyhow(story);
    expect(refusalOf(story.says(COUNSEL, on('check')))).toBeUndefined();
    expect(refusalOf(story.says(COMMANDER, on('approve')))).toBeUndefined();
  });
});

describe('a text that promises the next one for a time that comes while it waits', () => {
  const waiting = () => {
    const story = confirmed();
    story.says(DRAFTER, draft({ nextAt: START + 30 * MINUTE }));
    return story;
  };

  test('is to be drafted anew: its drafter is told once, and pressed instead of whoever would approve it', () => {
    const story = waiting();
    story.says(COUNSEL, on('check'));
    expect(of(story, /Statement/)).toEqual([['firstStatement', HOUR, 'commander']]);
    const events = story.passes(40 * MINUTE);
    expect(told(events)).toMatchObject({ publicationOvertaken: [DRAFTER] });
    expect(refusalOf(story.says(COMMANDER, on('approve')))?.code).toBe('next_statement_passed');
    expect(of(story, /Statement/)).toEqual([['firstStatement', 20 * MINUTE, 'pressLead']]);
    const later = story.passes(HOUR);
    expect(told(later)).not.toHaveProperty('publicationOvertaken');
    expect(pressed(later, 'firstStatement').flatMap(([, people]) => people)).toContain(DRAFTER);
    story.says(DRAFTER, draft({ publication: 'p1', nextAt: story.at + HOUR }));
    expect(of(story, /Statement/)[0]?.[2]).toBe('duty');
    expect(fold(story.state.basis, story.events).publication).toEqual(story.state.publication);
  });

  test('is not checked any more either, nor asked of anybody by another level', () => {
    const story = waiting();
    story.passes(40 * MINUTE);
    expect(refusalOf(story.says(COUNSEL, on('check')))?.code).toBe('next_statement_passed');
    expect(told(story.says(COMMANDER, raiseTo('L3')))).not.toHaveProperty('publicationToApprove');
  });

  test('tells nobody where it is out, returned or withdrawn by then, or the incident is over', () => {
    const approved = waiting();
    approved.says(COUNSEL, on('check'));
    approved.says(COMMANDER, on('approve'));
    const withdrawn = waiting();
    withdrawn.says(DRAFTER, withdraw());
    const closed = confirmed();
    published(closed, 'p1');
    endsAnyhow(closed);
    closed.says(DRAFTER, draft({ ...correction, nextAt: closed.at + HOUR }));
    closed.delivers();
    closed.says(COMMANDER, { type: 'close', despite: true, reason: 'done' });
    closed.delivers();
    expect(nextWake(closed.state)).toBeUndefined();
    for (const story of [approved, withdrawn, closed]) {
      expect(told(story.passes(2 * HOUR))).not.toHaveProperty('publicationOvertaken');
    }
  });
});

describe('a draft that nobody decides on any more, because the incident is over', () => {
  test('is told to whoever wrote it and whoever was asked: merged, with the other incident', () => {
    const story = confirmed();
    published(story, 'p1');
    story.says(DRAFTER, draft({ kind: 'update' }));
    story.says(COUNSEL, on('check', 'p2'));
    story.says(DRAFTER, draft(correction));
    story.says(COMMANDER, { type: 'merge', into: 'i-2', reason: 'the same' });
    const events = story.delivers();
    const left = events.flatMap((e) =>
      e.type === 'effectRequested' && e.effect.kind === 'notify' && e.effect.template === 'publicationLeft'
        ? [e.effect]
        : [],
    );
    // The correction goes on.
    expect(left).toMatchObject([{ facts: { publication: 'p2', into: 'i-2' } }]);
    expect(left[0]?.recipients.map(({ person }) => person)).toEqual([DRAFTER, COUNSEL, COMMANDER]);
  });

  test('once, whatever comes after', () => {
    const story = confirmed();
    endsAnyhow(story);
    story.delivers();
    story.says(DRAFTER, draft({ kind: 'final' }));
    const without = structuredClone(story.state.basis);
    delete without.plan.aftermath!.publication;
    const moved = (version: number) =>
      story.says(COMMANDER, {
        type: 'movePlan',
        reason: 'x',
        basis: { ...without, plan: { ...without.plan, version, hash: `h${version}` } },
      });
    expect(told(moved(8))['publicationLeft']).toBeDefined();
    expect(told(moved(9))['publicationLeft']).toBeUndefined();
    const closed = story.says(COMMANDER, { type: 'close', reason: 'done', despite: true });
    expect(told(closed)['publicationLeft']).toBeUndefined();
  });

  test('closed despite it, but for whoever closed it', () => {
    const story = confirmed();
    endsAnyhow(story);
    story.delivers();
    story.says(DRAFTER, draft({ kind: 'final' }));
    story.says(COUNSEL, on('check'));
    const events = story.says(COMMANDER, { type: 'close', reason: 'done', despite: true });
    expect(told(events)['publicationLeft']).toEqual([DRAFTER, COUNSEL]);
  });
});
