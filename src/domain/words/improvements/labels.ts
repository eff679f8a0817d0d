import type { ImprovementOwner, ImprovementPriority, ImprovementStatus, Origin } from '../../improvement/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import { oneLine } from '../text.js';

const STATUS: Record<ImprovementStatus, Said> = {
  open: said('open', '整改中'),
  done: said('done, to be verified', '已完成待验证'),
  verified: said('verified', '已验证'),
  cancelled: said('given up', '已取消'),
};

const PRIORITY: Record<ImprovementPriority, Said> = {
  high: said('high', '高'),
  medium: said('medium', '中'),
  low: said('low', '低'),
};

export function improvementStatusWords(status: ImprovementStatus, lang: Lang): string {
  return STATUS[status][lang];
}

export function improvementPriorityWords(priority: ImprovementPriority, lang: Lang): string {
  return PRIORITY[priority][lang];
}

export function originWords({ kind, incidentId, drill, criterion }: Origin, lang: Lang): string {
  const id = incidentId ?? '';
  if (drill !== undefined) {
    const what = criterion === undefined ? '' : said(`, criterion ${criterion}`, `，评估标准${criterion}`)[lang];
    return said(`the drill ${drill}${what}`, `演练${drill}${what}`)[lang];
  }
  return {
    incident: said(`incident ${id}`, `事故${id}`),
    drill: incidentId === undefined ? said('a drill', '演练') : said(`the drill ${id}`, `演练${id}`),
    planEvaluation: said('an evaluation of the plan', '预案评估'),
    other: said('outside of incidents and drills', '日常工作'),
  }[kind][lang];
}

export function improvementOwnerWords(owner: ImprovementOwner, names: Names, lang: Lang): string {
  return oneLine('post' in owner ? names.post(owner.post, lang) : names.person(owner.person, lang));
}

/** What is found where nobody says it in words of their own. */
export function criterionFinding(
  { drill, criterion, rating }: { drill: string; criterion: string; rating: string | undefined },
  names: Names,
  lang: Lang,
): string {
  const name = names.ratedCriterion(criterion, lang);
  const how = rating === undefined ? said('not rated', '未评定')[lang] : `${rating} ${names.rating(rating, lang)}`;
  return said(
    `Drill ${drill}, criterion ${criterion} (${name}): ${how}`,
    `演练${drill}评估标准${criterion}（${name}）：${how}`,
  )[lang];
}
