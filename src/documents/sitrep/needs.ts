import { callEntries, countOf, missing, waitsForCommand } from '../../domain/incident/index.js';
import type { CalledBody, CommandMatter, EventOf } from '../../domain/incident/index.js';
import { missingWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { briefOf } from './brief.js';
import { byName, inPeriod } from './context.js';
import type { SitrepContext } from './context.js';
import { expectedLater, notThereYet } from './expected.js';
import { calledNow, withoutAnswer } from './people.js';
import { resources } from './resources.js';
import { silenceNow } from './silence.js';
import { overdueTasks } from './tasks.js';

/** Who is missing, cannot be reached or is silent, which resources are short or out, and where the program failed: what the record shows to be wanting. */
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
  const people = [
    ...silenceNow(context),
    ...bodies.flatMap((body) => shortage(context, body)),
    ...(unreachable.size === 0 ? [] : [words.unreachable(byName(context, [...unreachable]))]),
    ...(quiet.length === 0 ? [] : [words.silent(byName(context, quiet))]),
    ...notThereYet(context),
    ...(tired.length === 0 ? [] : [words.relief(byName(context, [...new Set(tired)]))]),
  ];
  const work = [...overdueTasks(context), ...(failures === 0 ? [] : [words.failed(failures)])];
  const blocks = [...people.map(paragraph), ...resources(context), ...work.map(paragraph)];
  return blocks.length === 0 ? [paragraph(words.nothingNeeded)] : blocks;
}

function shortage(context: SitrepContext, body: CalledBody): string[] {
  const { words, say, state } = context;
  const { quorum, target } = body;
  if (quorum?.status !== 'missed' && quorum?.status !== 'accepted') return [];
  const count = countOf(state, body);
  if (count === undefined) return [];
  const lacking = missing(count.have, quorum.need);
  const team = { team: say.target(target), missing: missingWords(lacking, say) };
  if (quorum.status === 'accepted') return [words.shortAccepted(team)];
  const later = expectedLater(context, body);
  if (later.count === 0) return [words.shortOf(team)];
  return [words.shortUntil({ ...team, ...later, enough: later.count >= lacking.people })];
}

/** What waits for command: somebody who commands, to verify, a signature, a level that the facts call for, a person whom two incidents want. */
export function toDecide(context: SitrepContext): Block[] {
  const sentences = [
    ...waitsForCommand(context.state).map((one) => decisionWords(context, one)),
    ...leftToDecide(context),
  ];
  return (sentences.length === 0 ? [context.words.nothingToDecide] : sentences).map(paragraph);
}

/** Of the last handover: whether it has been decided since, only people know. */
function leftToDecide({ words, say, events }: SitrepContext): string[] {
  const passed = events.findLast((event): event is EventOf<'commandPassed'> => event.type === 'commandPassed');
  const pending = passed === undefined ? undefined : briefOf(events, passed)?.pending?.trim();
  return pending === undefined || pending === '' ? [] : [words.toSettle(say.quote(pending))];
}

function decisionWords({ words, say, state }: SitrepContext, one: CommandMatter): string {
  switch (one.matter) {
    case 'takeCommand':
      return words.toTakeCommand(say.person(one.silent));
    case 'verify':
      return words.toVerify;
    case 'acceptHandover':
      return words.toAccept(say.person(one.by));
    case 'claim':
      return words.toShare({ person: say.person(one.person), incident: one.heldBy });
    case 'confirmTermination':
      return words.toSign(say.actor(one.proposedBy));
    case 'raiseLevel': {
      const { level, incidentLevel } = one.proposal;
      return words.toRaise({ proposed: say.levels(level, incidentLevel), now: say.level(state.grading.level ?? '') });
    }
  }
}
