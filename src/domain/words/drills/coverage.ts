import type { Covered } from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';

const KINDS: Record<Covered, Said> = {
  category: said('Categories', '类别'),
  incidentLevel: said('Incident levels', '事故等级'),
  level: said('Response levels', '响应级别'),
  responseRule: said('Rules of response', '响应规则'),
  team: said('Teams', '工作组'),
  post: said('Posts', '岗位'),
  task: said('Tasks', '任务'),
  obligation: said('Obligations', '报送义务'),
  terminationCriterion: said('Criteria of termination', '终止条件'),
};

/** The heading above what of a plan was exercised. */
export function coveredWords(kind: Covered, lang: Lang): string {
  return KINDS[kind][lang];
}

const DUE = {
  never: said('never exercised', '从未演练'),
  old: said('exercised too long ago', '超过周期未演练'),
};

export function coverageDueWords(due: keyof typeof DUE, lang: Lang): string {
  return DUE[due][lang];
}
