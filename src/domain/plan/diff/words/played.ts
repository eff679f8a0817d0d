import type { z } from 'zod';
import { expectationWords, knownWords, soughtWords } from '../../../words/scenarioWords.js';
import type { Facts } from '../../condition.js';
import { namesFrom } from '../../namesFrom.js';
import { expectations, happening, knownThrough, omission } from '../../schema/drills.js';
import { durationWords } from './numbers.js';
import type { Side } from './side.js';

type Omission = z.infer<typeof omission>;

/** What a machine needs to play a scenario; undefined for any other value. */
export function playedWords(schema: z.ZodType, value: unknown, side: Side): string | undefined {
  const { lang } = side;
  if (schema === knownThrough) return knownWords(value as Facts, namesOf(side), lang);
  if (schema === happening) return soughtWords(value as z.infer<typeof happening>, namesOf(side), lang);
  if (schema === omission) return expected(value as Omission, side);
  if (schema !== expectations) return undefined;
  const all = value as z.infer<typeof expectations>;
  return all.map((one) => expected(one, side)).join(lang === 'zh-CN' ? '；' : '; ');
}

function expected(one: Omission, side: Side): string {
  return expectationWords({ ...one, within: durationWords(one.within, side.lang) }, namesOf(side), side.lang);
}

function namesOf({ plan }: Side) {
  return namesFrom(plan, { people: [] });
}
