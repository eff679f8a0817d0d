import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { METRIC_EVENTS, metricsOf } from '../../src/domain/metrics/index.js';
import { MILESTONES } from '../../src/domain/plan/compiled.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { given } from '../incident/any/steps.js';
import { tell } from '../incident/any/tell.js';
import { runs } from '../support/runs.js';

/** Every number that stands anywhere in it, with the name under which it stands, and every object. */
function* walk(value: unknown, name = ''): Generator<[name: string, value: unknown]> {
  yield [name, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, key);
}

/** Something of the plan marks each milestone. */
function marked(plan: CompiledPlan): CompiledPlan {
  const milestone = (i: number) => MILESTONES[i % MILESTONES.length]!;
  return {
    ...plan,
    tasks: plan.tasks.map((task, i) => ({ ...task, marks: milestone(i) })),
    facts: plan.facts.map((fact) => (fact.type === 'boolean' ? { ...fact, marks: 'firstAccess' } : fact)),
    termination: {
      ...plan.termination,
      criteria: plan.termination.criteria.map((one, i) => ({ ...one, marks: i % 2 === 0 ? 'contained' : 'restored' })),
    },
  };
}

test('whatever happens: it never throws, nothing is negative, no share is above one, and unknown is no number', () => {
  fc.assert(
    fc.property(given, fc.nat(5 * HOUR), (sequence, later) => {
      const { events, state, at } = tell(sequence);
      const metrics = metricsOf(events, marked(state.basis.plan), at + later);
      for (const [name, value] of walk(metrics)) {
        if (typeof value === 'number' && !(value >= 0)) throw new Error(`${name} is ${value}`);
        if (typeof value !== 'object' || value === null) continue;
        if ('unknown' in value && ('value' in value || 'met' in value)) throw new Error(JSON.stringify(value));
        if (!('met' in value)) continue;
        const { met, of } = value as unknown as { met: number; of: number };
        if (!(met <= of && of >= 1)) throw new Error(JSON.stringify(value));
      }
      for (const [name, seqs] of walk(metrics)) {
        if (name === 'seqs') expect((seqs as number[]).every((seq) => seq >= 1 && seq <= events.length)).toBe(true);
      }
    }),
    runs(300),
  );
});

test('at every moment of it, and from no other events than those that are read for it', () => {
  const types: readonly string[] = METRIC_EVENTS;
  fc.assert(
    fc.property(given, fc.nat(200), (sequence, upTo) => {
      const { events: all, state, at } = tell(sequence);
      const events = all.slice(0, upTo + 1);
      const plan = marked(state.basis.plan);
      const read = events.filter((event) => {
        if (event.type !== 'effectRequested') return types.includes(event.type);
        return event.effect.kind === 'notify' && event.effect.acknowledge;
      });
      expect(metricsOf(read, plan, at)).toEqual(metricsOf(events, plan, at));
    }),
    runs(100),
  );
});
