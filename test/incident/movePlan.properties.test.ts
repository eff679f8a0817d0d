import fc from 'fast-check';
import { decide, evolve, isMalformed, readDecision, wake } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import { nextVersion } from './nextVersion.js';
import { rule } from './obligationsPlan.js';
import { confirmAt, Story } from './story.js';

function withReports(): Basis {
  return nextVersion(({ plan }) => {
    plan.obligations = [
      rule({ id: 'first', limit: { within: HOUR } }),
      rule({ id: 'counted', limit: { workingDays: 3 }, start: 'classified' }),
      rule({ id: 'later', limit: { months: 1 }, start: 'earlierFiling', after: 'first' }),
    ];
    plan.calendar = {
      zone: 'Asia/Shanghai',
      weekend: [6, 7],
      holidays: [{ from: '2026-10-01', to: '2026-10-07' }],
      workdays: ['2026-10-10'],
    };
  });
}

/** A basis with one leaf replaced or removed, as a sender with a bug might give it. */
function mutilated(): fc.Arbitrary<unknown> {
  const paths = leavesOf(withReports());
  return fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.constant(undefined), fc.jsonValue())).map(([path, value]) => {
    const basis = structuredClone(withReports()) as unknown as Record<string, unknown>;
    const holder = path.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, basis);
    if (value === undefined) delete holder[path.at(-1)!];
    else holder[path.at(-1)!] = value;
    // As it arrives: what is removed from a list is null in JSON.
    return JSON.parse(JSON.stringify(basis)) as unknown;
  });
}

function leavesOf(value: unknown, path: string[] = []): string[][] {
  const own = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))];
}

test('whatever stands in for a plan is refused, or the incident goes on under it without failing', () => {
  fc.assert(
    fc.property(mutilated(), (basis) => {
      const story = new Story({ facts: { usersAffected: 5_000 } });
      story.says('chen-jing', confirmAt('L2'));
      const payload = {
        type: 'movePlan',
        requestId: 'x',
        actor: { kind: 'person', id: 'lin-wei' },
        via: 'api',
        basis,
        reason: 'r',
      };
      const read = readDecision(undefined, payload);
      if (isMalformed(read)) return read.field.startsWith('basis') && read.needed !== '';
      let state = decide(story.state, read, story.at).reduce(evolve, story.state);
      for (const level of ['L1', 'L3'] as const) {
        const message = { ...read, type: 'changeLevel', level, reason: 'r', requestId: level } as const;
        state = decide(state, message, story.at).reduce(evolve, state);
      }
      state = wake(state, story.at + HOUR).reduce(evolve, state);
      return state.seq > story.state.seq;
    }),
    runs(800),
  );
});
