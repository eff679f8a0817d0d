import { knownFacts } from '../../domain/incident/index.js';
import type { FactId } from '../../domain/plan/compiled.js';
import { blankWords } from '../plan/annexes/blanks.js';
import { BY_HAND } from './byHand.js';
import { filingsOf } from './context.js';
import type { FilingContext } from './context.js';
import { EARLIER, filedWords, FIRST, KIND } from './earlier.js';
import { INCIDENT } from './incident.js';
import { PEOPLE } from './people.js';
import { RESPONSE } from './response.js';
import { TIMES } from './times.js';

/** What the record answers to a blank, one entry for each thing; none where it does not know. */
export type Fill = (context: FilingContext) => (string | undefined)[];

const FILLS: Readonly<Record<string, Fill | undefined>> = {
  ...TIMES,
  ...PEOPLE,
  ...INCIDENT,
  ...RESPONSE,
  ...EARLIER,
  open: stillOpen,
  unknown: stillOpen,
};

/** What the rule asks for and nothing answers yet, and what people are looking for. */
function stillOpen(context: FilingContext): string[] {
  const { written, state, words, quote, lang } = context;
  const asked = new Set((written.answeredBy ?? []).flatMap((blanks) => blanks.split(' ')));
  const empty = [...asked].filter(
    (blank) => !OPEN.has(blank) && !BY_HAND.has(blank) && answersTo(context, blank).length === 0,
  );
  const questions = Object.values(state.situation.questions).map(({ text }) => words.question(quote(text)));
  return [...empty.map((blank) => blankWords(blank, lang)), ...questions];
}

const OPEN: ReadonlySet<string> = new Set(['open', 'unknown']);

export function answersTo(context: FilingContext, blank: string): string[] {
  const unasked = notAskedFor(context, blank);
  if (unasked !== undefined) return [unasked];
  const own = FILLS[blank]?.(context) ?? [];
  const answers = [
    ...own,
    ...fromFacts(
      context,
      blank,
      own.some((answer) => answer !== undefined),
    ),
    ...fromFilings(context, blank),
  ];
  return answers.filter((answer): answer is string => answer !== undefined && answer !== '');
}

/** It is asked for only where something is so, and that is not so. */
function notAskedFor({ template, state, words, say }: FilingContext, blank: string): string | undefined {
  const only = template.blanks?.find((one) => one.blank === blank)?.only;
  if (only === undefined || knownFacts(state)[only] !== false) return undefined;
  return words.none(say.fact(only, false));
}

/**
 * By what the plan says answers it. Of a single figure that stands alone the blank says the name already; a mere yes or no
 * would leave open to what.
 */
function fromFacts({ template, state, say }: FilingContext, blank: string, beside: boolean): string[] {
  const known = knownFacts(state);
  const facts = (template.blanks ?? []).filter((one) => one.blank === blank).flatMap((one) => one.facts ?? []);
  const told = (fact: FactId) => {
    const value = known[fact];
    if (value === undefined) return [];
    return [
      facts.length === 1 && !beside && typeof value === 'number' ? say.factValue(fact, value) : say.fact(fact, value),
    ];
  };
  return facts.flatMap(told);
}

function fromFilings(context: FilingContext, blank: string): string[] {
  // Of these it is not asked what was filed, but its number, or how often.
  if (blank === FIRST || blank === KIND) return [];
  const of = (context.template.blanks ?? []).filter((one) => one.blank === blank).flatMap((one) => one.filings ?? []);
  return of.flatMap((id) => filingsOf(context.events, id).map((event) => filedWords(context, event, id)));
}
