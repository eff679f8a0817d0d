import { said } from '../../lang.js';
import { compilePlan } from '../compile.js';
import type { CompiledPlan } from '../compiled.js';
import { evaluate, factsIn } from '../condition.js';
import { grade } from '../grade.js';
import type { PlanDocument } from '../schema.js';
import { CYBER_REPORTING, PLAN_GUIDE, section } from './documents.js';
import { LEGAL_THRESHOLDS } from './legalThresholds.js';
import type { LegalThreshold } from './legalThresholds.js';
import { observe, observeIf, rule, undecided } from './rule.js';
import type { Observation, Rule } from './rule.js';

/** Incident levels measured against the law, response levels for what they call people to do. */
export const levelRules: Rule[] = [
  rule({
    id: 'V-21',
    title: said(
      'Response levels are no copy of incident levels, and say what is done',
      '响应分级不照搬事故分级，并写明启动条件和措施',
    ),
    basis: { ...PLAN_GUIDE, clause: section('6.1.2'), kind: 'direct' },
    run: ({ plan }) => [
      ...plan.levels.flatMap(({ id, start, measures, expected }, i) => {
        const lacking = Object.entries({ start, measures, expected })
          .filter(([, value]) => value === undefined)
          .map(([key]) => key);
        return observeIf(
          lacking.length > 0,
          ['levels', i],
          said(`level ${id} lacks ${lacking.join(', ')}`, `响应级别${id}没有写明 ${lacking.join('、')}`),
          said('say when it starts, what is done, and how long it usually takes', '写明启动条件、主要措施和预计期限'),
        );
      }),
      ...observeIf(
        isCopy(plan),
        ['responseRules'],
        said(
          'each incident level calls for its own response level, whatever else is known',
          '响应级别与事故等级一一对应，没有其他考虑',
        ),
        said(
          'add "responseRules" for what calls for more: spreading, public concern, what we cannot handle alone',
          '用“responseRules”写明需提级响应的情形：事态扩大、社会关注、超出自身处置能力等',
        ),
      ),
    ],
  }),
  rule({
    id: 'V-22',
    title: said('Grading is no looser than the law that binds the operator', '定级不宽于适用的法定标准'),
    basis: {
      ...CYBER_REPORTING,
      clause: said('annex: grading guide', '附件《网络安全事件分级指南》'),
      kind: 'derived',
    },
    run: ({ plan }) => {
      const binding = LEGAL_THRESHOLDS.filter(({ regimes }) =>
        regimes.some((law) => plan.operator?.boundBy.includes(law)),
      );
      if (binding.length === 0) return undecided('no law with thresholds binds the operator', '没有适用的法定定级标准');
      const ladder = legalLadder(plan);
      if (ladder === undefined) {
        return undecided(
          'the law has four levels; the plan has neither four nor their colours',
          '法定等级为四级，预案等级数和颜色均与之对应不上',
        );
      }
      const compiled = compilePlan(plan, '');
      return binding.flatMap((threshold) => looser(plan, compiled, threshold, ladder));
    },
  }),
];

function isCopy({ levels, incidentLevels, responseRules }: PlanDocument): boolean {
  const called = new Set(incidentLevels.map((level) => level.level));
  return responseRules === undefined && called.size === incidentLevels.length && called.size === levels.length;
}

/** The plan's incident levels that stand for 特别重大, 重大, 较大: by their place among four, else by the legal colours. */
function legalLadder({ incidentLevels }: PlanDocument): string[] | undefined {
  if (incidentLevels.length === 4) return incidentLevels.map(({ id }) => id).slice(0, 3);
  const byColour = ['red', 'orange', 'yellow'].map(
    (colour) => incidentLevels.find((level) => level.colour === colour)?.id,
  );
  const known = byColour.filter((id) => id !== undefined);
  return known.length === byColour.length ? known : undefined;
}

function looser(plan: PlanDocument, compiled: CompiledPlan, legal: LegalThreshold, ladder: string[]): Observation[] {
  const { fact, name, source, atLeast } = legal;
  if (!plan.facts.some((known) => known.id === fact && known.type === 'number')) {
    return [
      observe(
        ['facts'],
        said(
          `no numeric fact "${fact}" (${name.en}): whether it is graded as the law wants cannot be seen`,
          `没有数值型事实“${fact}”（${name['zh-CN']}），无法判断是否按法定标准定级`,
        ),
        said('name the fact so if it can happen to you', '如可能发生，请以此标识定义该事实'),
        'info',
      ),
    ];
  }
  const severity = (level: string) => compiled.incidentLevels.findIndex(({ id }) => id === level);
  return atLeast.flatMap(([value, verified], at) => {
    const wanted = ladder[at] ?? '';
    const facts = { [fact]: value };
    const given = grade(compiled, facts).incidentLevel;
    if (severity(given) <= severity(wanted)) return [];
    const withMore = compiled.criteria.some(
      ({ incidentLevel, when }) =>
        severity(incidentLevel) <= severity(wanted) &&
        factsIn(when).includes(fact) &&
        evaluate(when, { facts }, compiled) === undefined,
    );
    const about = plan.gradingCriteria.filter((criterion) => criterion.fact === fact);
    const nearest = about.find(({ incidentLevel }) => incidentLevel === wanted) ?? about[0];
    return [
      observe(
        nearest ? ['gradingCriteria', plan.gradingCriteria.indexOf(nearest)] : ['gradingCriteria'],
        said(
          `${name.en} ${value} is "${wanted}" by law, "${given}" in the plan${withMore ? ' unless more is known' : ''}` +
            ` (${source.en}${verified ? '' : '; figure not verified'})`,
          `${name['zh-CN']}达到${value}，依法为“${wanted}”，预案${withMore ? '仅凭这一项' : ''}定为“${given}”` +
            `（${source['zh-CN']}${verified ? '' : '，该数值未核实'}）`,
        ),
        said(`let ${value} reach "${wanted}" by itself`, `使${value}即达到“${wanted}”`),
        verified && !withMore ? undefined : 'info',
      ),
    ];
  });
}
