import type { EventOf } from '../../incident/index.js';
import type { Speaker } from '../speaker.js';
import { stillOpenWords } from '../stillOpen.js';
import type { SentencesOf } from './sentences.js';

export const terminationEvents: SentencesOf<
  'terminationProposed' | 'terminationWithdrawn' | 'terminationLapsed' | 'terminated'
> = {
  'zh-CN': {
    terminationProposed(event, say) {
      const met = say.list(event.criteria.map((id) => say.names.terminationCriterion(id, say.lang)));
      const criteria = met === '' ? '' : `，确认已满足终止条件：${met}`;
      return `${say.actor(event.actor)}提议应急终止${criteria}。${unfinished(event, say)}理由：${say.quote(event.texts.reason)}。`;
    },
    terminationWithdrawn: (event, say) =>
      `${say.actor(event.actor)}撤回应急终止的提议。理由：${say.quote(event.texts.reason)}。`,
    terminationLapsed: (event) =>
      `因${event.why === 'levelChanged' ? '级别调整' : '预案版本切换'}，应急终止的提议失效。`,
    terminated(event, say) {
      const proposer = say.actor(event.proposedBy);
      const level = `终止时为${say.level(event.level)}`;
      return event.actor.kind === 'system'
        ? `依${proposer}的提议，应急终止；${level}，该级别不要求第二人签署。`
        : `${say.actor(event.actor)}作为第二签署人同意，应急终止；提议人为${proposer}，${level}。`;
    },
  },
  en: {
    terminationProposed(event, say) {
      const met = event.criteria.map((id) => say.names.terminationCriterion(id, say.lang)).join('; ');
      const criteria = met === '' ? '' : `, stating as met: ${met}`;
      return `${say.actor(event.actor)} proposed the termination${criteria}. ${unfinished(event, say)}Reason: ${say.quote(event.texts.reason)}.`;
    },
    terminationWithdrawn: (event, say) =>
      `${say.actor(event.actor)} withdrew the proposal to terminate. Reason: ${say.quote(event.texts.reason)}.`,
    terminationLapsed: (event) =>
      `The proposal to terminate lapsed because ${event.why === 'levelChanged' ? 'the level' : 'the version of the plan'} changed.`,
    terminated(event, say) {
      const proposer = say.actor(event.proposedBy);
      return event.actor.kind === 'system'
        ? `The response was terminated at ${say.level(event.level)} on the proposal of ${proposer}; this level asks for no second signature.`
        : `${say.actor(event.actor)} gave the second signature and terminated the response at ${say.level(event.level)}, as proposed by ${proposer}.`;
    },
  },
};

function unfinished({ open }: EventOf<'terminationProposed'>, say: Speaker): string {
  const words = open === undefined ? [] : stillOpenWords(open, say);
  if (words.length === 0) return '';
  return say.lang === 'en' ? `Still open then: ${words.join('; ')}. ` : `当时尚未了结：${words.join('；')}。`;
}
