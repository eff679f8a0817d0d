import { ownerToday } from '../../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementState } from '../../domain/improvement/index.js';
import { nameIn } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import type { Instant } from '../../domain/time.js';
import { improvementEventWords, improvementStatusWords, originWords } from '../../domain/words/index.js';
import type { PlanVersion } from '../../store/index.js';
import type { Improvement, ImprovementRecord, Incident } from '../contract.js';
import type { Today } from '../improvements/groundToday.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';

export function improvementView(state: ImprovementState, today: Today, lang: Lang, now: Instant): Improvement {
  const { names, plan, who } = today;
  const { improvement: id, seq, status, kind, priority, texts, origin, owner, dueAt, planChange, version } = state;
  const type = plan.aftermath?.improvements?.types.find((known) => known.id === kind);
  return {
    ...{ id, seq, status, words: improvementStatusWords(status, lang) },
    type: { id: kind, name: type === undefined ? kind : nameIn(type.name, lang) },
    priority,
    ...texts,
    origin: { ...origin, words: originWords(origin, lang) },
    owner: {
      post: 'post' in owner ? named({ names, lang }, 'post', owner.post) : undefined,
      person: namedIfAny({ names, lang }, 'person', 'person' in owner ? owner.person : ownerToday(owner, who)),
    },
    openedAt: iso(state.openedAt),
    dueAt: iso(dueAt),
    overdue: status === 'open' && dueAt < now,
    doneAt: isoIfAny(state.doneAt),
    closedAt: isoIfAny(state.closedAt),
    planChange,
    planVersion: version,
    verifiedBy: state.verifiedBy,
    noDrillUnder: state.unplannable,
    verificationDrill: state.planned && { ...state.planned, dueAt: iso(state.planned.dueAt) },
  };
}

/** As one of those that came out of an incident. */
export function improvementBrief(
  state: ImprovementState,
  today: Today,
  lang: Lang,
  now: Instant,
): NonNullable<Incident['improvements']>[number] {
  const { id, action, type, owner, status, words, dueAt, overdue, closedAt } = improvementView(state, today, lang, now);
  return { id, action, type, owner, status, words, dueAt, overdue, closedAt };
}

export interface ImprovementKept {
  state: ImprovementState;
  events: ImprovementEvent[];
  headHash: string;
  intact: boolean;
  /** Where the linked version stands. */
  linked: PlanVersion | undefined;
}

export function improvementRecordView(
  kept: ImprovementKept,
  today: Today,
  lang: Lang,
  now: Instant,
): ImprovementRecord {
  const { state, events, headHash, intact, linked } = kept;
  const { names, zone } = today;
  return {
    ...improvementView(state, today, lang, now),
    planNow: linked && {
      status: linked.standing.status,
      hash: linked.hash,
      effectiveAt: isoIfAny(linked.standing.inForceSince),
    },
    events: events.map((event) => ({
      seq: event.seq,
      at: iso(event.at),
      type: event.type,
      by: actorView(event.actor, { names, lang }),
      words: improvementEventWords(event, names, lang, zone),
    })),
    chain: { intact, hash: headHash },
  };
}
