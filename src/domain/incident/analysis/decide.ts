import type { Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import { postsBehind } from '../aftermath/people.js';
import { linkText } from '../events/analysis.js';
import type { AnalysisItem } from '../events/analysis.js';
import type { EventBody } from '../events.js';
import { isBlank, keptTexts } from '../isBlank.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Details, Refusal } from '../refusals.js';
import type { State } from '../state.js';
import { ASKED_AFTER, startOf } from './causes.js';

type Recorded = MessageOf<'analysis'> & { action: 'record' };

export function decideAnalysis(state: State, message: MessageOf<'analysis'>, at: Instant): EventBody[] {
  const { phase, basis } = state;
  if (!isAfterEnd(phase)) return [refusal('wrong_phase', { phase }, { phases: ['watching', 'aftermath'] })];
  const rule = basis.plan.aftermath?.analysis;
  if (rule === undefined) return [refusal('no_aftermath')];
  const by = authorityOf(state, message.actor, postsBehind(state, rule.owner));
  if ('code' in by) return [by];
  return [message.action === 'record' ? recorded(state, message, by, at) : completed(state, by)];
}

function recorded(
  state: State,
  { items, method, nature }: Recorded,
  by: { authority: string },
  at: Instant,
): EventBody {
  const fault = faultIn(items, at);
  if (fault !== undefined) return fault;
  const words = items.flatMap(({ id, text, link }) => [[id, text] as const, [linkText(id), link] as const]);
  return {
    type: 'analysisRecorded',
    ...by,
    version: state.analysis.version + 1,
    items: items.map(({ text: _, link: __, ...item }) => item),
    texts: keptTexts([...words, ['method', method], ['nature', nature]]),
  };
}

function completed({ analysis }: State, by: { authority: string }): EventBody {
  const { version, lacks = [], completed: before } = analysis;
  if (version === 0) return refusal('analysis_missing');
  if (before !== undefined) return refusal('analysis_completed', { version });
  if (lacks.length > 0) return refusal('analysis_lacks', { version, lacks });
  return { type: 'analysisCompleted', ...by, version };
}

type Fault = { type: 'refused' } & Refusal;
type Given = Recorded['items'];

/** What stands against the items, where something does: the first thing found. */
function faultIn(items: Given, at: Instant): Fault | undefined {
  if (items.length === 0) return refusal('text_required', { field: 'items' });
  const ids = items.map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const future = items.filter((item) => item.at !== undefined && item.at > at);
  const byId = new Map<string, AnalysisItem>(items.map((item) => [item.id, item]));
  return (
    wrong('twice', twice) ??
    wrong('without_text', idsOf(items.filter(({ text }) => isBlank(text)))) ??
    wrong('without_time', idsOf(items.filter(({ kind, at: time }) => kind === 'timeline' && time === undefined))) ??
    wrong('in_the_future', idsOf(future)) ??
    wrong('without_cause', idsOf(items.filter(({ kind, of }) => kind === 'why' && of === undefined))) ??
    wrong('unfounded', idsOf(items.filter((item) => !isFounded(item, byId)))) ??
    wrong('in_a_circle', idsOf(items.filter((item) => startOf(item, byId) === undefined)))
  );
}

/** What it names stands there, and may be named by it: a why asks after causes and whys, a root cause answers a why. */
function isFounded({ kind, of }: AnalysisItem, items: ReadonlyMap<string, AnalysisItem>): boolean {
  if (of === undefined) return true;
  const named = items.get(of)?.kind;
  if (named === undefined) return false;
  return kind === 'why' ? ASKED_AFTER.includes(named) : kind === 'root' && named === 'why';
}

function wrong(why: Details[string], items: string[]): Fault | undefined {
  return items.length === 0 ? undefined : refusal('analysis_items', { why, items: [...new Set(items)].slice(0, 20) });
}

function idsOf(items: readonly AnalysisItem[]): string[] {
  return items.map(({ id }) => id);
}
