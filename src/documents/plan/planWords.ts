import type { Lang, Text } from '../../domain/lang.js';
import { CHOICES } from '../../domain/plan/diff/words/choices.js';
import { conditionWords } from '../../domain/plan/diff/words/conditions.js';
import { limitWords, numberWords } from '../../domain/plan/diff/words/numbers.js';
import type { Limit } from '../../domain/plan/diff/words/numbers.js';
import type { Side } from '../../domain/plan/diff/words/side.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { WrittenCondition } from '../../domain/plan/schema/conditions.js';
import { atHead } from './labels.js';

/** Values of a plan in the words in which its versions are compared as well. */
export interface PlanWords {
  /** A value that is one of a few, such as a colour; with the field where the same value means different things. */
  choice: (value: string, field?: string) => Text;
  /** When something applies, in one phrase without a full stop. */
  when: (condition: WrittenCondition) => string;
  limit: (limit: Limit) => string;
  money: (amount: number) => string;
  /** Of a resource, in its unit. */
  quantity: (amount: number, resource: string) => string;
}

export function planWords(plan: PlanDocument, lang: Lang): PlanWords {
  const side: Side = { plan, subject: {}, lang, nameLength: Infinity };
  return {
    choice: (value, field) => CHOICES[`${field} ${value}`] ?? CHOICES[value] ?? { [lang]: value },
    when: (condition) => atHead(conditionWords(condition, side)),
    limit: (limit) => limitWords(limit, side),
    money: (amount) => numberWords('funds.budgets.amount', amount, side),
    quantity: (amount, resource) => numberWords('resources.minimum', amount, { ...side, subject: { resource } }),
  };
}
