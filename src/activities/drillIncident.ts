import { Context } from '@temporalio/activity';
import { EXAMINED, everybody, FIGURE_EVENTS, figuresSeen, weaknessesSeen } from '../domain/drill/index.js';
import type { DrillRoles, DrillState, Examined, Opened, Paced, PlayedOn, Taken } from '../domain/drill/index.js';
import { open } from '../domain/incident/index.js';
import { nameIn } from '../domain/lang.js';
import type { Lang, Text } from '../domain/lang.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { hashOfUnchanging } from '../seal/index.js';
import type { StoredDrill } from '../store/index.js';
import type { DecisionAnswer } from '../workflows/messages.js';
import { releasePeople } from './claims.js';
import type { ActivityDeps } from './deps.js';
import { seen } from './drills.js';
import { planOf, RECORD_LAG_MS, recorded, seqOf } from './recordedDrill.js';
import { settleStock } from './stock.js';

export interface DrillStart {
  drill: string;
  incidentId: string;
  scenario: string;
  roles: DrillRoles;
  /** Who is not there. */
  simulated: PersonId[];
  pace: number;
  openedAt: Instant;
  /** Of the world, and of the story: it begins today. */
  at: Instant;
  /** The event that asks for it. Absent where an earlier release has asked. */
  upTo?: number;
}

/**
 * Opens the incident that is played, as the controllers report it; starting it again changes nothing. Answers whom real
 * incidents have by then: the drill is known as one that starts before they are looked up, so that whoever claims somebody
 * later tells it (`takeFromDrills`).
 */
export function startDrillIncident(deps: ActivityDeps) {
  const opens = openDrillIncident(deps);
  return async (start: DrillStart): Promise<Partial<Opened> & Partial<PlayedOn>> => {
    const { state } = await recorded(deps, start.drill, start.upTo ?? 1);
    // It was given up while its incident could not be opened.
    if (isGivenUp(state)) return {};
    const inPerson = everybody(start).filter((person) => !start.simulated.includes(person));
    const inEarnest = () => (state.rules.tellsOfTaken ? neededInEarnest(deps.store, inPerson) : []);
    const before = await inEarnest();
    await opens(
      start,
      state,
      before.flatMap(({ people }) => people),
    );
    const taken = [...before, ...(await inEarnest())];
    return { ...(taken.length === 0 ? {} : { taken }), ...(await playedOn(deps, start.incidentId)) };
  };
}

/** Whom real incidents hold by the ledger, and whom they have called besides. */
async function neededInEarnest(store: ActivityDeps['store'], people: PersonId[]): Promise<Taken[]> {
  const found = (await Promise.all([store.whoServes('real', people), store.whoIsCalled(people)])).flat();
  const incidents = [...new Set(found.map(({ incidentId }) => incidentId))];
  return incidents.map((incidentId) => {
    const theirs = found.filter((one) => one.incidentId === incidentId).flatMap((one) => one.people);
    return { incidentId, people: [...new Set(theirs)] };
  });
}

function isGivenUp({ status, ended }: DrillState): boolean {
  return status === 'calledOff' || ended !== undefined;
}

/** The first start counts: the plan may have changed between two attempts. */
async function playedOn({ store }: ActivityDeps, incidentId: string): Promise<PlayedOn> {
  if (!(await store.waitForSeq(incidentId, 1, RECORD_LAG_MS))) {
    throw new Error(`incident ${incidentId} is not recorded yet; it is tried again`);
  }
  const [first] = await store.eventsOf(incidentId, 0, 1);
  if (first?.event.type !== 'reported') throw new Error(`incident ${incidentId} does not begin with a report`);
  const { id, version, hash } = first.event.plan;
  return { plan: { id, version, hash } };
}

/** Nothing of it goes to those who serve a real one, nor do they command it. */
function openDrillIncident(deps: ActivityDeps) {
  return async (start: DrillStart, state: StoredDrill['state'], away: PersonId[]): Promise<void> => {
    const { drill, incidentId, scenario: id, roles, simulated, pace, at } = start;
    const { store, directory, incidents } = deps;
    if ((await store.getIncident(incidentId)) !== undefined) return;
    const [{ plan }, basis] = await Promise.all([planOf(deps, state), directory.basis()]);
    const scenario = plan.scenarios?.find((one) => one.id === id);
    if (basis === undefined || scenario === undefined)
      throw new Error('there is no plan in force, or no such scenario');
    const { report: told } = scenario;
    const both = (text: Text, between: string) => inEach(text, basis.plan.languages, between);
    const actor = { kind: 'person', id: roles.controllers[0] ?? roles.director } as const;
    const report = {
      ...{ incidentId, mode: 'drill' as const, category: scenario.category, pace },
      participants: [...new Set([...everybody({ roles }), ...simulated])].filter((person) => !away.includes(person)),
      ...(simulated.length === 0 ? {} : { simulated }),
      title: both(told?.title ?? scenario.name, ' / '),
      place: both(PLACE, ' / '),
      ...(told?.description === undefined ? {} : { description: both(told.description, '\n\n') }),
      facts: state.scenario.reportFacts,
    };
    const by = { actor, via: 'system' as const, requestId: `${drill}/start` };
    // A report that the machine refuses would fail the workflow again and again.
    open(report, basis, by, at, away);
    const basisHash = hashOfUnchanging(basis);
    const engaged = away.length === 0 ? {} : { engaged: away };
    await incidents.start(incidentId, { basis, opening: { report, by, at, basisHash, ...engaged } });
  };
}

/** Players have different languages, and a report is one text. */
function inEach(text: Text, langs: readonly Lang[], between: string): string {
  return [...new Set(langs.map((lang) => nameIn(text, lang)))].join(between);
}

const PLACE = { 'zh-CN': '演练环境', en: 'Drill environment' };

/** Nobody may speak as the system itself; who decided it stands in the record of the drill. */
const BY_THE_DRILL = { actor: { kind: 'operator' }, via: 'drill' } as const;

interface AskedPace {
  drill: string;
  incidentId: string;
  pace: number;
  effectId: string;
}

/**
 * The incident keeps the clock, and answers what it shows since. Tried again after something else was asked for, or after the
 * end, it says nothing; where the end came while its word was under way, the clock is stopped again.
 */
export function paceDrillIncident({ store, incidents }: Pick<ActivityDeps, 'store' | 'incidents'>) {
  return async (asked: AskedPace): Promise<Partial<Paced>> => {
    const kept = await store.getDrill(asked.drill);
    if (kept !== undefined && isOvertaken(kept.state, asked)) return {};
    const answer = await setPace(incidents, asked);
    if (kept?.state.rules.edition !== 2) return {};
    // While Temporal was away the word may have waited until the drill was over.
    if ((await store.getDrill(asked.drill))?.state.ended !== undefined) {
      await setPace(incidents, { ...asked, pace: 0, effectId: `${asked.effectId}-over` });
      return {};
    }
    return answer === undefined ? {} : clockShown(store, asked.incidentId, answer.seq);
  };
}

function isOvertaken({ rules, effects, ended }: DrillState, { effectId }: AskedPace): boolean {
  if (rules.edition !== 2) return false;
  const latest = effects.findLast(({ kind }) => kind === 'pace');
  return ended !== undefined || (latest !== undefined && seqOf(latest) > seqOf({ id: effectId }));
}

/** The last event that set it, with all that the incident has decided up to this one. */
async function clockShown(store: ActivityDeps['store'], incidentId: string, upTo: number): Promise<Partial<Paced>> {
  if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
    throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
  }
  const last = (await store.eventsOfTypes(incidentId, ['paceSet'])).at(-1);
  return last === undefined ? {} : { shown: seen(last.event) };
}

async function setPace(
  incidents: ActivityDeps['incidents'],
  { drill, incidentId, pace, effectId }: AskedPace,
): Promise<DecisionAnswer | undefined> {
  const message = { type: 'setPace', pace, requestId: `${drill}/${effectId}`, ...BY_THE_DRILL } as const;
  const answer = await incidents.decide(incidentId, message);
  mustTake(answer);
  return answer;
}

/**
 * Whom a real incident needs its incident waits for no more; told twice, it takes that once. When the drill is over nobody is
 * called in their place any more, and everybody is let go.
 */
export function takeOutOfDrill({ store, incidents }: Pick<ActivityDeps, 'store' | 'incidents'>) {
  return async (asked: TakenOut): Promise<void> => {
    const { drill, incidentId, heldBy, people, effectId } = asked;
    const kept = await store.getDrill(drill);
    if (kept !== undefined && isGivenUp(kept.state)) return;
    const message = { type: 'preempt', heldBy, people, requestId: `${drill}/${effectId}`, ...BY_THE_DRILL } as const;
    mustTake(await incidents.decide(incidentId, message));
  };
}

interface TakenOut {
  drill: string;
  incidentId: string;
  effectId: string;
  /** The real incident. */
  heldBy: string;
  people: PersonId[];
}

/** When its conduct is over it reminds nobody any more, and nobody and nothing is held for it: the next drill needs them. */
export function clearDrillIncident(deps: ActivityDeps) {
  const [release, settle] = [releasePeople(deps), settleStock(deps)];
  return async (asked: { drill: string; incidentId: string; effectId: string }): Promise<Partial<Examined>> => {
    const { incidentId, effectId } = asked;
    const answer = await setPace(deps.incidents, { ...asked, pace: 0 });
    if (Context.current().info.attempt <= PATIENT_ATTEMPTS) await untilAnswered(deps.store, incidentId, answer?.seq);
    const found = await examined(deps, asked);
    await release({ incidentId });
    const requests = (await deps.store.getIncident(incidentId))?.state.resources.requests ?? {};
    for (const request of Object.keys(requests)) {
      await settle({ incidentId, effectId: `${effectId}/${request}`, request });
    }
    return found;
  };
}

/** Half a minute. Whoever it asks for and gets after it is cleared would be held for nobody. */
const PATIENT_ATTEMPTS = 6;

async function untilAnswered(store: ActivityDeps['store'], incidentId: string, upTo?: number): Promise<void> {
  const isRecorded = upTo === undefined || (await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS));
  const pending = Object.values((await store.getIncident(incidentId))?.state.effects.pending ?? {});
  if (isRecorded && pending.every(({ effect }) => effect.kind !== 'claim' && effect.kind !== 'allocate')) return;
  throw new Error(`the ledger has not answered incident ${incidentId} yet; it is tried again`);
}

/** The figures need to know how it ended. What an earlier release planned knows of none. */
async function examined(
  deps: ActivityDeps,
  { drill, incidentId, effectId }: { drill: string; incidentId: string; effectId: string },
): Promise<Partial<Examined>> {
  const { store } = deps;
  const [kept, incident] = await Promise.all([store.getDrill(drill), store.getIncident(incidentId)]);
  if (kept === undefined || incident === undefined) return {};
  const hasFigures = kept.state.rules.edition === 2;
  const { state } = hasFigures ? await recorded(deps, drill, seqOf({ id: effectId })) : kept;
  const types = hasFigures ? [...new Set([...EXAMINED, ...FIGURE_EVENTS])] : EXAMINED;
  const events = (await store.eventsOfTypes(incidentId, types)).map(({ event }) => event);
  const weaknesses = weaknessesSeen(incident.state.basis, state.scenario, events);
  return {
    ...(weaknesses.length === 0 ? {} : { weaknesses }),
    ...(hasFigures ? { figures: figuresSeen(state, incident.state, events) } : {}),
  };
}

/** An incident that is over by then needs nothing any more. */
function mustTake(answer: DecisionAnswer | undefined): void {
  const code = answer?.refusal?.code;
  if (code !== undefined && code !== 'incident_closed') throw new Error(`the incident refused it: ${code}`);
}
