import type { CriteriaLapse, EventOf } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import type { CriterionId } from '../../plan/compiled.js';
import type { Speaker } from '../speaker.js';
import { stillOpenWords } from '../stillOpen.js';
import type { SentencesOf } from './sentences.js';

export const terminationEvents: SentencesOf<
  | 'criteriaConfirmed'
  | 'criteriaWithdrawn'
  | 'criteriaLapsed'
  | 'criteriaAsked'
  | 'terminationProposed'
  | 'terminationWithdrawn'
  | 'terminationLapsed'
  | 'terminated'
  | 'recurrenceSuspected'
  | 'recurrenceUndecided'
  | 'recurrenceDismissed'
  | 'watchEnded'
  | 'reopened'
> = {
  'zh-CN': {
    criteriaConfirmed: ({ actor, criteria, texts }, say) =>
      `${say.actor(actor)}确认终止条件已满足：${criteriaNames(criteria, say)}。${texts === undefined ? '' : `说明：${say.quote(texts.note)}。`}`,
    criteriaWithdrawn: ({ actor, criteria, texts }, say) =>
      `${say.actor(actor)}撤回对终止条件的确认：${criteriaNames(criteria, say)}。理由：${say.quote(texts.reason)}。`,
    criteriaLapsed: ({ why, criteria }, say) =>
      `因${LAPSED[why]['zh-CN']}，对以下终止条件的确认失效，须重新确认：${criteriaNames(criteria, say)}。`,
    criteriaAsked: ({ actor, tell }, say) =>
      `${say.actor(actor)}请有关人员确认终止条件：${tell.map((told) => `${say.person(told.person)}（${criteriaNames(told.criteria, say)}）`).join('、')}。`,
    terminationProposed(event, say) {
      const met = criteriaNames(event.criteria, say);
      if (event.override) {
        return `${say.actor(event.actor)}在仍有事项未了结的情况下，提议强制终止应急响应。${unfinished(event, say)}理由：${say.quote(event.texts.reason)}。`;
      }
      const criteria = met === '' ? '' : `，确认已满足终止条件：${met}`;
      return `${say.actor(event.actor)}提议应急终止${criteria}。${unfinished(event, say)}理由：${say.quote(event.texts.reason)}。`;
    },
    terminationWithdrawn: (event, say) =>
      `${say.actor(event.actor)}撤回应急终止的提议。理由：${say.quote(event.texts.reason)}。`,
    terminationLapsed: ({ why }) => `因${LAPSED[why]['zh-CN']}，应急终止的提议失效。`,
    terminated(event, say) {
      const proposer = say.actor(event.proposedBy);
      const level = `终止时为${say.level(event.level)}`;
      const watched = watch(event, say);
      if (event.override) {
        return `${say.actor(event.actor)}作为第二签署人同意，应急响应强制终止；提议人为${proposer}，${level}。${watched}${unfinished(event, say)}`;
      }
      return event.actor.kind === 'system'
        ? `依${proposer}的提议，应急终止；${level}，该级别不要求第二人签署。${watched}`
        : `${say.actor(event.actor)}作为第二签署人同意，应急终止；提议人为${proposer}，${level}。${watched}`;
    },
    recurrenceSuspected: ({ why }) =>
      `观察期内疑似复发（${why === 'report' ? '又有同一情况的报告' : '新的情况达到终止时的级别或更高'}），待有权人员决定。`,
    recurrenceUndecided: ({ asked, people }, say) =>
      `是否为再次发生仍无人决定，${asked === true ? '请指挥人员一并过问' : '催促决定'}：${say.list(people.map(say.person))}。`,
    recurrenceDismissed: ({ actor, texts }, say) =>
      `${say.actor(actor)}认定不是再次发生。理由：${say.quote(texts.reason)}。`,
    watchEnded: () => '观察期满，未重新启动响应，转入后期处置。',
    reopened: ({ actor, level, incidentLevel, texts }, say) =>
      `观察期内再次发生，${say.actor(actor)}决定重新启动响应，按${say.levels(level, incidentLevel)}。理由：${say.quote(texts.reason)}。`,
  },
  en: {
    criteriaConfirmed: ({ actor, criteria, texts }, say) =>
      `${say.actor(actor)} confirmed that these termination criteria are met: ${criteriaNames(criteria, say)}.${texts === undefined ? '' : ` Note: ${say.quote(texts.note)}.`}`,
    criteriaWithdrawn: ({ actor, criteria, texts }, say) =>
      `${say.actor(actor)} took back that these termination criteria are met: ${criteriaNames(criteria, say)}. Reason: ${say.quote(texts.reason)}.`,
    criteriaLapsed: ({ why, criteria }, say) =>
      `Because ${LAPSED[why].en}, these termination criteria have to be confirmed anew: ${criteriaNames(criteria, say)}.`,
    criteriaAsked: ({ actor, tell }, say) =>
      `${say.actor(actor)} asked for termination criteria to be confirmed: ${tell.map((told) => `${say.person(told.person)} (${criteriaNames(told.criteria, say)})`).join(', ')}.`,
    terminationProposed(event, say) {
      const met = criteriaNames(event.criteria, say);
      if (event.override) {
        return `${say.actor(event.actor)} proposed to override: to end the response although something stands against it. ${unfinished(event, say)}Reason: ${say.quote(event.texts.reason)}.`;
      }
      const criteria = met === '' ? '' : `, stating as met: ${met}`;
      return `${say.actor(event.actor)} proposed the termination${criteria}. ${unfinished(event, say)}Reason: ${say.quote(event.texts.reason)}.`;
    },
    terminationWithdrawn: (event, say) =>
      `${say.actor(event.actor)} withdrew the proposal to terminate. Reason: ${say.quote(event.texts.reason)}.`,
    terminationLapsed: ({ why }) => `The proposal to terminate lapsed because ${LAPSED[why].en}.`,
    terminated(event, say) {
      const proposer = say.actor(event.proposedBy);
      const watched = watch(event, say);
      if (event.override) {
        return `${say.actor(event.actor)} gave the second signature, and the response ended by override at ${say.level(event.level)}, as proposed by ${proposer}.${watched} ${unfinished(event, say)}`.trimEnd();
      }
      return event.actor.kind === 'system'
        ? `The response was terminated at ${say.level(event.level)} on the proposal of ${proposer}; this level asks for no second signature.${watched}`
        : `${say.actor(event.actor)} gave the second signature and terminated the response at ${say.level(event.level)}, as proposed by ${proposer}.${watched}`;
    },
    recurrenceSuspected: ({ why }) =>
      `It may have come back: ${why === 'report' ? 'it was reported again' : 'facts call for the level at which it had ended, or for more'}. Whoever may has to decide.`,
    recurrenceUndecided: ({ asked, people }, say) =>
      `Nobody had decided whether it had come back: ${asked === true ? 'everybody in command was asked' : 'a reminder went out'} (${say.list(people.map(say.person))}).`,
    recurrenceDismissed: ({ actor, texts }, say) =>
      `${say.actor(actor)} found that it had not come back. Reason: ${say.quote(texts.reason)}.`,
    watchEnded: () => 'The watch is over and the incident was not reopened; the aftermath begins.',
    reopened: ({ actor, level, incidentLevel, texts }, say) =>
      `It came back while it was watched: ${say.actor(actor)} reopened the incident at ${say.levels(level, incidentLevel)}. Reason: ${say.quote(texts.reason)}.`,
  },
};

const LAPSED: Record<CriteriaLapse, Record<Lang, string>> = {
  levelChanged: { 'zh-CN': '级别调整', en: 'the level changed' },
  categoryChanged: { 'zh-CN': '事故类别更改', en: 'the category changed' },
  planMoved: { 'zh-CN': '预案版本切换', en: 'the version of the plan changed' },
  reopened: { 'zh-CN': '重新启动响应', en: 'the incident was reopened' },
};

function watch({ at, watchUntil }: EventOf<'terminated'>, { lang, duration }: Speaker): string {
  if (watchUntil === undefined) return '';
  const span = duration(watchUntil - at);
  return lang === 'en' ? ` It is watched for ${span}.` : `观察期${span}。`;
}

function criteriaNames(criteria: readonly CriterionId[], say: Speaker): string {
  const names = criteria.map((id) => say.names.terminationCriterion(id, say.lang));
  return names.join(say.lang === 'en' ? '; ' : '；');
}

function unfinished({ open }: Pick<EventOf<'terminationProposed'>, 'open'>, say: Speaker): string {
  const words = open === undefined ? [] : stillOpenWords(open, say);
  if (words.length === 0) return '';
  return say.lang === 'en' ? `Still open then: ${words.join('; ')}. ` : `当时尚未了结：${words.join('；')}。`;
}
