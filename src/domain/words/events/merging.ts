import type { MergingEvent } from '../../incident/events/merging.js';
import { mergeRefusalWords } from '../mergeRefusal.js';
import type { SentencesOf } from './sentences.js';

export const mergingEvents: SentencesOf<MergingEvent['type']> = {
  'zh-CN': {
    mergeAsked: (event, say) =>
      `${say.actor(event.actor)}决定将本事故并入事故 ${event.into}。理由：${say.quote(event.texts.reason)}。`,
    merged: (event) => `已并入事故 ${event.into}，报告和事实一并转入；本事故就此了结。`,
    mergeRefused: (event) => `未能并入事故 ${event.into}：${mergeRefusalWords(event.code, 'zh-CN')}。本事故照旧进行。`,
    reportAbsorbed(event, say) {
      const what = `${say.quote(event.texts.title)}；地点：${say.quote(event.texts.place)}`;
      const facts = Object.entries(event.facts).map(([fact, value]) => say.fact(fact, value));
      const told = facts.length === 0 ? '' : `；${facts.join('；')}`;
      return event.from === undefined
        ? `${say.actor(event.reporter)}就同一情况再次报告：${what}${told}。`
        : `事故 ${event.from} 并入，其报告由${say.actor(event.reporter)}提出：${what}${told}。${event.promised === undefined ? '' : '其向公众承诺的下次发布由本事故兑现。'}`;
    },
  },
  en: {
    mergeAsked: (event, say) =>
      `${say.actor(event.actor)} decided to merge this incident into ${event.into}. Reason: ${say.quote(event.texts.reason)}.`,
    merged: (event) => `Merged into incident ${event.into}, which has taken over report and facts; this one is over.`,
    mergeRefused: (event) =>
      `Not merged into incident ${event.into}: ${mergeRefusalWords(event.code, 'en')}. This one goes on as it was.`,
    reportAbsorbed(event, say) {
      const what = `${say.quote(event.texts.title)}; place: ${say.quote(event.texts.place)}`;
      const facts = Object.entries(event.facts).map(([fact, value]) => say.fact(fact, value));
      const told = facts.length === 0 ? '' : `; ${facts.join('; ')}`;
      return event.from === undefined
        ? `${say.actor(event.reporter)} reported the same again: ${what}${told}.`
        : `Incident ${event.from} was merged into this one; ${say.actor(event.reporter)} had reported: ${what}${told}.${event.promised === undefined ? '' : ' Its promise to the public of a next statement is to be kept here.'}`;
    },
  },
};
