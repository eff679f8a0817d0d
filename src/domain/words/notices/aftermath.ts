import type { NoticeTemplate } from '../../incident/index.js';
import { dueName } from '../dueNames.js';
import type { Notice } from '../notice.js';
import { formatInstant } from '../time.js';
import { doDues } from './howAftermath.js';
import type { NoticeSentencesOf } from './sentences.js';

export const aftermathNotices: NoticeSentencesOf<Extract<NoticeTemplate, `dues${string}`>> = {
  'zh-CN': {
    duesSoon: {
      name: '到期提醒',
      subject: '您有事项即将到期',
      todo: '以下事项由您办理，即将到期：请在时限之前办结。',
      why: '这些事项由您的岗位负责，或其负责人不在岗',
      level: 'fromFacts',
      how: doDues,
      lines: dues,
    },
    duesNow: {
      name: '到期通知',
      subject: '您有事项到期未办',
      todo: '以下事项现已到期，尚未登记办结：请立即办理。',
      why: '这些事项由您的岗位负责，或其负责人不在岗',
      level: 'fromFacts',
      how: doDues,
      lines: dues,
    },
    duesOverdue: {
      name: '逾期催办',
      subject: '事项逾期未办',
      todo: '以下事项已经逾期，仍未办结：负责人请立即办理，指挥人员请督促。',
      why: '这些事项由您负责，或者您正在指挥',
      level: 'fromFacts',
      how: doDues,
      lines: dues,
    },
    duesLifted: {
      name: '事项解除通知',
      subject: '有事项不再由您办理',
      todo: '预案版本已经切换，以下事项不再由您办理：已经着手的，请把材料交给接办人；没有接办人的，交给指挥人员。',
      why: '这些事项此前由您办理',
      level: 'fromFacts',
      how: 'look',
      lines: lifted,
      reason: '切换理由',
    },
  },
  en: {
    duesSoon: {
      name: 'Due soon',
      subject: 'Something of yours is due soon',
      todo: 'These are yours and will be due soon: have them done in time.',
      why: 'they belong to your post, or whoever they belong to is away',
      level: 'fromFacts',
      how: doDues,
      lines: dues,
    },
    duesNow: {
      name: 'Due now',
      subject: 'Something of yours is due now',
      todo: 'These are due now, and nothing says that they are done: see to them at once.',
      why: 'they belong to your post, or whoever they belong to is away',
      level: 'fromFacts',
      how: doDues,
      lines: dues,
    },
    duesOverdue: {
      name: 'Overdue',
      subject: 'Something is overdue',
      todo: 'These are overdue and still not done: do them now, or see to it that they are done.',
      why: 'they are yours, or you are in command',
      level: 'fromFacts',
      how: doDues,
      lines: dues,
    },
    duesLifted: {
      name: 'Not yours any more',
      subject: 'Something is not yours to do any more',
      todo: 'The incident runs by another version of the plan, and these are not yours any more. If you have begun, hand what you have to whoever has it now, or to command.',
      why: 'they were yours until now',
      level: 'fromFacts',
      how: 'look',
      lines: lifted,
      reason: 'Why the plan changed',
    },
  },
};

function dues({ recipient, lang, say, zone }: Notice): string[] {
  const lines = (recipient.dues ?? []).map(({ item, dueAt }) => {
    const when = formatInstant(dueAt, lang, zone);
    return lang === 'en' ? `- ${dueName(item, say)}, due ${when}` : `- ${dueName(item, say)}，时限 ${when}`;
  });
  return lines.length === 0 ? [] : [lang === 'en' ? 'What is owed:' : '待办事项：', ...lines];
}

function lifted({ recipient, lang, say }: Notice): string[] {
  const names = (recipient.dues ?? []).map(({ item }) => `- ${dueName(item, say)}`);
  return names.length === 0 ? [] : [lang === 'en' ? 'Not yours any more:' : '不再由您办理：', ...names];
}
