import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';
import { wayBack } from './circle.js';

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
      const message =
        used.length === 0
          ? said('there is no limit', '没有写时限')
          : said(`there are several limits: ${used.join(', ')}`, `写了几种时限：${used.join('、')}`);
      const hint = said(`give one of: ${LIMITS.join(', ')}`, `只写其中一种：${LIMITS.join('、')}`);
      return [issue(path, 'limit_form', message, hint)];
    }
    if (limit.target === undefined || limit.promptly) return [];
    const message = said(
      'a target stands beside a limit that the law itself gives in numbers',
      '法律已有明确时限，不应再写自定的 target',
    );
    const hint = said('a target goes with "promptly" only', 'target 只能与 promptly 同写');
    return [issue([...path, 'target'], 'limit_form', message, hint)];
  });
}

const START_HINT = said(
  'with "start: earlierFiling" name the other obligation in "after"; otherwise leave "after" out',
  '写“start: earlierFiling”时在 after 中写明另一项法定报送，否则不写 after',
);

function starts({ obligations = [] }: Obligations): PlanIssue[] {
  const earlier = new Map(obligations.map(({ id, after }) => [id, after === undefined ? [] : [after]]));
  return obligations.flatMap(({ id, start, after }, i) => {
    const path = ['obligations', i, after === undefined ? 'start' : 'after'];
    const wrong = (en: string, zh: string) => [issue(path, 'start_of_clock', said(en, zh), START_HINT)];
    if (start !== 'earlierFiling') {
      if (after === undefined) return [];
      return wrong(
        `the clock starts at "${start}", so no earlier filing starts it`,
        `已从“${start}”起算，不能再从先前的报送起算`,
      );
    }
    if (after === undefined) {
      return wrong(
        'the clock starts with an earlier filing, but nothing says which',
        '从先前的报送起算，却没有写是哪一项',
      );
    }
    const way = wayBack(id, earlier);
    if (way === undefined) return [];
    return wrong(`the clock never starts: ${way.join(' after ')}`, `永远不会起算：${way.join(' ← ')}`);
  });
}

function minimums({ obligations }: Obligations): PlanIssue[] {
  return (obligations ?? []).flatMap(({ contents, minimumContents }, i) => {
    if (minimumContents === undefined || minimumContents <= contents.length) return [];
    const message = said(
      `a first report is to have ${minimumContents} of ${contents.length} contents`,
      `首报要求 ${minimumContents} 项内容，contents 只列了 ${contents.length} 项`,
    );
    const hint = said('lower it, or list the missing contents', '改小该数，或补全 contents');
    return [issue(['obligations', i, 'minimumContents'], 'minimum_contents', message, hint)];
  });
}
