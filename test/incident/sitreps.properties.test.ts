import fc from 'fast-check';
import { fold, nextWake, pending } from '../../src/domain/incident/index.js';
import type { Decision, Message } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { planWithSitreps, sampleHolders } from '../support/samplePlan.js';
import { runs } from '../support/runs.js';
import { confirmAt, confirmEnd, MINUTE, propose, raiseTo, Story } from './story.js';

const BASIS = { plan: planWithSitreps(), holders: sampleHolders() };
const MET = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
const number = fc.integer({ min: 1, max: 6 });
const said: fc.Arbitrary<Decision> = fc.oneof(
  fc.constantFrom('L1', 'L2', 'L3').map(raiseTo),
  fc.constant({ type: 'draftSitrep' as const }),
  fc.record({
    type: fc.constant('editSitrep' as const),
    number,
    sections: fc.record({ situation: fc.string(), outlook: fc.string() }, { requiredKeys: [] }),
  }),
  fc.record({ type: fc.constant('releaseSitrep' as const), number }),
  fc.constant(propose(MET)),
  fc.constant(confirmEnd),
  fc.constant({ type: 'close' as const, reason: 'done' }),
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ person: fc.constantFrom('lin-wei', 'zhou-min', 'xu-na', 'zhao-lei'), said }) },
  { weight: 3, arbitrary: fc.record({ passes: fc.nat(3 * HOUR) }) },
  { weight: 1, arbitrary: fc.record({ outage: fc.nat(9 * HOUR) }) },
  { weight: 1, arbitrary: fc.constant({ delivers: true as const }) },
);

function run(level: string, steps: (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Story {
  const story = new Story({}, BASIS);
  story.says('lin-wei', confirmAt(level));
  for (const s of steps) {
    if ('passes' in s) story.passes(s.passes);
    else if ('outage' in s) {
      story.at += s.outage;
      story.passes(0);
    } else if ('delivers' in s) story.delivers();
    else {
      // The shell applies all that is due before it takes a message.
      story.passes(0);
      const head = { requestId: `r${story.events.length}`, actor: { kind: 'person', id: s.person }, via: 'api' };
      story.hears({ ...head, ...s.said } as Message);
    }
  }
  return story;
}

describe('any sequence of levels, edits, releases, times and outages', () => {
  const property = (check: (story: Story) => void) =>
    fc.assert(
      fc.property(fc.constantFrom('L1', 'L2', 'L3'), fc.array(step, { maxLength: 30 }), (level, steps) =>
        check(run(level, steps)),
      ),
      runs(150),
    );

  test('has one draft open at most, and numbers without gaps', () => {
    property((story) => {
      let open: number | undefined;
      let last = 0;
      for (const event of story.events) {
        if (event.type === 'sitrepDrafted') {
          expect(open).toBeUndefined();
          expect(event.number).toBe(last + 1);
          open = last = event.number;
        }
        if (event.type === 'sitrepEdited' || event.type === 'sitrepRescheduled' || event.type === 'sitrepOverdue') {
          expect(event.number).toBe(open);
        }
        if (event.type === 'sitrepReleased' || event.type === 'sitrepLapsed') {
          expect(event.number).toBe(open);
          open = undefined;
        }
      }
      expect(story.state.sitreps.open?.number).toBe(open);
    });
  });

  test('tells every stretch of the record once: each report begins where the one before ended', () => {
    property((story) => {
      let told = 0;
      for (const event of story.events) {
        if (event.type !== 'sitrepReleased') continue;
        expect(event.since).toBe(told);
        expect(event.upTo).toBeGreaterThanOrEqual(told);
        expect(event.upTo).toBeLessThan(event.seq);
        told = event.upTo;
      }
    });
  });

  test('lets no due moment pass without a release or somebody told of it', () => {
    property((story) => {
      story.passes(15 * MINUTE);
      const overdue = new Set<number>();
      for (const event of story.events) {
        if (event.type === 'sitrepOverdue') {
          expect(event.at).toBeGreaterThanOrEqual(event.dueAt);
          overdue.add(event.number);
        }
        if (event.type === 'sitrepReleased' && event.at > event.dueAt) expect(overdue).toContain(event.number);
      }
      const { open, next } = story.state.sitreps;
      if (story.state.phase === 'closed') return;
      if (open !== undefined && open.dueAt <= story.at) {
        const tells = story.events.filter((e) => e.type === 'sitrepOverdue' && e.number === open.number);
        expect(tells.length).toBeGreaterThan(0);
        for (const e of tells) if (e.type === 'sitrepOverdue') expect(e.tell).not.toEqual([]);
      }
      if (open === undefined && next !== undefined) expect(next.dueAt).toBeGreaterThan(story.at);
    });
  });

  test('brings what stays open before command within the plan’s time, and then at a bounded rate', () => {
    property((story) => {
      const { open } = story.state.sitreps;
      if (open === undefined || story.state.phase === 'closed') return;
      const from = story.events.length;
      story.passes(25 * HOUR);
      const tells = story.events.slice(from).flatMap((e) => (e.type === 'sitrepOverdue' ? [e] : []));
      expect(tells.some(({ stage }) => stage === 'command')).toBe(true);
      // Three stages each time, at most once an hour, which is the fastest cadence here.
      expect(tells.length).toBeLessThanOrEqual(3 * 26);
    });
  });

  test('after the end has the final one and no other', () => {
    property((story) => {
      story.passes(48 * HOUR);
      const end = story.events.findIndex(({ type }) => type === 'terminated');
      if (end < 0) return;
      const after = story.events.slice(end);
      const drafts = after.filter(({ type }) => type === 'sitrepDrafted');
      expect(drafts.length).toBeLessThanOrEqual(1);
      for (const event of after) {
        if (event.type === 'sitrepDrafted' || event.type === 'sitrepReleased') expect(event.final).toBe(true);
        if (event.type === 'sitrepRescheduled') expect(['terminated', 'unreleased']).toContain(event.why);
      }
      expect(story.state.sitreps.next).toBeUndefined();
    });
  });

  test('never stands still: every wake-up says something and moves on', () => {
    property((story) => {
      for (let i = 0; i < 60; i++) {
        const due = nextWake(story.state);
        if (due === undefined) return;
        const before = story.events.length;
        story.passes(Math.max(0, due - story.at));
        expect(story.events.length).toBeGreaterThan(before);
      }
    });
  });

  test('folds to the same state, and keeps it small', () => {
    property((story) => {
      expect(fold(BASIS, story.events)).toEqual(story.state);
      const { open: _, ...rest } = story.state.sitreps;
      expect(JSON.stringify(rest).length).toBeLessThan(20_000);
    });
  });
});

test('two thousand reports with long texts leave a small state', () => {
  const story = new Story({}, BASIS);
  story.says('lin-wei', confirmAt('L1'));
  const long = '长'.repeat(2_000);
  const sections = {
    situation: long,
    impact: long,
    done: long,
    pending: long,
    needs: long,
    decisions: long,
    outlook: long,
  };
  for (let i = 1; i <= 2_000; i++) {
    story.says('lin-wei', { type: 'draftSitrep' });
    story.says('lin-wei', { type: 'editSitrep', number: i, sections });
    story.says('lin-wei', { type: 'releaseSitrep', number: i });
    for (const effect of pending(story.state)) {
      if (effect.kind !== 'writeDocument') continue;
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      story.hears({ ...head, type: 'documentWritten', effectId: effect.id, documentId: 'd', files: [] });
    }
    if (i % 5 === 0) story.delivers();
    story.events = [];
  }
  const { basis: _, effects: __, requests: ___, ...state } = story.state;
  expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(20_000);
});
