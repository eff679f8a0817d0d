import { COVERED } from '../drill/coverage.js';
import { said } from '../lang.js';
import type { Lang, Said } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { ReadinessArea, SubjectKind } from '../readiness/index.js';

const AREAS: Record<ReadinessArea, Said> = {
  people: said('People and teams', '人员和工作组'),
  deputies: said('Deputies', '替补'),
  contacts: said('Contacts', '联系方式'),
  training: said('Training and qualifications', '培训和资质'),
  resources: said('Resources', '应急资源'),
  drills: said('Drills', '演练'),
  plan: said('Plan', '预案'),
  improvements: said('Improvements', '改进措施'),
};

const SUBJECTS: Record<SubjectKind, Said> = {
  person: said('person', '人员'),
  post: said('post', '岗位'),
  team: said('team', '工作组'),
  resource: said('resource', '资源'),
  item: said('item', '台账物品'),
  plan: said('plan', '预案'),
  improvement: said('improvement', '改进措施'),
  drill: said('drill', '演练'),
  programme: said('entry of the programme', '演练计划'),
  category: said('category', '事故类别'),
  incidentLevel: said('incident level', '事故等级'),
  level: said('response level', '响应级别'),
  responseRule: said('rule of response', '响应规则'),
  task: said('task', '任务'),
  obligation: said('obligation', '法定报送'),
  terminationCriterion: said('criterion of termination', '终止条件'),
};

export const readinessAreaWords = (area: ReadinessArea, lang: Lang): string => AREAS[area][lang];
export const readinessSubjectWords = (kind: SubjectKind, lang: Lang): string => SUBJECTS[kind][lang];

/** The ids that a sentence quotes, by the names of today; what has none keeps its id. */
export function withNames(sentence: Said, names: Names, lang: Lang): string {
  return sentence[lang].replaceAll(/(["“])([^"“”]+)(["”])/gu, (_, open: string, id: string, close: string) => {
    const kinds = ['person', 'post', 'team', 'resource', 'qualification'] as const;
    const name = kinds.map((kind) => names[kind](id, lang)).find((one) => one !== id) ?? id;
    return `${open}${name}${close}`;
  });
}

/** What a finding says, as a sentence of its own. */
export function sentenceOf(found: Said, names: Names, lang: Lang): string {
  const text = withNames(found, names, lang);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The kinds of thing that a finding may be about one by one, and that a plan or roster has a name for. */
const NAMED = ['person', 'resource', ...COVERED] as const;

export function readinessSubjectName(kind: SubjectKind, id: string, names: Names, lang: Lang): string {
  const known = kind === 'item' ? 'resource' : NAMED.find((one) => one === kind);
  if (known === undefined) return id;
  const name = names[known](id, lang);
  // A plan may name things of its own by a whole sentence, and this stands in a list.
  return COVERED.some((one) => one === kind) ? name.replace(/[.。]$/u, '') : name;
}

/** Of several of one kind; where some have the same name, with their ids. */
export function readinessSubjectNames(kind: SubjectKind, ids: readonly string[], names: Names, lang: Lang): string[] {
  const all = ids.map((id) => ({ id, name: readinessSubjectName(kind, id, names, lang) }));
  return all.map(({ id, name }) =>
    all.some((other) => other.id !== id && other.name === name)
      ? `${name}${said(` (${id})`, `（${id}）`)[lang]}`
      : name,
  );
}
