import type { FactId } from '../../domain/plan/compiled.js';
import type { FactValue } from '../../domain/plan/condition.js';
import { knownFactItems } from '../tellings.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import { nameOf } from './context.js';
import type { SitrepContext } from './context.js';

/** Whom and what it hits: figures with their source; what was merely reported is told to be so, once. */
export function impact(context: SitrepContext): Block[] {
  const { words, say, state, issue } = context;
  const { texts } = state.report;
  const facts = known(context);
  const told = issue.since === 0 || facts.length === 0;
  const reported = told && texts.impact !== undefined ? [paragraph(words.reportedImpact(say.quote(texts.impact)))] : [];
  const cause =
    issue.since === 0 && texts.cause !== undefined ? [paragraph(words.reportedCause(say.quote(texts.cause)))] : [];
  const nothing = facts.length === 0 && reported.length === 0 ? [paragraph(words.noImpact)] : [];
  return [...reported, ...facts, ...nothing, ...lasting(context), ...cause, ...found(context)];
}

function lasting({ words, say, state, issue }: SitrepContext): Block[] {
  const { occurredAt } = state.report;
  const { terminatedAt } = state.termination;
  const until = terminatedAt ?? issue.until;
  if (occurredAt === undefined || occurredAt > until) return [];
  return [paragraph(words.lasting({ span: say.duration(until - occurredAt), ended: terminatedAt !== undefined }))];
}

function known(context: SitrepContext): Block[] {
  const items = knownFactItems(context, context.moment, changeSince(context));
  return items.length === 0 ? [] : [paragraph(context.words.known), { kind: 'list', items }];
}

/** In the first report all is new, so that only what came out otherwise than reported is a change. */
function changeSince({ words, say, history, issue }: SitrepContext) {
  const begun = issue.since === 0;
  return (fact: FactId, value: FactValue): string | undefined => {
    const was = history.factsBefore[fact];
    if (was === value) return undefined;
    if (was === undefined) return begun ? undefined : words.newFact;
    return begun ? words.reportedAs(say.factValue(fact, was)) : words.changedFact(say.factValue(fact, was));
  };
}

/** All so far: a cause that is found is news for one period and has to be known in all that follow. */
function found(context: SitrepContext): Block[] {
  const { words, say, state, events, moment } = context;
  // Whoever checks a recovery finds out how well it went, not what happened.
  const checks = new Set(state.basis.plan.tasks.filter(({ verifies }) => verifies !== undefined).map(({ id }) => id));
  const items = events.flatMap((event) => {
    if (event.type !== 'taskFinished' || event.texts?.finding === undefined || checks.has(event.task)) return [];
    const { actor, at, task, texts } = event;
    const by = nameOf({ say }, actor);
    return [words.foundBy({ task: taskName(context, task), by, at: moment(at), finding: say.quote(texts.finding) })];
  });
  return items.length === 0 ? [] : [paragraph(words.findings), { kind: 'list', items }];
}
