import { assertNever } from '../assertNever.js';
import type { PlanStep, StepOf } from '../plan/lifecycle/index.js';
import type { Speaker } from './speaker.js';
import { oneLine } from './text.js';
import { formatInstant } from './time.js';
import type { Zone } from './time.js';

/** What happened to a version, as a sentence without who and when, which stand beside it. */
export function planStepWords(step: PlanStep, say: Speaker, zone: Zone): string {
  return say.lang === 'zh-CN' ? chinese(step, say, zone) : english(step, say, zone);
}

/** A finding about the whole plan has no place. */
function warning({ rule, path }: StepOf<'warningAccepted'>): string {
  return oneLine(`${rule} ${path}`);
}

function english(step: PlanStep, say: Speaker, zone: Zone): string {
  switch (step.type) {
    case 'broughtIn':
      return 'Brought in at the first start as a sample that nobody has approved.';
    case 'drafted':
      return `Written${step.authors.length === 0 ? '' : ` with ${say.people(step.authors)}`}: ${say.quote(step.summary)}.`;
    case 'submitted':
      return 'Submitted for review; the content is fixed.';
    case 'reviewed':
      return `Reviewed: ${step.outcome === 'approve' ? 'agreed' : 'returned to the authors'}${step.remarks === '' ? '' : `, ${say.quote(step.remarks)}`}.`;
    case 'reviewerWithdrew':
      return `Withdrew as a reviewer: ${say.quote(step.interest)}.`;
    case 'warningAccepted':
      return `Accepted the warning ${warning(step)}: ${say.quote(step.text)}.`;
    case 'approved':
      return `Approved${step.review === 'minor' ? ' without a review, nothing substantial differs from the version in force' : ''}${step.remarks === '' ? '' : `, ${say.quote(step.remarks)}`}. Next review due ${formatInstant(step.reviewDue, 'en', zone)}.`;
    case 'effectDated':
      return `Takes effect ${formatInstant(step.from, 'en', zone)}.`;
    case 'distributed':
      return `Given to ${say.people(step.to.map(({ person }) => person))}.`;
    case 'tookEffect':
      return 'Took effect.';
    case 'superseded':
      return `Superseded by ${step.successor.id} version ${step.successor.version}.`;
    case 'received':
      return 'Acknowledged receipt.';
    case 'filed':
      return `Filed on ${step.on} under ${say.quote(step.reference)}${step.text === '' ? '' : `, ${say.quote(step.text)}`}.`;
    case 'evaluated':
      return `Evaluated on ${step.on}: ${say.quote(step.conclusion)}; ${step.revise ? 'to be revised' : 'no revision needed'}.`;
    case 'withdrawn':
      return `Withdrawn: ${say.quote(step.reason)}.`;
    default:
      return assertNever(step);
  }
}

function chinese(step: PlanStep, say: Speaker, zone: Zone): string {
  switch (step.type) {
    case 'broughtIn':
      return '首次启动时作为样例导入，未经批准。';
    case 'drafted':
      return `编制${step.authors.length === 0 ? '' : `（参与人：${say.people(step.authors)}）`}：${say.quote(step.summary)}。`;
    case 'submitted':
      return '提交评审，内容自此固定。';
    case 'reviewed':
      return `评审意见：${step.outcome === 'approve' ? '同意' : '退回修改'}${step.remarks === '' ? '' : `，${say.quote(step.remarks)}`}。`;
    case 'reviewerWithdrew':
      return `评审回避：${say.quote(step.interest)}。`;
    case 'warningAccepted':
      return `书面接受警告 ${warning(step)}：${say.quote(step.text)}。`;
    case 'approved':
      return `批准${step.review === 'minor' ? '（与生效版本无实质差别，免于评审）' : ''}${step.remarks === '' ? '' : `，${say.quote(step.remarks)}`}。下次评审期限：${formatInstant(step.reviewDue, 'zh-CN', zone)}。`;
    case 'effectDated':
      return `定于${formatInstant(step.from, 'zh-CN', zone)}生效。`;
    case 'distributed':
      return `发放给${say.people(step.to.map(({ person }) => person))}。`;
    case 'tookEffect':
      return '生效。';
    case 'superseded':
      return `被${step.successor.id}第${step.successor.version}版取代。`;
    case 'received':
      return '签收。';
    case 'filed':
      return `于${step.on}备案，编号${say.quote(step.reference)}${step.text === '' ? '' : `，${say.quote(step.text)}`}。`;
    case 'evaluated':
      return `于${step.on}评估：${say.quote(step.conclusion)}；${step.revise ? '须修订' : '无须修订'}。`;
    case 'withdrawn':
      return `撤回：${say.quote(step.reason)}。`;
    default:
      return assertNever(step);
  }
}
