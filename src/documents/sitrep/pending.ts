import { signatoryPosts } from '../../domain/incident/index.js';
import { earliest } from '../../domain/time.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { byName, nameOf } from './context.js';
import type { SitrepContext } from './context.js';
import { partnersOpen } from './partners.js';
import { calledNow, withoutAnswer } from './people.js';
import { openTasks } from './tasks.js';

/** What is not finished, with who answers for it and until when. */
export function pending(context: SitrepContext): Block[] {
  const { words, tables } = context;
  const rows = [
    ...openTasks(context),
    ...signature(context),
    ...partnersOpen(context),
    ...questions(context),
    ...unanswered(context),
  ];
  if (rows.length === 0) return [paragraph(words.nothingPending)];
  const columns = [
    { heading: words.labels.matter, width: 52 },
    { heading: words.labels.owner, width: 26 },
    { heading: words.labels.due, width: 22 },
  ];
  return [tables.table(words.captions.pending, columns, rows)];
}

function signature({ words, say, state, holder }: SitrepContext): string[][] {
  const { proposed, terminatedAt } = state.termination;
  if (proposed === undefined || terminatedAt !== undefined) return [];
  const posts = signatoryPosts(state);
  return [[words.secondSignature(say.actor(proposed.by)), say.list(posts.map(holder)), words.blank]];
}

function questions({ words, say, state }: SitrepContext): string[][] {
  return Object.values(state.situation.questions).map(({ text, by }) => [
    words.openQuestion(say.quote(text)),
    words.askedBy(nameOf({ say }, by)),
    words.blank,
  ]);
}

/** Who may still answer in time. Whoever is silent or cannot be reached is a difficulty, and is told there. */
function unanswered(context: SitrepContext): string[][] {
  const { words, say, state, holder, moment, issue } = context;
  return calledNow(state).flatMap((body) => {
    const people = withoutAnswer(context, body)
      .filter(([, { status, undelivered }]) => status === 'called' && undelivered === undefined)
      .map(([person]) => person);
    if (people.length === 0) return [];
    const lead = state.basis.plan.teams.find(({ id }) => body.target.kind === 'team' && id === body.target.id)?.lead;
    const until = earliest(...body.waits.map(({ escalateAt }) => escalateAt));
    const due = until === undefined ? words.blank : until > issue.until ? moment(until) : words.overdue(moment(until));
    const matter = words.unansweredCall({ team: say.target(body.target), people: byName(context, people) });
    return [[matter, lead === undefined ? words.blank : holder(lead), due]];
  });
}
