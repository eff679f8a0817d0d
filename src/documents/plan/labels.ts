import type { Lang } from '../../domain/lang.js';

export type Bilingual = Record<Lang, string>;

/** Headings of columns and other short words that several chapters use. */
export const LABELS = {
  number: { 'zh-CN': '序号', en: 'No.' },
  id: { 'zh-CN': '编号', en: 'Id' },
  item: { 'zh-CN': '项目', en: 'Item' },
  content: { 'zh-CN': '内容', en: 'Content' },
  name: { 'zh-CN': '名称', en: 'Name' },
  person: { 'zh-CN': '姓名', en: 'Name' },
  post: { 'zh-CN': '岗位', en: 'Post' },
  team: { 'zh-CN': '组别', en: 'Team' },
  duties: { 'zh-CN': '职责', en: 'Duties' },
  holders: { 'zh-CN': '任职人员', en: 'Holders' },
  deputies: { 'zh-CN': '接替岗位', en: 'Deputies' },
  contacts: { 'zh-CN': '联系方式', en: 'Contact' },
  category: { 'zh-CN': '事故类别', en: 'Category' },
  level: { 'zh-CN': '响应级别', en: 'Response level' },
  incidentLevel: { 'zh-CN': '事故等级', en: 'Incident level' },
  colour: { 'zh-CN': '颜色', en: 'Colour' },
  decidedBy: { 'zh-CN': '决定岗位', en: 'Decided by' },
  description: { 'zh-CN': '说明', en: 'Description' },
  source: { 'zh-CN': '依据', en: 'Source' },
  limit: { 'zh-CN': '时限', en: 'Time limit' },
  owner: { 'zh-CN': '责任岗位', en: 'Owner' },
  version: { 'zh-CN': '版本', en: 'Version' },
  date: { 'zh-CN': '日期', en: 'Date' },
  signature: { 'zh-CN': '签名', en: 'Signature' },
  purpose: { 'zh-CN': '目的', en: 'Purpose' },
  when: { 'zh-CN': '适用条件', en: 'When' },
  addressee: { 'zh-CN': '报送对象', en: 'Addressee' },
  every: { 'zh-CN': '周期', en: 'Every' },
} satisfies Record<string, Bilingual>;

/** What is so, for the metrics, once a task is done or a criterion confirmed; of a fact, when it was so. */
export const MARKS_WORDS = {
  contained: { 'zh-CN': '指标：视为已控制', en: 'For the metrics: contained' },
  restored: { 'zh-CN': '指标：视为已恢复', en: 'For the metrics: restored' },
  evicted: { 'zh-CN': '指标：视为入侵者已清除', en: 'For the metrics: intruder evicted' },
  firstAccess: {
    'zh-CN': '指标：观察时间即首次侵入时间',
    en: 'For the metrics: the time observed is that of the first access',
  },
} satisfies Record<string, Bilingual>;

/** A word that stands at the head of a row or of a caption. */
export function atHead(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
