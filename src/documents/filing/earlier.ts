import { initial, knowingAlong, knownFacts } from '../../domain/incident/index.js';
import type { EventOf } from '../../domain/incident/index.js';
import type { ObligationId } from '../../domain/plan/compiled.js';
import type { Fill } from './answers.js';
import { filingsOf, ofTypes } from './context.js';
import type { FilingContext } from './context.js';
import { decisions } from './decisions.js';
import { levelName } from './incident.js';

/** The blank for the number of the report that this one adds to. */
export const FIRST = 'firstFilingNo';

/** The blank for whether it is the first report or a supplement. */
export const KIND = 'kind';

/** Where it stands in a series of filings, and what is new since the one before. */
export const EARLIER: Readonly<Record<string, Fill>> = {
  filingNo: ({ numberOf, obligation, filings }) => [numberOf(obligation, filings.length + 1)],
  number: ({ filings }) => [String(filings.length + 1)],
  [KIND]: (context) => [kindOf(context)],
  [FIRST]: (context) => [earlierWords(context)],
  changes,
};

/** What it adds to: what starts its clock, what the template names for the number of the first report, or its own first. */
function firstOf({ events, filings, rule, template }: FilingContext): EventOf<'obligationsFiled'> | undefined {
  const named = template.blanks?.find(({ blank }) => blank === FIRST)?.filings ?? [];
  const before = rule.after === undefined ? named : [rule.after, ...named];
  return before.flatMap((id) => filingsOf(events, id).slice(0, 1))[0] ?? filings[0];
}

/** Where the template names reports that it goes on from, those count as well. */
function kindOf({ events, filings, template, words }: FilingContext): string {
  const named = template.blanks?.find(({ blank }) => blank === KIND)?.filings ?? [];
  const before = new Set([...named.flatMap((id) => filingsOf(events, id)), ...filings]).size;
  return before === 0 ? words.first : words.supplement(before);
}

function earlierWords(context: FilingContext): string | undefined {
  const event = firstOf(context);
  if (event === undefined) return undefined;
  const { words, time, numberOf, quote } = context;
  const { obligations, filedAt, texts } = event;
  const number = texts.reference === undefined ? numberOf(obligations[0]!, 1) : quote(texts.reference);
  return words.earlier({ number, at: time(filedAt) });
}

export function filedWords(
  { words, names, lang, time, quote }: FilingContext,
  { filedAt, texts }: EventOf<'obligationsFiled'>,
  id: ObligationId,
): string {
  return words.filing({
    name: names.obligation(id, lang),
    at: time(filedAt),
    to: quote(texts.to),
    channel: quote(texts.channel),
    reference: texts.reference === undefined ? undefined : quote(texts.reference),
  });
}

/** Since the moment at which it was filed, however late that was entered. */
function changes(context: FilingContext): string[] {
  const earlier = context.filings.at(-1) ?? firstOf(context);
  if (earlier === undefined) return [];
  const { events, state, words, say, time, lang } = context;
  const since = events.filter(({ at }) => at > earlier.filedAt);
  let then = initial(state.basis);
  const until = events.filter(({ at }) => at <= earlier.filedAt);
  for (const { known } of knowingAlong(state.basis, until)) then = { ...state, ...known };
  const before = knownFacts(then);
  const level = levelName(context);
  const levelThen = levelName({ ...context, state: then });
  const graded = level === undefined || level === levelThen ? [] : [words.factNow(words.levelNow(level), levelThen)];
  const facts = Object.entries(knownFacts(state))
    .filter(([fact, value]) => before[fact] !== value)
    .map(([fact, value]) => {
      const was = before[fact];
      return words.factNow(say.fact(fact, value), was === undefined ? undefined : say.factValue(fact, was));
    });
  const statements = ofTypes(since, 'factAdded').flatMap(({ at, observedAt = at, texts }) =>
    texts.statement === undefined
      ? []
      : [[time(observedAt), context.quote(texts.statement)].join(lang === 'zh-CN' ? '，' : ': ')],
  );
  const all = [...decisions(context, since), ...graded, ...facts, ...statements];
  return all.length === 0 ? [words.noChange] : all;
}
