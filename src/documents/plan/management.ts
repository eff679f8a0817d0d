import { USUAL_READINESS } from '../../domain/readiness/index.js';
import type { Block, Section } from '../model.js';
import type { PlanContext } from './context.js';
import type { Bilingual } from './labels.js';
import { chapter, listedTexts, say, section } from './parts.js';

/** Chapter 8 预案管理. */
export function management(context: PlanContext): Section {
  const { narrative = {}, training } = context.document;
  return chapter(
    context,
    WORDS.chapter,
    [],
    [
      section(context, WORDS.review, review(context)),
      section(context, WORDS.distribution, distribution(context)),
      section(context, WORDS.revision, revision(context)),
      section(context, WORDS.filing, filing(context)),
      section(context, WORDS.training, [
        ...say(context, narrative.publicity),
        ...(training === undefined ? [] : say(context, trainingNote(context))),
      ]),
    ],
  );
}

function trainingNote({ annex }: PlanContext): Bilingual {
  const where = annex('training');
  return {
    'zh-CN': `培训的对象、周期、形式和材料见${where}。`,
    en: `For whom, how often, in which form and with which material people are trained stands in ${where}.`,
  };
}

function review(context: PlanContext): Block[] {
  const { control } = context.document;
  if (control === undefined) return [];
  const { names } = context;
  const { atLeast, posts } = control.reviewers;
  return say(context, {
    'zh-CN': `预案经${names.posts(posts)}中至少${atLeast}人评审，由${names.post(control.approver)}批准签发。编写人不得单独评审，与预案有利害关系的评审人应当回避。`,
    en: `At least ${atLeast} of these review the plan: ${names.posts(posts)}. The ${names.post(control.approver)} approves and signs it. An author may not be the only reviewer, and a reviewer with an interest withdraws.`,
  });
}

function distribution(context: PlanContext): Block[] {
  const { control } = context.document;
  if (control === undefined) return [];
  const posts = context.names.posts(control.distribution);
  return say(context, {
    'zh-CN': `每个版本发放至${posts}，收到的人员应当确认。`,
    en: `Every version goes to these, and each of them acknowledges it: ${posts}.`,
  });
}

function revision(context: PlanContext): Block[] {
  const { control } = context.document;
  if (control === undefined) return [];
  const { every } = context;
  return [
    ...say(context, {
      'zh-CN': `预案${every(control.reviewEvery)}复审一次。`,
      en: `The plan is reviewed ${every(control.reviewEvery)}.`,
    }),
    ...(control.evaluateEvery === undefined
      ? []
      : say(context, {
          'zh-CN': `预案${every(control.evaluateEvery)}全面评估一次。`,
          en: `The whole plan is evaluated ${every(control.evaluateEvery)}.`,
        })),
    ...listedTexts(context, WORDS.triggers, control.revisionTriggers),
    ...readiness(context),
  ];
}

function readiness(context: PlanContext): Block[] {
  const rules = context.document.control?.readiness;
  if (rules === undefined) return [];
  const { span } = context;
  const { every, time, remindEvery, contactsWithin } = { ...USUAL_READINESS, ...rules };
  return say(context, {
    'zh-CN': `系统${context.every(every)}（${time}，逢休息日顺延）检查一次应急准备情况，并提醒责任人；未变化的问题${span(remindEvery)}后再次提醒。联系方式应在${span(contactsWithin)}内核实过。`,
    en: `Readiness is inspected ${context.every(every)} (at ${time}, on the next working day where that is a day off), and those whose it is to put right are reminded; what stays as it was, again after ${span(remindEvery)}. Contacts are to have been verified within ${span(contactsWithin)}.`,
  });
}

function filing(context: PlanContext): Block[] {
  const filed = context.document.control?.filing;
  if (filed === undefined) return [];
  const { t } = context;
  return say(context, {
    'zh-CN': `预案公布后${filed.withinWorkingDays}个工作日内，报${t(filed.authority)}备案。`,
    en: `Within ${filed.withinWorkingDays} working days of its publication the plan is filed with: ${t(filed.authority)}.`,
  });
}

const WORDS = {
  chapter: { 'zh-CN': '预案管理', en: 'Management of the plan' },
  review: { 'zh-CN': '评审与批准', en: 'Review and approval' },
  distribution: { 'zh-CN': '发放', en: 'Distribution' },
  revision: { 'zh-CN': '修订', en: 'Revision' },
  triggers: { 'zh-CN': '有下列情形之一的，及时修订预案：', en: 'The plan is revised outside of the cycle when:' },
  filing: { 'zh-CN': '备案', en: 'Filing' },
  training: { 'zh-CN': '宣传与培训', en: 'Training and publicity' },
} satisfies Record<string, Bilingual>;
