import type { ObligationId, ObligationRule, PostId } from '../../plan/compiled.js';
import { isOwnLimit } from '../../plan/legalLimit.js';
import { earliest, MINUTE } from '../../time.js';
import type { Duration, Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import type { Actor } from '../actor.js';
import type { Clock, EventBody } from '../events.js';
import { isBlank } from '../isBlank.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { State } from '../state.js';
import { clockFrom, ruleOf, startOf } from './clock.js';
import { postsOn } from './people.js';

type On<A extends MessageOf<'obligation'>['action']> = MessageOf<'obligation'> & { action: A };
type Refused = { type: 'refused' } & Refusal;

export function decideObligation(state: State, message: MessageOf<'obligation'>, at: Instant): EventBody[] {
  switch (message.action) {
    case 'judge':
      return judge(state, message, at);
    case 'setClock':
      return setClock(state, message, at);
    case 'file':
      return file(state, message, at);
  }
}

function judge(state: State, { actor, obligations, applies, reason }: On<'judge'>, at: Instant): EventBody[] {
  const found = rulesOf(state, actor, obligations);
  if ('code' in found) return [found];
  if (isBlank(reason)) return [refusal('reason_required')];
  const { rules, authority } = found;
  const done = rules.filter(({ id }) => state.obligations.duties[id]?.status === 'filed');
  if (done.length > 0) return [refusal('obligation_filed', { obligations: idsOf(done) })];
  const same = applies ? 'confirmed' : 'lifted';
  const news = rules.filter(({ id }) => state.obligations.duties[id]?.status !== same);
  if (news.length === 0) return [refusal('obligations_stand', { obligations: idsOf(rules), status: same })];
  return [
    {
      type: 'obligationsJudged',
      authority,
      applies,
      obligations: idsOf(news),
      clocks: news.map((rule) => clockNow(state, rule, at)),
      texts: { reason },
    },
  ];
}

/** As it runs, or, where it does not, from when it would have. */
function clockNow(state: State, rule: ObligationRule, at: Instant): Clock {
  const start = state.obligations.duties[rule.id]?.start;
  return clockFrom(state, rule, start ?? startOf(state, rule, state.obligations.discoveredAt ?? at));
}

function setClock(state: State, { actor, obligation, start, reason }: On<'setClock'>, at: Instant): EventBody[] {
  const found = rulesOf(state, actor, [obligation]);
  if ('code' in found) return [found];
  if (isBlank(reason)) return [refusal('reason_required')];
  if (start > at) return [refusal('in_the_future', { field: 'start' })];
  const duty = state.obligations.duties[obligation];
  if (duty?.status === 'filed') return [refusal('obligation_filed', { obligations: [obligation] })];
  if (duty?.status === 'lifted') return [refusal('obligation_lifted', { obligation })];
  const [rule] = found.rules;
  if (rule === undefined || duty?.start === start) return [refusal('obligations_stand', { obligations: [obligation] })];
  const clock = clockFrom(state, rule, start);
  return [{ type: 'obligationClockSet', authority: found.authority, clock, texts: { reason } }];
}

function file(state: State, message: On<'file'>, at: Instant): EventBody[] {
  const found = rulesOf(state, message.actor, message.obligations);
  if ('code' in found) return [found];
  const { filedAt = at, to, channel, reference, note, link, file: enclosed, lateReason } = message;
  if (filedAt > at) return [refusal('in_the_future', { field: 'filedAt' })];
  const notBefore = earliestFiling(state, found.rules);
  if (filedAt < notBefore) return [refusal('filed_before_incident', { filedAt }, { notBefore })];
  if (isBlank(to)) return [refusal('text_required', { field: 'to' })];
  if (isBlank(channel)) return [refusal('text_required', { field: 'channel' })];
  if ([reference, note, link].every(isBlank) && enclosed === undefined) return [refusal('filing_evidence_required')];
  const late = lateness(state, found.rules, filedAt);
  if (Object.keys(late).length > 0 && isBlank(lateReason)) {
    return [refusal('late_reason_required', { obligations: Object.keys(late) })];
  }
  const before = found.rules.filter(({ id }) => state.obligations.duties[id]?.status === 'filed');
  const extra = Object.entries({ reference, note, link, fileName: enclosed?.name, lateReason });
  return [
    {
      type: 'obligationsFiled',
      authority: found.authority,
      obligations: idsOf(found.rules),
      filedAt,
      ...(before.length === 0 ? {} : { supplement: idsOf(before) }),
      ...(Object.keys(late).length === 0 ? {} : { late }),
      ...(enclosed === undefined ? {} : { file: enclosed.sha256 }),
      texts: { to, channel, ...Object.fromEntries(extra.filter(([, text]) => !isBlank(text))) },
    },
  ];
}

/**
 * With the year of last time a missed limit would be in time. Whoever knew of it sooner sets the clock first. From the
 * minute on, because that is what people tell.
 */
function earliestFiling({ obligations, report }: State, rules: ObligationRule[]): Instant {
  const starts = rules.map(({ id }) => obligations.duties[id]?.start);
  const first = earliest(report.reportedAt, report.occurredAt, obligations.discoveredAt, ...starts) ?? 0;
  return Math.floor(first / MINUTE) * MINUTE;
}

/** Only of what law gives a number for, and of what is ours to file for the first time. */
function lateness({ obligations }: State, rules: ObligationRule[], filedAt: Instant): Record<ObligationId, Duration> {
  const ofLaw = rules.filter((rule) => rule.theirs !== true && !isOwnLimit(rule));
  const late = ofLaw.flatMap(({ id }): [ObligationId, Duration][] => {
    const { due, status } = obligations.duties[id] ?? {};
    return due !== undefined && filedAt > due && status !== 'filed' ? [[id, filedAt - due]] : [];
  });
  return Object.fromEntries(late);
}

/** The rules, and the post by which the actor may speak on all of them. */
function rulesOf(
  state: State,
  actor: Actor,
  ids: ObligationId[],
): { rules: ObligationRule[]; authority: PostId } | Refused {
  const wanted = [...new Set(ids)];
  const unknown = wanted.filter((id) => ruleOf(state, id) === undefined);
  const known = state.basis.plan.obligations.map(({ id }) => id);
  if (unknown.length > 0 || wanted.length === 0) {
    return refusal('unknown_obligation', { obligations: unknown }, { obligations: known });
  }
  const rules = wanted.flatMap((id) => ruleOf(state, id) ?? []);
  let authority: PostId = '';
  for (const rule of rules) {
    const by = authorityOf(state, actor, postsOn(state, rule));
    if ('code' in by) return by;
    authority ||= by.authority;
  }
  return { rules, authority };
}

function idsOf(rules: ObligationRule[]): ObligationId[] {
  return rules.map(({ id }) => id);
}
