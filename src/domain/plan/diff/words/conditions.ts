import { textIn } from '../../../lang.js';
import type { Lang } from '../../../lang.js';
import type { WrittenCondition } from '../../schema/conditions.js';
import { grouped, unitFor } from './numbers.js';
import { nameOf } from './side.js';
import type { Side } from './side.js';

/** A condition in words; one within another stands in brackets. */
export function conditionWords(condition: WrittenCondition, side: Side): string {
  const { fact, incidentLevel, pack, level, categories, all, any, count, of } = condition;
  const words = WORDS[side.lang];
  if (fact !== undefined) return factWords(fact, condition, side);
  if (incidentLevel !== undefined) {
    const name = nameOf('incidentLevel', incidentLevel, side);
    return pack === undefined ? words.incidentLevel(name) : words.byPack(nameOf('pack', pack, side), name);
  }
  if (level !== undefined) return words.level(nameOf('level', level, side));
  if (categories) return words.categories(words.either(categories.map((id) => nameOf('category', id, side))));
  if (all) return inBrackets(all, side).join(words.and);
  if (any) return inBrackets(any, side).join(words.or);
  if (of === undefined) return words.none;
  return words.some(count ?? of.length, inBrackets(of, side).join(words.next));
}

/** The number and its unit, where the condition is no more than a threshold of a fact. */
export function threshold({ fact, atLeast }: WrittenCondition, side: Side): string | undefined {
  if (fact === undefined || typeof atLeast !== 'number') return undefined;
  const known = side.plan.facts.find(({ id }) => id === fact);
  const unit = known?.type === 'number' ? unitFor(atLeast, textIn(known.unit, side.lang), side.lang) : '';
  return `${grouped(atLeast)}${side.lang === 'zh-CN' ? '' : ' '}${unit}`.trim();
}

function factWords(fact: string, condition: WrittenCondition, side: Side): string {
  const words = WORDS[side.lang];
  const name = nameOf('fact', fact, side);
  const number = threshold(condition, side);
  if (number !== undefined) return words.number(name, number);
  if (typeof condition.atLeast === 'string') {
    const within = { ...side, subject: { fact } };
    return words.option(name, nameOf('option', condition.atLeast, within));
  }
  return words.answer(name, condition.is ?? false);
}

function inBrackets(parts: WrittenCondition[], side: Side): string[] {
  return parts.map((part) => {
    const compound = part.all ?? part.any ?? part.of;
    const words = conditionWords(part, side);
    return compound === undefined ? words : WORDS[side.lang].brackets(words);
  });
}

interface ConditionWords {
  /** In Chinese thresholds 以上 includes the number. */
  number: (fact: string, number: string) => string;
  option: (fact: string, option: string) => string;
  answer: (fact: string, is: boolean) => string;
  incidentLevel: (name: string) => string;
  /** Only the criteria of this pack are asked. */
  byPack: (pack: string, name: string) => string;
  level: (name: string) => string;
  categories: (names: string) => string;
  some: (count: number, parts: string) => string;
  brackets: (words: string) => string;
  and: string;
  or: string;
  either: (names: string[]) => string;
  next: string;
  /** A plan that can be used has no such condition. */
  none: string;
}

const WORDS: Record<Lang, ConditionWords> = {
  'zh-CN': {
    number: (fact, number) => `${fact}${number}以上`,
    option: (fact, option) => `${fact}：${option}或更严重`,
    answer: (fact, is) => `${fact}：${is ? '是' : '否'}`,
    incidentLevel: (name) => `事故等级${name}以上`,
    byPack: (pack, name) => `事故等级（仅按${pack}）${name}以上`,
    level: (name) => `响应级别${name}以上`,
    categories: (names) => `类别为${names}`,
    some: (count, parts) => `以下至少${count}项：${parts}`,
    brackets: (words) => `（${words}）`,
    and: '，且',
    or: '，或',
    either: (names) => [names.slice(0, -1).join('、'), ...names.slice(-1)].filter((part) => part !== '').join('或'),
    next: '、',
    none: '无',
  },
  en: {
    number: (fact, number) => `${fact}: ${number} or more`,
    option: (fact, option) => `${fact}: ${option} or worse`,
    answer: (fact, is) => `${fact}: ${is ? 'yes' : 'no'}`,
    incidentLevel: (name) => `incident level: ${name} or worse`,
    byPack: (pack, name) => `incident level (by ${pack} alone): ${name} or worse`,
    level: (name) => `${name} or higher`,
    categories: (names) => `category: ${names}`,
    some: (count, parts) => `at least ${count} of: ${parts}`,
    brackets: (words) => `(${words})`,
    and: ', and ',
    or: ', or ',
    either: (names) => [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' or '),
    next: '; ',
    none: 'none',
  },
};
