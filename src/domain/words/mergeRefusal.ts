import type { Lang } from '../lang.js';

/** Why another incident would not take one over, by the code of its refusal. */
const WORDS: Record<Lang, Record<string, string>> = {
  'zh-CN': {
    incident_not_running: '该事故不存在或已了结',
    incident_closed: '该事故已了结',
    wrong_phase: '该事故已进入后期处置',
    other_mode: '演练与真实事故不能合并',
    merge_open: '该事故自身也正在并入其他事故',
    not_concerned: '决定合并的人员与该事故无关',
  },
  en: {
    incident_not_running: 'there is no such incident, or it is over',
    incident_closed: 'it is over',
    wrong_phase: 'it is in the aftermath already',
    other_mode: 'a drill and a real incident cannot be merged',
    merge_open: 'it is itself being merged into another',
    not_concerned: 'whoever decided has nothing to do with that incident',
  },
};
const OTHERWISE: Record<Lang, string> = { 'zh-CN': '该事故未接受', en: 'it did not accept' };

export function mergeRefusalWords(code: string, lang: Lang): string {
  return Object.hasOwn(WORDS[lang], code) ? WORDS[lang][code]! : `${OTHERWISE[lang]} (${code})`;
}
