import type { PersonId } from '../plan/compiled.js';
import type { DrillEvent, DrillEventOf } from './events.js';
import { injectsOf } from './injects.js';
import type { DrillPaper } from './papers.js';
import { announcedTo, everybody, isSimulated, mayAccept, mayApprove, whoRuns } from './people.js';
import type { DrillEffect, DrillState, DrillTemplate } from './state.js';
import type { Waiting } from './waiting.js';

/** The papers that are handed to people once this has happened. */
export const PAPERS_AFTER: Partial<Record<DrillEvent['type'], DrillPaper[]>> = {
  schemeApproved: ['scheme', 'controllersScheme'],
  replanned: ['scheme', 'controllersScheme'],
  reportSubmitted: ['report'],
  reportAccepted: ['report'],
};

/** What the world is asked for because of this event; `state` is the one after it, `before` the one until then. */
export function effectsOf(state: DrillState, event: DrillEvent, before: DrillState): DrillEffect[] {
  const { seq, type } = event;
  const papers = PAPERS_AFTER[type];
  const write: DrillEffect[] = papers === undefined ? [] : [{ kind: 'write', id: `d${seq}`, papers, upTo: seq }];
  return [...actsAfter(state, event, before), ...write];
}

function actsAfter(state: DrillState, event: DrillEvent, before: DrillState): DrillEffect[] {
  const { seq } = event;
  // Whoever a real incident has taken has something else to do until the drill is over.
  const taken = state.status === 'running' ? (state.preempted?.people ?? []) : [];
  const tell = (template: DrillTemplate, all: string[], inject?: string, as = state): DrillEffect[] => {
    const wanted = template === 'notADrill' ? all : all.filter((person) => !taken.includes(person));
    const to = wanted.filter((person) => !isSimulated(as, person));
    if (to.length === 0) return [];
    return [{ kind: 'tell', id: `n${seq}-${template}`, template, to, ...(inject === undefined ? {} : { inject }) }];
  };
  const { roles, rules } = state;
  switch (event.type) {
    case 'schemeDrafted':
      return event.planned === undefined ? [] : tell('scheduled', [roles.director]);
    case 'startMissed': {
      const { plannedAt: missed, why } = event;
      if (why === undefined) return tell('notBegun', [roles.director]);
      return [{ kind: 'replan', id: `a${seq}`, missed, why }];
    }
    case 'replanned':
      return tell('replanned', announcedTo(state));
    case 'planPlayed':
      return tell('planChanged', [...new Set([roles.director, ...rules.approvers])]);
    case 'waitReminded':
      return tell(REMINDERS[event.waits], event.people);
    case 'schemeSubmitted':
      return tell('schemeToApprove', mayApprove(state));
    case 'schemeReturned':
      return tell('schemeReturned', [state.draftedBy ?? roles.director]);
    case 'schemeApproved':
      return tell('distributed', announcedTo(state));
    case 'schemeRevised':
      // What those have been given who had it holds no more, whatever part they have now.
      return before.status === 'ready' ? tell('schemeChanged', announcedTo(before), undefined, before) : [];
    case 'calledOff': {
      // Its incident may have told its players already.
      const isOpening = before.status === 'starting';
      const clear: DrillEffect[] = isOpening ? [{ kind: 'clear', id: `c${seq}` }] : [];
      const concerned = isOpening ? everybody(state) : announcedTo(state);
      // Of something real everybody has heard.
      return [...clear, ...(event.why === 'realIncident' ? [] : tell('calledOff', concerned))];
    }
    case 'startAsked':
      return [{ kind: 'start', id: `s${seq}` }];
    case 'started':
      return tell('begins', everybody(state));
    case 'paceAsked':
      return [{ kind: 'pace', id: `p${seq}`, pace: event.pace }];
    case 'paceSet': {
      if (event.clock.pace === 0) return isToldPaused(state, event) ? tell('paused', everybody(state)) : [];
      return event.from === 0 ? tell('goesOn', everybody(state)) : [];
    }
    case 'injectPlayed': {
      const { inject, by } = event;
      const to = [...new Set([...playersOf(state, inject), ...whoRuns(state), ...roles.evaluators])];
      if (by === 'contingency') return tell('contingency', whoRuns(state), inject);
      return tell('inject', to, inject);
    }
    case 'standstillReminded':
      return tell('standsStill', event.people);
    case 'preempted':
      return [
        ...tell('notADrill', event.people).map((effect) => ({ ...effect, ...realIn(state, event) })),
        ...(rules.edition === 2 ? tellTheRest(state, event, concernedBy(before, event)) : []),
        ...(rules.tellsOfTaken ? [takenOut(event)] : []),
      ];
    case 'conductEnded':
      return [
        { kind: 'clear', id: `c${seq}` },
        ...(event.why === 'realIncident' ? [] : tell(event.why === 'stopped' ? 'stopped' : 'ended', everybody(state))),
      ];
    case 'feedbackAsked':
      return [...tell('feedbackAsked', event.people), ...tell('toRate', roles.evaluators)];
    case 'feedbackReminded':
      return tell('feedbackReminder', event.people);
    case 'reportReminded':
      return tell('reportOverdue', event.people);
    case 'reportSubmitted':
      return tell('reportToAccept', mayAccept(state));
    case 'reportReturned':
      return tell('reportReturned', [roles.director]);
    case 'reportAccepted':
      return tell('accepted', [...new Set([roles.director, ...roles.evaluators])]);
    default:
      return [];
  }
}

/** Whoever was told of something real knows that it stands still. */
function isToldPaused({ rules, pausedForReal }: DrillState, { from }: DrillEventOf<'paceSet'>): boolean {
  return rules.edition !== 2 || (from !== 0 && pausedForReal !== true);
}

function realIn({ rules }: DrillState, { incidentId, people }: DrillEventOf<'preempted'>) {
  return rules.edition === 2 ? { real: { incidentId, people } } : {};
}

/**
 * A real incident calls people by and by, each of whom leaves: whoever knows of it and waits need not read each name. Where it
 * takes the director, others decide how the drill goes on.
 */
function concernedBy(before: DrillState, { incidentId, people }: DrillEventOf<'preempted'>): PersonId[] {
  const { rules, roles, preempted } = before;
  const all = everybody(before);
  if (!rules.tellsOfRealOnce || people.includes(roles.director)) return all;
  const know = preempted?.heardOf?.[incidentId] ?? [];
  const run = whoRuns(before);
  return all.filter((person) => run.includes(person) || !know.includes(person));
}

/** Who stays hears at once that something real has begun, and who has left for it. */
function tellTheRest(state: DrillState, event: DrillEventOf<'preempted'>, whom: PersonId[]): DrillEffect[] {
  const taken = state.preempted?.people ?? [];
  const to = whom.filter((person) => !taken.includes(person) && !isSimulated(state, person));
  if (to.length === 0) return [];
  const template = state.rules.whenReal === 'end' ? 'realEnds' : 'realPauses';
  return [{ kind: 'tell', id: `n${event.seq}-${template}`, template, to, ...realIn(state, event) }];
}

const REMINDERS: Record<Waiting, DrillTemplate> = {
  scheme: 'schemeReminder',
  approval: 'approvalReminder',
  date: 'dateReminder',
  acceptance: 'acceptanceReminder',
};

function takenOut({ seq, incidentId, people }: DrillEventOf<'preempted'>): DrillEffect {
  return { kind: 'takeOut', id: `t${seq}`, heldBy: incidentId, people };
}

/** Posts become people by what the opening knew. */
function playersOf(state: DrillState, inject: string): string[] {
  const posts = injectsOf(state).find(({ id }) => id === inject)?.players ?? [];
  return state.roles.players.filter((person) => {
    const theirs = state.rules.departments[person] ?? [];
    return theirs.some((post) => posts.includes(post));
  });
}
