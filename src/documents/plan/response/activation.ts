import type { PlanDocument } from '../../../domain/plan/schema.js';
import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say, section } from '../parts.js';

/** 响应启动与动员. */
export function activation(context: PlanContext) {
  return section(
    context,
    WORDS.heading,
    [],
    [
      section(context, WORDS.start, say(context, WORDS.startNote, WORDS.changeNote)),
      section(context, WORDS.mobilisation, [...say(context, WORDS.mobilisationNote), ...mobilisation(context)]),
      section(context, WORDS.notification, [...say(context, WORDS.notificationNote), ...ladders(context)]),
    ],
  );
}

function mobilisation({ document: plan, names, table, span, t }: PlanContext): Block[] {
  const rows = plan.mobilisation.map((rule) => {
    const needed = [
      ...(rule.headcount === undefined
        ? [t(WORDS.everybody)]
        : [t({ 'zh-CN': `${rule.headcount}人`, en: rule.headcount === 1 ? '1 person' : `${rule.headcount} people` })]),
      ...(rule.qualifications ?? []).map(({ qualification, people }) =>
        t({
          'zh-CN': `其中${names.qualification(qualification)}${people}人`,
          en: `of them ${people}: ${names.qualification(qualification)}`,
        }),
      ),
    ];
    const next = [
      ...(rule.substitutes ?? []).map(names.post),
      ...(rule.partners ?? []).map((id) =>
        t({ 'zh-CN': `外部：${names.partner(id)}`, en: `outside: ${names.partner(id)}` }),
      ),
    ];
    return [
      names.team(rule.team),
      names.levels(rule.levels),
      names.categories(rule.categories),
      needed.join('\n'),
      rule.quorumWithin === undefined ? NONE : span(rule.quorumWithin),
      next.join('\n') || NONE,
    ];
  });
  return table(
    WORDS.mobilisationTable,
    [
      [LABELS.team, 16],
      [LABELS.level, 17],
      [LABELS.category, 18],
      [WORDS.wanted, 18],
      [WORDS.quorum, 12],
      [WORDS.substitutes, 19],
    ],
    rows,
  );
}

type Ladder = PlanDocument['notification']['call'];

function ladders(context: PlanContext): Block[] {
  const { document: plan, names, table, span, t, list, choice } = context;
  const { alert, call, inform, retry, shortage } = plan.notification;
  const channels = (given: Ladder['channels']): string =>
    given === undefined ? t(WORDS.preferred) : list(given.map((channel) => t(choice(channel))));
  const row = (name: Bilingual, ladder: Ladder): string[] => [
    t(name),
    channels(ladder.channels),
    span(ladder.remindAfter),
    span(ladder.escalateAfter),
    names.posts(ladder.escalateTo),
  ];
  const rows = [
    row(WORDS.alert, alert),
    row(WORDS.call, call),
    ...(inform === undefined ? [] : [[t(WORDS.inform), channels(inform.channels), NONE, NONE, NONE]]),
  ];
  return [
    ...table(
      WORDS.ladder,
      [
        [WORDS.kind, 22],
        [WORDS.channels, 26],
        [WORDS.remind, 14],
        [WORDS.escalate, 14],
        [WORDS.escalateTo, 24],
      ],
      rows,
    ),
    ...say(context, {
      'zh-CN': `通知发送失败的，依次间隔${list(retry.waits.map(span))}重试，此后按最后一个间隔重试，${span(retry.giveUpAfter)}后停止并记录为未送达。`,
      en: `A notice that could not be sent is tried again after ${list(retry.waits.map(span))}, then at the last of these intervals, until it is given up after ${span(retry.giveUpAfter)} and recorded as not delivered.`,
    }),
    ...shortageNote(context, shortage?.tell ?? []),
    ...shiftNote(context),
  ];
}

/** Command is told last, whether the plan names it here or not. */
function shortageNote(context: PlanContext, tell: string[]): Block[] {
  const { document: plan, names, span } = context;
  const { remindAfter, escalateAfter } = plan.notification.call;
  const told = [...tell.filter((post) => post !== plan.command.commander), plan.command.commander];
  const [zh, en] = [told.map(names.post).join('、'), told.map(names.post).join(', then ')];
  return say(context, {
    'zh-CN': `到齐时限内人员不足的，依次告知${zh}（间隔${span(remindAfter)}），写明缺多少人、缺哪些资质、谁未联系上；此后每${span(escalateAfter)}重复告知，直至到齐、该组解除动员，或者由指挥长接受人员不足。`,
    en: `When a team is short of people at its time, these are told, ${span(remindAfter)} apart: ${en}; with how many people and which qualifications are missing, and who was not reached. They are told again every ${span(escalateAfter)}, until the team is complete, is stood down, or the commander accepts the shortage.`,
  });
}

function shiftNote(context: PlanContext): Block[] {
  const { shifts } = context.document;
  if (shifts === undefined) return [];
  const { names, span } = context;
  return say(context, {
    'zh-CN': `连续值守不超过${span(shifts.longest)}；超过的，告知本人、组长和${names.posts(shifts.tell)}安排替换，每小时重复，直至离岗。离岗后至少休息${span(shifts.rest)}，其间不再动员，另无他人的除外。`,
    en: `Nobody is on duty for longer than ${span(shifts.longest)}. Whoever is, the lead of the team and ${names.posts(shifts.tell)} are told to arrange for relief, again every hour until the person is released. Afterwards people rest for at least ${span(shifts.rest)}: during that time they are not called, unless there is nobody else.`,
  });
}

const WORDS = {
  heading: { 'zh-CN': '响应启动与动员', en: 'Activation and mobilisation' },
  start: { 'zh-CN': '响应启动', en: 'Activation' },
  startNote: {
    'zh-CN': '核实属实的，由有权岗位按照第3章确定事故等级和响应级别，宣布启动响应。各级响应的措施和预计期限见第3章。',
    en: 'Once the report is found true, a post with the authority decides incident level and response level by chapter 3 and starts the response. Chapter 3 has the measures and the expected duration of each level.',
  },
  changeNote: {
    'zh-CN': '情况变化的，由有权岗位及时调整级别。调整级别时只增加或解除有差别的力量，已到位的人员继续工作。',
    en: 'When the situation changes, the level is changed. Only the difference is called or stood down; whoever is at work and still needed goes on.',
  },
  mobilisation: { 'zh-CN': '人员动员', en: 'Mobilisation' },
  mobilisationNote: {
    'zh-CN': '响应启动后，按响应级别和事故类别动员下列工作组；到位人数或资质不足的，依次动员替补岗位和外部力量。',
    en: 'Once a response starts, its level and category call the following teams. Where too few people, or too few with the qualifications, have come in time, substitutes are called, then partners.',
  },
  mobilisationTable: { 'zh-CN': '动员表', en: 'Who is called' },
  everybody: { 'zh-CN': '全员', en: 'everybody' },
  wanted: { 'zh-CN': '应到位', en: 'Wanted' },
  quorum: { 'zh-CN': '到位时限', en: 'Within' },
  substitutes: { 'zh-CN': '替补', en: 'Substitutes' },
  notification: { 'zh-CN': '通知与催办', en: 'Notices and escalation' },
  notificationNote: {
    'zh-CN': '被通知人应当确认。时限自发出通知起算；逾期未确认的，报告组长和下列岗位。',
    en: 'Whoever is called acknowledges. Times count from the call; silence is reported to the lead of the team and to the posts below.',
  },
  ladder: { 'zh-CN': '通知与催办时限', en: 'Notices: channels and waits' },
  kind: { 'zh-CN': '通知类型', en: 'Notice' },
  alert: { 'zh-CN': '接报告警（指挥岗位）', en: 'Alert of command' },
  call: { 'zh-CN': '动员（工作组）', en: 'Call of a team' },
  inform: { 'zh-CN': '告知（无须确认）', en: 'Information, no answer asked' },
  channels: { 'zh-CN': '方式', en: 'Channels' },
  preferred: { 'zh-CN': '通讯录所列方式', en: 'as in the roster' },
  remind: { 'zh-CN': '催办', en: 'Reminder after' },
  escalate: { 'zh-CN': '升级', en: 'Escalated after' },
  escalateTo: { 'zh-CN': '升级报告', en: 'Reported to' },
} satisfies Record<string, Bilingual>;
