import { bringIn, isUnapproved, reviewKindOf, standingOf } from '../../../src/domain/plan/lifecycle/index.js';
import { approved, DAY, OPERATOR, person, planDocument, reviewed, START, UNFILLED, Version } from './story.js';

describe('writing a version', () => {
  test('begins a draft with its summary and its authors', () => {
    const version = new Version();
    expect(version.draft(OPERATOR, { authors: ['dot', 'eve', 'dot'] })).toBe('done');
    expect(version.standing).toMatchObject({
      status: 'draft',
      summary: 'Thresholds lowered',
      authors: [OPERATOR, person('dot'), person('eve')],
    });
  });

  test('is for the operator and people with a post, and needs a summary', () => {
    expect(new Version().draft(person('zoe'))).toBe('post_required');
    expect(new Version().draft(person('eve'), { summary: ' ' })).toBe('words_required');
  });

  test('the operator names who wrote it', () => {
    expect(new Version().draft(OPERATOR)).toBe('authors_missing');
    const version = new Version();
    version.draft();
    expect(version.redraft(OPERATOR)).toBe('authors_missing');
    expect(version.redraft(OPERATOR, version.document, ['eve'])).toBe('done');
    expect(version.standing.authors).toEqual([person('dot'), OPERATOR, person('eve')]);
  });

  test('needs the next version number, so that none is missing and none uses up the rest', () => {
    const numbered = (version: number) => new Version(planDocument(version)).draft(person('dot'), { newest: 3 });
    expect([2, 3, 4, 5].map(numbered)).toEqual(['version_not_next', 'version_not_next', 'done', 'version_not_next']);
    expect(new Version(planDocument(7)).draft()).toBe('done');
    const version = new Version();
    version.draft();
    expect(version.draft()).toBe('version_exists');
  });

  test('a draft may be written anew by each author, but not become another version', () => {
    const version = new Version();
    version.draft(person('dot'), { authors: ['eve'] });
    expect(version.redraft(person('eve'))).toBe('done');
    expect(version.standing).toMatchObject({ summary: 'Once more', authors: [person('dot'), person('eve')] });
    expect(version.redraft(person('eve'), planDocument(2))).toBe('other_version');
  });

  test('whoever neither wrote it nor signs it leaves a draft alone', () => {
    const version = new Version();
    version.draft();
    const acts = (by: string) => [version.redraft(person(by)), version.submit(person(by)), version.withdraw(by)];
    for (const stranger of ['eve', 'ben', 'zoe']) expect(acts(stranger)).toEqual(Array(3).fill('not_responsible'));
    expect(acts('ada')).toEqual(['done', 'done', 'done']);
  });

  test('an author who holds no post any more leaves it alone as well', () => {
    const version = new Version();
    version.draft();
    version.holders = { ...version.holders, 'it-duty-manager': ['eve'] };
    expect(version.submit()).toBe('not_responsible');
  });

  test('the content is fixed from submission on', () => {
    const version = new Version();
    version.draft();
    version.submit();
    expect(version.redraft()).toBe('wrong_status');
    expect(approved().redraft()).toBe('wrong_status');
  });

  test('a plan that names no approver cannot be submitted', () => {
    const document = planDocument();
    delete document.control;
    const version = new Version(document);
    version.draft();
    expect(version.submit()).toBe('control_missing');
  });
});

describe('reviewing', () => {
  const submitted = () => {
    const version = new Version();
    version.draft();
    version.submit();
    return version;
  };

  test('is for holders of the posts that the version names', () => {
    expect(submitted().review('ada')).toBe('not_reviewer');
    expect(submitted().review('zoe')).toBe('not_reviewer');
    expect(submitted().review('eve')).toBe('done');
  });

  test('counts once for each person', () => {
    const version = submitted();
    version.review('ben');
    expect(version.review('ben')).toBe('already_reviewed');
    expect(version.approve()).toBe('reviews_missing');
  });

  test('a return says what to change, opens the content and makes earlier reviews void', () => {
    const version = submitted();
    version.review('ben');
    expect(version.review('cem', 'return', '')).toBe('words_required');
    expect(version.review('cem', 'return', 'Level amber lacks a threshold')).toBe('done');
    expect(version.status).toBe('draft');
    expect(version.redraft()).toBe('done');
    version.submit();
    version.review('cem');
    expect(version.approve()).toBe('reviews_missing');
    version.review('ben');
    expect(version.approve()).toBe('done');
  });

  test('after a return, what is signed is what was read', () => {
    const version = reviewed();
    version.reads = 'nothing';
    version.review('eve', 'return');
    version.redraft();
    version.submit();
    expect(version.review('ben')).toBe('content_changed');
    version.reads = 'another';
    expect(version.review('ben')).toBe('content_changed');
    version.reads = 'this';
    expect(version.review('ben')).toBe('done');
    version.review('cem');
    version.check = { errors: [], warnings: [{ rule: 'V-07', path: '' }] };
    version.reads = 'nothing';
    expect(version.accept('ben', 'V-07', '')).toBe('content_changed');
    expect(version.approve()).toBe('content_changed');
    version.reads = version.standing.hash.slice(0, 8);
    expect(version.accept('ben', 'V-07', '')).toBe('done');
    expect(version.approve()).toBe('done');
  });

  test('an author may be a reviewer, but not the only one', () => {
    const version = new Version();
    version.draft(person('dot'), { authors: ['ben'] });
    version.submit();
    version.review('dot');
    version.review('ben');
    expect(version.approve()).toBe('author_reviews_alone');
    version.review('cem');
    expect(version.approve()).toBe('done');
  });

  test('a reviewer with an interest withdraws, and what that person said does not count', () => {
    const version = reviewed();
    expect(version.recuse('cem', ' ')).toBe('words_required');
    expect(version.recuse('cem')).toBe('done');
    expect(version.approve()).toBe('reviews_missing');
    expect(version.review('cem')).toBe('reviewer_withdrew');
    version.review('eve');
    expect(version.approve()).toBe('done');
  });

  test('an interest stays when the version comes back', () => {
    const version = submitted();
    version.recuse('cem');
    version.review('ben', 'return');
    version.submit();
    expect(version.review('cem')).toBe('reviewer_withdrew');
  });
});

describe('approving', () => {
  test('is for the holder of the post that the version names, after the reviews', () => {
    const version = reviewed();
    expect(version.approve('ben')).toBe('not_approver');
    expect(version.approve('ada')).toBe('done');
    expect(version.approve('ada')).toBe('wrong_status');
  });

  test('sets when the next review and evaluation are due', () => {
    const { approval } = approved().standing;
    expect(approval).toMatchObject({ review: 'full', hash: 'hash of 1' });
    expect(approval?.reviewDue).toBe(approval!.at + 365 * DAY);
    expect(approval?.evaluationDue).toBe(approval!.at + 1000 * DAY);
  });

  test('is not for an approver with an interest in it', () => {
    const version = new Version(
      planDocument(1, { reviewers: { atLeast: 1, posts: ['incident-controller', 'deputy-controller'] } }),
    );
    version.draft();
    version.submit();
    version.review('ben');
    version.recuse('ada');
    expect(version.approve()).toBe('reviewer_withdrew');
  });

  test('an author accepts no warning, unless the author signs', () => {
    const version = new Version();
    version.draft(person('dot'), { authors: ['ada'] });
    version.submit();
    version.check = { errors: [], warnings: [{ rule: 'V-07', path: '' }] };
    expect(version.accept('dot', 'V-07', '')).toBe('author_accepts');
    expect(version.accept('ada', 'V-07', '')).toBe('done');
  });

  test('errors in the check block it', () => {
    const version = reviewed();
    version.check = { errors: [{ rule: 'V-01', path: 'posts' }], warnings: [] };
    expect(version.approve()).toBe('check_errors');
  });

  test('each warning needs a written acceptance, by rule and place', () => {
    const version = reviewed();
    version.check = {
      errors: [],
      warnings: [
        { rule: 'V-07', path: 'teams[0]' },
        { rule: 'V-07', path: 'teams[1]' },
      ],
    };
    expect(version.approve()).toBe('warnings_open');
    expect(version.accept('ben', 'V-07', 'teams[0]', '')).toBe('words_required');
    expect(version.accept('zoe', 'V-07', 'teams[0]')).toBe('not_reviewer');
    expect(version.accept('ben', 'V-07', 'teams[9]')).toBe('unknown_warning');
    expect(version.accept('ben', 'V-07', 'teams[0]')).toBe('done');
    expect(version.accept('ada', 'V-07', 'teams[0]')).toBe('already_accepted');
    expect(version.approve()).toBe('warnings_open');
    expect(version.approve('ada', [{ rule: 'V-07', path: 'teams[1]', text: 'Hired in May' }])).toBe('done');
    expect(version.steps.filter((step) => step.type === 'warningAccepted')).toHaveLength(2);
  });

  test('an acceptance of somebody who withdrew does not count, nor one from before a return', () => {
    const version = reviewed();
    version.check = { errors: [], warnings: [{ rule: 'V-07', path: '' }] };
    version.accept('cem', 'V-07', '');
    version.recuse('cem');
    version.review('eve');
    expect(version.approve()).toBe('warnings_open');
    version.accept('eve', 'V-07', '');
    version.review('ben', 'return');
    version.submit();
    version.review('ben');
    version.review('eve');
    expect(version.approve()).toBe('warnings_open');
  });

  test('without substantial changes to the approved version in force no review is needed', () => {
    const version = new Version(planDocument(2));
    version.inForce = { id: 'hospital-it', version: 1, hash: 'hash of 1' };
    version.draft();
    version.submit();
    expect(version.approve()).toBe('reviews_missing');
    version.isMinor = true;
    expect(version.approve()).toBe('done');
    expect(version.standing.approval).toMatchObject({ review: 'minor', base: 'hash of 1' });
  });

  test('a small change that the approver wrote is read by somebody else before', () => {
    const version = new Version(planDocument(2));
    version.inForce = { id: 'hospital-it', version: 1, hash: 'hash of 1' };
    version.isMinor = true;
    version.draft(person('ada'), { authors: ['ben'] });
    version.submit(person('ada'));
    expect(version.approve()).toBe('author_approves_alone');
    version.review('ben');
    expect(version.approve()).toBe('author_approves_alone');
    version.review('cem');
    expect(version.approve()).toBe('done');
  });

  test('the sample that nobody approved, and another plan, spare no review', () => {
    const document = planDocument(2);
    const base = { id: 'hospital-it', version: 1, hash: 'h', document: planDocument(1), isApproved: true };
    const other = () => [{ weight: 'other' as const }];
    expect(reviewKindOf(document, base, other)).toEqual({ review: 'minor', base: 'h' });
    expect(reviewKindOf(document, { ...base, isApproved: false }, other)).toEqual({ review: 'full' });
    expect(reviewKindOf(document, { ...base, id: 'else' }, other)).toEqual({ review: 'full' });
    expect(reviewKindOf(document, undefined, other)).toEqual({ review: 'full' });
    expect(reviewKindOf(document, base, () => [...other(), { weight: 'substantial' }])).toEqual({ review: 'full' });
  });

  test('an older version than the one in force is not approved any more', () => {
    const version = reviewed();
    version.inForce = { id: 'hospital-it', version: 2, hash: 'hash of 2' };
    expect(version.approve()).toBe('older_than_effective');
  });
});

describe('taking effect', () => {
  test('at once, by the approver, and everybody on the list is given the version', () => {
    const version = approved();
    expect(version.effect('ben')).toBe('not_approver');
    expect(version.effect()).toBe('done');
    expect(version.status).toBe('effective');
    expect(version.standing.addressees).toMatchObject([
      { person: 'ada', posts: ['incident-controller'] },
      { person: 'dot', posts: ['it-duty-manager'] },
      { person: 'eve', posts: ['it-duty-manager'] },
    ]);
    expect(version.effect()).toBe('wrong_status');
  });

  test('needs an approval', () => {
    expect(reviewed().effect()).toBe('wrong_status');
  });

  test('from a later date: approved until then, effective when it comes', () => {
    const version = approved();
    const from = version.at + 7 * DAY;
    expect(version.effect('ada', START - 1)).toBe('date_in_past');
    expect(version.effect('ada', from)).toBe('done');
    expect(version.effect('ada', from)).toBe('nothing_new');
    expect(version.standing).toMatchObject({ status: 'approved', effectiveFrom: from });
    version.at = from - 1;
    expect(version.dateComes()).toBe('date_in_future');
    version.at = from;
    expect(version.dateComes()).toBe('done');
    expect(version.status).toBe('effective');
    expect(version.steps.at(-1)).toMatchObject({ type: 'tookEffect', by: { kind: 'system' }, at: from });
  });

  test('the date may be moved while it has not come', () => {
    const version = approved();
    version.effect('ada', version.at + 7 * DAY);
    const later = version.at + 9 * DAY;
    expect(version.effect('ada', later)).toBe('done');
    expect(version.standing.effectiveFrom).toBe(later);
    expect(version.steps.filter((step) => step.type === 'distributed')).toHaveLength(1);
  });

  test('not while the people in the roster cannot run it, nor under a newer version', () => {
    const version = approved();
    version.rosterIssues = [UNFILLED];
    expect(version.effect()).toBe('roster_unfit');
    version.rosterIssues = [];
    version.inForce = { id: 'hospital-it', version: 2, hash: 'hash of 2' };
    expect(version.effect()).toBe('older_than_effective');
    version.inForce = { id: 'hospital-it', version: 0, hash: 'hash of 0' };
    version.effect('ada', version.at + DAY);
    version.at += 2 * DAY;
    version.rosterIssues = [UNFILLED];
    expect(version.dateComes()).toBe('roster_unfit');
    expect(version.status).toBe('approved');
  });

  test('what was spared its review for being close to one version does not follow another', () => {
    const version = new Version(planDocument(3));
    version.inForce = { id: 'hospital-it', version: 1, hash: 'hash of 1' };
    version.isMinor = true;
    version.draft();
    version.submit();
    version.approve();
    version.inForce = { id: 'hospital-it', version: 2, hash: 'hash of 2' };
    expect(version.effect()).toBe('base_superseded');
  });
});

describe('afterwards', () => {
  test('each addressee acknowledges once', () => {
    const version = approved();
    expect(version.receive('dot')).toBe('not_addressed');
    version.effect();
    expect(version.receive('dot')).toBe('done');
    expect(version.receive('dot')).toBe('already_received');
    expect(version.receive('cem')).toBe('not_addressed');
    expect([...version.standing.receipts.keys()]).toEqual(['dot']);
  });

  test('filing and evaluation are for approved versions', () => {
    expect(reviewed().file('dot')).toBe('not_approved');
    const version = approved();
    expect(version.file('zoe')).toBe('not_responsible');
    // It is 08:00 UTC on 1 November: nowhere is it the third yet.
    expect(version.file('dot', '2026-11-03')).toBe('day_in_future');
    expect(version.evaluate('dot', '2026-11-03')).toBe('day_in_future');
    expect(version.file('dot')).toBe('done');
    expect(version.evaluate('dot')).toBe('done');
    expect(version.standing.evaluations[0]).toMatchObject({ revise: false, nextDue: version.at - 1_000 + 1000 * DAY });
  });

  test('a version is given up before it takes effect; a signed one only by its approver', () => {
    expect(reviewed().withdraw('dot', '')).toBe('words_required');
    expect(reviewed().withdraw('dot')).toBe('done');
    expect(approved().withdraw('dot')).toBe('not_approver');
    expect(approved().withdraw('ada')).toBe('done');
    const version = approved();
    version.effect();
    expect(version.withdraw('ada')).toBe('plan_in_force');
  });

  test('the sample is in force without an approval, and only where nothing else is', () => {
    const sample = bringIn(START, 'h', undefined);
    const standing = standingOf('steps' in sample ? sample.steps : []);
    expect(standing).toMatchObject({ status: 'effective', effectiveFrom: START });
    expect(isUnapproved(standing)).toBe(true);
    expect(bringIn(START, 'h', { id: 'x', version: 1, hash: 'h' })).toHaveProperty('refusal');
  });
});
