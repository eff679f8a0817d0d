import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Every legal clock starts somewhere and ends somewhere. */
export const obligationChecks: Check[] = [
  check(['obligations'], limits),
  check(['obligations'], starts),
  check(['obligations'], minimums),
];

type Obligations = Pick<PlanDocument, 'obligations'>;
const LIMITS = ['within', 'workingDays', 'months', 'promptly'] as const;

function limits({ obligations }: Obligations): PlanIssue[] {
  return (obligations ?? []).flatMap(({ limit }, i) => {
    const used = LIMITS.filter((key) => limit[key] !== undefined);
    const path = ['obligations', i, 'limit'];
    if (used.length !== 1) {
      const message = used.length === 0 ? 'there is no limit' : `there are several limits: ${used.join(', ')}`;
      return [
        { path, code: 'limit_form' as const, message, hint: 'give one of: within, workingDays, months, promptly' },
      ];
    }
    if (limit.target === undefined || limit.promptly) return [];
    const message = 'a target stands beside a limit that the law itself gives in numbers';
    return [
      { path: [...path, 'target'], code: 'limit_form' as const, message, hint: 'a target goes with "promptly" only' },
    ];
  });
}

function starts({ obligations }: Obligations): PlanIssue[] {
  return (obligations ?? []).flatMap(({ id, start, after }, i) => {
    if ((start === 'earlierFiling') === (after !== undefined) && after !== id) return [];
    const path = ['obligations', i, after === undefined ? 'start' : 'after'];
    const message =
      after === undefined
        ? 'the clock starts with an earlier filing, but nothing says which'
        : after === id
          ? 'the clock starts with its own filing'
          : `the clock starts when ${start}, so no earlier filing starts it`;
    const hint = 'with "start: earlierFiling" name the other obligation in "after"; otherwise leave "after" out';
    return [{ path, code: 'start_of_clock' as const, message, hint }];
  });
}

function minimums({ obligations }: Obligations): PlanIssue[] {
  return (obligations ?? []).flatMap(({ contents, minimumContents }, i) => {
    if (minimumContents === undefined || minimumContents <= contents.length) return [];
    const message = `a first report is to have ${minimumContents} of ${contents.length} contents`;
    const path = ['obligations', i, 'minimumContents'];
    return [{ path, code: 'minimum_contents' as const, message, hint: 'lower it, or list the missing contents' }];
  });
}
