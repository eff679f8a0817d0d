import type { CalendarRule, ObligationRule } from '../compiled.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';
import { compileCondition } from './conditions.js';
import { WEEKENDS_FREE } from '../workingDays.js';
import { inUse } from './packs.js';

type Obligations = NonNullable<PlanDocument['obligations']>;

/** Only what binds this operator, and only what an incident sets off. */
export function compileObligations(document: PlanDocument): ObligationRule[] {
  const obligations = document.obligations ?? [];
  return obligations
    .filter((obligation) => inUse(document, obligation.pack) && !isOfThePlan(obligation, obligations))
    .map((obligation) => compileObligation(obligation, document));
}

function compileObligation(obligation: Obligations[number], document: PlanDocument): ObligationRule {
  const { id, when, start, after, limit, theirs, beforeVerification, owner, deputy, reminders, source } = obligation;
  const { language, verified } = obligation;
  return {
    id,
    when: compileCondition(when, document),
    start,
    ...(after === undefined ? {} : { after }),
    limit: compileLimit(limit),
    ...(theirs === undefined ? {} : { theirs }),
    ...(isOwn(document, source.document) ? { own: true as const } : {}),
    ...(beforeVerification === undefined ? {} : { beforeVerification }),
    owner,
    ...(deputy === undefined ? {} : { deputy }),
    reminders,
    ...(language === undefined ? {} : { language }),
    verified,
  };
}

/** Without a calendar in the plan, weekends are free and days begin as in UTC. */
export function compileCalendar({ calendar }: PlanDocument, obligations: ObligationRule[]): CalendarRule | undefined {
  const counts = ({ limit }: ObligationRule) => limit.workingDays !== undefined || limit.months !== undefined;
  if (!obligations.some(counts)) return undefined;
  const { zone, weekend, holidays, workdays } = calendar ?? { ...WEEKENDS_FREE, zone: 'UTC' };
  return { zone, weekend, holidays: holidays.map(({ from, to }) => ({ from, to })), workdays };
}

function isOwn({ sources }: PlanDocument, id: string): boolean {
  return sources.find((source) => source.id === id)?.kind === 'own';
}

/** Its clock starts with the publication of the plan, or with a filing whose clock does. */
function isOfThePlan({ start, after }: Obligations[number], obligations: Obligations): boolean {
  if (start === 'planPublished') return true;
  const earlier = obligations.find(({ id }) => id === after);
  return earlier !== undefined && isOfThePlan(earlier, obligations);
}

function compileLimit(limit: Obligations[number]['limit']): ObligationRule['limit'] {
  const { within, workingDays, months, target } = limit;
  return {
    ...(within === undefined ? {} : { within: parseDuration(within) }),
    ...(workingDays === undefined ? {} : { workingDays }),
    ...(months === undefined ? {} : { months }),
    ...(target === undefined ? {} : { target: parseDuration(target) }),
  };
}
