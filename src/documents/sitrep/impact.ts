import { knownFactItems } from '../tellings.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';

/** Whom and what it hits: figures with their source; what was merely reported is told to be so, once. */
export function impact(context: SitrepContext): Block[] {
  const { words, say, state, issue } = context;
  const { occurredAt, texts } = state.report;
  const ended = state.termination.terminatedAt ?? issue.until;
  const lasting =
    occurredAt === undefined || occurredAt > ended ? [] : [paragraph(words.lasting(say.duration(ended - occurredAt)))];
  const facts = known(context);
  const told = issue.since === 0 || facts.length === 0;
  const reported = told && texts.impact !== undefined ? [paragraph(words.reportedImpact(say.quote(texts.impact)))] : [];
  const cause =
    issue.since === 0 && texts.cause !== undefined ? [paragraph(words.reportedCause(say.quote(texts.cause)))] : [];
  const nothing = facts.length === 0 && reported.length === 0 ? [paragraph(words.noImpact)] : [];
  return [...reported, ...facts, ...nothing, ...lasting, ...cause];
}

function known(context: SitrepContext): Block[] {
  const items = knownFactItems(context, context.moment);
  return items.length === 0 ? [] : [paragraph(context.words.known), { kind: 'list', items }];
}
