import { Context } from '@temporalio/activity';
import type {
  DrillEffect,
  DrillEvent,
  DrillEventOf,
  DrillRoles,
  DrillState,
  Examined,
  Paced,
  Reached,
  SeenEvent,
  Opened,
} from '../domain/drill/index.js';
import { EXAMINED, everybody, FIGURE_EVENTS, figuresSeen, weaknessesSeen } from '../domain/drill/index.js';
import { open } from '../domain/incident/index.js';
import type { IncidentEvent } from '../domain/incident/index.js';
import { nameIn } from '../domain/lang.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Names } from '../domain/plan/names.js';
import { namesFrom } from '../domain/plan/namesFrom.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import type { Instant } from '../domain/time.js';
import { drillMailWords } from '../domain/words/index.js';
import { hashOfUnchanging } from '../seal/index.js';
import { drillKey, RecordRefused, withoutImprovement } from '../store/index.js';
import type { NewNotice, StoredDrill } from '../store/index.js';
import type { DecisionAnswer } from '../workflows/messages.js';
import { releasePeople } from './claims.js';
import { deliver } from './deliver.js';
import { settleStock } from './stock.js';
import type { Unsettled } from './deliver.js';
import type { ActivityDeps } from './deps.js';
import { tellRefused } from './refusedRecord.js';

/** Tried again every 30 s. */
const REFUSAL_SAID_EVERY_ATTEMPTS = 2;

/** Writes events; what is already written stays as it is. A refusal is told as that of an incident is. */
export function recordDrill({ store, log }: ActivityDeps) {
  return async (record: { drill: string; events: DrillEvent[] }): Promise<void> => {
    try {
      await store.recordDrill(record);
    } catch (error) {
      if (error instanceof RecordRefused) tellRefused(log, error, REFUSAL_SAID_EVERY_ATTEMPTS);
      else log.error({ drill: record.drill, error: String(error) }, 'a drill could not be recorded yet');
      throw error;
    }
  };
}

type Tell = Extract<DrillEffect, { kind: 'tell' }>;

/** Tells everybody whom it concerns; while a mail can only not be delivered yet this fails, and Temporal tries again. */
export function tellDrill(deps: ActivityDeps) {
  const unsettled: Unsettled = new Map();
  return async ({ drill, effect }: { drill: string; effect: Tell }): Promise<Reached> => {
    const { store } = deps;
    const { rows, withoutAddress } = await compose(deps, drill, effect);
    const key = { incidentId: drillKey(drill), effectId: effect.id };
    await store.enqueueNotices(rows);
    const people = rows.map(({ person }) => person);
    const outcome = await deliver({ ...deps, unsettled }, key, (lease) =>
      store.claimNotices({ ...key, ...lease, people }),
    );
    if (outcome.delayed.length > 0) {
      throw new Error(`not delivered yet: ${outcome.delayed.map(({ code }) => code).join(', ')}`);
    }
    const unreachable = [...outcome.unreachable, ...withoutAddress.map((person) => ({ person, code: 'no_address' }))];
    return { people: outcome.accepted, unreachable };
  };
}

async function compose(
  deps: ActivityDeps,
  drill: string,
  effect: Tell,
): Promise<{ rows: NewNotice[]; withoutAddress: PersonId[] }> {
  const { store, directory, channel, zone } = deps;
  const { state } = await recorded(deps, drill, seqOf(effect));
  const [{ plan, roster }, contacts] = await Promise.all([planOf(deps, state), directory.people()]);
  const names = namesFrom(plan, roster);
  const scenario = plan.scenarios?.find(({ id }) => id === state.scenario.id);
  const events = await store.drillEventsOf(drill);
  const quoted = effect.inject === undefined ? quotedOf(events, effect) : undefined;
  const unimproved = OF_A_REPORT.includes(effect.template) ? await withoutImprovement(store, state) : [];
  const incidentId = drillKey(drill);
  const rows: NewNotice[] = [];
  const withoutAddress: PersonId[] = [];
  for (const person of effect.to) {
    const contact = contacts.find(({ id }) => id === person);
    const address = contact?.contacts[channel.name];
    if (contact === undefined || address === undefined) {
      withoutAddress.push(person);
      continue;
    }
    const lang = contact.languages[0] ?? 'en';
    const { plannedAt, planned, feedback, reportDueAt, preempted, injects, standstill } = state;
    // What an earlier release asked for says only that it is so.
    const real = effect.real ?? (effect.template === 'notADrill' ? preempted : undefined);
    const dueAt = effect.template === 'reportOverdue' ? reportDueAt : feedback?.dueAt;
    const storyAt = effect.inject === undefined ? undefined : injects[effect.inject]?.playedAt;
    const words = drillMailWords({
      ...{ template: effect.template, lang, zone: plan.calendar?.zone ?? zone, drill },
      ...{ organisation: names.organisation(lang), incidentId: state.incidentId },
      scenario: scenario === undefined ? state.scenario.id : nameIn(scenario.name, lang),
      ...(plannedAt === undefined ? {} : { plannedAt }),
      ...(planned?.missed === undefined ? {} : { missedAt: planned.missed.dueAt }),
      ...(dueAt === undefined || !OF_A_TERM.includes(effect.template) ? {} : { dueAt }),
      ...(storyAt === undefined ? {} : { storyAt }),
      ...(effect.inject === undefined
        ? {}
        : { inject: injectFor(effect.inject, person, state, scenario, addedIn(events, effect.inject), names, lang) }),
      ...(quoted === undefined ? {} : { quoted }),
      ...(real === undefined ? {} : { realIncident: real.incidentId }),
      ...(real === undefined || effect.template === 'notADrill'
        ? {}
        : { taken: real.people.map((one) => names.person(one, lang)) }),
      ...(standstill === undefined || effect.template !== 'standsStill' ? {} : { since: standstill.since }),
      ...(unimproved.length === 0 ? {} : { unimproved }),
    });
    rows.push({
      id: [incidentId, effect.id, person, channel.name].join('/'),
      ...{ incidentId, effectId: effect.id, noticeId: effect.id, person, channel: channel.name, address },
      ...words,
      messageId: `drill.${drill}.${effect.id}.${person}@muster`,
    });
  }
  return { rows, withoutAddress };
}

const OF_A_REPORT: Tell['template'][] = ['reportToAccept', 'accepted'];
const OF_A_TERM: Tell['template'][] = ['feedbackAsked', 'feedbackReminder', 'reportOverdue'];

/** Players read what happens; what is expected of them only those who run or judge it. */
function injectFor(
  id: string,
  person: PersonId,
  { roles }: StoredDrill['state'],
  scenario: NonNullable<PlanDocument['scenarios']>[number] | undefined,
  added: DrillEventOf<'injectAdded'> | undefined,
  names: Names,
  lang: 'zh-CN' | 'en',
) {
  const written = scenario?.injects.find((one) => one.id === id);
  const isPlayer = roles.players.includes(person);
  if (written === undefined) {
    const { texts, evaluator } = added ?? { texts: { event: '' } };
    return { id, event: texts.event, ...(isPlayer ? {} : judgedBy(texts.expected, evaluator, names, lang)) };
  }
  const { event, delivery, expected, contingency } = written;
  return {
    id,
    event: nameIn(event, lang),
    delivery: nameIn(delivery, lang),
    ...(isPlayer
      ? {}
      : {
          expected: nameIn(expected, lang),
          ...(contingency === undefined ? {} : { contingency: nameIn(contingency, lang) }),
        }),
  };
}

function judgedBy(expected: string | undefined, evaluator: string | undefined, names: Names, lang: 'zh-CN' | 'en') {
  return {
    ...(expected === undefined ? {} : { expected }),
    ...(evaluator === undefined ? {} : { evaluator: names.post(evaluator, lang) }),
  };
}

/** An inject that somebody has added. */
function addedIn(events: readonly DrillEvent[], inject: string | undefined): DrillEventOf<'injectAdded'> | undefined {
  const added = events.find((event) => event.type === 'injectAdded' && event.inject === inject);
  return added?.type === 'injectAdded' ? added : undefined;
}

/** Remarks, or a reason. */
function quotedOf(events: readonly DrillEvent[], effect: Tell): string | undefined {
  const event = events.find(({ seq }) => seq === seqOf(effect));
  if (event === undefined || !('texts' in event) || event.texts === undefined) return undefined;
  const { remarks, reason } = event.texts as { remarks?: string; reason?: string };
  return remarks ?? reason;
}

/** `n12-inject`: of event 12. */
function seqOf({ id }: Pick<DrillEffect, 'id'>): number {
  return Number.parseInt(id.slice(1), 10);
}

async function planOf({ store }: ActivityDeps, { rules }: StoredDrill['state']) {
  const [kept, roster] = await Promise.all([store.getPlan(rules.plan.id, rules.plan.version), store.currentRoster()]);
  if (!kept || !roster) throw new Error('the plan of the drill, or the roster, is not in the store');
  return { plan: kept.document, roster: roster.document as RosterDocument };
}

/** The record may lag behind by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

async function recorded({ store }: ActivityDeps, drill: string, upTo: number): Promise<StoredDrill> {
  if (!(await store.waitForDrill(drill, upTo, RECORD_LAG_MS))) {
    throw new Error(`event ${upTo} of drill ${drill} is not recorded yet; it is tried again`);
  }
  return (await store.getDrill(drill))!;
}

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
  return async (start: DrillStart): Promise<Partial<Opened>> => {
    const { state } = await recorded(deps, start.drill, start.upTo ?? 1);
    // It was given up while its incident could not be opened.
    if (isGivenUp(state)) return {};
    const inPerson = everybody(start).filter((person) => !start.simulated.includes(person));
    const inEarnest = () => (state.rules.tellsOfTaken ? deps.store.whoServes('real', inPerson) : []);
    const before = await inEarnest();
    await opens(
      start,
      state,
      before.flatMap(({ people }) => people),
    );
    const taken = [...before, ...(await inEarnest())];
    return taken.length === 0 ? {} : { taken };
  };
}

function isGivenUp({ status, ended }: DrillState): boolean {
  return status === 'calledOff' || ended !== undefined;
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
    const [lang] = basis.plan.languages;
    const actor = { kind: 'person', id: roles.controllers[0] ?? roles.director } as const;
    const report = {
      ...{ incidentId, mode: 'drill' as const, category: scenario.category, pace },
      participants: [...new Set([...everybody({ roles }), ...simulated])].filter((person) => !away.includes(person)),
      ...(simulated.length === 0 ? {} : { simulated }),
      title: nameIn(scenario.name, lang ?? 'en'),
      place: nameIn(PLACE, lang ?? 'en'),
      description: nameIn(scenario.background, lang ?? 'en'),
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

const PLACE = { 'zh-CN': '演练环境', en: 'Drill environment' };

/** Nobody may speak as the system itself; who decided it stands in the record of the drill. */
const BY_THE_DRILL = { actor: { kind: 'operator' }, via: 'temporal' } as const;

interface AskedPace {
  drill: string;
  incidentId: string;
  pace: number;
  effectId: string;
}

/**
 * The incident keeps the clock, and answers what it shows since. Tried again after something else was asked for, or after the
 * end, it says nothing.
 */
export function paceDrillIncident({ store, incidents }: Pick<ActivityDeps, 'store' | 'incidents'>) {
  return async (asked: AskedPace): Promise<Partial<Paced>> => {
    const kept = await store.getDrill(asked.drill);
    if (kept !== undefined && isOvertaken(kept.state, asked)) return {};
    const answer = await setPace(incidents, asked);
    if (kept?.state.rules.edition !== 2) return {};
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

const LISTEN_MS = 5_000;
const LISTEN_AT_MOST_MS = 10 * 60_000;
const MOST_SEEN = 200;

/** Waits until the incident shows something that it had not, and answers it without its words. */
export function followIncident({ store }: ActivityDeps) {
  return async (asked: { incidentId: string; after: number }): Promise<{ events: SeenEvent[]; upTo: number }> => {
    const { incidentId, after } = asked;
    const { cancellationSignal } = Context.current();
    const until = Date.now() + LISTEN_AT_MOST_MS;
    while (!(await store.waitForSeq(incidentId, after + 1, LISTEN_MS))) {
      if (cancellationSignal.aborted || Date.now() > until) return { events: [], upTo: after };
    }
    const events = (await store.eventsOf(incidentId, after, MOST_SEEN)).map(({ event }) => event);
    return { events: events.map(seen), upTo: events.at(-1)?.seq ?? after };
  };
}

/** Such as teams; of more nothing is sought. */
const MOST_IN_LIST = 50;

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isShortList(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MOST_IN_LIST && value.every(isScalar);
}

/** Ids and figures only, no words. */
export function seen(event: IncidentEvent): SeenEvent {
  const { seq, type, at, actor, via, request: _, ...rest } = event;
  const scalars = Object.entries(rest).filter(([, value]) => isScalar(value) || isShortList(value));
  const person = actor.kind === 'person' ? { person: actor.id } : {};
  const simulated = via === 'simulator' ? { simulated: true as const } : {};
  return { seq, type, at, ...person, ...simulated, fields: Object.fromEntries(scalars) };
}
