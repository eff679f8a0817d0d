import type { ImprovementEvent, ImprovementState } from '../domain/improvement/index.js';
import { plansOf } from '../domain/incident/index.js';
import { ownerToday, peopleFor } from '../domain/improvement/index.js';
import type { ImprovementEffect, ImprovementOpening, Told, WhoIsThere } from '../domain/improvement/index.js';
import { reviewEveryOf, whoIsThere } from '../domain/improvement/today.js';
import { nameIn } from '../domain/lang.js';
import type { PersonId } from '../domain/plan/compiled.js';
import { namesFrom } from '../domain/plan/namesFrom.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import { improvementMailWords } from '../domain/words/index.js';
import { improvementKey, RecordRefused } from '../store/index.js';
import type { NewNotice } from '../store/index.js';
import { addressed } from './addressed.js';
import { deliver } from './deliver.js';
import type { Unsettled } from './deliver.js';
import type { ActivityDeps } from './deps.js';
import { tellRefused } from './refusedRecord.js';

/** Tried again every 30 s. */
const REFUSAL_SAID_EVERY_ATTEMPTS = 2;

/** Writes events; what is already written stays as it is. A refusal is told as that of an incident is. */
export function recordImprovement({ store, log }: ActivityDeps) {
  return async (record: { improvement: string; events: ImprovementEvent[] }): Promise<void> => {
    try {
      await store.recordImprovement(record);
    } catch (error) {
      if (error instanceof RecordRefused) tellRefused(log, error, REFUSAL_SAID_EVERY_ATTEMPTS);
      else
        log.error(
          { improvement: record.improvement, error: String(error) },
          'an improvement could not be recorded yet',
        );
      throw error;
    }
  };
}

type About = Pick<
  ImprovementState,
  | 'improvement'
  | 'texts'
  | 'owner'
  | 'handedIn'
  | 'ownersBefore'
  | 'ownedBy'
  | 'kind'
  | 'priority'
  | 'dueAt'
  | 'origin'
  | 'version'
  | 'planned'
>;

export type ImprovementNotice = About & { effect: ImprovementEffect };

export interface Reached {
  people: PersonId[];
  besides?: PersonId[];
  unreachable: { person: PersonId; code: string }[];
}

/**
 * Tells whoever it concerns today. While a mail can only not be delivered yet this fails, and Temporal tries again: the
 * outbox knows who has had it, and whoever holds the post by then is told.
 */
export function tellImprovement(deps: ActivityDeps) {
  const unsettled: Unsettled = new Map();
  return async (notice: ImprovementNotice): Promise<Reached> => {
    const { rows, withoutAddress, besides } = await compose(deps, notice);
    const { store } = deps;
    const key = { incidentId: improvementKey(notice.improvement), effectId: notice.effect.id };
    await store.enqueueNotices(rows);
    const people = rows.map(({ person }) => person);
    const outcome = await deliver({ ...deps, unsettled }, key, (lease) =>
      store.claimNotices({ ...key, ...lease, people }),
    );
    const delayed = outcome.delayed.filter(({ person }) => people.includes(person));
    if (delayed.length > 0) throw new Error(`not delivered yet: ${delayed.map(({ code }) => code).join(', ')}`);
    const informed = outcome.accepted.filter((person) => besides.has(person));
    return {
      people: outcome.accepted.filter((person) => !besides.has(person)),
      ...(informed.length === 0 ? {} : { besides: informed }),
      unreachable: [...outcome.unreachable, ...withoutAddress.map((person) => ({ person, code: 'no_address' }))],
    };
  };
}

async function compose(
  { store, directory, channel, zone }: ActivityDeps,
  { effect, ...about }: ImprovementNotice,
): Promise<{ rows: NewNotice[]; withoutAddress: PersonId[]; besides: Set<PersonId> }> {
  const [plan, stored, contacts] = await Promise.all([
    store.effectivePlan(),
    store.currentRoster(),
    directory.people(),
  ]);
  if (!plan || !stored) throw new Error('there is no plan in force, or no roster: nobody can be told');
  const roster = stored.document as RosterDocument;
  const who = whoIsThere(plan.document, roster);
  const names = namesFrom(plan.document, roster);
  const type = plan.document.aftermath?.improvements?.types.find(({ id }) => id === about.kind);
  const holder = ownerToday(about.owner, who);
  const { template, id: effectId, quoted, formerOwner, drill: shown } = effect;
  const told = recipients(effect.to, { ...about, ...(formerOwner === undefined ? {} : { formerOwner }) }, who);
  const incidentId = improvementKey(about.improvement);
  const rows: NewNotice[] = [];
  const { reached, withoutAddress } = addressed(told, contacts, channel.name);
  for (const { to, contact, address } of reached) {
    const { person, as } = to;
    const lang = contact.languages[0] ?? 'en';
    const words = improvementMailWords({
      ...about,
      ...{ template, as, names, lang, zone: plan.document.calendar?.zone ?? zone },
      typeName: type === undefined ? about.kind : nameIn(type.name, lang),
      ...(holder === undefined ? {} : { holder }),
      ...(quoted === undefined ? {} : { quoted }),
      ...(shown === undefined ? {} : { shown }),
    });
    rows.push({
      id: [incidentId, effectId, person, channel.name].join('/'),
      ...{ incidentId, effectId, noticeId: effectId, person, channel: channel.name, address },
      ...words,
      messageId: `improvement.${about.improvement}.${effectId}.${person}@muster`,
    });
  }
  const besides = told.filter(({ as }) => as === 'formerOwner').map(({ person }) => person);
  return { rows, withoutAddress, besides: new Set(besides) };
}

/** Each once, by the first of the parts that they have in it. */
function recipients(
  to: readonly Told[],
  about: Parameters<typeof peopleFor>[1],
  who: WhoIsThere,
): { person: PersonId; as: Told }[] {
  const told = new Map<PersonId, Told>();
  for (const as of to) {
    for (const person of peopleFor([as], about, who)) if (!told.has(person)) told.set(person, as);
  }
  return [...told].map(([person, as]) => ({ person, as }));
}

export interface ImprovementRequest {
  incidentId: string;
  improvement: string;
  /** Of the event that holds what it is about. */
  upTo: number;
}

/** The record may lag behind the request by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

/** Starts the improvement that an incident has opened, from the recorded event; a second start changes nothing. */
export function startImprovement({ store, improvements }: ActivityDeps) {
  return async ({ incidentId, improvement, upTo }: ImprovementRequest): Promise<void> => {
    if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
    }
    const incident = await store.getIncident(incidentId);
    const [recorded] = await store.eventsNumbered(incidentId, [upTo]);
    const event = recorded?.event;
    if (!incident || event?.type !== 'improvementOpened') {
      throw new Error(`event ${upTo} of incident ${incidentId} opens no improvement`);
    }
    // It outlives the drill, and is no part of its time.
    const { kind, priority, owner, dueAt, planChange, texts, actor, via, realAt: at = event.at } = event;
    const isDrill = incident.state.report.mode === 'drill';
    // What came after the first version may be what it led to.
    const plan = plansOf(incident.state).at(-1) ?? incident.state.basis.plan;
    const effective = await store.effectivePlan();
    const opening: ImprovementOpening = {
      improvement,
      ...(effective === undefined ? {} : { reviewEvery: reviewEveryOf(effective.document) }),
      origin: { kind: isDrill ? 'drill' : 'incident', incidentId, version: { plan: plan.id, version: plan.version } },
      ...{ kind, priority, owner, dueAt, planChange, texts, at },
      by: { actor, via, requestId: `${incidentId}/${upTo}` },
    };
    await improvements.start(improvement, { opening });
    // Whoever reads that it was started finds it.
    if (!(await store.waitForImprovement(improvement, 1, RECORD_LAG_MS))) {
      throw new Error(`improvement ${improvement} is not recorded yet; it is tried again`);
    }
  };
}
