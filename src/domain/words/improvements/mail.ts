import type {
  ImprovementOwner,
  ImprovementPriority,
  ImprovementTemplate,
  Origin,
  PlanLink,
  Shown,
  Told,
} from '../../improvement/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import type { Instant } from '../../time.js';
import { oneLine, shorten } from '../text.js';
import { formatDate, formatInstant } from '../time.js';
import type { Zone } from '../time.js';
import { improvementOwnerWords, improvementPriorityWords, originWords } from './labels.js';

export interface ImprovementMailInput {
  template: ImprovementTemplate;
  /** Why this person is told. */
  as: Told;
  names: Names;
  lang: Lang;
  zone: Zone;
  improvement: string;
  /** What the plan calls its type. */
  typeName: string;
  priority: ImprovementPriority;
  owner: ImprovementOwner;
  /** Whoever that is today. */
  holder?: string;
  origin: Origin;
  dueAt: Instant;
  texts: { finding: string; action: string; reference?: string };
  /** What the notice is about beyond that: remarks, a reason, evidence. */
  quoted?: string;
  version?: PlanLink;
  /** The drill that is to show it. */
  planned?: { drill: string; dueAt: Instant };
  /** What a drill showed instead. */
  shown?: Shown;
}

const SUBJECT_CHARACTERS = 60;
const QUOTED_CHARACTERS = 500;

/** The mail that tells one person of an improvement, with how to do what it asks for. */
export function improvementMailWords(input: ImprovementMailInput): { subject: string; text: string } {
  const { template, lang, names, texts } = input;
  const day = formatDate(input.dueAt, lang, input.zone);
  const what = shorten(oneLine(texts.action), SUBJECT_CHARACTERS);
  const lines = [first(input)[lang], '', ...about(input), '', ...how(input), '', names.organisation(lang)];
  const subject = isFormer(input) ? NO_LONGER_YOURS : SUBJECTS[template](day);
  return { subject: `${subject[lang]}${what}`, text: lines.join('\n') };
}

const SUBJECTS: Record<ImprovementTemplate, (day: string) => Said> = {
  assigned: (day) => said(`Improvement for you, due ${day}: `, `【改进措施】请办理，期限${day}：`),
  near: (day) => said(`Improvement due on ${day}: `, `【改进措施】${day}到期：`),
  due: () => said('Improvement due now: ', '【改进措施到期】'),
  overdue: (day) => said(`Improvement overdue since ${day}: `, `【改进措施逾期】期限${day}：`),
  toVerify: () => said('Improvement to verify: ', '【改进措施】请验证：'),
  unverified: () => said('Improvement still to be verified: ', '【改进措施待验证】'),
  returned: () => said('Improvement returned: ', '【改进措施退回】'),
  verified: () => said('Improvement verified: ', '【改进措施已验证】'),
  dueMoved: (day) => said(`Improvement now due ${day}: `, `【改进措施】期限改为${day}：`),
  drillPlanned: () => said('Improvement to be shown by a drill: ', '【改进措施】已安排验证演练：'),
  drillFailed: () => said('Improvement not shown by the drill: ', '【改进措施】演练未验证通过：'),
  unproven: () => said('Improvement still to be shown by a drill: ', '【改进措施】尚待演练验证：'),
  unplannable: () => said('Improvement that no drill can show: ', '【改进措施】无法安排验证演练：'),
  cancelled: () => said('Improvement given up: ', '【改进措施已取消】'),
  toLink: () => said('Improvement to link to the plan: ', '【改进措施】请关联预案版本：'),
  waiting: () => said('Improvement that waits for the plan: ', '【改进措施】等待预案生效：'),
  review: (day) => said(`Improvement to look at, due ${day}: `, `【改进措施】请检查进展，期限${day}：`),
};

const NO_LONGER_YOURS = said('Improvement no longer yours: ', '【改进措施】已改交他人：');

/** Whose it was, and is not any more. */
function isFormer({ as }: ImprovementMailInput): boolean {
  return as === 'formerOwner';
}

function first(input: ImprovementMailInput): Said {
  const { template, as } = input;
  if (isFormer(input)) {
    return said(
      'This improvement is no longer yours: it was given to somebody else. Nothing more is to be done by you.',
      '以下改进措施已改由他人负责，您无须再办理。',
    );
  }
  // The owner, or whoever was to verify, could not be told: who is told instead has to see to it.
  const instead = as === 'keeper' || as === 'command';
  switch (template) {
    case 'assigned':
      return instead
        ? said(
            'This improvement has an owner who cannot be reached. Tell them, or give it to somebody else.',
            '以下改进措施的责任人无法通知到。请设法告知，或者改交他人。',
          )
        : said('This improvement is yours to carry out.', '以下改进措施由您负责，请按期完成。');
    case 'near':
      return said('This improvement will be due soon.', '以下改进措施即将到期。');
    case 'due':
      return said('This improvement is due, and is not done yet.', '以下改进措施期限已到，尚未报告完成。');
    case 'overdue':
      return instead
        ? said(
            'This improvement is overdue. See that it is done, or decide what becomes of it.',
            '以下改进措施已逾期。请督促完成，或者作出处理决定。',
          )
        : said('This improvement is overdue.', '以下改进措施已逾期，请尽快完成。');
    case 'toVerify':
      return said(
        'This improvement is reported as done. Look whether it is, and say so.',
        '以下改进措施已报告完成。请核查是否确已完成，并登记结论。',
      );
    case 'unverified':
      return said(
        'This improvement is reported as done, and nobody has verified it yet.',
        '以下改进措施已报告完成，尚无人验证。',
      );
    case 'returned':
      return said(
        'What was handed in for this improvement was not accepted. It is open again.',
        '以下改进措施的完成情况未通过验证，已退回继续整改。',
      );
    case 'verified':
      return said('This improvement was verified. Nothing more is to be done.', '以下改进措施已验证通过，无须再办理。');
    case 'drillPlanned':
      return said(
        'A drill is planned that has to show whether this improvement works. It is closed when its criterion passes and command has accepted the report.',
        '已为以下改进措施安排验证演练。评估标准通过且评估报告经审定后，本项即销号。',
      );
    case 'drillFailed':
      return said(
        'The drill did not show that this improvement works. See what it found, and what is to be done now.',
        '演练未能证明以下改进措施有效。请查看演练结论和后续安排。',
      );
    case 'unproven':
      return input.planned === undefined
        ? said(
            'This improvement is reported as done. A drill has to show it, and none is planned yet: the version of the plan that brings it has not taken effect, or no scenario practises its criterion.',
            '以下改进措施已报告完成，须经演练验证，但尚未安排演练：落实该项的预案版本尚未生效，或者没有情景可评定其评估标准。',
          )
        : said(
            'This improvement is reported as done. The drill that has to show it was due, and its report is not accepted yet.',
            '以下改进措施已报告完成。验证演练已到期，其评估报告尚未审定。',
          );
    case 'unplannable':
      return said(
        'This improvement has to be shown by a drill, and the plan in force does not have its criterion, or no scenario that practises it. Bring it back in a new version of the plan, or give the improvement up.',
        '以下改进措施须经演练验证，但现行预案中没有该评估标准，或者没有情景可评定该标准。请在预案新版本中补充，或者取消本项。',
      );
    case 'toLink':
      return said(
        'This improvement changes the plan and is reported as done. Link it to the version of the plan that brings the change: before that nobody can verify it.',
        '以下改进措施涉及修订预案，已报告完成，但尚未关联落实该项的预案版本。请尽快关联，未关联的无法验证。',
      );
    case 'waiting':
      return said(
        'This improvement is reported as done, and the version of the plan that brings it has not taken effect. See that it does; it is verified then.',
        '以下改进措施已报告完成，但所关联的预案版本尚未生效。请推动该版本批准并生效，生效后再行验证。',
      );
    case 'review':
      return said(
        'The plan has this improvement looked at from time to time until it is proven to work. See how it stands.',
        '预案规定，改进措施在验证有效之前须定期检查。请检查以下改进措施的进展。',
      );
    case 'dueMoved':
      return said('This improvement has another due date.', '以下改进措施的期限已变更。');
    case 'cancelled':
      return said('This improvement was given up. Nothing more is to be done.', '以下改进措施已取消，无须再办理。');
  }
}

const QUOTED: Partial<Record<ImprovementTemplate, Said>> = {
  assigned: said('Why you', '改交理由'),
  toVerify: said('Handed in', '完成情况'),
  returned: said('Remarks', '退回意见'),
  verified: said('Note', '验证说明'),
  dueMoved: said('Reason', '变更理由'),
  cancelled: said('Reason', '取消理由'),
};

function about(input: ImprovementMailInput): string[] {
  const { lang, zone, names, texts, owner, holder, typeName, priority, origin, dueAt, quoted, version } = input;
  const { planned, shown } = input;
  const text = (value: string) => shorten(oneLine(value), QUOTED_CHARACTERS);
  const named = improvementOwnerWords(owner, names, lang);
  const today = holder === undefined || !('post' in owner) ? '' : oneLine(names.person(holder, lang));
  const who = today === '' ? named : said(`${named} (${today})`, `${named}（${today}）`)[lang];
  const label = isFormer(input) ? said('Reason', '改交理由') : QUOTED[input.template];
  const fields: [Said, string | undefined][] = [
    [said('Finding', '问题'), text(texts.finding)],
    [said('Reference', '出处'), texts.reference === undefined ? undefined : text(texts.reference)],
    [said('Action', '措施'), text(texts.action)],
    [said('Type', '类型'), oneLine(typeName)],
    [said('Priority', '优先级'), improvementPriorityWords(priority, lang)],
    [said('Owner', '责任人'), who],
    [said('Due', '期限'), formatInstant(dueAt, lang, zone)],
    [said('From', '来源'), originWords(origin, lang)],
    [
      said('Change of the plan', '预案修改'),
      version && said(`${version.plan}, version ${version.version}`, `${version.plan}第${version.version}版`)[lang],
    ],
    [
      said('Verification drill', '验证演练'),
      planned &&
        said(
          `${planned.drill}, ${formatInstant(planned.dueAt, lang, zone)}`,
          `${planned.drill}，${formatInstant(planned.dueAt, lang, zone)}`,
        )[lang],
    ],
    [
      said('What the drill showed', '演练结论'),
      shown &&
        said(
          `${shown.id}: criterion ${shown.criterion} rated ${shown.rating ?? '–'}`,
          `${shown.id}：评估标准${shown.criterion}评定${shown.rating ?? '–'}`,
        )[lang],
    ],
    [label ?? said('', ''), label === undefined || quoted === undefined ? undefined : text(quoted)],
  ];
  return fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name[lang]}${lang === 'en' ? ': ' : '：'}${value}`],
  );
}

function aboutDrill({ lang, planned }: ImprovementMailInput): string[] {
  if (planned === undefined) return [];
  const { drill } = planned;
  return [said(`How the drill stands: muster drill show ${drill}`, `查看演练进展：muster drill show ${drill}`)[lang]];
}

function how(input: ImprovementMailInput): string[] {
  const { template, as, lang, improvement } = input;
  const line = (what: Said, command: string, ...rest: Said[]) =>
    [
      `${what[lang]}${lang === 'en' ? ': ' : '：'}muster improvement ${command} ${improvement}`,
      ...rest.map((one) => one[lang]),
    ].join(' ');
  const reason = said('--reason "reason"', '--reason "理由"');
  const look = line(said('See all about it', '查看详情'), 'show');
  if (isFormer(input)) return [look];
  switch (template) {
    case 'verified':
    case 'cancelled':
      return [look];
    case 'unplannable':
      return as === 'owner' ? [look] : [look, line(said('Give it up', '取消'), 'cancel', reason)];
    case 'drillPlanned':
    case 'unproven':
      return [
        look,
        ...aboutDrill(input),
        line(said('From the drill to the proof', '从演练发现问题到验证的全过程'), 'chain'),
      ];
    case 'toLink':
    case 'waiting':
      return [
        look,
        line(said('Link it to a version', '关联预案版本'), 'link', said('"id of the plan" 2', '"预案编号" 2')),
      ];
    case 'toVerify':
    case 'unverified':
      return [
        look,
        line(said('It is done', '确已完成'), 'verify'),
        line(said('It is not', '未完成'), 'return', said('--remarks "what is missing"', '--remarks "缺什么"')),
      ];
    default:
  }
  if (as === 'owner') {
    return [look, line(said('Once it is done', '完成后'), 'done', said('--note "what was done"', '--note "完成情况"'))];
  }
  return [
    look,
    line(
      said('Give it to somebody else', '改交他人'),
      'reassign',
      said('--to-person "person id"', '--to-person "人员编号"'),
      reason,
    ),
    line(said('Give it more time', '延长期限'), 'move', said('14d', '14d'), reason),
    line(said('Give it up', '取消'), 'cancel', reason),
  ];
}
