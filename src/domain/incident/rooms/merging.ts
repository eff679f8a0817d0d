import type { FactId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { destroyBy } from '../aftermath/destroyBy.js';
import { actorName, SYSTEM } from '../actor.js';
import type { Actor } from '../actor.js';
import { authorityOf, postsFor } from '../authority.js';
import { mustLiftFirst } from '../cordon.js';
import type { EventBody } from '../events.js';
import { mayTell } from '../mayTell.js';
import type { MessageOf } from '../messages.js';
import { MOST_REPORTERS } from '../messages/merging.js';
import type { Phase } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { MergingSlice, State } from '../state.js';
import { mustReturnFirst } from '../resources/out.js';
import { MOST_OPEN_QUESTIONS } from './situation.js';
import { worse } from '../worse.js';

/** So many later reports are listed; all of them are on the record. */
const MOST_LISTED = 50;

const RUNNING = ['reported', 'standby', 'responding'] as const;

/** What is reported again while it is watched may be a recurrence. Another incident is not merged into one that nobody works on. */
const TAKES_IN = [...RUNNING, 'watching'] as const;

/**
 * Several reports of the same thing are one incident. A person merges this one into another: the other takes over report
 * and facts, then this one ends. Nothing ends before the other has accepted, and two that were merged into each other at
 * once both refuse. Whoever ends this one meanwhile, by rejection or termination, has decided otherwise.
 */
export const merging: Room<'merging'> = {
  name: 'merging',
  initial: { absorbed: [], facts: {} },

  evolve(slice, event, state) {
    switch (event.type) {
      case 'mergeAsked':
        return { ...slice, asked: { into: event.into, by: event.actor }, reason: event.texts.reason };
      case 'mergeRefused':
      case 'rejected':
      case 'closed':
      case 'terminated':
        return withoutAsked(slice);
      case 'merged':
        return { ...withoutAsked(slice), into: event.into };
      case 'factAdded': {
        const stands = ([fact]: [FactId, unknown]) => !(fact in event.values);
        return {
          ...slice,
          facts: Object.fromEntries(Object.entries(slice.facts).filter(stands)),
          saidIn: Object.fromEntries(Object.entries(slice.saidIn ?? {}).filter(stands)),
        };
      }
      case 'reportAbsorbed': {
        const { from, reporter, reporters = [], seq, at, facts } = event;
        const entry = { ...(from === undefined ? {} : { from }), reporter, at };
        const worst = worse(state.basis.plan, slice.facts, facts);
        const said = Object.keys(facts).filter((fact) => facts[fact] === worst[fact]);
        return {
          ...slice,
          absorbed: [...slice.absorbed, entry].slice(-MOST_LISTED),
          ...(reporters.length === 0 ? {} : { reporters: withReporters(slice, reporters) }),
          facts: worst,
          saidIn: { ...slice.saidIn, ...Object.fromEntries(said.map((fact) => [fact, { seq, at }])) },
          title: event.texts.title,
        };
      }
      default:
        return slice;
    }
  },

  decide: { merge, absorb, mergeAnswered },

  react(_state, event) {
    if (event.type !== 'mergeAsked') return [];
    return [{ type: 'effectRequested', effect: { kind: 'merge', id: `m${event.seq}`, into: event.into } }];
  },
};

function withReporters({ reporters = [] }: MergingSlice, more: Actor[]): Actor[] {
  const each = new Map([...reporters, ...more].map((actor) => [actorName(actor), actor]));
  return [...each.values()].slice(-MOST_REPORTERS);
}

function withoutAsked({ asked: _, ...slice }: MergingSlice): MergingSlice {
  return slice;
}

function merge(state: State, { actor, into, reason }: MessageOf<'merge'>): EventBody[] {
  const wrong = wrongPhase(state, RUNNING);
  if (wrong) return wrong;
  const by = authorityOf(state, actor, postsFor(state, 'reject'));
  if ('code' in by) return [by];
  if (reason.trim() === '') return [refusal('reason_required')];
  const stands = mustLiftFirst(state) ?? mustReturnFirst(state);
  if (stands) return stands;
  if (into === state.incidentId) return [refusal('merge_with_itself', { incident: into })];
  const { asked } = state.merging;
  if (asked) return [refusal('merge_open', { into: asked.into })];
  return [{ type: 'mergeAsked', ...by, into, texts: { reason } }];
}

function absorb(state: State, { actor, from, mode, ...report }: MessageOf<'absorb'>): EventBody[] {
  const wrong = wrongPhase(state, from === undefined ? TAKES_IN : RUNNING);
  if (wrong) return wrong;
  if (mode !== state.report.mode) return [refusal('other_mode', { mode }, { mode: state.report.mode })];
  if (state.merging.asked) return [refusal('merge_open', { into: state.merging.asked.into })];
  if (!mayTell(state, actor)) return [refusal('not_concerned')];
  const { reporter, reporters = [], reportedAt, facts, texts, statements = 0, questions = [], promised } = report;
  const taken = questions.slice(0, Math.max(0, MOST_OPEN_QUESTIONS - Object.keys(state.situation.questions).length));
  const left = { statements, questions: questions.length - taken.length };
  return [
    {
      type: 'reportAbsorbed',
      ...(from === undefined ? {} : { from }),
      reporter,
      ...(reporters.length === 0 ? {} : { reporters: reporters.slice(-MOST_REPORTERS) }),
      reportedAt,
      facts,
      ...(left.statements + left.questions === 0 ? {} : { left }),
      ...(taken.length === 0 ? {} : { questions: taken.length }),
      ...(promised === undefined ? {} : { promised }),
      texts: { ...texts },
    },
    ...taken.map(({ text, by, at }, i): EventBody => ({
      type: 'questionAsked',
      question: `q${state.seq + 2 + i}`,
      before: { ...(from === undefined ? {} : { incident: from }), by, at },
      texts: { question: text },
    })),
  ];
}

function mergeAnswered(state: State, { effectId, code }: MessageOf<'mergeAnswered'>, at: Instant): EventBody[] {
  const effect = state.effects.pending[effectId]?.effect;
  if (effect?.kind !== 'merge') return [];
  const { into } = effect;
  if (code === undefined) return [{ type: 'merged', effectId, into, ...destroyBy(state.basis.plan, at) }];
  return [{ type: 'mergeRefused', effectId, into, code, askedBy: state.merging.asked?.by ?? SYSTEM }];
}

function wrongPhase({ phase }: State, phases: readonly Phase[]): EventBody[] | undefined {
  return phases.includes(phase) ? undefined : [refusal('wrong_phase', { phase }, { phases: [...phases] })];
}
