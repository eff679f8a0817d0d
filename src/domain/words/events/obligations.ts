import type { EventOf } from '../../incident/index.js';
import type { ClockMoved, ObligationsTold } from '../../incident/events.js';
import type { ObligationsEvent } from '../../incident/events/obligations.js';
import type { Lang } from '../../lang.js';
import { obligationName, obligationNames } from '../obligationWords.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

const MOVED: Record<Lang, Record<ClockMoved, string>> = {
  'zh-CN': {
    earlierReport: '因此前已有人报告，时限起算时间提前',
    responseEnded: '应急响应终止，时限起算',
    reopened: '重新启动响应，自响应终止起算的时限待再次终止后重新起算',
    filed: '前一项已经报送，时限起算',
    planMoved: '因预案版本切换，时限改变',
  },
  en: {
    earlierReport: 'Somebody had reported it before, so that the clock runs from an earlier moment',
    responseEnded: 'The response has ended, and the clock runs',
    reopened: 'The incident was reopened, and the clock will run anew from its end',
    filed: 'What comes before was filed, and the clock runs',
    planMoved: 'The move to another version of the plan gives another limit',
  },
};

const LIFTED: Record<Lang, Record<EventOf<'obligationsLifted'>['why'], string>> = {
  'zh-CN': {
    grading: '经定级，不需要报送',
    planMoved: '切换后的预案没有此项，不再要求报送',
    rejected: '经核实不属实，不需要报送',
    merged: '已并入另一起事故，由该事故报送',
  },
  en: {
    grading: 'By the grading these reports are not called for',
    planMoved: 'The plan that it runs by now does not ask for these reports',
    rejected: 'Not confirmed, so these reports are not called for',
    merged: 'Merged into another incident, which has these reports to file',
  },
};

export const obligationEvents: SentencesOf<ObligationsEvent['type']> = {
  'zh-CN': {
    obligationsOpened: ({ status, clocks, tell }, say) =>
      `法定报送${status === 'confirmed' ? '须办理' : '可能须办理，时限先行起算'}：${names(clocks, say)}${told(tell, say)}。`,
    obligationsConfirmed: ({ clocks, tell }, say) => `法定报送确认须办理：${names(clocks, say)}${told(tell, say)}。`,
    obligationsLifted: ({ why, obligations, texts }, say) =>
      `${LIFTED['zh-CN'][why]}：${obligationNames(obligations, say)}${texts === undefined ? '' : `。理由：${say.quote(texts.reason)}`}。`,
    obligationClocksMoved: ({ why, clocks, tell }, say) =>
      `${MOVED['zh-CN'][why]}：${names(clocks, say)}${told(tell, say)}。`,
    obligationsJudged: ({ actor, applies, obligations, texts }, say) =>
      `${say.actor(actor)}判定${applies ? '须' : '不需要'}报送：${obligationNames(obligations, say)}。理由：${say.quote(texts.reason)}。`,
    obligationClockSet: ({ actor, clock, texts }, say) =>
      `${say.actor(actor)}改定报送时限的起算时间：${obligationName(clock.obligation, say)}。理由：${say.quote(texts.reason)}。`,
    obligationsFiled(event, say) {
      const { actor, obligations, supplement = [], texts } = event;
      const kind = supplement.length === obligations.length ? '补充报送' : '报送';
      const head = `${say.actor(actor)}登记${kind}：${obligationNames(obligations, say)}，报至${say.quote(texts.to)}，渠道：${say.quote(texts.channel)}`;
      return `${[head, ...evidence(event, say)].join('。')}。`;
    },
    obligationsReminded: ({ obligations, tell }, say) =>
      `报送时限临近：${say.list(obligations.map(({ obligation, percent }) => `${obligationName(obligation, say)}已过${percent}%`))}${told(tell, say)}。`,
    obligationsMissed: ({ obligations, again, tell }, say) =>
      `报送时限已过，${again ? '仍' : '尚'}未登记报送：${obligationNames(obligations, say)}${told(tell, say)}。`,
  },
  en: {
    obligationsOpened: ({ status, clocks, tell }, say) =>
      `Legal reports that ${status === 'confirmed' ? 'are due' : 'may be due; their clocks run'}: ${names(clocks, say)}${told(tell, say)}.`,
    obligationsConfirmed: ({ clocks, tell }, say) => `Legal reports are due: ${names(clocks, say)}${told(tell, say)}.`,
    obligationsLifted: ({ why, obligations, texts }, say) =>
      `${LIFTED.en[why]}: ${obligationNames(obligations, say)}${texts === undefined ? '' : `. Reason: ${say.quote(texts.reason)}`}.`,
    obligationClocksMoved: ({ why, clocks, tell }, say) => `${MOVED.en[why]}: ${names(clocks, say)}${told(tell, say)}.`,
    obligationsJudged: ({ actor, applies, obligations, texts }, say) =>
      `${say.actor(actor)} judged that ${applies ? 'these reports are due' : 'these reports are not called for'}: ${obligationNames(obligations, say)}. Reason: ${say.quote(texts.reason)}.`,
    obligationClockSet: ({ actor, clock, texts }, say) =>
      `${say.actor(actor)} set from when the clock runs for ${obligationName(clock.obligation, say)}. Reason: ${say.quote(texts.reason)}.`,
    obligationsFiled(event, say) {
      const { actor, obligations, supplement = [], texts } = event;
      const kind = supplement.length === obligations.length ? 'a supplement to ' : '';
      const head = `${say.actor(actor)} registered as filed: ${kind}${obligationNames(obligations, say)}. To: ${say.quote(texts.to)}. Channel: ${say.quote(texts.channel)}`;
      return `${[head, ...evidence(event, say)].join('. ')}.`;
    },
    obligationsReminded: ({ obligations, tell }, say) =>
      `A limit draws near: ${say.list(obligations.map(({ obligation, percent }) => `${obligationName(obligation, say)}, ${percent}% gone`))}${told(tell, say)}.`,
    obligationsMissed: ({ obligations, again, tell }, say) =>
      `The limit has passed and nothing is ${again ? 'still ' : ''}registered as filed: ${obligationNames(obligations, say)}${told(tell, say)}.`,
  },
};

function names(clocks: EventOf<'obligationsOpened'>['clocks'], say: Speaker): string {
  return obligationNames(
    clocks.map(({ obligation }) => obligation),
    say,
  );
}

function told(tell: ObligationsTold[], say: Speaker): string {
  if (tell.length === 0) return '';
  const people = say.people(tell.map(({ person }) => person));
  return say.lang === 'en' ? `; told ${people}` : `；已告知${people}`;
}

const EVIDENCE: Record<Lang, Record<'reference' | 'note' | 'link' | 'fileName' | 'lateReason', string>> = {
  'zh-CN': { reference: '回执号：', note: '记录：', link: '链接：', fileName: '文件：', lateReason: '逾期理由：' },
  en: { reference: 'Receipt: ', note: 'Note: ', link: 'Link: ', fileName: 'File: ', lateReason: 'Why late: ' },
};

function evidence({ file, texts, late, via }: EventOf<'obligationsFiled'>, say: Speaker): string[] {
  const words = EVIDENCE[say.lang];
  // The simulator fills in every field; what a person has written stays, needed or not.
  const isIdle = via === 'simulator' && late === undefined;
  const said = (['lateReason', 'reference', 'note', 'link'] as const).flatMap((key) =>
    texts[key] === undefined || (key === 'lateReason' && isIdle) ? [] : [`${words[key]}${say.quote(texts[key])}`],
  );
  if (file === undefined) return said;
  // The first digits are enough to find it; the whole hash stands in the record.
  return [...said, `${words.fileName}${say.quote(texts.fileName)} (SHA-256 ${file.slice(0, 12)}…)`];
}
