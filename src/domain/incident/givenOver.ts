import { reportersOf } from './involved.js';
import { knownFacts } from './knownFacts.js';
import { MOST_REPORTERS } from './messages/merging.js';
import type { Absorb } from './messages/merging.js';
import { promiseGivenOver } from './publication/dues.js';
import { statementsMade } from './rooms/situation.js';
import type { State } from './state.js';

/** What another incident is told when it takes this one over. */
export function givenOver(state: State): Absorb {
  const { mode, reporter, reportedAt, texts } = state.report;
  const [, ...reporters] = reportersOf(state);
  const promised = promiseGivenOver(state);
  return {
    type: 'absorb',
    from: state.incidentId,
    mode,
    reporter,
    reporters: reporters.slice(-MOST_REPORTERS),
    reportedAt,
    facts: knownFacts(state),
    statements: statementsMade(state.situation),
    questions: Object.values(state.situation.questions).map(({ text, by, at }) => ({ text, by, at })),
    ...(promised === undefined ? {} : { promised }),
    texts,
  };
}
