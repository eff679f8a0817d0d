import type { AlertId, OpinionAlert } from '../../plan/compiled.js';
import { evaluate } from '../../plan/condition.js';
import type { Truth } from '../../plan/condition.js';
import { DAY, MINUTE } from '../../time.js';
import type { Instant } from '../../time.js';
import { knownIn } from '../knownFacts.js';
import type { RaisedAlert, State } from '../state.js';
import { isUnheard } from './source.js';

/** What an entry says that alerts are held against. */
interface ToldOpinion {
  source: string;
  claim?: string;
  volume?: number;
  usual?: number;
  sentiment?: number;
  reach?: number;
  untrue?: boolean;
  /** By a person: of all others nobody knows what they would have named. */
  named?: AlertId[];
}

/** What goes up and down is told at most so often; whatever doubles is told at once. */
const QUIET = 15 * MINUTE;
/** What stays up is told of again. */
const TOLD_AGAIN = DAY;

/** What the entry means for the alerts of the plan. */
export function alertsBy(
  state: State,
  told: ToldOpinion,
  at: Instant,
): { alerts: AlertId[]; told: AlertId[]; sunk: AlertId[] } {
  const rules = state.basis.plan.aftermath?.publicOpinion?.alerts ?? [];
  const judged = rules.map((rule) => ({
    id: rule.id,
    truth: told.named?.includes(rule.id) === true ? true : isMet(state, rule, told),
    raised: state.publicOpinion.raised[rule.id],
    isJudged: rule.untrue === true || told.named?.includes(rule.id) === true,
  }));
  const met = judged.filter(({ truth }) => truth === true);
  const down = judged.filter(
    ({ truth, raised }) => truth !== true && raised !== undefined && sinks(raised, truth, told),
  );
  return {
    alerts: met.map(({ id }) => id),
    told: met
      .filter(({ raised, isJudged }) => isNews(raised, told, at) || (isJudged && isElse(raised, told)))
      .map(({ id }) => id),
    sunk: down.map(({ id }) => id),
  };
}

/** `undefined` where the entry does not decide it, or where only a person can. */
function isMet(state: State, rule: OpinionAlert, told: ToldOpinion): Truth {
  const { when, timesUsual, volumeAtLeast, reachAtLeast, sentimentAtMost, untrue } = rule;
  const { volume, usual, reach, sentiment } = told;
  const parts: Truth[] = [
    ...(when === undefined ? [] : [evaluate(when, knownIn(state), state.basis.plan)]),
    ...(timesUsual === undefined ? [] : [isAtLeast(volume, times(usual, timesUsual))]),
    ...(volumeAtLeast === undefined ? [] : [isAtLeast(volume, volumeAtLeast)]),
    ...(reachAtLeast === undefined ? [] : [isAtLeast(reach, reachAtLeast)]),
    ...(sentimentAtMost === undefined ? [] : [sentiment === undefined ? undefined : sentiment <= sentimentAtMost]),
    ...(untrue === undefined ? [] : [saysUntrue(told)]),
  ];
  if (parts.includes(false)) return false;
  return parts.length === 0 || parts.includes(undefined) ? undefined : true;
}

/** Where nothing is usual, one is. */
function times(usual: number | undefined, factor: number): number | undefined {
  return usual === undefined ? undefined : Math.max(1, usual) * factor;
}

function isAtLeast(value: number | undefined, least: number | undefined): Truth {
  return value === undefined || least === undefined ? undefined : value >= least;
}

/** What a monitor tells is neither true nor untrue before a person has looked. */
function saysUntrue({ untrue, named }: ToldOpinion): Truth {
  return untrue === true || (named === undefined ? undefined : false);
}

function sinks({ source, named, sunk }: RaisedAlert, truth: Truth, told: ToldOpinion): boolean {
  if (sunk === true || source !== told.source) return false;
  return named === true ? told.named !== undefined : truth === false;
}

/** Nobody was told of this rise, or it has doubled since, or a day has passed. */
function isNews(raised: RaisedAlert | undefined, told: ToldOpinion, at: Instant): boolean {
  if (raised === undefined || hasDoubled(raised.volume, told.volume) || hasDoubled(raised.reach, told.reach))
    return true;
  return at - raised.at >= (raised.sunk === true ? QUIET : TOLD_AGAIN);
}

/** Numbers of several sources are one rise; what a person judges of is not, by another source or of another claim. */
function isElse(raised: RaisedAlert | undefined, { source, claim }: ToldOpinion): boolean {
  return raised !== undefined && isUnheard(raised, source, claim);
}

function hasDoubled(before: number | undefined, now: number | undefined): boolean {
  return before !== undefined && before > 0 && now !== undefined && now >= 2 * before;
}
