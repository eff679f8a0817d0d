import { describe, expect, test } from '@jest/globals';
import { inspect, liveDrill, scoreShown } from '../../src/domain/readiness/index.js';
import type { FindingCode, Inspection, ReadinessFacts } from '../../src/domain/readiness/index.js';
import { DAY } from '../../src/domain/time.js';
import { APPROVER, DIRECTOR, EVALUATOR, TODAY, START, Story } from '../drill/story.js';
import { AT, facts } from './facts.js';

const found = ({ findings }: Inspection, code: FindingCode) => findings.filter((one) => one.code === code);
const keys = (inspection: Inspection, code: FindingCode) => found(inspection, code).map(({ key }) => key);
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

/** Facts in which one thing is as somebody has made it. */
function after(change: (all: ReadinessFacts) => void): Inspection {
  const all = facts();
  change(all);
  return inspect(all);
}

describe('an inspection', () => {
  const sample = inspect(facts());

  test('of the sample finds what nobody has done yet, and that a stock is to be replenished, and nothing about its people', () => {
    expect([...new Set(sample.findings.map(({ code }) => code))].sort()).toEqual([
      'never_exercised',
      'plan_not_approved',
      'stock_at_reorder',
      'training_unrecorded',
    ]);
    expect(sample.areas.map(({ area }) => area)).not.toContain('improvements');
  });

  test('score and points make a hundred', () => {
    expect(sample.score + sum(sample.findings.map(({ points }) => points))).toBeCloseTo(100, 9);
    expect(sum(sample.areas.map(({ weight }) => weight))).toBeCloseTo(100, 9);
    for (const { area, weight, looked, fine, lost } of sample.areas) {
      const own = sample.findings.filter((finding) => finding.area === area);
      expect(sum(own.map(({ points }) => points))).toBeCloseTo(lost, 9);
      expect(lost).toBeCloseTo((weight * (looked - fine)) / looked, 9);
    }
  });

  test('a post that nobody holds is told to whoever leads its team', () => {
    const inspection = after(({ roster }) => (roster.holders['developer'] = []));
    const [finding] = found(inspection, 'post_vacant');
    expect(finding).toMatchObject({ key: 'post_vacant/post/developer', area: 'people' });
    expect(finding!.owners).toEqual([facts().roster.holders['technical-lead']![0]]);
    expect(inspection.score).toBeLessThan(sample.score);
  });

  test('is told to whoever is there: while the lead is away, to a deputy or to command', () => {
    const { holders, people } = facts().roster;
    const lead = holders['technical-lead']![0]!;
    const ownersOn = (away: { from: string; to: string }) =>
      found(
        after(({ roster }) => {
          roster.holders['developer'] = [];
          roster.people.find(({ id }) => id === lead)!.away = [away];
        }),
        'post_vacant',
      ).find(({ key }) => key === 'post_vacant/post/developer')!.owners;
    const { today } = facts();
    const [other] = ownersOn({ from: today, to: today });
    expect(other).not.toBe(lead);
    expect(people.map(({ id }) => id)).toContain(other);
    expect(ownersOn({ from: '2020-01-01', to: '2020-01-02' })).toEqual([lead]);
  });

  test('contacts that nobody has verified are told to the person', () => {
    const inspection = after(({ roster }) => delete roster.people[3]!.verifiedAt);
    const [person] = facts().roster.people.slice(3);
    expect(found(inspection, 'contacts_unverified')).toMatchObject([
      { key: `contacts_unverified/person/${person!.id}`, owners: [person!.id] },
    ]);
  });

  test('the plan says how old a verification may be', () => {
    const inspection = after(({ plan }) => (plan.control!.readiness = { contactsWithin: '7d' }));
    expect(keys(inspection, 'contacts_unverified')).toHaveLength(facts().roster.people.length);
  });

  test('training is looked at person by person once somebody has written one down', () => {
    const inspection = after(({ roster, plan }) => {
      const all = plan.training!.map(({ id }) => ({ training: id, on: '2026-11-01' }));
      roster.people.forEach((person) => (person.trained = all));
      roster.people[0]!.trained = all.map((one) => ({ ...one, on: '2020-01-01' }));
      roster.people[1]!.trained = all.map((one) => ({ ...one, on: '2026-12-24' }));
    });
    expect(found(inspection, 'training_unrecorded')).toEqual([]);
    expect(
      found(inspection, 'training_due')
        .flatMap(({ owners }) => owners)
        .sort(),
    ).toEqual(
      facts()
        .roster.people.slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('stock: too little, not inspected, found bad, without a custodian', () => {
    const inspection = after((all) => {
      const [first, second, third] = all.items!;
      first!.onHand = 0;
      second!.lastInspected = '2024-01-01';
      third!.custodian = 'somebody-who-left';
      Object.assign(all, { bad: [third!.id] });
    });
    const [first, second, third] = facts().items!;
    expect(keys(inspection, 'inspection_overdue')).toEqual([`inspection_overdue/item/${second!.id}`]);
    expect(keys(inspection, 'found_bad')).toEqual([`found_bad/item/${third!.id}`]);
    expect(keys(inspection, 'custodian_inactive')).toEqual([`custodian_inactive/item/${third!.id}`]);
    expect(keys(inspection, 'stock_below_minimum')).toEqual([`stock_below_minimum/resource/${first!.resource}`]);
    for (const { owners } of inspection.findings) expect(owners).not.toEqual([]);
  });

  test('without a ledger nothing of the resources is as it should be', () => {
    const inspection = inspect(facts({ items: undefined }));
    expect(inspection.areas.find(({ area }) => area === 'resources')).toMatchObject({ fine: 0 });
    expect(keys(inspection, 'no_ledger')).toEqual(['no_ledger/resource']);
  });

  test('drills: paused', () => {
    const [entry] = facts().plan.drills!.programme;
    const inspection = inspect(
      facts({
        pausedEntries: [entry!.id],
      }),
    );
    expect(keys(inspection, 'programme_paused')).toEqual([`programme_paused/programme/${entry!.id}`]);
  });

  describe('of a drill as the machine leaves it', () => {
    const lying = (story: Story, after: number) => {
      story.passes(after);
      const codes = inspect(facts({ at: story.at, drills: [liveDrill(story.state)] })).findings.flatMap((one) =>
        one.subject.kind === 'drill' ? [[one.code, one.owners]] : [],
      );
      return codes;
    };
    const { holders } = facts().roster;
    const [commander] = holders['commander']!;
    const drilled = (more: ConstructorParameters<typeof Story>[0] = {}) => new Story({ rules: TODAY, ...more });

    test('finds, after a week, what is not handed in, not approved, without a date, not accepted', () => {
      const story = drilled();
      expect(lying(story, 7 * DAY)).toEqual([]);
      expect(lying(story, 1)).toEqual([['drill_not_handed_in', [DIRECTOR]]]);
      story.says(DIRECTOR, { type: 'submitScheme' });
      expect(lying(story, DAY)).toEqual([]);
      expect(lying(story, 7 * DAY)).toEqual([['drill_not_approved', [commander]]]);
      story.says(APPROVER, { type: 'approve' });
      expect(lying(story, 8 * DAY)).toEqual([['drill_without_date', [DIRECTOR]]]);
      story.says(DIRECTOR, { type: 'start' });
      story.settles();
      expect(lying(story, 1)).toEqual([]);
      story.says(DIRECTOR, { type: 'setPace', pace: 0 });
      story.settles();
      expect(lying(story, DAY)).toEqual([]);
      expect(lying(story, 1)).toEqual([['drill_stands_still', [DIRECTOR]]]);
      story.says(DIRECTOR, { type: 'end' });
      story.settles();
      expect(lying(story, 6 * DAY)).toEqual([]);
      expect(lying(story, 2 * DAY).map(([code]) => code)).toEqual(['drill_report_overdue']);
      story.says(EVALUATOR, { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'x' });
      story.says(DIRECTOR, { type: 'submit', problems: 'x', suggestions: '', despite: true });
      expect(lying(story, 6 * DAY)).toEqual([]);
      expect(lying(story, 2 * DAY)).toEqual([['drill_report_not_accepted', [commander]]]);
    });

    test('finds one whose day has gone by before it was approved', () => {
      const story = drilled({ plannedAt: START + 10 * DAY });
      story.says(DIRECTOR, { type: 'submitScheme' });
      expect(lying(story, 10 * DAY)).toEqual([]);
      expect(lying(story, 1)).toEqual([['drill_not_approved', [commander]]]);
    });

    test('finds those of an earlier release as well', () => {
      const story = new Story({ plannedAt: START + DAY, planned: { whenMissed: 'replan' } });
      story.says(DIRECTOR, { type: 'submitScheme' });
      story.at += 2 * DAY;
      story.says(APPROVER, { type: 'approve' });
      expect(lying(story, 8 * DAY)).toEqual([['drill_without_date', [DIRECTOR]]]);
      story.says(DIRECTOR, { type: 'start' });
      story.settles();
      story.says(DIRECTOR, { type: 'end' });
      expect(lying(story, 8 * DAY).map(([code]) => code)).toEqual(['drill_report_overdue']);
    });
  });

  test('improvements: overdue, not verified, without an owner', () => {
    const [somebody] = facts().roster.people;
    const owner = { person: somebody!.id };
    const inspection = inspect(
      facts({
        improvements: [
          { improvement: 'm-1', status: 'open', owner, dueAt: AT - 1 },
          { improvement: 'm-2', status: 'done', owner, dueAt: AT - 400 * DAY, doneAt: AT - 399 * DAY },
          { improvement: 'm-3', status: 'open', owner: { person: 'left' }, dueAt: AT + DAY },
          { improvement: 'm-4', status: 'open', owner, dueAt: AT + DAY },
          // Its drill is still to come.
          {
            improvement: 'm-5',
            status: 'done',
            owner,
            dueAt: AT - 400 * DAY,
            doneAt: AT - 399 * DAY,
            provenAt: AT + DAY,
          },
        ],
      }),
    );
    expect(keys(inspection, 'improvement_overdue')).toEqual(['improvement_overdue/improvement/m-1']);
    expect(keys(inspection, 'improvement_unverified')).toEqual(['improvement_unverified/improvement/m-2']);
    expect(keys(inspection, 'improvement_without_owner')).toEqual(['improvement_without_owner/improvement/m-3']);
    expect(inspection.areas.find(({ area }) => area === 'improvements')).toMatchObject({ looked: 5, fine: 2 });
  });

  test('what stays is as old as when it was first found', () => {
    const first = inspect(facts());
    const later = inspect(facts({ at: AT + 7 * DAY }), first.findings);
    expect(new Set(later.findings.map(({ since }) => since))).toEqual(new Set([AT]));
  });

  test('each finding says in both languages what is found and what to do, under a key of its own', () => {
    const all = after((one) => {
      one.roster.holders['developer'] = [];
      one.roster.people.forEach((person) => (person.qualifications = []));
    });
    expect(new Set(all.findings.map(({ key }) => key)).size).toBe(all.findings.length);
    for (const { found, todo } of all.findings) {
      for (const words of [found.en, found['zh-CN'], todo.en, todo['zh-CN']]) expect(words).not.toBe('');
    }
  });

  test('a hundred is only what nothing stands against', () => {
    expect(scoreShown(100)).toBe(100);
    expect(scoreShown(99.99)).toBe(99.9);
  });
});
