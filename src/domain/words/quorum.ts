import type { Asked, Missing, Need, NotCalled, Tally } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Speaker } from './speaker.js';

/** `3人（其中“数据恢复”资质1人）`, `3 people (among them 1 with “Data recovery”)`. */
export function needWords({ headcount, qualifications }: Need, say: Speaker): string {
  return peopleWords(headcount, qualifications, say);
}

/** `2人、“数据恢复”资质1人`: a qualification may be missing where the number is right. */
export function missingWords({ people, qualifications }: Missing, say: Speaker): string {
  const able = qualifications.map((wanted) => withQualification(wanted, say));
  const number = people === 0 ? [] : [say.lang === 'en' ? say.count(people) : `${people}人`];
  return say.list([...number, ...able]);
}

export function haveWords({ people }: Tally, say: Speaker): string {
  return say.count(people);
}

function peopleWords(people: number, qualifications: Need['qualifications'], say: Speaker): string {
  if (qualifications.length === 0) return say.count(people);
  const able = say.list(qualifications.map((wanted) => withQualification(wanted, say)));
  return say.lang === 'en' ? `${say.count(people)} (among them ${able})` : `${say.count(people)}（其中${able}）`;
}

function withQualification({ qualification, people }: Need['qualifications'][number], say: Speaker): string {
  const name = say.names.qualification(qualification, say.lang);
  return say.lang === 'en' ? `${people} with “${name}”` : `“${name}”资质${people}人`;
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
