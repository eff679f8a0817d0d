import type { Lang } from '../../../lang.js';
import type { Section } from '../../schema.js';
import type { PlanChange, Subject } from '../change.js';
import { ruleFor, SINGULAR } from '../lists.js';
import { FIELDS } from './fields.js';
import { GRAMMAR } from './grammar.js';
import { PRESENCE } from './presence.js';
import { listed, nameOf } from './side.js';
import type { Side } from './side.js';
import { SECTION_TITLES, THING_TITLES } from './titles.js';

/** What a field or section is called within a sentence. */
export function fieldWords(field: string, lang: Lang): string {
  const key = field.split('.').at(-1) ?? '';
  if (field === key) return SECTION_TITLES[field as Section][lang];
  return (FIELDS[field] ?? FIELDS[key])?.[lang] ?? key;
}

/** `Ⅱ级响应`, however the plan calls the level; in English the name is enough. */
export function levelTitle(id: string, side: Side): string {
  const name = nameOf('level', id, side);
  return side.lang === 'zh-CN' && !name.endsWith('响应') ? `${name}响应` : name;
}

/** The level or section that a sentence begins with when it stands alone; none where the rest of it says as much. */
export function headWords({ field, subject }: PlanChange, side: Side): string[] {
  const section = field.split('.')[0] as Section;
  if (field === 'levels' || (field === section && subject.level === undefined)) return [];
  if (subject.level !== undefined) return [levelTitle(subject.level, side)];
  return ruleFor(section).entry === undefined ? [SECTION_TITLES[section][side.lang]] : [];
}

/** From the whole to the part, below level and section. The last step is what the sentence itself is about. */
export function placeWords({ field, subject }: PlanChange, side: Side): string[] {
  const { lang } = side;
  const steps = field.split('.').slice(0, -1);
  return steps.flatMap((_, i) => {
    const list = steps.slice(0, i + 1).join('.');
    if (PRESENCE[list] !== undefined) return whom(list, subject, side);
    const { entry } = ruleFor(list);
    if (entry === 'level') return [];
    const id = entry === undefined ? undefined : subject[entry];
    if (entry !== undefined && id !== undefined) {
      return [GRAMMAR[lang].thing(THING_TITLES[entry][lang], nameOf(entry, id, side))];
    }
    return i === 0 || subject.level !== undefined ? [] : [fieldWords(list, lang)];
  });
}

/** The team, post or category that a rule is about, if it is about one. */
export function whom(field: string, subject: Subject, side: Side): string[] {
  const { entry, each = [] } = ruleFor(field);
  const things = [...(entry === undefined ? [] : [entry]), ...each.map((name) => SINGULAR[name])];
  const found = things.find((thing) => thing !== 'level' && subject[thing] !== undefined);
  if (found === undefined) return [];
  const name = nameOf(found, subject[found] ?? '', side);
  const { categories } = subject;
  if (categories === undefined) return [name];
  const names = categories.map((id) => nameOf('category', id, side));
  return [GRAMMAR[side.lang].only(name, listed(names, side.lang))];
}
