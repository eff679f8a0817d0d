import { grouped } from '../../../domain/plan/diff/words/numbers.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import { sentimentWords } from '../../../domain/words/index.js';
import { authorityRules } from '../../../domain/plan/compile/authority.js';
import type { Block } from '../../model.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { listed, listedTexts, say, section } from '../parts.js';

/** 信息发布与舆情监测: they begin during the response and go on after it. */
export function publication(context: PlanContext) {
  return section(
    context,
    WORDS.heading,
    [],
    [section(context, WORDS.publication, release(context)), section(context, WORDS.opinion, opinion(context))],
  );
}

function release(context: PlanContext): Block[] {
  const { document: plan, names, table, span } = context;
  const rules = plan.aftermath?.publication;
  if (rules === undefined) return [];
  const { drafter, approvedBy, legalCheck, templates, firstStatement = [] } = rules;
  const checked: Bilingual =
    legalCheck === undefined
      ? { 'zh-CN': '', en: '' }
      : {
          'zh-CN': `，经${names.post(legalCheck)}审核法律事项`,
          en: `, the ${names.post(legalCheck)} checks it for legal matters`,
        };
  return [
    ...say(context, {
      'zh-CN': `对外信息由${names.post(drafter)}起草${checked['zh-CN']}，经批准后发布，批准岗位如下表；拟稿人不得批准自己所拟的文稿。未经批准，任何人不得对外发布。`,
      en: `The ${names.post(drafter)} drafts what is published${checked.en}, and a post of the table approves it, though never whoever drafted it; nothing is published without approval.`,
    }),
    ...table(
      WORDS.approval,
      [
        [LABELS.level, 55],
        [LABELS.decidedBy, 45],
      ],
      authorityRules(approvedBy).map(({ levels, posts }) => [names.levels(levels), names.posts(posts)]),
    ),
    ...table(
      WORDS.first,
      [
        [LABELS.level, 55],
        [WORDS.firstWithin, 45],
      ],
      firstStatement.map(({ levels, within }) => [names.levels(levels), span(within)]),
    ),
    ...outcome(context),
    ...listedTexts(context, WORDS.rules, rules.rules),
    ...listed(
      context,
      {
        'zh-CN': `可以使用的文本模板（见${context.annex('forms')}）：`,
        en: `Templates (see ${context.annex('forms')}):`,
      },
      templates?.map(names.template),
    ),
  ];
}

/** Where the plan wants it and does not say by when, it may take as long as the report. */
function outcome(context: PlanContext): Block[] {
  const { publication: rules, report, mandatory = [] } = context.document.aftermath ?? {};
  const within = rules?.outcomeWithin ?? (mandatory.includes('publication') ? report?.within : undefined);
  if (within === undefined) return [];
  const span = context.span(within);
  return say(context, {
    'zh-CN': `自应急终止起${span}内发布处置结果公告；设观察期的，自观察期结束起计算。`,
    en: `A closing statement is published within ${span} of the end of the response, or of the watch where there is one.`,
  });
}

function opinion(context: PlanContext): Block[] {
  const { document: plan, names, t, table, span } = context;
  const rules = plan.aftermath?.publicOpinion;
  if (rules === undefined) return [];
  return [
    ...say(context, {
      'zh-CN': `舆情由${names.post(rules.owner)}监测，周期如下表。`,
      en: `The ${names.post(rules.owner)} watches public opinion as often as the table says.`,
    }),
    ...table(
      WORDS.cadence,
      [
        [LABELS.level, 55],
        [LABELS.every, 45],
      ],
      rules.cadence.map(({ levels, every }) => [names.levels(levels), span(every)]),
    ),
    ...listedTexts(context, WORDS.watched, rules.watched),
    ...table(
      WORDS.alerts,
      [
        [WORDS.alert, 46],
        [LABELS.when, 28],
        [WORDS.tell, 26],
      ],
      rules.alertWhen.map((alert) => [t(alert.text), reached(context, alert), names.posts(alert.tell)]),
    ),
  ];
}

type Alert = NonNullable<NonNullable<PlanDocument['aftermath']>['publicOpinion']>['alertWhen'][number];

/** All that has to hold; the rest is for people to judge. */
function reached(context: PlanContext, alert: Alert): string {
  const { lang, t } = context;
  const { when, timesUsual, volumeAtLeast, reachAtLeast, sentimentAtMost, untrue } = alert;
  const parts: (Bilingual | undefined)[] = [
    timesUsual === undefined
      ? undefined
      : { 'zh-CN': `提及量达到平日的${timesUsual}倍`, en: `volume ${timesUsual} times the usual` },
    volumeAtLeast === undefined
      ? undefined
      : { 'zh-CN': `提及量达到${grouped(volumeAtLeast)}`, en: `volume at least ${grouped(volumeAtLeast)}` },
    reachAtLeast === undefined
      ? undefined
      : { 'zh-CN': `触达${grouped(reachAtLeast)}人以上`, en: `reach at least ${grouped(reachAtLeast)}` },
    sentimentAtMost === undefined
      ? undefined
      : {
          'zh-CN': `情绪为${sentimentWords(sentimentAtMost, 'zh-CN')}或者更低`,
          en: `sentiment ${sentimentWords(sentimentAtMost, 'en')} or worse`,
        },
    untrue === undefined ? undefined : { 'zh-CN': '说法不实', en: 'the claim is untrue' },
  ];
  const said = parts.flatMap((part) => (part === undefined ? [] : [t(part)]));
  const all = [...(when === undefined ? [] : [context.when(when)]), ...said];
  if (all.length === 0) return t(WORDS.judged);
  return all.join(lang === 'en' ? '; ' : '；');
}

const WORDS = {
  heading: { 'zh-CN': '信息发布与舆情监测', en: 'Publication and public opinion' },
  publication: { 'zh-CN': '信息发布', en: 'Publication' },
  approval: { 'zh-CN': '信息发布批准权限', en: 'Who approves what is published' },
  first: { 'zh-CN': '首次权威发布时限', en: 'First statement' },
  firstWithin: { 'zh-CN': '自响应启动起', en: 'From activation, within' },
  rules: { 'zh-CN': '信息发布遵守下列规则：', en: 'Publication keeps these rules:' },
  opinion: { 'zh-CN': '舆情监测', en: 'Public opinion' },
  cadence: { 'zh-CN': '舆情监测周期', en: 'How often public opinion is looked at' },
  watched: { 'zh-CN': '监测下列内容：', en: 'What is watched:' },
  alerts: { 'zh-CN': '舆情报告', en: 'When public opinion is reported' },
  alert: { 'zh-CN': '情形', en: 'Situation' },
  judged: { 'zh-CN': '由人员判断', en: 'A person judges it' },
  tell: { 'zh-CN': '报告岗位', en: 'Told to' },
} satisfies Record<string, Bilingual>;
