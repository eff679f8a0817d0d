import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { duesOf, fold, noticeTexts, openItems, pending, restored } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import {
  COMMANDER,
  confirmed,
  COUNSEL,
  DEPUTY,
  draft,
  DRAFTER,
  on,
  published,
  publicationBasis,
  TEXTS,
  withdraw,
} from './publicationPlan.js';
import { MINUTE, override, confirmEnd, endsAnyhow, refusalOf, START, Story, told } from './story.js';

const LIAISON = 'zhou-min';
const waive = { type: 'publication', action: 'waive', reason: 'nobody outside noticed' } as const;
const publishes = (story: Story) =>
  story.events.flatMap((e) => (e.type === 'effectRequested' && e.effect.kind === 'publish' ? [e.effect] : []));
const users = (value: number) =>
  ({ type: 'addFact', values: { usersAffected: value }, source: 'dba', confidence: 'confirmed' }) as const;

describe('a text on its way to the public', () => {
  test('counsel is told when it is drafted, with its words, then whoever approves', () => {
    const story = confirmed();
    const drafted = story.says(DRAFTER, draft());
    expect(told(drafted)).toEqual({ publicationToCheck: [COUNSEL] });
    const [pending] = Object.values(story.state.effects.pending).filter(
      ({ effect }) => effect.kind === 'notify' && effect.template === 'publicationToCheck',
    );
    expect(pending?.effect.kind === 'notify' && noticeTexts(story.state, pending.effect)).toMatchObject(TEXTS);
    expect(told(story.says(COUNSEL, on('check')))).toEqual({ publicationToApprove: [COMMANDER] });
    expect(publishes(story)).toEqual([]);
  });

  test('once approved it is published, and then publicity, command and whoever speaks with partners are told', () => {
    const story = confirmed();
    const events = published(story, 'p1');
    expect(publishes(story)).toMatchObject([{ publication: 'p1', version: 1 }]);
    expect(story.state.publication.items['p1']).toMatchObject({ status: 'published', publicId: 'public-p1' });
    expect(told(events)).toMatchObject({
      publicationOut: [DRAFTER, COMMANDER, DEPUTY],
      publicationPassOn: [LIAISON],
    });
    const out = Object.values(story.state.effects.pending).find(
      ({ effect }) => effect.kind === 'notify' && effect.template === 'publicationPassOn',
    );
    expect(out?.texts).toEqual(TEXTS);
  });

  test('what is returned goes back to whoever drafted it with the remarks, and another version needs everything anew', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    story.says(COUNSEL, on('check'));
    const remarks = 'name no supplier';
    const returned = story.says(COMMANDER, {
      type: 'publication',
      action: 'return',
      publication: 'p1',
      version: 1,
      remarks,
    });
    expect(told(returned)).toEqual({ publicationReturned: [DRAFTER] });
    expect(refusalOf(story.says(COMMANDER, on('approve')))?.code).toBe('publication_not_waiting');
    story.says(DRAFTER, draft({ publication: 'p1' }));
    expect(refusalOf(story.says(COMMANDER, on('approve')))?.code).toBe('other_version');
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p1', 2)))?.code).toBe('legal_check_required');
    story.says(COUNSEL, on('check', 'p1', 2));
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p1', 2)))).toBeUndefined();
    expect(publishes(story)).toMatchObject([{ publication: 'p1', version: 2 }]);
  });

  test('at levels I and II only the commander approves, at level III the deputy may too', () => {
    const grave = confirmed('L2');
    grave.says(DRAFTER, draft());
    grave.says(COUNSEL, on('check'));
    expect(refusalOf(grave.says(DEPUTY, on('approve')))?.code).toBe('not_authorised');
    const mild = confirmed('L3');
    mild.says(DRAFTER, draft());
    mild.says(COUNSEL, on('check'));
    expect(refusalOf(mild.says(DEPUTY, on('approve')))).toBeUndefined();
  });

  test('posts as an earlier release compiled them approve at every level', () => {
    const basis = publicationBasis((rule) => (rule.approvedBy = ['commander', 'deputy']));
    const story = confirmed('L1', {}, basis);
    story.says(DRAFTER, draft());
    story.says(COUNSEL, on('check'));
    expect(refusalOf(story.says(DEPUTY, on('approve')))).toBeUndefined();
  });

  test('nobody approves or checks what they drafted', () => {
    const story = confirmed();
    story.says(COMMANDER, draft());
    story.says(COUNSEL, on('check'));
    expect(refusalOf(story.says(COMMANDER, on('approve')))?.code).toBe('drafter_cannot_approve');
    const counselDrafts = confirmed(
      'L2',
      {},
      publicationBasis((rule) => (rule.drafter = 'duty')),
    );
    counselDrafts.says(COUNSEL, draft());
    expect(refusalOf(counselDrafts.says(COUNSEL, on('check')))?.code).toBe('drafter_cannot_check');
  });

  test('nor does anybody approve what they drafted an earlier version of', () => {
    const story = confirmed();
    story.says(COMMANDER, draft());
    story.says(DRAFTER, draft({ publication: 'p1' }));
    story.says(COUNSEL, on('check', 'p1', 2));
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p1', 2)))?.code).toBe('drafter_cannot_approve');
    expect(story.state.publication.items['p1']?.earlier).toEqual([{ kind: 'person', id: COMMANDER }]);
    story.says(COMMANDER, withdraw());
    story.says(DRAFTER, draft());
    story.says(COUNSEL, on('check', 'p2'));
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p2')))).toBeUndefined();
  });

  test('command may go on without the legal check, with a reason that is on record', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    expect(refusalOf(story.says(COMMANDER, on('approve')))).toMatchObject({
      code: 'legal_check_required',
      needed: { posts: ['duty'] },
    });
    const events = story.says(COMMANDER, on('approve', 'p1', 1, 'nobody reachable'));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'publicationApproved', unchecked: true, texts: { reason: 'nobody reachable' } }),
    );
  });

  test('counsel who wrote it is not asked for it, and whoever alone could approve it has a deputy asked', () => {
    const basis = publicationBasis((rule) => (rule.drafter = 'duty'));
    const story = confirmed('L2', {}, basis);
    expect(told(story.says(COUNSEL, draft()))).toEqual({ publicationToApprove: [COMMANDER] });
    const byCommand = confirmed(
      'L2',
      {},
      publicationBasis((rule) => delete rule.legalCheck),
    );
    expect(told(byCommand.says(COMMANDER, draft()))).toEqual({ publicationToApprove: [DEPUTY] });
    expect(refusalOf(byCommand.says(COMMANDER, on('approve')))).toHaveProperty('code', 'drafter_cannot_approve');
    // The first statement is due: whoever may not approve it is not asked to.
    byCommand.passes(HOUR - 5 * MINUTE);
    const [reminded] = byCommand.all('duesReminded');
    expect(reminded?.tell).toEqual([{ person: DEPUTY, items: ['firstStatement'] }]);
    expect(refusalOf(byCommand.says(DEPUTY, on('approve')))).toBeUndefined();
    // What somebody else wrote stays with whom the plan names.
    const byPress = confirmed(
      'L2',
      {},
      publicationBasis((rule) => delete rule.legalCheck),
    );
    byPress.says(DRAFTER, draft());
    expect(refusalOf(byPress.says(DEPUTY, on('approve')))).toHaveProperty('code', 'not_authorised');
  });

  test('where nobody holds the post that approves, command is asked, and may', () => {
    const basis = publicationBasis((rule) => (rule.approvedBy = ['liaisonLead']));
    basis.holders = { ...basis.holders, liaisonLead: [] };
    const story = confirmed('L2', {}, basis);
    story.says(DRAFTER, draft());
    expect(told(story.says(COUNSEL, on('check')))).toEqual({ publicationToApprove: [COMMANDER, DEPUTY] });
    expect(refusalOf(story.says(COMMANDER, on('approve')))).toBeUndefined();
  });

  test('of those who may approve, whoever drafted none of it is asked, before anybody stands in', () => {
    const basis = publicationBasis((rule) => {
      delete rule.legalCheck;
      rule.approvedBy = ['techLead'];
    });
    basis.holders['techLead'] = [DRAFTER, 'zhao-lei'];
    const story = confirmed('L2', {}, basis);
    expect(told(story.says(DRAFTER, draft()))).toEqual({ publicationToApprove: ['zhao-lei'] });
    expect(refusalOf(story.says(COMMANDER, on('approve')))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('zhao-lei', on('approve')))).toBeUndefined();
  });

  test.each([
    ['the deputies of the post stand in, and the chain of command does not', ['liaisonLead'], LIAISON, COMMANDER],
    ['where it has none who did not write it, the chain of command does', [], COMMANDER, LIAISON],
  ])('where nobody else may approve it, %s', (_, deputies, next, other) => {
    const basis = publicationBasis((rule) => {
      delete rule.legalCheck;
      rule.approvedBy = ['pressLead'];
    });
    basis.plan.posts.find(({ id }) => id === 'pressLead')!.deputies = deputies;
    const story = confirmed('L2', {}, basis);
    const people = told(story.says(DRAFTER, draft()))['publicationToApprove'];
    expect(people).toContain(next);
    expect(people).not.toContain(other);
    expect(refusalOf(story.says(other, on('approve')))?.code).toBe('not_authorised');
    expect(refusalOf(story.says(DRAFTER, on('approve')))?.code).toBe('drafter_cannot_approve');
    expect(refusalOf(story.says(next, on('approve')))).toBeUndefined();
  });

  test('a post that nobody holds leaves it to whoever comes next', () => {
    const basis = publicationBasis((rule) => {
      delete rule.legalCheck;
      rule.approvedBy = ['techLead'];
    });
    basis.holders['techLead'] = [];
    const story = confirmed('L2', {}, basis);
    expect(told(story.says(DRAFTER, draft()))).toEqual({ publicationToApprove: [COMMANDER, DEPUTY] });
    expect(refusalOf(story.says(DEPUTY, on('approve')))).toBeUndefined();
  });

  test('what nobody else could approve is refused, with who could draft it, and what waits already is left alone', () => {
    const basis = publicationBasis();
    basis.holders['deputy'] = [];
    const story = confirmed('L2', {}, basis);
    expect(refusalOf(story.says(COMMANDER, draft()))).toMatchObject({
      code: 'nobody_to_approve',
      needed: { posts: ['commander', 'deputy'], drafters: ['pressLead'] },
    });
    story.says(DRAFTER, draft());
    expect(refusalOf(story.says(COMMANDER, draft({ publication: 'p1' })))).toMatchObject({
      code: 'nobody_to_approve',
      found: { publication: 'p1' },
    });
    story.says(COUNSEL, on('check'));
    expect(refusalOf(story.says(COMMANDER, on('approve')))).toBeUndefined();
  });

  test('what counsel wrote themselves whoever approves may let out unchecked, with a reason, in command or not', () => {
    const basis = publicationBasis((rule) => {
      rule.drafter = 'duty';
      rule.approvedBy = ['liaisonLead'];
    });
    const story = confirmed('L2', {}, basis);
    const [asked] = story.says(COUNSEL, draft()).flatMap((e) => (e.type === 'effectRequested' ? [e.effect] : []));
    expect(asked).toMatchObject({
      template: 'publicationToApprove',
      recipients: [{ person: LIAISON }],
      facts: { unchecked: true },
    });
    expect(refusalOf(story.says(COUNSEL, on('check')))?.code).toBe('drafter_cannot_check');
    expect(refusalOf(story.says(LIAISON, on('approve')))?.code).toBe('legal_check_required');
    const events = story.says(LIAISON, on('approve', 'p1', 1, 'counsel wrote it'));
    expect(events[0]).toMatchObject({ type: 'publicationApproved', unchecked: true });
    // Counsel who could still check it is waited for.
    const other = confirmed(
      'L2',
      {},
      publicationBasis((rule) => (rule.approvedBy = ['liaisonLead'])),
    );
    other.says(DRAFTER, draft());
    expect(refusalOf(other.says(LIAISON, on('approve', 'p1', 1, 'late')))?.code).toBe('legal_check_required');
  });

  test('where counsel is away whoever approves is told at once', () => {
    const basis = publicationBasis();
    basis.people = { [COUNSEL]: { away: [{ from: START - 1, until: START + HOUR }] } };
    const story = confirmed('L2', {}, basis);
    expect(told(story.says(DRAFTER, draft()))).toEqual({ publicationToApprove: [COMMANDER] });
  });

  test('once a fact that it rests on has changed, it is approved no more until it is drafted anew', () => {
    const story = confirmed();
    story.says(DRAFTER, draft({ facts: ['usersAffected'] }));
    expect(story.events.at(-2)).toMatchObject({ facts: [{ fact: 'usersAffected', value: 100, seq: 1 }] });
    story.says(COUNSEL, on('check'));
    story.says(COMMANDER, users(100));
    expect(story.state.publication.items['p1']?.facts).toEqual([{ fact: 'usersAffected', value: 100 }]);
    story.says(COMMANDER, users(5_000));
    expect(refusalOf(story.says(COMMANDER, on('approve')))).toMatchObject({
      code: 'facts_moved',
      found: { facts: ['usersAffected'] },
    });
    story.says(DRAFTER, draft({ publication: 'p1', facts: ['usersAffected'] }));
    story.says(COUNSEL, on('check', 'p1', 2));
    expect(refusalOf(story.says(COMMANDER, on('approve', 'p1', 2)))).toBeUndefined();
  });

  describe('when a fact that it rests on moves', () => {
    const rests = { facts: ['usersAffected'] };
    const movedIn = (events: IncidentEvent[]) => events.filter((e) => e.type === 'publicationFactsMoved');
    const noticeTo = (events: IncidentEvent[], person: string) =>
      events
        .flatMap((e) => (e.type === 'effectRequested' && e.effect.kind === 'notify' ? [e.effect] : []))
        .find(({ template, recipients }) => {
          return template === 'publicationFactsMoved' && recipients.some((r) => r.person === person);
        });

    test('its drafter and all who were asked are told at once, with the old value and the new one', () => {
      const story = confirmed();
      story.says(DRAFTER, draft(rests));
      story.says(COUNSEL, on('check'));
      const events = story.says(COMMANDER, users(5_000));
      expect(movedIn(events)).toMatchObject([
        { publication: 'p1', version: 1, facts: [{ fact: 'usersAffected', value: 100, now: 5_000 }] },
      ]);
      const values = { was: ['usersAffected=100'], now: ['usersAffected=5000'] };
      expect(noticeTo(events, DRAFTER)?.facts).toMatchObject({ ...values, drafted: true });
      expect(noticeTo(events, COMMANDER)?.facts).toMatchObject(values);
      expect(noticeTo(events, COMMANDER)?.facts).not.toHaveProperty('drafted');
      expect(noticeTo(events, COUNSEL)).toEqual(noticeTo(events, COMMANDER));
    });

    test('once for each move: not of the same value, nor of a fact that it does not name', () => {
      const story = confirmed();
      story.says(DRAFTER, draft(rests));
      expect(movedIn(story.says(COMMANDER, users(5_000)))).toHaveLength(1);
      expect(movedIn(story.says(COMMANDER, users(5_000)))).toEqual([]);
      const other = { type: 'addFact', values: { dataLost: true }, source: 'dba', confidence: 'confirmed' } as const;
      expect(movedIn(story.says(COMMANDER, other))).toEqual([]);
      expect(movedIn(story.says(COMMANDER, users(6_000)))).toMatchObject([{ facts: [{ value: 100, now: 6_000 }] }]);
    });

    test('what is again as it says is told too, and then it is approved as it is', () => {
      const story = confirmed();
      story.says(DRAFTER, draft(rests));
      story.says(COMMANDER, users(5_000));
      const back = story.says(COMMANDER, users(100));
      expect(movedIn(back)).toMatchObject([{ facts: [] }]);
      expect(told(back)).toMatchObject({ publicationFactsMoved: [DRAFTER, COUNSEL] });
      story.says(COUNSEL, on('check'));
      expect(refusalOf(story.says(COMMANDER, on('approve')))).toBeUndefined();
    });

    test('another version ends it, and what was returned, approved or withdrawn is told of no more', () => {
      const story = confirmed();
      story.says(DRAFTER, draft(rests));
      story.says(COMMANDER, users(5_000));
      story.says(DRAFTER, draft({ ...rests, publication: 'p1' }));
      expect(story.state.publication.items['p1']).not.toHaveProperty('moved');
      expect(movedIn(story.says(COMMANDER, users(5_000)))).toEqual([]);
      const remarks = 'shorter';
      story.says(COUNSEL, { type: 'publication', action: 'return', publication: 'p1', version: 2, remarks });
      expect(movedIn(story.says(COMMANDER, users(7_000)))).toEqual([]);
      published(story, 'p2', rests);
      story.says(DRAFTER, draft(rests));
      story.says(DRAFTER, withdraw('p3'));
      expect(movedIn(story.says(COMMANDER, users(8_000)))).toEqual([]);
    });

    test('until then it waits for its drafter', () => {
      const story = confirmed();
      story.says(DRAFTER, draft(rests));
      story.says(COMMANDER, users(5_000));
      expect(duesOf(story.state)).toMatchObject([{ item: 'firstStatement', posts: ['pressLead', 'commander'] }]);
    });

    test('a draft of which an earlier release did not keep who was asked is told to whoever it waits for', () => {
      const story = confirmed();
      story.says(DRAFTER, draft(rests));
      const { basis, ...kept } = structuredClone(story.state);
      delete kept.publication.items['p1']!.asked;
      story.state = restored(basis, kept);
      expect(told(story.says(COMMANDER, users(5_000)))).toMatchObject({ publicationFactsMoved: [DRAFTER, COUNSEL] });
    });
  });

  describe('when the level changes', () => {
    const level = (to: string) => ({ type: 'changeLevel', level: to, reason: 'seen' }) as const;

    test('whoever may approve it from then on is told, with its words, and nobody twice', () => {
      const story = confirmed('L2');
      story.says(DRAFTER, draft());
      story.says(DRAFTER, draft({ kind: 'update', texts: { ...TEXTS, 'title en': 'More' } }));
      for (const id of ['p1', 'p2']) story.says(COUNSEL, on('check', id));
      const down = story.says(COMMANDER, level('L3'));
      expect(told(down)['publicationToApprove']).toEqual([DEPUTY, DEPUTY]);
      const titles = Object.values(story.state.effects.pending).flatMap(({ effect, texts }) =>
        effect.kind === 'notify' && effect.recipients.some((r) => r.person === DEPUTY)
          ? (texts?.['title en'] ?? [])
          : [],
      );
      expect(titles).toEqual(['Payments', 'More']);
      expect(told(story.says(COMMANDER, level('L2')))).not.toHaveProperty('publicationToApprove');
      expect(told(story.says(COMMANDER, level('L3')))).not.toHaveProperty('publicationToApprove');
    });

    test('up likewise', () => {
      const basis = publicationBasis((rule) => {
        delete rule.legalCheck;
        rule.approvedBy = [
          { posts: ['deputy'], levels: ['L3'] },
          { posts: ['commander'], levels: ['L1', 'L2'] },
        ];
      });
      const story = confirmed('L3', {}, basis);
      expect(told(story.says(DRAFTER, draft()))).toEqual({ publicationToApprove: [DEPUTY] });
      expect(told(story.says(COMMANDER, level('L2')))['publicationToApprove']).toEqual([COMMANDER]);
    });

    test('what counsel has still to check, or what is to be drafted anew, waits for nobody else', () => {
      const story = confirmed('L2');
      story.says(DRAFTER, draft({ facts: ['usersAffected'] }));
      expect(told(story.says(COMMANDER, level('L3')))).not.toHaveProperty('publicationToApprove');
      story.says(COMMANDER, level('L2'));
      story.says(COUNSEL, on('check'));
      story.says(COMMANDER, users(5_000));
      expect(told(story.says(COMMANDER, level('L3')))).not.toHaveProperty('publicationToApprove');
      // Once it can be approved after all, whoever may do so by then is told.
      expect(told(story.says(COMMANDER, users(100)))['publicationToApprove']).toEqual([DEPUTY]);
      expect(story.state.publication.items['p1']?.asked).toEqual({ check: [COUNSEL], approve: [COMMANDER, DEPUTY] });
      expect(fold(story.state.basis, story.events).publication).toEqual(story.state.publication);
    });

    test('whoever takes over command is told what waits for them', () => {
      const story = confirmed('L2');
      story.says(DRAFTER, draft());
      story.says(COUNSEL, on('check'));
      const brief = { situation: 'a', objectives: 'b', risks: 'c' };
      story.says(COMMANDER, { type: 'handOver', action: 'offer', to: DEPUTY, brief });
      expect(told(story.says(DEPUTY, { type: 'handOver', action: 'accept' }))['publicationToApprove']).toEqual([
        DEPUTY,
      ]);
    });
  });

  describe('when the people change', () => {
    const posts = (story: Story, holders: Record<string, string[]>) => {
      const { basis } = story.state;
      const to = { holders: { ...basis.holders, ...holders }, people: basis.people ?? {} };
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      const plan = basis.plan.hash;
      return story.hears({ ...head, type: 'peopleChanged', roster: 2, plan, ...differenceOf(basis, to) });
    };
    const byTech = (holders = ['zhao-lei']) => {
      const basis = publicationBasis((rule) => {
        delete rule.legalCheck;
        rule.approvedBy = ['techLead'];
      });
      basis.holders['techLead'] = holders;
      return confirmed('L2', {}, basis);
    };

    test('whoever comes to the post that approves is told what waits, once', () => {
      const story = byTech();
      expect(told(story.says(DRAFTER, draft()))).toEqual({ publicationToApprove: ['zhao-lei'] });
      const events = posts(story, { techLead: ['sun-yu'] });
      expect(told(events)['publicationToApprove']).toEqual(['sun-yu']);
      expect(told(posts(story, { techLead: ['zhao-lei'] }))).not.toHaveProperty('publicationToApprove');
      expect(refusalOf(story.says('zhao-lei', on('approve')))).toBeUndefined();
    });

    test('so is whoever stands in where nobody else is left in that post', () => {
      const story = byTech([DRAFTER, 'zhao-lei']);
      story.says(DRAFTER, draft());
      const events = posts(story, { techLead: [DRAFTER] });
      expect(told(events)['publicationToApprove']).toEqual([COMMANDER, DEPUTY]);
      expect(refusalOf(story.says(COMMANDER, on('approve')))).toBeUndefined();
    });

    test('its drafter and command are told once where nobody is left who may approve it, and whoever comes, then', () => {
      const story = byTech();
      story.says(COMMANDER, draft());
      story.says(DEPUTY, draft({ publication: 'p1' }));
      story.says('zhao-lei', { type: 'publication', action: 'return', publication: 'p1', version: 2, remarks: 'no' });
      story.says(COMMANDER, draft({ publication: 'p1' }));
      const events = posts(story, { techLead: [] });
      expect(told(events)).toMatchObject({ publicationStuck: [COMMANDER] });
      expect(refusalOf(story.says(COMMANDER, on('approve', 'p1', 3)))?.code).toBe('drafter_cannot_approve');
      expect(story.state.publication.items['p1']).toHaveProperty('stuck');
      const again = posts(story, { pressLead: ['sun-yu'] });
      expect(told(again)).not.toHaveProperty('publicationStuck');
      const after = posts(story, { techLead: ['sun-yu'] });
      expect(told(after)).toMatchObject({ publicationToApprove: ['sun-yu'] });
      expect(story.state.publication.items['p1']).not.toHaveProperty('stuck');
      expect(fold(story.state.basis, story.events).publication).toEqual(story.state.publication);
      expect(told(posts(story, { techLead: [] }))).toMatchObject({ publicationStuck: [COMMANDER] });
    });
  });

  test('a level at which nobody but its drafters could approve it is told to them', () => {
    const basis = publicationBasis((rule) => {
      delete rule.legalCheck;
      rule.approvedBy = [
        { posts: ['techLead'], levels: ['L2'] },
        { posts: ['commander'], levels: ['L1', 'L3'] },
      ];
    });
    const story = confirmed('L2', {}, basis);
    story.says(COMMANDER, draft());
    story.says(DEPUTY, draft({ publication: 'p1' }));
    const to = (level: string) => told(story.says(COMMANDER, { type: 'changeLevel', level, reason: 'seen' }));
    expect(to('L3')['publicationStuck']).toEqual([DEPUTY, COMMANDER]);
    expect(to('L1')).not.toHaveProperty('publicationStuck');
    expect(to('L2')).not.toHaveProperty('publicationStuck');
  });

  test.each([
    ['nothing in the first language', { texts: { 'title en': 'a', 'body en': 'b' } }, 'publication_text_required'],
    ['half a language', { texts: { ...TEXTS, 'body en': ' ' } }, 'publication_text_required'],
    ['a blank left', { texts: { ...TEXTS, 'body en': 'since {startedAt}' } }, 'blanks_left'],
    ['a fact that is not known', { facts: ['dataLost'] }, 'fact_not_known'],
    ['a fact that the plan does not have', { facts: ['x'] }, 'unknown_fact'],
    ['a correction of nothing', { kind: 'correction' as const }, 'correction_of_what'],
    ['a correction of what is not out', { kind: 'correction' as const, corrects: 'p1' }, 'correction_of_what'],
    ['an update that corrects', { kind: 'update' as const, corrects: 'p1' }, 'correction_of_what'],
    ['another version of nothing', { publication: 'p9' }, 'unknown_publication'],
    ['a promise for the past', { nextAt: START }, 'next_statement_passed'],
  ])('%s is refused', (_, more, code) => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    expect(refusalOf(story.says(DRAFTER, draft(more)))?.code).toBe(code);
  });

  test('a name that every object has is no publication', () => {
    const story = confirmed();
    expect(refusalOf(story.says(COMMANDER, on('approve', 'constructor')))?.code).toBe('unknown_publication');
  });

  test('before activation, and without a rule in the plan, nothing is drafted', () => {
    expect(refusalOf(new Story({}, publicationBasis()).says(DRAFTER, draft()))?.code).toBe('wrong_phase');
    const basis = publicationBasis();
    delete basis.plan.aftermath;
    expect(refusalOf(confirmed('L2', {}, basis).says(DRAFTER, draft()))?.code).toBe('no_publication');
  });

  test('a sixth draft has to wait', () => {
    const story = confirmed();
    for (let i = 0; i < 5; i++) expect(refusalOf(story.says(DRAFTER, draft()))).toBeUndefined();
    expect(refusalOf(story.says(DRAFTER, draft()))?.code).toBe('too_many_publications');
  });
});

describe('what is out', () => {
  test('is never drafted anew, but corrected', () => {
    const story = confirmed();
    published(story, 'p1');
    expect(refusalOf(story.says(DRAFTER, draft({ publication: 'p1' })))?.code).toBe('publication_not_waiting');
    published(story, 'p2', { kind: 'correction', corrects: 'p1' });
    expect(story.state.publication.items['p2']).toMatchObject({ status: 'published', corrects: 'p1' });
  });

  test('is taken off when it is withdrawn, and whoever passed it on is told with the reason', () => {
    const story = confirmed();
    published(story, 'p1');
    const events = story.says(COMMANDER, withdraw());
    expect(publishes(story).at(-1)).toMatchObject({ publication: 'p1', withdrawn: true });
    expect(told(events)['publicationWithdrawn']).toEqual([DRAFTER, DEPUTY, LIAISON]);
    story.delivers();
    expect(story.state.publication.items['p1']?.status).toBe('withdrawn');
    expect(refusalOf(story.says(COMMANDER, withdraw()))?.code).toBe('publication_not_waiting');
  });

  test('was it withdrawn before it was out, the late answer does not bring it back', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    story.says(COUNSEL, on('check'));
    story.says(COMMANDER, on('approve'));
    story.says(COMMANDER, withdraw());
    const late = story.delivers();
    expect(story.state.publication.items['p1']?.status).toBe('withdrawn');
    expect(told(late)['publicationOut']).toBeUndefined();
  });

  test('a draft that nobody approved is withdrawn without a word to the public', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    expect(refusalOf(story.says(DRAFTER, withdraw()))).toBeUndefined();
    expect(publishes(story)).toEqual([]);
  });
});

describe('in a drill', () => {
  test('everything is decided and told as ever, and nothing is published', () => {
    const story = confirmed('L2', { mode: 'drill' });
    const events = published(story, 'p1');
    expect(events).toContainEqual(expect.objectContaining({ type: 'publicationApproved', drill: true }));
    expect(told(events)).toMatchObject({ publicationOut: [DRAFTER, COMMANDER, DEPUTY] });
    expect(told(events)['publicationPassOn']).toBeUndefined();
    story.says(COMMANDER, withdraw());
    expect(publishes(story)).toEqual([]);
  });
});

describe('what is owed', () => {
  const due = (story: Story) => duesOf(story.state).map(({ item, dueAt, posts }) => [item, dueAt - START, posts[0]]);

  test('the first statement from activation, by whoever has it in hand', () => {
    const story = confirmed();
    expect(due(story)).toEqual([['firstStatement', HOUR, 'pressLead']]);
    story.says(DRAFTER, draft());
    expect(due(story)).toEqual([['firstStatement', HOUR, 'duty']]);
    story.says(COUNSEL, on('check'));
    expect(due(story)).toEqual([['firstStatement', HOUR, 'commander']]);
    story.says(COMMANDER, on('approve'));
    story.delivers();
    expect(due(story)).toEqual([]);
  });

  test('none where the plan wants none at this level', () => {
    expect(due(confirmed('L3'))).toEqual([]);
  });

  test('the next one as promised; a correction leaves the promise, an update without one ends it', () => {
    const story = confirmed();
    published(story, 'p1', { nextAt: START + HOUR });
    expect(due(story)).toEqual([['nextStatement', HOUR, 'pressLead']]);
    published(story, 'p2', { kind: 'correction', corrects: 'p1' });
    expect(due(story)).toEqual([['nextStatement', HOUR, 'pressLead']]);
    story.passes(MINUTE);
    published(story, 'p3', { kind: 'update' });
    expect(due(story)).toEqual([]);
  });

  describe('once the only text that was out is withdrawn', () => {
    const emptied = (level = 'L2') => {
      const story = confirmed(level);
      published(story, 'p1');
      story.passes(3 * HOUR);
      story.says(COMMANDER, withdraw());
      return story;
    };

    test('another one, as soon as the first, from then on', () => {
      const story = emptied();
      expect(due(story)).toEqual([['nextStatement', 4 * HOUR, 'pressLead']]);
      story.delivers();
      expect(due(story)).toEqual([['nextStatement', 4 * HOUR, 'pressLead']]);
      published(story, 'p2', { kind: 'update' });
      expect(due(story)).toEqual([]);
    });

    test('nothing while another text is out, where the plan wants none at this level, or nothing is to be published', () => {
      const two = confirmed();
      published(two, 'p1');
      published(two, 'p2', { kind: 'correction', corrects: 'p1' });
      two.says(COMMANDER, withdraw());
      expect(due(two)).toEqual([]);
      expect(due(emptied('L3'))).toEqual([]);
      const waived = emptied();
      waived.says(COMMANDER, waive);
      expect(due(waived)).toEqual([]);
    });

    test('the first one as before where the public never read it', () => {
      const story = confirmed();
      story.says(DRAFTER, draft());
      story.says(COUNSEL, on('check'));
      story.passes(30 * MINUTE);
      story.says(COMMANDER, on('approve'));
      story.says(COMMANDER, withdraw());
      expect(due(story)).toEqual([['firstStatement', HOUR, 'pressLead']]);
    });

    test('of what an earlier release kept, from when it was out', () => {
      const story = emptied();
      const { basis, ...kept } = structuredClone(story.state);
      delete kept.publication.items['p1']!.withdrawnAt;
      story.state = restored(basis, kept);
      expect(due(story)).toEqual([['nextStatement', HOUR, 'pressLead']]);
    });
  });

  test('nothing once it is decided that nothing is published; what waits is withdrawn with it', () => {
    const story = confirmed();
    story.says(DRAFTER, draft());
    const events = story.says(COMMANDER, { type: 'publication', action: 'waive', reason: 'nobody outside noticed' });
    expect(events.filter(({ type }) => type.startsWith('publication')).map(({ type }) => type)).toEqual([
      'publicationWaived',
      'publicationWithdrawn',
    ]);
    expect(due(story)).toEqual([]);
    expect(refusalOf(story.says(COMMANDER, { type: 'publication', action: 'waive', reason: 'x' }))?.code).toBe(
      'already_waived',
    );
    published(story, 'p2', { nextAt: START + HOUR });
    expect(due(story)).toEqual([['nextStatement', HOUR, 'pressLead']]);
  });

  test.each([
    ['the outcome was out', (story: Story) => void published(story, 'p1', { kind: 'final' })],
    ['nothing was to be published', (story: Story) => void story.says(COMMANDER, waive)],
  ])('since it came back the public has to hear of it, although %s', (_, said) => {
    const basis = publicationBasis();
    basis.plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
    basis.plan.aftermath!.mandatory = ['publication'];
    const story = confirmed('L2', {}, basis);
    endsAnyhow(story);
    said(story);
    const open = () => openItems(story.state, story.at).some(({ id }) => id === 'publication');
    expect([due(story).filter(([item]) => /Statement/.test(String(item))), open()]).toEqual([[], false]);
    story.passes(30 * MINUTE);
    story.says(COMMANDER, { type: 'reopen', reason: 'payments fail again' });
    expect(due(story)).toEqual([[expect.stringMatching(/Statement/), 90 * MINUTE, 'pressLead']]);
    endsAnyhow(story);
    expect(open()).toBe(true);
    expect(refusalOf(story.says(COMMANDER, waive))).toBeUndefined();
    expect(open()).toBe(false);
  });

  describe('a closing statement of an end that was none', () => {
    const ended = () => {
      const basis = publicationBasis();
      basis.plan.termination.watch = [{ levels: ['L2'], for: 2 * HOUR }];
      basis.plan.aftermath!.mandatory = ['publication'];
      const story = confirmed('L2', {}, basis);
      published(story, 'p1');
      endsAnyhow(story);
      story.delivers();
      story.passes(MINUTE);
      story.says(DRAFTER, draft({ kind: 'final' }));
      story.says(COUNSEL, on('check', 'p2'));
      story.passes(MINUTE);
      return story;
    };
    const reopen = { type: 'reopen', reason: 'payments fail again' } as const;
    const owed = (story: Story) => due(story).filter(([item]) => /Statement/.test(String(item)));

    test('that waits when it comes back is neither checked nor approved, and waits for whoever drafts', () => {
      const story = ended();
      story.says(DRAFTER, draft({ kind: 'final', publication: 'p2' }));
      story.passes(MINUTE);
      const reopened = story.says(COMMANDER, reopen);
      expect(told(reopened)).not.toHaveProperty('publicationToCheck');
      expect(refusalOf(story.says(COUNSEL, on('check', 'p2', 2)))).toMatchObject({ code: 'end_was_none' });
      expect(refusalOf(story.says(COMMANDER, on('approve', 'p2', 2, 'late')))).toMatchObject({
        code: 'end_was_none',
        found: { publication: 'p2' },
      });
      expect(owed(story)).toEqual([['nextStatement', 63 * MINUTE, 'pressLead']]);
      story.passes(MINUTE);
      story.says(DRAFTER, draft({ kind: 'update', publication: 'p2' }));
      story.says(COUNSEL, on('check', 'p2', 3));
      expect(refusalOf(story.says(COMMANDER, on('approve', 'p2', 3)))).toBeUndefined();
    });

    test('that is approved and not out yet is withdrawn by the reopening; whoever wrote and approved it is told', () => {
      const story = ended();
      story.says(COMMANDER, on('approve', 'p2'));
      const [effect] = pending(story.state).filter(({ kind }) => kind === 'publish');
      const events = story.says(DEPUTY, reopen);
      expect(events.find(({ type }) => type === 'publicationWithdrawn')).toMatchObject({
        publication: 'p2',
        actor: { kind: 'person', id: DEPUTY },
        texts: { reason: 'payments fail again' },
      });
      expect(told(events)['publicationWithdrawn']).toEqual(expect.arrayContaining([DRAFTER, COMMANDER]));
      expect(publishes(story).at(-1)).toMatchObject({ publication: 'p2', withdrawn: true });
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      story.hears({ ...head, type: 'published', effectId: effect!.id, shows: 'text', publicId: 'public-p2' });
      expect(story.state.publication.items['p2']?.status).toBe('withdrawn');
      expect(owed(story)).toEqual([['nextStatement', 62 * MINUTE, 'pressLead']]);
    });

    test('that an earlier release let out after the reopening tells the public neither that it came back nor how it ended', () => {
      const story = ended();
      story.says(COMMANDER, reopen);
      const item = story.state.publication.items['p2']!;
      const out = { ...item, status: 'published', outAt: story.at + MINUTE } as const;
      const { publication } = story.state;
      story.state = { ...story.state, publication: { ...publication, items: { ...publication.items, p2: out } } };
      story.passes(2 * MINUTE);
      expect(owed(story)).toEqual([['nextStatement', 62 * MINUTE, 'pressLead']]);
      endsAnyhow(story);
      expect(openItems(story.state, story.at).some(({ id }) => id === 'publication')).toBe(true);
      story.passes(2 * HOUR + MINUTE);
      expect(owed(story).map(([item]) => item)).toEqual(['nextStatement']);
      published(story, 'p3', { kind: 'final' });
      expect(openItems(story.state, story.at).some(({ id }) => id === 'publication')).toBe(false);
    });
  });

  describe('once nothing is left but what follows the end', () => {
    const statements = (story: Story) => due(story).filter(([item]) => /Statement/.test(String(item)));
    const wanted = (change: (basis: Basis) => void = () => undefined, level = 'L3') => {
      const basis = publicationBasis((rule) => (rule.outcomeWithin = 2 * HOUR));
      basis.plan.aftermath!.mandatory = ['publication'];
      change(basis);
      return confirmed(level, {}, basis);
    };

    test('the closing statement, within its time or that of the report, by whoever has it in hand', () => {
      const story = wanted();
      endsAnyhow(story);
      expect(statements(story)).toEqual([['finalStatement', 2 * HOUR, 'pressLead']]);
      story.says(DRAFTER, draft({ kind: 'final' }));
      expect(statements(story)).toEqual([['finalStatement', 2 * HOUR, 'duty']]);
      story.says(COUNSEL, on('check'));
      story.says(COMMANDER, on('approve'));
      story.delivers();
      expect(statements(story)).toEqual([]);
      const byReport = wanted(({ plan }) => delete plan.aftermath!.publication!.outcomeWithin);
      endsAnyhow(byReport);
      expect(statements(byReport)).toEqual([['finalStatement', DAY, 'pressLead']]);
    });

    test('is pressed for like whatever else is owed', () => {
      const story = wanted();
      endsAnyhow(story);
      story.passes(3 * HOUR);
      const stages = story
        .all('duesReminded')
        .filter(({ items }) => items.some(({ item }) => item === 'finalStatement'))
        .map(({ at, stage }) => [(at - START) / MINUTE, stage]);
      expect(stages).toEqual([
        [90, 'soon'],
        [120, 'due'],
        [150, 'overdue'],
      ]);
    });

    test('not while it is watched, and not twice for what came back', () => {
      const story = wanted(({ plan }) => (plan.termination.watch = [{ levels: ['L3'], for: HOUR }]));
      endsAnyhow(story);
      expect(statements(story)).toEqual([]);
      story.passes(30 * MINUTE);
      story.says(COMMANDER, { type: 'reopen', reason: 'payments fail again' });
      expect(statements(story)).toEqual([]);
      endsAnyhow(story);
      story.passes(HOUR);
      expect(statements(story)).toEqual([['finalStatement', 210 * MINUTE, 'pressLead']]);
      expect(fold(story.state.basis, story.events).publication).toEqual(story.state.publication);
    });

    test('nothing where it was decided that nothing is published', () => {
      const story = wanted();
      endsAnyhow(story);
      story.says(COMMANDER, waive);
      expect(statements(story)).toEqual([]);
    });

    test('where the closure does not wait for it, only what the plan gives a time, and the public has heard of', () => {
      const free = ({ plan }: Basis) => (plan.aftermath!.mandatory = []);
      const quiet = wanted(free);
      endsAnyhow(quiet);
      expect(statements(quiet)).toEqual([]);
      const heard = wanted(free);
      published(heard, 'p1');
      endsAnyhow(heard);
      expect(statements(heard)).toEqual([['finalStatement', 2 * HOUR, 'pressLead']]);
      const untimed = wanted(({ plan }) => {
        plan.aftermath!.mandatory = [];
        delete plan.aftermath!.publication!.outcomeWithin;
      });
      published(untimed, 'p1');
      endsAnyhow(untimed);
      expect(statements(untimed)).toEqual([]);
    });

    test('one text at a time: what was promised for before it, or it', () => {
      const promised = (within: number) => {
        const story = wanted();
        published(story, 'p1', { nextAt: START + within });
        endsAnyhow(story);
        return story;
      };
      const soon = promised(HOUR);
      expect(statements(soon)).toEqual([['nextStatement', HOUR, 'pressLead']]);
      published(soon, 'p2', { kind: 'update' });
      expect(statements(soon)).toEqual([['finalStatement', 2 * HOUR, 'pressLead']]);
      const late = promised(3 * HOUR);
      expect(statements(late)).toEqual([['finalStatement', 2 * HOUR, 'pressLead']]);
      published(late, 'p2', { kind: 'final' });
      // Nothing is promised any more by what came last.
      expect(statements(late)).toEqual([]);
    });

    test('once it is withdrawn, another one from then on', () => {
      const story = wanted();
      endsAnyhow(story);
      published(story, 'p1', { kind: 'final' });
      story.passes(5 * HOUR);
      story.says(COMMANDER, withdraw());
      expect(statements(story)).toEqual([['finalStatement', 7 * HOUR, 'pressLead']]);
    });

    test('what an earlier release kept of its beginning is the end', () => {
      const story = wanted();
      endsAnyhow(story);
      const { basis, ...kept } = structuredClone(story.state);
      delete kept.publication.aftermathAt;
      story.state = restored(basis, kept);
      expect(statements(story)).toEqual([['finalStatement', 2 * HOUR, 'pressLead']]);
    });
  });

  test('publishing goes on after the end', () => {
    const story = confirmed();
    story.says(COMMANDER, override);
    story.says(DEPUTY, confirmEnd);
    published(story, 'p1', { kind: 'final' });
    expect(story.state.publication.items['p1']?.status).toBe('published');
  });
});
