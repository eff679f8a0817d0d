import fc from 'fast-check';
import { isMalformed, readDecision } from '../../src/domain/incident/index.js';
import { MINUTE } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import { activated, ALERTS, ANALYST, entry, MONITOR } from './opinionPlan.js';

const count = fc.oneof(fc.nat(3_000), fc.constantFrom(0, 499, 500, 999, 1_000, Number.MAX_SAFE_INTEGER));
const said = fc.record(
  {
    minutes: fc.nat(40),
    byMonitor: fc.boolean(),
    source: fc.constantFrom('microblogs', 'hotline', 'forum'),
    volume: count,
    usual: fc.constantFrom(0, 100),
    sentiment: fc.integer({ min: -2, max: 2 }),
    reach: fc.nat(120_000),
    untrue: fc.boolean(),
    alerts: fc.subarray(ALERTS.map(({ id }) => id)),
  },
  { requiredKeys: ['minutes', 'byMonitor', 'source', 'volume'] },
);

test('whatever is told, in whatever order: each rise is told, none twice at its height, and little is kept', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 60 }), (entries) => {
      const story = activated();
      const heights = new Map<
        string,
        { at: number; volume: number; reach: number | undefined; sunk: boolean; sources: Set<string> }
      >();
      for (const { minutes, byMonitor, untrue, alerts, ...figures } of entries) {
        story.passes(minutes * MINUTE);
        const judged = byMonitor ? {} : { ...(untrue === undefined ? {} : { untrue }), ...(alerts ? { alerts } : {}) };
        const decision = entry({ ...figures, ...judged });
        const [event] = byMonitor ? story.says('', decision, MONITOR) : story.says(ANALYST, decision);
        if (event?.type !== 'opinionRecorded') throw new Error(JSON.stringify(event));
        for (const id of event.sunk ?? []) heights.get(id)!.sunk = true;
        for (const id of event.alerts) {
          const before = heights.get(id);
          const doubled =
            before !== undefined &&
            ((before.volume > 0 && figures.volume >= 2 * before.volume) ||
              (!!before.reach && (figures.reach ?? 0) >= 2 * before.reach));
          const isNew = before === undefined || (before.sunk && story.at - before.at >= 15 * MINUTE);
          const isOld = before !== undefined && story.at - before.at >= 24 * 60 * MINUTE;
          const judgedBy = event.named?.includes(id) === true || (id === 'untrue' && event.untrue === true);
          const isElsewhere = before !== undefined && judgedBy && !before.sources.has(figures.source);
          expect(event.told?.includes(id) ?? false).toBe(isNew || doubled || isOld || isElsewhere);
          if (event.told?.includes(id) === true) {
            const sources = new Set([...(before?.sources ?? []), figures.source]);
            heights.set(id, { at: story.at, volume: figures.volume, reach: figures.reach, sunk: false, sources });
          }
        }
        // Each notice of it is asked for.
        const heard = story.state.effects.pending[`n${event.seq}.1`]?.effect;
        expect(heard?.kind === 'notify').toBe(event.told !== undefined);
      }
      expect(JSON.stringify(story.state.publicOpinion).length).toBeLessThan(12_000);
    }),
    runs(300),
  );
});

test('any JSON is read or refused, and what is read keeps to the bounds', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(1, -1, true, 'x', 'o1', Number.MAX_VALUE));
  const loose = fc.record(
    {
      action: fc.constantFrom('record', 'record', 'reply', 'end', 'x'),
      source: fc.oneof(fc.string({ maxLength: 150 }), value),
      volume: value,
      sentiment: fc.oneof(fc.integer({ min: -4, max: 4 }), value),
      alerts: fc.oneof(fc.array(fc.string()), value),
      link: value,
      entry: value,
      reply: value,
      reason: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(loose, (body) => {
      const payload = { requestId: 'r', actor: { kind: 'person', id: ANALYST }, ...body };
      const read = readDecision('publicOpinion', payload, 'temporal');
      if (isMalformed(read)) return expect(read.field).not.toBe('');
      if (read.type !== 'publicOpinion') throw new Error(read.type);
      if (read.action === 'record') {
        expect(read.source.length).toBeLessThanOrEqual(100);
        expect(Math.abs(read.sentiment ?? 0)).toBeLessThanOrEqual(2);
        expect(read.volume ?? 0).toBeGreaterThanOrEqual(0);
      }
      activated().says(ANALYST, read);
    }),
    runs(1_000),
  );
});
