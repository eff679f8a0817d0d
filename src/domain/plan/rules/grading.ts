import { said } from '../../lang.js';
import { compilePlan } from '../compile.js';
import { inUse } from '../compile/packs.js';
import type { CompiledPlan, Criterion } from '../compiled.js';
import { grade } from '../grade.js';
import type { PlanDocument } from '../schema.js';
import { MUSTER } from './documents.js';
import { observe, observeIf, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';
import { waysToMeet } from './waysToMeet.js';
import type { Way } from './waysToMeet.js';

/** Grading as the machine does it, asked for what it can and cannot answer. */
export const gradingRules: Rule[] = [
  rule({
    id: 'V-20',
    title: said(
      'Every criterion can decide, every incident level can be reached',
      '各条定级准则均能起作用，各事故等级均可达到',
    ),
    basis: { ...MUSTER, kind: 'execution' },
    run: ({ plan }) => {
      const compiled = compilePlan(plan, '');
      return [...idleCriteria(plan, compiled), ...unreachableLevels(compiled)];
    },
  }),
  rule({
    id: 'V-73',
    title: said(
      'Worse means worse: no fact counts both ways, no level is left out',
      '定级单调：同一事实不两头计，等级不跳空',
    ),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan }) => [...factsBothWays(plan), ...gaps(plan)],
  }),
  rule({
    id: 'V-74',
    title: said('Thresholds and limits were compared with their source', '定级指标和报送时限已与原文核对'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan }) => [...unverified(plan, 'gradingCriteria'), ...unverified(plan, 'obligations')],
  }),
];

/** Asked of the criteria of one pack at a time: that another, stricter pack decides first is what packs are for. */
function idleCriteria(plan: PlanDocument, compiled: CompiledPlan): Observation[] {
  return plan.gradingCriteria.flatMap((written, i) => {
    const criterion = compiled.criteria.find(({ id }) => id === written.id);
    const ways = criterion && waysToMeet(criterion.when, compiled);
    if (criterion === undefined || ways === undefined) return [];
    const fellows = plan.gradingCriteria.filter(({ pack }) => pack === written.pack).map(({ id }) => id);
    const alone = { ...compiled, criteria: compiled.criteria.filter(({ id }) => fellows.includes(id)) };
    const path = ['gradingCriteria', i];
    if (ways.length === 0) {
      return [
        observe(
          path,
          said(
            `"${written.id}" can never be met: its parts exclude one another`,
            `“${written.id}”永远不会满足：各条件互相排斥`,
          ),
          said('mend the condition', '修改条件'),
        ),
      ];
    }
    return observeIf(
      !canDecide(criterion, ways, alone),
      path,
      said(
        `"${written.id}" never decides: whatever meets it meets a criterion of a worse level too`,
        `“${written.id}”不起作用：满足它的情形必然同时满足更高等级的准则`,
      ),
      said('compare its thresholds with those of the worse levels', '与更高等级的指标对照'),
    );
  });
}

/** The mildest level needs no criterion: it is the answer when nothing says more. */
function unreachableLevels(compiled: CompiledPlan): Observation[] {
  return compiled.incidentLevels.slice(0, -1).flatMap(({ id }, i) => {
    const reached = compiled.criteria.some((criterion) => {
      if (criterion.incidentLevel !== id) return false;
      const ways = waysToMeet(criterion.when, compiled);
      return ways === undefined || canDecide(criterion, ways, compiled);
    });
    return observeIf(
      !reached,
      ['incidentLevels', i],
      said(`no criterion in use ever proposes "${id}"`, `在用的定级准则都不会得出“${id}”`),
      said('add a criterion for it, or remove the level', '为该等级补充准则，或者取消该等级'),
    );
  });
}

/** The least that meets a criterion gets the mildest grade that the criterion can be part of, because knowing more only raises. */
function canDecide({ incidentLevel }: Criterion, ways: Way[], plan: CompiledPlan): boolean {
  return ways.some(({ facts, categories }) =>
    (categories ?? [undefined]).some((category) => grade(plan, facts, category).incidentLevel === incidentLevel),
  );
}

function factsBothWays({ gradingCriteria }: PlanDocument): Observation[] {
  return gradingCriteria.flatMap(({ id, fact, is }, i) => {
    const other = gradingCriteria.slice(0, i).find((earlier) => earlier.fact === fact && earlier.is === !is);
    if (fact === undefined || is === undefined || other === undefined) return [];
    return [
      observe(
        ['gradingCriteria', i, 'is'],
        said(
          `"${fact}" counts as bad when true and when false: "${other.id}" and "${id}"`,
          `“${fact}”为真为假都计入：“${other.id}”和“${id}”`,
        ),
        said('keep the one that is meant', '保留应有的一条'),
      ),
    ];
  });
}

/** Thresholds of one fact that step over an incident level. */
function gaps({ gradingCriteria, incidentLevels, packs }: PlanDocument): Observation[] {
  const order = incidentLevels.map((level) => level.id);
  const origins = [undefined, ...(packs ?? []).map((pack) => pack.id)];
  return origins.flatMap((pack) => {
    const ladder = gradingCriteria.filter((criterion) => criterion.pack === pack && criterion.atLeast !== undefined);
    return [...new Set(ladder.map(({ fact }) => fact))].flatMap((fact) => {
      const steps = ladder.filter((criterion) => criterion.fact === fact);
      const used = steps.map(({ incidentLevel }) => order.indexOf(incidentLevel));
      const [worst, mildest] = [Math.min(...used), Math.max(...used)];
      const missing = order.filter((_, at) => at > worst && at < mildest && !used.includes(at));
      const first = steps[0];
      return observeIf(
        missing.length > 0 && first !== undefined,
        ['gradingCriteria', first === undefined ? 0 : gradingCriteria.indexOf(first)],
        said(`"${fact}" has no threshold for ${missing.join(', ')}`, `“${fact}”没有${missing.join('、')}的指标`),
        said('add it, or leave the step out on purpose', '补上，或者确认有意不设'),
      );
    });
  });
}

function unverified(plan: PlanDocument, section: 'gradingCriteria' | 'obligations'): Observation[] {
  const entries = (plan[section] ?? []).filter(({ pack }) => inUse(plan, pack));
  const open = entries.filter(({ verified }) => !verified).map(({ id }) => id);
  return observeIf(
    open.length > 0,
    [section],
    said(
      `${open.length} of ${entries.length} in use were not compared with the text of their source: ${open.join(', ')}`,
      `在用的${entries.length}条中有${open.length}条未与原文核对：${open.join('、')}`,
    ),
    said('compare each, then write "verified: true"', '逐条核对后改为“verified: true”'),
  );
}
