import type { WrittenCondition } from '../../domain/plan/schema/conditions.js';
import type { PlanContext } from './context.js';

/** When something applies, in one phrase without a full stop. */
export function conditionWords(context: PlanContext, condition: WrittenCondition): string {
  return phrase(context, condition, false);
}

function phrase(context: PlanContext, condition: WrittenCondition, inner: boolean): string {
  const { lang, names, t } = context;
  const zh = lang === 'zh-CN';
  const { fact, incidentLevel, level, categories, all, any, count, of } = condition;
  if (fact !== undefined) return factWords(context, condition, fact);
  if (incidentLevel !== undefined) {
    const name = names.incidentLevel(incidentLevel);
    return zh ? `事故等级为${name}以上` : `incident level ${name} or more severe`;
  }
  if (level !== undefined) {
    return zh ? `响应级别为${names.level(level)}以上` : `${names.level(level)} or higher`;
  }
  if (categories !== undefined) {
    const which = names.categories(categories);
    return t({ 'zh-CN': `事故类别为${which}`, en: `category ${which}` });
  }
  const join = (parts: WrittenCondition[], word: string): string => {
    const words = parts.map((part) => phrase(context, part, true)).join(word);
    if (!inner || parts.length < 2) return words;
    return zh ? `（${words}）` : `(${words})`;
  };
  if (all !== undefined) return join(all, zh ? '，且' : ' and ');
  if (any !== undefined) return join(any, zh ? '，或' : ' or ');
  const words = join(of ?? [], zh ? '；' : '; ');
  return zh ? `下列情形至少${count}项：${words}` : `at least ${count} of: ${words}`;
}

function factWords({ document, lang, t, amount }: PlanContext, condition: WrittenCondition, id: string): string {
  const zh = lang === 'zh-CN';
  const fact = document.facts.find((known) => known.id === id);
  if (fact === undefined) return id;
  const name = t(fact.name);
  const { atLeast, is } = condition;
  if (fact.type === 'number' && typeof atLeast === 'number') {
    const unit = t(fact.unit);
    return zh ? `${name}${amount(atLeast)}${unit}以上` : `${name}: at least ${amount(atLeast)} ${unit}`;
  }
  if (fact.type === 'choice') {
    const option = fact.options.find((known) => known.id === atLeast);
    const words = option === undefined ? String(atLeast) : t(option.name);
    const worst = fact.options.at(-1)?.id === atLeast;
    if (worst) return zh ? `${name}为“${words}”` : `${name}: ${words}`;
    return zh ? `${name}为“${words}”或更严重` : `${name}: ${words} or worse`;
  }
  if (is === false) return zh ? `“${name}”为否` : `not the case: ${name}`;
  return name;
}
