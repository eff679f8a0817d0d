import { callEntries, callOf } from '../../domain/incident/index.js';
import type { CalledBody } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import { byTime } from './byTime.js';
import { byName } from './context.js';
import type { SitrepContext } from './context.js';
import { calledNow } from './people.js';

/** Those who come later than the team was to be complete, and so are not counted for it. */
export function expectedLater(
  context: SitrepContext,
  { people, partners = {}, quorum }: CalledBody,
): { count: number; who: string } {
  const { issue, words, say, names, lang } = context;
  const isLate = (eta: Instant | undefined): eta is Instant =>
    eta !== undefined && eta > issue.until && eta > (quorum?.by ?? 0);
  const later = promises(people).filter(([, eta]) => isLate(eta));
  const sent = Object.entries(partners).flatMap(([partner, { status, people: count, eta }]) =>
    status === 'accepted' && isLate(eta) ? [{ partner, count, eta }] : [],
  );
  const who = [
    ...groups(context, later),
    ...sent.map(({ partner, count, eta }) =>
      words.expectedAt(words.ofPartner(names.partner(partner, lang), say.count(count)), context.moment(eta)),
    ),
  ];
  return { count: later.length + sent.reduce((sum, { count }) => sum + count, 0), who: who.join(words.semicolon) };
}

/** Whoever promised to be there by now and is not registered as arrived. */
export function notThereYet(context: SitrepContext): string[] {
  const { words, state } = context;
  const late = [...new Map(calledNow(state).flatMap((body) => overdue(context, body)))];
  return late.length === 0 ? [] : [words.notThere(groups(context, late).join(words.semicolon))];
}

/** Whoever has done something since they promised is at work, and whoever arrived for another team is there. */
export function overdue({ issue, lastAct, state }: SitrepContext, { people }: CalledBody): [PersonId, Instant][] {
  const isThere = (person: PersonId): boolean =>
    calledNow(state).some((body) => callOf(body.people, person)?.status === 'arrived');
  return promises(people).filter(([person, eta]) => {
    const promisedAt = callOf(people, person)!.since;
    return eta <= issue.until && (lastAct.get(person) ?? 0) <= promisedAt && !isThere(person);
  });
}

function promises(people: CalledBody['people']): [PersonId, Instant][] {
  return callEntries(people).flatMap(([person, { status, eta }]): [PersonId, Instant][] =>
    status === 'acknowledged' && eta !== undefined ? [[person, eta]] : [],
  );
}

/** Those with the same time together, the earliest first. */
function groups(context: SitrepContext, promised: [PersonId, Instant][]): string[] {
  return byTime(promised, ([, eta]) => eta).map(([eta, who]) => {
    const people = who.map(([person]) => person);
    return context.words.expectedAt(byName(context, people), context.moment(eta));
  });
}
