import { callEntries, countOf, missing } from '../../domain/incident/index.js';
import type { CalledBody } from '../../domain/incident/index.js';
import { missingWords } from '../../domain/words/index.js';
import type { PeopleNow, TeamStanding } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';
import { overdue } from './expected.js';
import { peopleNow, withoutAnswer } from './people.js';

/** Each team that was called, in figures. */
export function teams(context: SitrepContext): Block[] {
  const { words, state, tables } = context;
  const called = Object.values(state.mobilisation.bodies).filter(({ target }) => target.kind === 'team');
  if (called.length === 0) return [paragraph(words.noTeams)];
  const { labels } = words;
  const columns = [
    { heading: labels.team, width: 15 },
    { heading: labels.called, width: 8 },
    { heading: labels.arrived, width: 9 },
    { heading: labels.acknowledged, width: 14 },
    { heading: labels.active, width: 14 },
    { heading: labels.unanswered, width: 10 },
    { heading: labels.gone, width: 10 },
    { heading: labels.standing, width: 20 },
  ];
  return [
    tables.table(
      words.captions.teams,
      columns,
      called.map((body) => row(context, body)),
    ),
  ];
}

function row(context: SitrepContext, body: CalledBody): string[] {
  const { words, say } = context;
  const name = say.target(body.target);
  if (body.status === 'stoodDown') {
    const { blank } = words;
    const all = String(callEntries(body.people).length);
    return [name, all, blank, blank, blank, blank, blank, words.standing.stoodDown];
  }
  const now = peopleNow(context, [body]);
  const figures = [now.called, now.arrived, now.acknowledged, now.active, now.unanswered, now.gone].map(String);
  return [name, ...figures, shortage(context, body) ?? words.standing[standingOf(context, body, now)]];
}

function standingOf(context: SitrepContext, body: CalledBody, { arrived }: PeopleNow): TeamStanding {
  // A promise counts for the quorum as well.
  if (body.quorum?.status === 'reached') {
    if (arrived >= body.quorum.need.headcount) return 'there';
    if (overdue(context, body).length > 0) return 'late';
    return arrived > 0 ? 'partlyThere' : 'promised';
  }
  if (body.quorum?.status === 'accepted') return 'accepted';
  const open = withoutAnswer(context, body);
  if (open.length === 0) return 'answered';
  return open.some(([, { status }]) => status === 'silent') ? 'silent' : 'waiting';
}

function shortage({ words, state, say }: SitrepContext, body: CalledBody): string | undefined {
  const count = body.quorum?.status === 'missed' ? countOf(state, body) : undefined;
  return count && words.short(missingWords(missing(count.have, count.body.quorum.need), say));
}
