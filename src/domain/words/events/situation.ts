import type { EventOf } from '../../incident/index.js';
import { confidenceWords } from '../confidence.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

export const situationEvents: SentencesOf<'factAdded' | 'questionAsked' | 'questionAnswered'> = {
  'zh-CN': {
    factAdded(event, say) {
      const head = `${say.actor(event.actor)}补报情况（${confidenceWords(event.confidence, 'zh-CN')}）`;
      const observed = event.observedAt === undefined ? '' : `；${observedZh(event, event.observedAt, say)}`;
      return `${head}：${toldIn(event, say).join('；')}${observed}。来源：${say.quote(event.texts.source)}。`;
    },
    questionAsked(event, say) {
      const { before, actor, texts } = event;
      if (before === undefined) return `${say.actor(actor)}提出待查明的问题：“${say.quote(texts.question)}”。`;
      const where = before.incident === undefined ? '并入的事故' : `事故 ${before.incident}`;
      return `${say.actor(before.by)}在${where}提出的待查明问题转入本事故：“${say.quote(texts.question)}”。`;
    },
    questionAnswered: (event, say) =>
      `${say.actor(event.actor)}答复待查明的问题${asked(event, say)}：${say.quote(event.texts.answer)}。`,
  },
  en: {
    factAdded(event, say) {
      const head = `${say.actor(event.actor)} added a fact (${confidenceWords(event.confidence, 'en')})`;
      const observed = event.observedAt === undefined ? '' : `; ${observedEn(event, event.observedAt, say)}`;
      return `${head}: ${toldIn(event, say).join('; ')}${observed}. Source: ${say.quote(event.texts.source)}.`;
    },
    questionAsked(event, say) {
      const { before, actor, texts } = event;
      if (before === undefined)
        return `${say.actor(actor)} asked “${say.quote(texts.question)}” and it is listed as open.`;
      const where = before.incident === undefined ? 'the merged incident' : `incident ${before.incident}`;
      return `The question “${say.quote(texts.question)}”, asked by ${say.actor(before.by)} in ${where}, stays open here.`;
    },
    questionAnswered: (event, say) =>
      `${say.actor(event.actor)} answered the question${asked(event, say)}: ${say.quote(event.texts.answer)}.`,
  },
};

/** By its words, else by its id. */
function asked({ question, texts }: EventOf<'questionAnswered'>, say: Speaker): string {
  const en = say.lang === 'en';
  if (texts.question === undefined) return en ? ` ${question}` : ` ${question} `;
  return en ? ` “${say.quote(texts.question)}”` : `“${say.quote(texts.question)}”`;
}

/** Where there are neither values nor a statement, the statement was erased. */
function toldIn({ values, texts }: EventOf<'factAdded'>, say: Speaker): string[] {
  const told = Object.entries(values).map(([fact, value]) => say.fact(fact, value));
  return texts.statement === undefined && told.length > 0 ? told : [...told, say.quote(texts.statement)];
}

function observedZh({ at }: EventOf<'factAdded'>, observedAt: number, say: Speaker): string {
  const ago = at - observedAt;
  if (ago < 0) return `所报观察时间晚于补报时间${say.duration(ago)}`;
  return ago === 0 ? '为补报时的情况' : `为补报前${say.duration(ago)}的情况`;
}

function observedEn({ at }: EventOf<'factAdded'>, observedAt: number, say: Speaker): string {
  const ago = at - observedAt;
  if (ago < 0) return `the time of observation is ${say.duration(ago)} after this entry`;
  return ago === 0 ? 'as observed then' : `as observed ${say.duration(ago)} before`;
}
