import type { Lang } from '../lang.js';
import { hasReasons } from '../plan/grade.js';
import type { Hit, Proposal, Raise } from '../plan/grade.js';
import type { Facts } from '../plan/condition.js';
import type { Names } from '../plan/names.js';
import { speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

/**
 * Why the plan proposes what it proposes: one sentence for the result, one for each criterion and rule that is met, with
 * evidence and source, and one for what is not known and could make it worse.
 */
export function explainGrading(proposal: Proposal, names: Names, lang: Lang): string[] {
  const say = speaker(names, lang);
  const { unknown } = proposal;
  const open = say.list(unknown.map((fact) => names.fact(fact, lang)));
  return [
    result(proposal, say),
    ...proposal.hits.map((hit) => hitSentence(hit, say)),
    ...proposal.raises.map((raise) => raiseSentence(raise, say)),
    ...(unknown.length === 0
      ? []
      : [
          lang === 'zh-CN'
            ? `尚不清楚、可能提高级别的事实：${open}。`
            : `Not yet known, and able to raise a level: ${open}.`,
        ]),
  ];
}

function result(proposal: Proposal, say: Speaker): string {
  const levels = say.levels(proposal.level, proposal.incidentLevel);
  const zh = say.lang === 'zh-CN';
  if (hasReasons(proposal)) return zh ? `建议${levels}。` : `${levels} is proposed.`;
  return zh
    ? `定级准则均未满足，暂按最低级别${levels}；级别须由有权人员判定。`
    : `No criterion is met, so the mildest stands for the time being: ${levels}. A person decides the level.`;
}

function hitSentence({ criterion, incidentLevel, evidence }: Hit, say: Speaker): string {
  const { names, lang } = say;
  const { source, verified } = names.gradingSource(criterion, lang);
  const [text, level, facts] = [
    names.gradingCriterion(criterion, lang),
    say.incidentLevel(incidentLevel),
    told(evidence, say),
  ];
  return lang === 'zh-CN'
    ? `“${text}”已满足（${facts}），至少为${level}；依据：${source}${verified ? '' : '（数值未经原文核对）'}。`
    : `“${text}” is met (${facts}), which makes it at least: ${level}. Source: ${source}${verified ? '' : ' (figure not compared with its text)'}.`;
}

function raiseSentence({ rule, level, evidence }: Raise, say: Speaker): string {
  const text = say.names.responseRule(rule, say.lang);
  const facts = told(evidence, say);
  const because = facts === '' ? '' : say.lang === 'zh-CN' ? `（${facts}）` : ` (${facts})`;
  return say.lang === 'zh-CN'
    ? `按响应规则“${text}”${because}，响应不低于${say.level(level)}。`
    : `The rule “${text}”${because} calls for at least this response: ${say.level(level)}.`;
}

function told(evidence: Facts, say: Speaker): string {
  return Object.entries(evidence)
    .map(([fact, value]) => say.fact(fact, value))
    .join(say.lang === 'zh-CN' ? '；' : '; ');
}
