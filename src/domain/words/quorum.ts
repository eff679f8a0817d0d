import type { Asked, Missing, Need, NotCalled, Tally } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Speaker } from './speaker.js';

/** `3人（其中“数据恢复”资质1人）`, `3 people (among them 1 with “Data recovery”)`. */
export function needWords({ headcount, qualifications }: Need, say: Speaker): string {
  return peopleWords(headcount, qualifications, say);
}

/**
 * `2人（其中须有“数据恢复”资质1人）`. A qualification may be missing where the number is right, and more of the qualified
 * than there are people short.
 */
export function missingWords({ people, qualifications }: Missing, say: Speaker): string {
  const able = ableWords(qualifications, say);
  if (people === 0) return able;
  if (qualifications.length === 0) return say.count(people);
  const areAmong = qualifications.every((wanted) => wanted.people <= people);
  if (say.lang === 'en') return `${say.count(people)}${areAmong ? ` (among them ${able})` : `, and ${able}`}`;
  return `${say.count(people)}${areAmong ? `（其中须有${able}）` : `，且须有${able}`}`;
}

export function haveWords({ people }: Tally, say: Speaker): string {
  return say.count(people);
}

function peopleWords(people: number, qualifications: Need['qualifications'], say: Speaker): string {
  if (qualifications.length === 0) return say.count(people);
  const able = ableWords(qualifications, say);
  return say.lang === 'en' ? `${say.count(people)} (among them ${able})` : `${say.count(people)}（其中${able}）`;
}

/** `“数据恢复”资质1人`; `“发布与回滚”、“数据恢复”资质各1人` where of each the same number is meant. */
function ableWords(wanted: Need['qualifications'], say: Speaker): string {
  const [first, ...others] = wanted;
  if (first === undefined) return '';
  const quoted = wanted.map(({ qualification }) => `“${say.names.qualification(qualification, say.lang)}”`);
  if (others.length > 0 && others.every(({ people }) => people === first.people)) {
    const names = say.list(quoted);
    return say.lang === 'en' ? `${first.people} each with ${names}` : `${names}资质各${first.people}人`;
  }
  return say.list(
    wanted.map(({ people }, i) => (say.lang === 'en' ? `${people} with ${quoted[i]}` : `${quoted[i]}资质${people}人`)),
  );
}

const NOT_CALLED: Record<Lang, Record<NotCalled['why'], string>> = {
  'zh-CN': { away: '不在岗', resting: '正在休息', calledElsewhere: '已参加其他组' },
  en: { away: 'away', resting: 'resting', calledElsewhere: 'called for another team' },
};

/** Everybody of these calls who was passed over, with the reason. */
export function notCalledWords(calls: readonly Asked[], say: Speaker): string {
  const { lang } = say;
  const all = new Map(calls.flatMap(({ notCalled = [] }) => notCalled).map((entry) => [entry.person, entry.why]));
  const each = [...all].map(([person, why]) =>
    lang === 'en'
      ? `${say.person(person)} (${NOT_CALLED.en[why]})`
      : `${say.person(person)}（${NOT_CALLED['zh-CN'][why]}）`,
  );
  return say.list(each);
}

export function partnersWords(partners: readonly string[], say: Speaker): string {
  return say.list(partners.map((partner) => say.names.partner(partner, say.lang)));
}
