import type { z } from 'zod';
import { rateRuleWords } from '../../../words/rates.js';
import { expectationWords, knownWords, soughtWords } from '../../../words/scenarioWords.js';
import { compileRate } from '../../compile/evaluation.js';
import type { Facts } from '../../condition.js';
import { namesFrom } from '../../namesFrom.js';
import { expectations, happening, knownThrough, omission, rates } from '../../schema/drills.js';
import { durationWords } from './numbers.js';
import type { Side } from './side.js';

type Omission = z.infer<typeof omission>;

/** What a machine needs to play a scenario, or to rate it; undefined for any other value. */
export function playedWords(schema: z.ZodType, value: unknown, side: Side): string | undefined {
  const { lang } = side;
  if (schema === knownThrough) return knownWords(value as Facts, namesOf(side), lang);
  if (schema === happening) return soughtWords(value as z.infer<typeof happening>, namesOf(side), lang);
  if (schema === omission) return expected(value as Omission, side);
  if (schema === rates) {
    const all = (value as z.infer<typeof rates>).map((rate) => rateRuleWords(compileRate(rate), lang));
    return all.join(lang === 'zh-CN' ? '；' : '; ');
  }
  if (schema !== expectations) return undefined;
  const all = value as z.infer<typeof expectations>;
  return all.map((one) => expected(one, side)).join(lang === 'zh-CN' ? '；' : '; ');
}

function expected(one: Omission | z.infer<typeof expectations>[number], side: Side): string {
  const { lang } = side;
  const names = namesOf(side);
  const shows = 'shows' in one ? one.shows?.map((id) => names.ratedCriterion(id, lang)) : undefined;
  const told = { ...one, within: durationWords(one.within, lang) };
  return expectationWords(shows === undefined ? told : { ...told, shows }, names, lang);
}

function namesOf({ plan }: Side) {
  return namesFrom(plan, { people: [] });
}
