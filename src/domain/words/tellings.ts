import { assertNever } from '../assertNever.js';
import type { EventOf } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Instant } from '../time.js';
import { confidenceWords } from './confidence.js';
import type { Speaker } from './speaker.js';

/** What says a fact: the report, another report of the same thing, or somebody who adds it. */
export type Telling = EventOf<'reported' | 'reportAbsorbed' | 'factAdded'>;

/** A fact in words, with what changed, who said it, when, from where, and how far it is vouched for. */
export function knownFactWords(
  fact: string,
  event: Telling,
  say: Speaker,
  time: (at: Instant) => string,
  change?: string,
): string {
  const told = saidBy(event, say, time);
  const notes = change === undefined ? [told] : [change, told];
  return say.lang === 'zh-CN' ? `${fact}（${notes.join('；')}）。` : `${fact} (${notes.join('; ')}).`;
}

function saidBy(event: Telling, say: Speaker, time: (at: Instant) => string): string {
  const zh = say.lang === 'zh-CN';
  switch (event.type) {
    case 'reported':
      return zh ? '报告时所述' : 'as reported';
    case 'factAdded': {
      const [by, at] = [say.actor(event.actor), time(event.at)];
      const [source, confidence] = [say.quote(event.texts.source), confidenceWords(event.confidence, say.lang)];
      return zh
        ? `${by}于${at}补报；来源：${source}；${confidence}`
        : `added by ${by} on ${at}; source: ${source}; ${confidence}`;
    }
    case 'reportAbsorbed': {
      const [by, at, merged] = [say.actor(event.reporter), time(event.reportedAt), time(event.at)];
      if (event.from === undefined)
        return zh ? `${by}于${merged}再次报告时所述` : `as ${by} reported again on ${merged}`;
      return zh
        ? `${by}于${at}报告时所述，${merged}随事故${event.from}并入`
        : `as ${by} reported on ${at}, merged with incident ${event.from} on ${merged}`;
    }
    default:
      return assertNever(event);
  }
}

const OTHERWISE: Record<Lang, string> = { 'zh-CN': '另有不同的补报：', en: 'Added otherwise: ' };

/** Before what somebody had added and another report outweighs. */
export function otherwiseWords(lang: Lang): string {
  return OTHERWISE[lang];
}

/** What somebody added in words. */
export function statementWords(event: EventOf<'factAdded'>, say: Speaker, time: (at: Instant) => string): string {
  const { actor, texts, observedAt = event.at } = event;
  const [at, by, confidence] = [time(observedAt), say.actor(actor), confidenceWords(event.confidence, say.lang)];
  const [text, source] = [say.quote(texts.statement), say.quote(texts.source)];
  return say.lang === 'zh-CN'
    ? `${at}，${by}报：${text}（来源：${source}；${confidence}）。`
    : `On ${at}, from ${by}: ${text} (source: ${source}; ${confidence}).`;
}
