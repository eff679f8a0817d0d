import { callEntries, countOf, missing } from '../../domain/incident/index.js';
import type { CalledBody } from '../../domain/incident/index.js';
import { missingWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { byName, commanderOf, inPeriod } from './context.js';
import type { SitrepContext } from './context.js';
import { calledNow, withoutAnswer } from './people.js';

/** Who is missing, cannot be reached or is silent, and where the program failed: what the record shows to be wanting. */
export function needs(context: SitrepContext): Block[] {
  const { words, state } = context;
  const bodies = calledNow(state);
  const open = bodies.flatMap((body) => withoutAnswer(context, body));
  const unreachable = new Set(open.filter(([, call]) => call.undelivered !== undefined).map(([person]) => person));
  const silent = new Set(open.filter(([, call]) => call.status === 'silent').map(([person]) => person));
  const quiet = [...silent].filter((person) => !unreachable.has(person));
  const tired = bodies
    .flatMap(({ people }) => callEntries(people))
    .filter(
      ([, { status, reliefTold }]) => reliefTold !== undefined && (status === 'arrived' || status === 'acknowledged'),
    )
    .map(([person]) => person);
  const failures = inPeriod(context, 'machineFailed').length;
  const silence = commandSilence(context);
  const sentences = [
    ...(silence === undefined ? [] : [words.commandSilent(silence)]),
    ...bodies.flatMap((body) => shortage(context, body)),
    ...(unreachable.size === 0 ? [] : [words.unreachable(byName(context, [...unreachable]))]),
    ...(quiet.length === 0 ? [] : [words.silent(byName(context, quiet))]),
    ...(tired.length === 0 ? [] : [words.relief(byName(context, [...new Set(tired)]))]),
    ...(failures === 0 ? [] : [words.failed(failures)]),
  ];
  return (sentences.length === 0 ? [words.nothingNeeded] : sentences).map(paragraph);
}

/** Whoever commands gives no sign of life, and who was asked to take over. */
function commandSilence({
  state,
  events,
  say,
}: SitrepContext): { commander: string; asked: string | undefined } | undefined {
  const { asked, next } = state.checkIn;
  const commander = commanderOf(state);
  const latest = events.findLast(({ type }) => type === 'checkInReminded' || type === 'commandUnanswered');
  const nobodyToAsk = next?.step === 'ask' && latest?.type === 'commandUnanswered';
  if (commander === undefined || (asked.length === 0 && !nobodyToAsk)) return undefined;
  return { commander: say.person(commander), asked: asked.length === 0 ? undefined : say.list(asked.map(say.person)) };
}

function shortage({ words, say, state }: SitrepContext, body: CalledBody): string[] {
  const { quorum, target } = body;
  if (quorum?.status !== 'missed' && quorum?.status !== 'accepted') return [];
  const count = countOf(state, body);
  if (count === undefined) return [];
  const lacking = missingWords(missing(count.have, quorum.need), say);
  return [words.shortOf({ team: say.target(target), missing: lacking, accepted: quorum.status === 'accepted' })];
}

/** What waits for command: somebody who commands, to verify, a signature, a level that the facts call for, a person whom two incidents want. */
export function toDecide(context: SitrepContext): Block[] {
  const { words, say, state } = context;
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
  const { offer } = state.command;
  const silence = commandSilence(context);
  const sentences = [
    ...(silence === undefined ? [] : [words.toTakeCommand(silence.commander)]),
    ...(state.verification.outcome === 'provisional' ? [words.toVerify] : []),
    ...(offer === undefined ? [] : [words.toAccept(say.person(offer.to))]),
    ...Object.entries(state.claims.contested).map(([person, { heldBy }]) =>
      words.toShare({ person: say.person(person), incident: heldBy }),
    ),
    ...(proposed === undefined || isOver ? [] : [words.toSign(say.actor(proposed.by))]),
    ...(!higher || isOver
      ? []
      : [words.toRaise({ proposed: say.levels(proposal.level, proposal.incidentLevel), now: say.level(level) })]),
  ];
  return (sentences.length === 0 ? [words.nothingToDecide] : sentences).map(paragraph);
}
