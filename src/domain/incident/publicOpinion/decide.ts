import type { Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import type { EventBody, EventOf } from '../events.js';
import { isBlank, keptTexts } from '../isBlank.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { State } from '../state.js';
import { alertsBy } from './alerts.js';
import { opinionPosts } from './people.js';

type On<A extends MessageOf<'publicOpinion'>['action']> = MessageOf<'publicOpinion'> & { action: A };

export function decideOpinion(state: State, message: MessageOf<'publicOpinion'>, at: Instant): EventBody[] {
  const isOn = isAfterEnd(state.phase) || (state.phase === 'responding' && message.action !== 'end');
  if (!isOn) {
    const phases = ['watching', 'aftermath'];
    const needed = message.action === 'end' ? phases : ['responding', ...phases];
    return [refusal('wrong_phase', { phase: state.phase }, { phases: needed })];
  }
  switch (message.action) {
    case 'record':
      return record(state, message, at);
    case 'reply':
      return reply(state, message, at);
    case 'end':
      return end(state, message);
  }
}

function record(state: State, message: On<'record'>, at: Instant): EventBody[] {
  const { actor, source, observedAt = at, untrue, alerts: named = [], claim, note, link } = message;
  const byMonitor = actor.kind === 'integration' && untrue === undefined && named.length === 0;
  const by = byMonitor ? undefined : authorityOf(state, actor, opinionPosts(state));
  if (by !== undefined && 'code' in by) return [by];
  if (isBlank(source)) return [refusal('text_required', { field: 'source' })];
  if (observedAt > at) return [refusal('in_the_future', { field: 'observedAt' })];
  const known = (state.basis.plan.aftermath?.publicOpinion?.alerts ?? []).map(({ id }) => id);
  const unknown = named.filter((id) => !known.includes(id));
  if (unknown.length > 0) return [refusal('unknown_alert', { alerts: unknown }, { alerts: known })];
  const figures = figuresOf(message);
  const words = keptTexts(Object.entries({ claim, note, link }));
  if (Object.keys(figures).length === 0 && Object.keys(words).length === 0) return [refusal('opinion_empty')];
  const seen = { ...figures, ...(untrue === true ? { untrue: true as const } : {}) };
  const of = claim === undefined ? {} : { claim };
  const { alerts, told, sunk } = alertsBy(state, { source, ...of, ...seen, ...(byMonitor ? {} : { named }) }, at);
  return [
    {
      type: 'opinionRecorded',
      ...by,
      entry: `o${state.publicOpinion.count + 1}`,
      ...seen,
      observedAt,
      alerts,
      ...listed({ named: [...new Set(named)], told, sunk }),
      texts: { source, ...words },
    },
  ];
}

type Figures = Pick<EventOf<'opinionRecorded'>, 'volume' | 'usual' | 'sentiment' | 'reach'>;

function figuresOf({ volume, usual, sentiment, reach }: Figures): Figures {
  return Object.fromEntries(
    Object.entries({ volume, usual, sentiment, reach }).filter(([, figure]) => figure !== undefined),
  );
}

/** Without the empty ones. */
function listed<K extends string>(lists: Record<K, string[]>): { [P in K]?: string[] } {
  return Object.fromEntries(Object.entries<string[]>(lists).filter(([, ids]) => ids.length > 0)) as {
    [P in K]?: string[];
  };
}

function reply(state: State, message: On<'reply'>, at: Instant): EventBody[] {
  const { actor, entry, reply: text, repliedAt = at } = message;
  const by = authorityOf(state, actor, opinionPosts(state));
  if ('code' in by) return [by];
  if (isBlank(text)) return [refusal('text_required', { field: 'reply' })];
  if (repliedAt > at) return [refusal('in_the_future', { field: 'repliedAt' })];
  const number = state.publicOpinion.unanswered.find((one) => `o${one}` === entry);
  if (number === undefined) return [refusal('no_such_opinion', { entry })];
  return [{ type: 'opinionReplied', ...by, entry: `o${number}`, repliedAt, texts: { reply: text } }];
}

function end(state: State, { actor, reason }: On<'end'>): EventBody[] {
  const by = authorityOf(state, actor, opinionPosts(state));
  if ('code' in by) return [by];
  if (isBlank(reason)) return [refusal('reason_required')];
  if (state.publicOpinion.ended !== undefined) return [refusal('opinion_ended')];
  return [{ type: 'opinionEnded', ...by, texts: { reason } }];
}
