import { said } from '../lang.js';
import type { Said } from '../lang.js';
import type { Speaker } from './speaker.js';

/** What people owe by a time, see `src/domain/incident/aftermath/dues.ts`. */
const NAMES: Record<string, Said> = {
  analysis: said('cause analysis', '原因分析'),
  report: said('incident report', '事故报告书'),
  firstStatement: said('first public statement', '首次信息发布'),
  nextStatement: said('next public statement', '下一次信息发布'),
  finalStatement: said('closing public statement', '处置结果公告'),
  publication: said('decision on a text for the public', '对外发布稿的处理'),
  opinion: said('public opinion entry', '舆情监测登记'),
  lessons: said('lessons of the department', '部门总结'),
  lessonsCollection: said('collection of lessons', '总结汇总'),
  summary: said('summary evaluation', '总结评估'),
  closure: said('closure of the incident', '结案'),
};

/** An item may name something after its word: a text, or the post whose it is. */
export function dueName(item: string, { lang, post }: Speaker): string {
  const [word = '', of] = item.split(' ');
  const name = NAMES[word]?.[lang] ?? word;
  if (of === undefined) return name;
  const which = word === 'publication' ? of : post(of);
  return lang === 'en' ? `${name} (${which})` : `${name}（${which}）`;
}
