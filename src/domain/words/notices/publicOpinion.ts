import type { Lang } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { figureWords } from '../opinionWords.js';
import { formatInstant } from '../time.js';
import { lookAtOpinion, replyToOpinion } from './howPublicOpinion.js';
import type { NoticeSentencesOf } from './sentences.js';

export const publicOpinionNotices: NoticeSentencesOf<'opinionAlert' | 'opinionEnded'> = {
  'zh-CN': {
    opinionAlert: {
      name: '舆情报告',
      subject: '舆情达到报告情形',
      todo: '舆情达到预案规定的报告情形：请研判是否回应、由谁回应，不实信息尽快澄清；对外口径仍须经批准后统一发布。',
      why: '预案规定此类舆情须报您，您负责舆情监测或宣传报道，或者您正在指挥',
      level: 'fromFacts',
      how: replyToOpinion,
      lines: entry,
    },
    opinionEnded: {
      name: '舆情监测结束通知',
      subject: '舆情监测结束',
      todo: '舆情监测已经结束，不再要求按期记录。如您认为仍须监测，请联系作出决定的人员。',
      why: '您负责舆情监测或宣传报道，或者您正在指挥',
      level: 'fromFacts',
      how: lookAtOpinion,
      reason: '理由',
    },
  },
  en: {
    opinionAlert: {
      name: 'Public opinion alert',
      subject: 'Public opinion calls for attention',
      todo: 'What is said in public has reached a point that the plan names: decide whether it is answered and by whom, and correct what is untrue soon. What goes out still needs its approval.',
      why: 'the plan wants you told of this, you answer for public opinion or publicity, or you are in command',
      level: 'fromFacts',
      how: replyToOpinion,
      lines: entry,
    },
    opinionEnded: {
      name: 'Watch on public opinion ended',
      subject: 'Public opinion is no longer watched',
      todo: 'Public opinion is no longer watched, and no entries are due any more. If you think otherwise, talk to whoever decided it.',
      why: 'you answer for public opinion or publicity, or you are in command',
      level: 'fromFacts',
      how: lookAtOpinion,
      reason: 'Why',
    },
  },
};

const WORDS: Record<Lang, Record<'reached' | 'entry' | 'seen' | 'claim' | 'untrue' | 'note' | 'link', string>> = {
  'zh-CN': {
    reached: '达到的情形：',
    entry: '舆情',
    seen: '观察时间：',
    claim: '主要说法：',
    untrue: '不实说法：',
    note: '说明：',
    link: '链接：',
  },
  en: {
    reached: 'Reached: ',
    entry: 'Entry ',
    seen: 'Seen at: ',
    claim: 'Claim: ',
    untrue: 'Untrue claim: ',
    note: 'Note: ',
    link: 'Link: ',
  },
};

/** All that a commander needs to judge it by. */
const QUOTED_CHARACTERS = 500;

function entry({ facts, quote, say, lang, zone, names }: Notice): string[] {
  const words = WORDS[lang];
  const figures = {
    volume: numberOf(facts, 'volume'),
    usual: numberOf(facts, 'usual'),
    sentiment: numberOf(facts, 'sentiment'),
    reach: numberOf(facts, 'reach'),
  };
  const [of, comma] = lang === 'en' ? [', from ', ', '] : ['，来源：', '，'];
  // In the facts of what an earlier release recorded.
  const source = say.quote(quote('source') ?? textOf(facts, 'source'));
  const told = [`${words.entry}${lang === 'en' ? '' : ' '}${textOf(facts, 'entry') ?? ''}${of}${source}`];
  const seen = numberOf(facts, 'observedAt');
  const claim = quote('claim', QUOTED_CHARACTERS);
  const note = quote('note', QUOTED_CHARACTERS);
  const link = quote('link', QUOTED_CHARACTERS);
  return [
    ...listOf(facts, 'alerts').map((id) => `${words.reached}${say.quote(names.opinionAlert(id, lang))}`),
    [...told, ...figureWords(figures, lang)].join(comma),
    ...(seen === undefined ? [] : [`${words.seen}${formatInstant(seen, lang, zone)}`]),
    ...(claim === undefined ? [] : [`${facts['untrue'] === true ? words.untrue : words.claim}${claim}`]),
    ...(claim === undefined && facts['untrue'] === true ? [lang === 'en' ? 'What is said is untrue' : '内容不实'] : []),
    ...(note === undefined ? [] : [`${words.note}${note}`]),
    ...(link === undefined ? [] : [`${words.link}${link}`]),
  ];
}
