import type { DueStage } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { stepName } from '../aftermathSteps.js';
import { dueName } from '../dueNames.js';
import type { SentencesOf } from './sentences.js';

export const aftermathEvents: SentencesOf<'duesReminded' | 'duesLifted' | 'closureReady' | 'closed'> = {
  'zh-CN': {
    duesReminded: ({ stage, items, tell, newHolder }, say) =>
      `${newHolder === true ? '已改由他人办理，' : ''}${STAGES['zh-CN'][stage]}：${say.list(items.map(({ item }) => dueName(item, say)))}。已提醒${say.list(tell.map(({ person }) => say.person(person)))}。`,
    duesLifted: ({ items, tell }, say) =>
      `预案版本切换后，以下事项取消或者改由他人办理：${say.list(items.map(({ item }) => dueName(item, say)))}。${tell.length === 0 ? '' : `已告知${say.list(tell.map(({ person }) => say.person(person)))}。`}`,
    closureReady: () => '结案前须办理的事项均已办结，可以结案。',
    closed: ({ actor, undone = [], unwritten, texts }, say) =>
      `${say.actor(actor)}结案。${unwritten === true ? '事故报告书草稿未能编写。' : ''}${undone.length === 0 ? '' : `尚未办理即结案的事项：${say.list(undone.map((step) => stepName(step, 'zh-CN')))}。`}说明：${say.quote(texts.reason)}。`,
  },
  en: {
    duesReminded: ({ stage, items, tell, newHolder }, say) =>
      `${newHolder === true ? 'Now to be done by somebody else. ' : ''}${STAGES.en[stage]}: ${say.list(items.map(({ item }) => dueName(item, say)))}. Reminded: ${say.list(tell.map(({ person }) => say.person(person)))}.`,
    duesLifted: ({ items, tell }, say) =>
      `By the other version of the plan nobody has to do these any more, or somebody else: ${say.list(items.map(({ item }) => dueName(item, say)))}.${tell.length === 0 ? '' : ` Told: ${say.list(tell.map(({ person }) => say.person(person)))}.`}`,
    closureReady: () => 'All that stood against the closure is done: the incident may be closed.',
    closed: ({ actor, undone = [], unwritten, texts }, say) =>
      `${say.actor(actor)} closed the incident. ${unwritten === true ? 'The draft of the incident report could not be written. ' : ''}${undone.length === 0 ? '' : `Left undone: ${undone.map((step) => stepName(step, 'en')).join('; ')}. `}Reason: ${say.quote(texts.reason)}.`,
  },
};

const STAGES: Record<Lang, Record<DueStage, string>> = {
  'zh-CN': { soon: '即将到期', due: '已到期', overdue: '逾期未办' },
  en: { soon: 'Due soon', due: 'Due now', overdue: 'Overdue' },
};
