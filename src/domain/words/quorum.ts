import type { Asked, Missing, Need, NotCalled, Tally } from '../incident/index.js';
import type { Lang } from '../lang.js';
import { countWords, listed } from './speaker.js';
import type { Speaker } from './speaker.js';

/** So many people, some of them with a qualification. */
interface Wanted {
  people: number;
  qualified: readonly { name: string; people: number }[];
}

export function needWords({ headcount, qualifications }: Need, say: Speaker): string {
  return wantedWords({ people: headcount, qualified: named(qualifications, say) }, say.lang);
}

export function missingWords({ people, qualifications }: Missing, say: Speaker): string {
  return lackingWords({ people, qualified: named(qualifications, say) }, say.lang);
}

export function haveWords({ people }: Tally, say: Speaker): string {
  return say.count(people);
}

/** `3人（其中“数据恢复”资质1人）`, `3 people (among them 1 with “Data recovery”)`. */
export function wantedWords({ people, qualified }: Wanted, lang: Lang): string {
  const count = countWords(people, lang);
  if (qualified.length === 0) return count;
  const able = ableWords(qualified, lang);
  return lang === 'en' ? `${count} (among them ${able})` : `${count}（其中${able}）`;
}

/**
 * `2人（其中须有“数据恢复”资质1人）`. A qualification may be missing where the number is right, and more of the qualified
 * than there are people short.
 */
export function lackingWords({ people, qualified }: Wanted, lang: Lang): string {
  const able = ableWords(qualified, lang);
  if (people === 0) return able;
  const count = countWords(people, lang);
  if (qualified.length === 0) return count;
  const areAmong = qualified.every((wanted) => wanted.people <= people);
  if (lang === 'en') return `${count}${areAmong ? ` (among them ${able})` : `, and ${able}`}`;
  return `${count}${areAmong ? `（其中须有${able}）` : `，且须有${able}`}`;
}

/** `“数据恢复”资质1人`; `“发布与回滚”、“数据恢复”资质各1人` where of each the same number is meant. */
function ableWords(qualified: Wanted['qualified'], lang: Lang): string {
  const [first, ...others] = qualified;
  if (first === undefined) return '';
  if (others.length > 0 && others.every(({ people }) => people === first.people)) {
    const names = listed(
      qualified.map(({ name }) => `“${name}”`),
      lang,
    );
    return lang === 'en' ? `${first.people} each with ${names}` : `${names}资质各${first.people}人`;
  }
  return listed(
    qualified.map(({ name, people }) => (lang === 'en' ? `${people} with “${name}”` : `“${name}”资质${people}人`)),
    lang,
  );
}

function named(qualifications: Need['qualifications'], { names, lang }: Speaker): Wanted['qualified'] {
  return qualifications.map(({ qualification, people }) => ({
    name: names.qualification(qualification, lang),
    people,
  }));
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

/** A line for each, with how to reach it where the plan says so. */
export function partnerLines(partners: readonly string[], say: Speaker): string[] {
  const { names, lang } = say;
  return partners.map((id) => {
    const [name, contact] = [names.partner(id, lang), names.partnerContact(id, lang)];
    const known = contact !== id;
    if (lang === 'en') return `Partner: ${name}${known ? ` (${contact})` : ''}`;
    return `外部单位：${name}${known ? `（${contact}）` : ''}`;
  });
}
