import type { UsedKind } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Speaker } from './speaker.js';

const KINDS: Record<Lang, Record<UsedKind, string>> = {
  'zh-CN': {
    category: '类别',
    incidentLevel: '事故等级',
    level: '响应级别',
    post: '岗位',
    team: '工作组',
    fact: '事实',
  },
  en: {
    category: 'category',
    incidentLevel: 'incident level',
    level: 'response level',
    post: 'post',
    team: 'team',
    fact: 'fact',
  },
};

/** Something in use, given as `kind/id`: what it is, and what the plan calls it. */
export function usedWords(key: string, { names, lang }: Speaker): string {
  const [kind = '', id = ''] = key.split('/');
  if (!Object.hasOwn(KINDS[lang], kind)) return key;
  const used = kind as UsedKind;
  return lang === 'zh-CN'
    ? `${KINDS[lang][used]}“${names[used](id, lang)}”`
    : `${KINDS[lang][used]} “${names[used](id, lang)}”`;
}
