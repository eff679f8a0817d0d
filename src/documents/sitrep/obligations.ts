import type { ObligationRule } from '../../domain/plan/compiled.js';
import { HOUR } from '../../domain/time.js';
import type { Duration } from '../../domain/time.js';
import type { Block, Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';
import { dutiesIn } from './history.js';

/** Reports to authorities that the plan's rules call for; whether law does, and since when, people establish. */
export function obligations(context: SitrepContext): Section[] {
  const { words, state, history } = context;
  // What another body owes after ours is not for us to file, and what our own rules ask for is no legal report.
  const all = state.basis.plan.obligations.filter(({ theirs, own }) => theirs !== true && own !== true);
  const statusOf = ({ id }: ObligationRule) => state.obligations.duties[id]?.status;
  const ours = all.filter((rule) => statusOf(rule) !== 'filed' && statusOf(rule) !== 'lifted');
  const now = dutiesIn(state);
  const isDue = ({ id }: ObligationRule): boolean => now.get(id) === true;
  const wasDue = (rule: ObligationRule): boolean => !isDue(rule) && history.everDue.has(rule.id);
  const isOpen = (rule: ObligationRule): boolean => !wasDue(rule) && now.get(rule.id) === undefined && isUrgent(rule);
  const groups = [
    ...group(context, words.obligationsDue, ours.filter(isDue)),
    ...group(context, words.obligationsBefore, ours.filter(wasDue)),
    ...group(context, context.issue.final ? words.obligationsAtEnd : words.obligationsOpen, ours.filter(isOpen)),
  ];
  const done = [...filed(context, all), ...missedBefore(context, all)];
  if (groups.length + done.length === 0) return [];
  const blocks = [...groups, ...done, paragraph(words.obligationsFiled)];
  return [{ heading: words.headings.obligations, blocks, sections: [] }];
}

/** What was registered as filed, in whatever period; when it was late, the record of the filing says why. */
function filed({ words, names, lang, state, moment }: SitrepContext, rules: ObligationRule[]): Block[] {
  const items = rules.flatMap(({ id }) => {
    const { filedAt, missedAt } = state.obligations.duties[id] ?? {};
    if (filedAt === undefined) return [];
    const title = names.obligation(id, lang);
    return [words.obligationDone({ title, at: moment(filedAt), late: missedAt !== undefined })];
  });
  return items.length === 0 ? [] : [paragraph(words.obligationsDone), { kind: 'list', items }];
}

/** Filed since or not: what passed before a recurrence passed. */
function missedBefore({ words, names, lang, state, say, moment }: SitrepContext, rules: ObligationRule[]): Block[] {
  const items = rules.flatMap(({ id }) => {
    const { missedBefore: limits } = state.obligations.duties[id] ?? {};
    if (limits === undefined) return [];
    return [words.obligationMissed({ title: names.obligation(id, lang), limits: say.list(limits.map(moment)) })];
  });
  return items.length === 0 ? [] : [paragraph(words.obligationsMissed), { kind: 'list', items }];
}

function group(context: SitrepContext, lead: string, rules: ObligationRule[]): Block[] {
  return rules.length === 0
    ? []
    : [paragraph(lead), { kind: 'list', items: rules.map((rule) => particulars(context, rule)) }];
}

function particulars(context: SitrepContext, rule: ObligationRule): string {
  const { words, names, lang, holder } = context;
  return words.obligation({
    title: names.obligation(rule.id, lang),
    addressee: names.addressee(rule.id, lang),
    limit: limitOf(context, rule),
    ends: endOf(context, rule),
    owner: holder(rule.owner),
    verified: rule.verified,
  });
}

/**
 * Little is known at first, and then nearly every rule of the plan is undecided. Those are named whose clock may be
 * running already and ends within a day: the others leave time until more is known, or follow one of these.
 */
function isUrgent({ start, limit }: ObligationRule): boolean {
  const { within = 0, workingDays, months } = limit;
  const isShort = workingDays === undefined && months === undefined && within <= 24 * HOUR;
  return isShort && start !== 'earlierFiling' && start !== 'responseEnded';
}

/** As if it was discovered with the first report of it, which may have been merged in: discovery may have been earlier. */
function endOf({ history, issue, moment }: SitrepContext, { limit: { within }, start }: ObligationRule) {
  if (within === undefined || start !== 'discovered') return undefined;
  const end = history.firstReportedAt + within;
  return { at: moment(end), past: end <= issue.until };
}

function limitOf(context: SitrepContext, { limit, start, after }: ObligationRule): string {
  const { words, names, lang } = context;
  const { within, workingDays, months, target } = limit;
  const since = after === undefined ? words.starts[start] : words.filing(names.obligation(after, lang));
  if (within !== undefined) return words.within(spanOf(context, within), since);
  if (workingDays !== undefined) return words.workingDays(workingDays, since);
  if (months !== undefined) return words.months(months, since);
  return words.promptly(target === undefined ? undefined : words.within(spanOf(context, target), since));
}

/** Law counts up to three days in hours: 24 hours are not the rest of a day and the next one. */
function spanOf({ words, say }: SitrepContext, span: Duration): string {
  return span >= HOUR && span <= 72 * HOUR && span % HOUR === 0 ? words.hours(span / HOUR) : say.duration(span);
}
