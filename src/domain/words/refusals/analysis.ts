import type { Lang } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const analysisRefusals: RefusalSentencesOf<
  'analysis_items' | 'analysis_missing' | 'analysis_lacks' | 'analysis_completed'
> = {
  'zh-CN': {
    analysis_items: ({ found }, say) => ({
      title: '分析的条目有误',
      detail: `${wrong(textOf(found, 'why'), 'zh-CN')}：${say.list(listOf(found, 'items').map(say.quote)) || '（未注明）'}。请改正后重新提交全部条目。`,
    }),
    analysis_missing: () => ({
      title: '尚未登记原因分析',
      detail: '还没有登记任何条目，不能确认完成。请先登记分析。',
    }),
    analysis_lacks: ({ found }, say) => ({
      title: '原因分析尚不完整',
      detail: `还缺：${say.list(listOf(found, 'lacks').map((lack) => lackWords(lack, 'zh-CN'))) || '（未注明）'}。请补全后重新登记，再确认完成。`,
    }),
    analysis_completed: ({ found }) => ({
      title: '原因分析已经确认完成',
      detail: `第${numberOf(found, 'version') ?? '（未注明）'}版已确认完成。如须更改，请重新登记，新的一版须再次确认。`,
    }),
  },
  en: {
    analysis_items: ({ found }, say) => ({
      title: 'Something is wrong with the items of the analysis',
      detail: `${wrong(textOf(found, 'why'), 'en')}: ${say.list(listOf(found, 'items').map(say.quote)) || '(not named)'}. Correct it and send all items again.`,
    }),
    analysis_missing: () => ({
      title: 'No analysis is recorded yet',
      detail: 'There is nothing that could be complete. Record the analysis first.',
    }),
    analysis_lacks: ({ found }, say) => ({
      title: 'The analysis is not complete yet',
      detail: `Missing: ${say.list(listOf(found, 'lacks').map((lack) => lackWords(lack, 'en'))) || '(not named)'}. Add it, record the analysis again, and then complete it.`,
    }),
    analysis_completed: ({ found }) => ({
      title: 'The analysis is complete already',
      detail: `Version ${numberOf(found, 'version') ?? '(none)'} was declared complete. To change it, record it again; the new version has to be completed anew.`,
    }),
  },
};

const WRONG: Record<Lang, Record<string, string>> = {
  'zh-CN': {
    twice: '编号重复',
    without_text: '没有文字',
    without_time: '时间线条目没有时间',
    in_the_future: '时间尚未到来',
    without_cause: '追问没有写明问的是哪个原因',
    unfounded: '所指的条目不存在，或者不能这样指（追问指向原因或追问，根本原因指向追问）',
    in_a_circle: '追问绕成了一圈',
  },
  en: {
    twice: 'The same id twice',
    without_text: 'Without words',
    without_time: 'An entry of the timeline without a time',
    in_the_future: 'Not happened yet',
    without_cause: 'A why that does not say after which cause it asks',
    unfounded:
      'Points to what is not there or cannot be pointed to (a why points to a cause or a why, a root cause to a why)',
    in_a_circle: 'Whys that run in a circle',
  },
};

function wrong(why: string | undefined, lang: Lang): string {
  return WRONG[lang][why ?? ''] ?? (lang === 'en' ? 'Not understood' : '无法识别');
}

/** See `lackingIn`. */
export function lackWords(lack: string, lang: Lang): string {
  const [what, id] = lack.split(' ');
  if (what === 'direct') return lang === 'en' ? 'a direct cause' : '直接原因';
  if (what === 'root') return lang === 'en' ? 'a root cause' : '根本原因';
  return lang === 'en'
    ? `a chain of whys from a cause to the root cause ${id ?? ''}`.trim()
    : `从某一原因追问到根本原因 ${id ?? ''} 的链条`.trim();
}
