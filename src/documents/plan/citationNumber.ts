import type { Lang } from '../../domain/lang.js';

/** Chinese numbers of documents as English texts on Chinese law cite them; what is not known here stays as it is. */
export function citationNumber(number: string, lang: Lang): string {
  if (lang === 'zh-CN') return number;
  const order = /^(?<issuer>\p{Script=Han}*)令第(?<count>\d+)号$/u.exec(number)?.groups;
  const issuer = order?.['issuer'] ?? '';
  if (order !== undefined && (issuer === '' || issuer in ISSUERS))
    return `${issuer === '' ? '' : `${ISSUERS[issuer]} `}Order No. ${order['count']}`;
  const paper = /^(?<mark>\p{Script=Han}+)〔(?<year>\d{4})〕(?<count>\d+)号$/u.exec(number)?.groups;
  const mark = MARKS[paper?.['mark'] ?? ''];
  return paper === undefined || mark === undefined ? number : `${mark} [${paper['year']}] No. ${paper['count']}`;
}

const ISSUERS: Record<string, string> = {
  国务院: 'State Council',
  国家安全生产监督管理总局: 'State Administration of Work Safety',
};

const MARKS: Record<string, string> = {
  国办发: 'Guobanfa',
  中网办发: 'Zhongwangbanfa',
  工信部网安: 'Gongxinbu Wang’an',
};
