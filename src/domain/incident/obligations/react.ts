import type { ObligationId, ObligationRule } from '../../plan/compiled.js';
import type { Truth } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Clock, ClockMoved, EventBody, EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import { knownIn, REPORTED } from '../knownFacts.js';
import type { Duty, State } from '../state.js';
import { clockFrom, gradedAt, isOwed, ruleOf, startOf } from './clock.js';
import { toldOf } from './people.js';
import { isCalledFor } from './truth.js';

export function react(state: State, event: Heard<'obligations'>): EventBody[] {
  const { at } = event;
  switch (event.type) {
    case 'levelProposed':
      // The first one, not the report itself: by then the posts of command are filled.
      return event.cause === REPORTED ? weighed(state, at, discoveredAt(state, at)) : [];
    case 'reportAbsorbed':
      return [...movedEarlier(state, at), ...weighed(state, at, Math.min(at, event.reportedAt))];
    case 'factAdded':
    case 'treatedAsReal':
    case 'levelChanged':
    case 'categoryChanged':
      return weighed(state, at, at);
    case 'confirmed':
      return weighed(state, at, at, event.texts.reason);
    case 'planMoved':
      return [...droppedByPlan(state, event), ...withLimits(state, at), ...weighed(state, at, discoveredAt(state, at))];
    case 'terminated':
      return [...begun(state, at, 'responseEnded'), ...weighed(state, at, at)];
    case 'reopened':
      return [...stopped(state, at), ...weighed(standing(state), at, at)];
    case 'obligationsFiled':
      return [...begun(state, at, 'filed'), ...weighed(state, at, at)];
    case 'rejected':
      return liftAll(state, 'rejected', at, event.texts.reason);
    case 'merged':
      return liftAll(state, 'merged', at);
    default:
      return [];
  }
}

function discoveredAt({ obligations }: State, at: Instant): Instant {
  return Math.min(at, obligations.discoveredAt ?? at);
}

/**
 * Holds every rule against what is known. `since`: from when on what is new was to be reckoned with: of a report from
 * its beginning, of a fact that came later from then on, because nobody could have filed before. What is not decided by
 * the facts runs provisionally until somebody grades, and on after that until the facts or a person decide it.
 */
function weighed(state: State, at: Instant, since: Instant, reason?: string): EventBody[] {
  const provisional: Weighed[] = [];
  const opened: Weighed[] = [];
  const confirmed: Weighed[] = [];
  const lifted: ObligationId[] = [];
  const graded = gradedAt(state) !== undefined;
  const known = knownIn(state);
  for (const rule of state.basis.plan.obligations) {
    const truth = isCalledFor(state, rule, known);
    const duty = state.obligations.duties[rule.id];
    const counts = graded || rule.beforeVerification === true;
    if (opens(duty, truth)) {
      const clock = clockFrom(state, rule, startOf(state, rule, since));
      if (truth === undefined && clock.start === undefined) continue;
      (truth === true && counts ? opened : provisional).push({ clock, truth });
    } else if (duty?.status === 'provisional' && truth === true && counts) {
      confirmed.push({ clock: clockFrom(state, rule, duty.start ?? startOf(state, rule, since)), truth });
    } else if (duty?.status === 'provisional' && truth === false && graded) {
      lifted.push(rule.id);
    }
  }
  return [
    ...openedAs(state, 'confirmed', opened, at),
    ...openedAs(state, 'provisional', provisional, at),
    ...(confirmed.length === 0
      ? []
      : [
          {
            type: 'obligationsConfirmed' as const,
            clocks: clocksOf(confirmed),
            tell: toldOfThese(state, confirmed, at),
          },
        ]),
    ...liftedBecause(state, lifted, 'grading', at, reason),
  ];
}

interface Weighed {
  clock: Clock;
  truth: Truth;
}

/**
 * What a person has lifted, knowing what called for it, is not opened again by the same, nor by what is not decided any
 * better; what grading or plan have lifted may apply again as soon as nothing rules it out.
 */
function opens(duty: Duty | undefined, truth: Truth): boolean {
  if (truth === false) return false;
  if (duty === undefined) return true;
  if (duty.status !== 'lifted' || duty.judged === 'knowingly') return false;
  return truth === true || duty.judged === undefined;
}

function openedAs(state: State, status: 'provisional' | 'confirmed', found: Weighed[], at: Instant): EventBody[] {
  if (found.length === 0) return [];
  // Nobody is told yet of what only might apply: its first reminder says so, if it still might then.
  const certain = found.filter(({ truth }) => truth === true);
  return [{ type: 'obligationsOpened', status, clocks: clocksOf(found), tell: toldOfThese(state, certain, at) }];
}

function clocksOf(found: Weighed[]): Clock[] {
  return found.map(({ clock }) => clock);
}

function toldOfThese(state: State, found: Weighed[], at: Instant) {
  const clocks = clocksOf(found).filter(({ start }) => start !== undefined);
  return toldOf(state, idsOf(clocks), 'owner', at, clocks);
}

/** Those whose moment has come now. */
function begun(state: State, at: Instant, why: ClockMoved): EventBody[] {
  const clocks = owed(state).flatMap(([rule, duty]) => {
    if (duty.start !== undefined) return [];
    const clock = clockFrom(state, rule, startOf(state, rule, at));
    return clock.start === undefined ? [] : [clock];
  });
  return moved(state, clocks, why, at);
}

/** What runs since the end: there is none until it ends again. */
function stopped(state: State, at: Instant): EventBody[] {
  return moved(
    state,
    sinceTheEnd(state).map((obligation) => ({ obligation })),
    'reopened',
    at,
  );
}

/** As it is once these have stopped: what is confirmed by the same must not set them going again. */
function standing(state: State): State {
  const duties = { ...state.obligations.duties };
  for (const id of sinceTheEnd(state)) {
    const { start: _, due: __, ...duty }: Partial<Duty> & Pick<Duty, 'status' | 'seq'> = duties[id]!;
    duties[id] = duty;
  }
  return { ...state, obligations: { ...state.obligations, duties } };
}

function sinceTheEnd(state: State): ObligationId[] {
  return owed(state).flatMap(([{ id, start }, duty]) =>
    start === 'responseEnded' && duty.start !== undefined ? [id] : [],
  );
}

/** Somebody had reported it before: whatever runs since the report has run for longer. */
function movedEarlier(state: State, at: Instant): EventBody[] {
  const since = discoveredAt(state, at);
  const clocks = owed(state).flatMap(([rule, duty]) => {
    const runs = duty.sinceReport === true && duty.start !== undefined && duty.start > since;
    return runs ? [clockFrom(state, rule, since)] : [];
  });
  return moved(state, clocks, 'earlierReport', at);
}

/** Another version of the plan may give another limit. */
function withLimits(state: State, at: Instant): EventBody[] {
  const clocks = owed(state).flatMap(([rule, duty]) => {
    const clock = clockFrom(state, rule, duty.start);
    return clock.due === duty.due ? [] : [clock];
  });
  return moved(state, clocks, 'planMoved', at);
}

function moved(state: State, clocks: Clock[], why: ClockMoved, at: Instant): EventBody[] {
  if (clocks.length === 0) return [];
  return [{ type: 'obligationClocksMoved', why, clocks, tell: toldOf(state, idsOf(clocks), 'owner', at, clocks) }];
}

function idsOf(clocks: Clock[]): ObligationId[] {
  return clocks.map(({ obligation }) => obligation);
}

/** With the rule of each; of what the plan does not know any more there is none. */
function owed(state: State): [ObligationRule, Duty][] {
  return Object.entries(state.obligations.duties).flatMap(([id, duty]): [ObligationRule, Duty][] => {
    const rule = isOwed(duty) ? ruleOf(state, id) : undefined;
    return rule === undefined ? [] : [[rule, duty]];
  });
}

function droppedByPlan(state: State, { at, texts }: EventOf<'planMoved'>): EventBody[] {
  const dropped = Object.entries(state.obligations.duties).filter(
    ([id, duty]) => isOwed(duty) && ruleOf(state, id) === undefined,
  );
  return liftedBecause(
    state,
    dropped.map(([id]) => id),
    'planMoved',
    at,
    texts.reason,
  );
}

function liftAll(state: State, why: 'rejected' | 'merged', at: Instant, reason?: string): EventBody[] {
  const live = Object.entries(state.obligations.duties).filter(([, duty]) => isOwed(duty));
  return liftedBecause(
    state,
    live.map(([id]) => id),
    why,
    at,
    reason,
  );
}

function liftedBecause(
  state: State,
  obligations: ObligationId[],
  why: EventOf<'obligationsLifted'>['why'],
  at: Instant,
  reason?: string,
): EventBody[] {
  if (obligations.length === 0) return [];
  const heard = obligations.filter((id) => state.obligations.duties[id]?.told === true);
  return [
    {
      type: 'obligationsLifted',
      why,
      obligations,
      tell: toldOf(state, heard, 'owner', at),
      ...(reason === undefined ? {} : { texts: { reason } }),
    },
  ];
}
