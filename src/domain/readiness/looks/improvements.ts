import { ownerToday } from '../../improvement/index.js';
import { whoIsThere } from '../../improvement/today.js';
import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import { parseDuration } from '../../plan/duration.js';
import type { OpenImprovement, ReadinessFacts } from '../facts.js';
import type { Fault, FindingCode, Look } from '../finding.js';
import type { Owners } from '../owners.js';

/** Where the plan does not say how soon what was done is to be proven. */
const USUAL_PROOF = '30d';

/** Improvements that somebody owns, done in time, and proven in time. */
export function improvements(facts: ReadinessFacts, owners: Owners): Look[] {
  const { at, plan, roster } = facts;
  const who = whoIsThere(plan, roster);
  const proof = parseDuration(plan.drills?.improvement.verifyWithin ?? USUAL_PROOF);
  const keeper = owners.posts(plan.aftermath?.improvements?.owner);
  return facts.improvements.map((one) => {
    const owner = ownerToday(one.owner, who);
    const own = owner === undefined ? keeper : [owner];
    const { improvement: id, status, dueAt, doneAt, provenAt = 0 } = one;
    return {
      things: 1,
      faults: [
        ...(owner === undefined ? [orphan(one, keeper)] : []),
        ...(status === 'open' && dueAt < at ? [fault('improvement_overdue', id, OVERDUE, own)] : []),
        ...(status === 'done' && doneAt !== undefined && Math.max(doneAt + proof, provenAt) < at
          ? [fault('improvement_unverified', id, UNVERIFIED, keeper)]
          : []),
      ],
    };
  });
}

interface Words {
  found: (id: string) => Said;
  todo: Said;
}

const OVERDUE: Words = {
  found: (id) => said(`the improvement "${id}" is overdue`, `改进措施“${id}”逾期未完成`),
  todo: said('do it, and hand in the evidence', '落实并提交证明'),
};

const UNVERIFIED: Words = {
  found: (id) => said(`nobody has verified yet that the improvement "${id}" works`, `改进措施“${id}”完成后尚未验证`),
  todo: said('verify it, by a drill or an inspection', '通过演练或检查进行验证'),
};

const ORPHAN: Words = {
  found: (id) => said(`the improvement "${id}" has no owner any more`, `改进措施“${id}”已无责任人`),
  todo: said('give it to somebody', '重新指定责任人'),
};

function orphan({ improvement }: OpenImprovement, owners: Fault['owners']): Fault {
  return fault('improvement_without_owner', improvement, ORPHAN, owners);
}

function fault(code: FindingCode, id: string, { found, todo }: Words, owners: Fault['owners']): Fault {
  return { code, subject: { kind: 'improvement', id }, found: found(id), todo, owners };
}
