import { callEntries } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { byName, inPeriod } from './context.js';
import type { SitrepContext } from './context.js';

/** Who cannot be reached, who is silent, and where the program failed: what the record itself shows to be wanting. */
export function needs(context: SitrepContext): Block[] {
  const { words, state } = context;
  const bodies = Object.values(state.mobilisation.bodies).filter(({ status }) => status === 'called');
  const open = bodies
    .flatMap(({ people }) => callEntries(people))
    .filter(([, { status }]) => status !== 'acknowledged');
  const unreachable = new Set(open.filter(([, call]) => call.undelivered !== undefined).map(([person]) => person));
  const silent = new Set(open.filter(([, call]) => call.status === 'silent').map(([person]) => person));
  const quiet = [...silent].filter((person) => !unreachable.has(person));
  const failures = inPeriod(context, 'machineFailed').length;
  const sentences = [
    ...(unreachable.size === 0 ? [] : [words.unreachable(byName(context, [...unreachable]))]),
    ...(quiet.length === 0 ? [] : [words.silent(byName(context, quiet))]),
    ...(failures === 0 ? [] : [words.failed(failures)]),
  ];
  return (sentences.length === 0 ? [words.nothingNeeded] : sentences).map(paragraph);
}

/** What waits for command: a signature, or a level that the facts call for. */
export function toDecide({ words, say, state }: SitrepContext): Block[] {
  const { proposed, terminatedAt } = state.termination;
  const { proposal, level } = state.grading;
  const order = state.basis.plan.levels.map(({ id }) => id);
  const isOver = terminatedAt !== undefined;
  const reasons = proposal === undefined ? 0 : proposal.hits.length + proposal.raises.length;
  const higher =
    proposal !== undefined &&
    level !== undefined &&
    reasons > 0 &&
    order.indexOf(proposal.level) < order.indexOf(level);
  const sentences = [
    ...(proposed === undefined || isOver ? [] : [words.toSign(say.actor(proposed.by))]),
    ...(!higher || isOver
      ? []
      : [words.toRaise({ proposed: say.levels(proposal.level, proposal.incidentLevel), now: say.level(level) })]),
  ];
  return (sentences.length === 0 ? [words.nothingToDecide] : sentences).map(paragraph);
}
