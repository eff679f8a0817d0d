import type { DueKind } from '../plan/lifecycle/index.js';
import type { Instant } from '../time.js';
import type { PlanCopyInput } from './planCopy.js';
import { oneLine } from './text.js';
import { formatInstant } from './time.js';

export interface PlanDueInput extends Pick<PlanCopyInput, 'names' | 'lang' | 'zone' | 'number' | 'version'> {
  id: string;
  kind: DueKind;
  due: Instant;
}

/** The mail that tells whoever answers for the plan that its review or evaluation is due. */
export function planDueWords(input: PlanDueInput): { subject: string; text: string } {
  const { names, lang, zone, id, version, kind } = input;
  const title = oneLine(names.plan(lang));
  const number = oneLine(input.number);
  const due = formatInstant(input.due, lang, zone);
  const evaluate = `muster plan evaluate ${id} ${version}`;
  if (lang === 'zh-CN') {
    const what = kind === 'review' ? '评审' : '评估';
    return {
      subject: `【预案${what}到期】${title} 第${version}版`,
      text: [
        `应急预案的${what}期限已到，请安排${what}。`,
        '',
        `预案：${title}（${number}），第${version}版`,
        `${what}期限：${due}`,
        kind === 'review' ? '评审后报批的新版本生效，本期限即告完成。' : `评估结论登记：${evaluate}`,
        '',
        names.organisation(lang),
      ].join('\n'),
    };
  }
  return {
    subject: `Emergency plan, ${kind} due: ${title}, version ${version}`,
    text: [
      `The ${kind} of the emergency plan is due: have it carried out.`,
      '',
      `Plan: ${title} (${number}), version ${version}`,
      `Due: ${due}`,
      kind === 'review'
        ? 'It is done when a version that was reviewed and approved takes its place.'
        : `Record its conclusion: ${evaluate}`,
      '',
      names.organisation(lang),
    ].join('\n'),
  };
}
