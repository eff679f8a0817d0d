import type { IncidentEvent } from '../incident/index.js';
import type { CompiledPlan, ObligationId } from '../plan/compiled.js';
import { isOwnLimit } from '../plan/legalLimit.js';
import type { Duration, Instant } from '../time.js';
import { share } from './metric.js';
import type { Share } from './metric.js';

/**
 * `missed`: the limit has passed and nothing is filed. `open`: it has not, or runs not yet. `no_limit`: filed, and neither
 * law nor plan gives a number.
 */
export type FilingOutcome = 'on_time' | 'late' | 'missed' | 'open' | 'no_limit';

export interface FilingMargin {
  obligation: ObligationId;
  outcome: FilingOutcome;
  due?: Instant;
  filedAt?: Instant;
  /** So long before the limit. */
  margin?: Duration;
  /** So long after it; of what is missed, up to now. */
  late?: Duration;
  /** Nobody has said whether law asks for it. */
  undecided?: true;
  /** The limit is the organisation's own. */
  own?: true;
  /** Somebody else has to file it. */
  theirs?: true;
  /** Nobody has compared the rule with its source, or the plan has it no more. */
  unverified?: true;
  seqs: number[];
}

export interface FilingMetrics {
  /** What was lifted is left out. */
  items: FilingMargin[];
  /** In time, of what was filed or missed: limits of the law that are ours. */
  onTime: Share;
  /** The same of the organisation's own limits. */
  onTimeOwn: Share;
}

interface Duty {
  due?: Instant | undefined;
  confirmed: boolean;
  lifted: boolean;
  filedAt?: Instant;
  /** The event of the clock, and that of the filing. */
  clock: number;
  filing?: number;
}

export function filingMetrics(events: IncidentEvent[], plan: CompiledPlan, at: Instant): FilingMetrics {
  const items = [...dutiesOf(events)]
    .filter(([, duty]) => !duty.lifted)
    .map(([obligation, duty]) => marginOf(obligation, duty, plan, at));
  const ours = items.filter(({ theirs }) => theirs === undefined);
  return {
    items,
    onTime: onTime(ours.filter(({ own }) => own === undefined)),
    onTimeOwn: onTime(ours.filter(({ own }) => own === true)),
  };
}

function dutiesOf(events: IncidentEvent[]): Map<ObligationId, Duty> {
  const duties = new Map<ObligationId, Duty>();
  const change = (id: ObligationId, seq: number, to: Partial<Duty>) =>
    duties.set(id, { confirmed: false, lifted: false, clock: seq, ...duties.get(id), ...to });
  for (const event of events) {
    const { seq } = event;
    switch (event.type) {
      case 'obligationsOpened':
      case 'obligationsConfirmed': {
        const confirmed = event.type === 'obligationsConfirmed' || event.status === 'confirmed';
        for (const { obligation, due } of event.clocks)
          change(obligation, seq, { due, confirmed, lifted: false, clock: seq });
        break;
      }
      case 'obligationClocksMoved':
        for (const { obligation, due } of event.clocks) {
          // Of what is filed only a person moves the limit afterwards.
          if (duties.get(obligation)?.filedAt === undefined) change(obligation, seq, { due, clock: seq });
        }
        break;
      case 'obligationClockSet':
        change(event.clock.obligation, seq, { due: event.clock.due, clock: seq });
        break;
      case 'obligationsJudged':
        for (const { obligation, due } of event.clocks) change(obligation, seq, { due, clock: seq });
        for (const id of event.obligations) change(id, seq, { confirmed: event.applies, lifted: !event.applies });
        break;
      case 'obligationsLifted':
        for (const id of event.obligations) change(id, seq, { lifted: true });
        break;
      case 'obligationsFiled':
        for (const id of event.obligations) {
          const before = duties.get(id)?.filedAt ?? Infinity;
          if (event.filedAt < before) change(id, seq, { filedAt: event.filedAt, filing: seq, lifted: false });
        }
        break;
      default:
    }
  }
  return duties;
}

function marginOf(obligation: ObligationId, duty: Duty, plan: CompiledPlan, at: Instant): FilingMargin {
  const { due, filedAt, confirmed, clock, filing } = duty;
  const rule = plan.obligations.find(({ id }) => id === obligation);
  return {
    obligation,
    ...outcomeOf(due, filedAt, at),
    ...(due === undefined ? {} : { due }),
    ...(filedAt === undefined ? {} : { filedAt }),
    ...(confirmed || filedAt !== undefined ? {} : { undecided: true }),
    ...(rule !== undefined && isOwnLimit(rule) ? { own: true } : {}),
    ...(rule?.theirs === undefined ? {} : { theirs: true }),
    ...(rule?.verified === true ? {} : { unverified: true }),
    seqs: [clock, ...(filing === undefined ? [] : [filing])],
  };
}

function outcomeOf(
  due: Instant | undefined,
  filedAt: Instant | undefined,
  at: Instant,
): Pick<FilingMargin, 'outcome' | 'margin' | 'late'> {
  if (filedAt === undefined)
    return due === undefined || at <= due ? { outcome: 'open' } : { outcome: 'missed', late: at - due };
  if (due === undefined) return { outcome: 'no_limit' };
  return filedAt <= due ? { outcome: 'on_time', margin: due - filedAt } : { outcome: 'late', late: filedAt - due };
}

function onTime(items: FilingMargin[]): Share {
  const due = items.filter(({ outcome }) => outcome === 'on_time' || outcome === 'late' || outcome === 'missed');
  const met = due.filter(({ outcome }) => outcome === 'on_time');
  return share(
    met.length,
    due.length,
    due.flatMap(({ seqs }) => seqs),
  );
}
