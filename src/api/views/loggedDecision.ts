import type { EventOf, Logged } from '../../domain/incident/index.js';
import { eventWords, speaker } from '../../domain/words/index.js';
import type { LoggedDecision, OpenThen } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, namedIfAny } from './named.js';
import { statementView } from './situationView.js';

/** So many a log quotes of each; the timeline has the words of all. */
const QUOTED = 3;

export function loggedDecision({ event, facts, statements, questions, level }: Logged, speech: Speech): LoggedDecision {
  const { names, lang, posts } = speech;
  const say = speaker(names, lang);
  const texts: Record<string, string> = 'texts' in event && event.texts !== undefined ? { ...event.texts } : {};
  return {
    seq: event.seq,
    at: iso(event.at),
    type: event.type,
    words: eventWords(event, names, lang, posts),
    by: actorView(event.actor, speech),
    via: event.via,
    authority: namedIfAny(speech, 'post', 'authority' in event ? event.authority : undefined),
    reason: texts['reason'],
    level: namedIfAny(speech, 'level', level),
    facts,
    statements: {
      count: statements.count,
      seqs: statements.latest.map(({ seq }) => seq),
      latest: statements.latest.slice(-QUOTED).map((told) => statementView(told, speech)),
    },
    questions: {
      count: questions.length,
      ids: questions.map(({ question }) => question),
      latest: questions.slice(-QUOTED).map((asked) => askedView(asked, speech)),
    },
    known: Object.entries(facts).map(([fact, value]) => say.fact(fact, value)),
  };
}

function askedView({ question, at, actor, texts }: EventOf<'questionAsked'>, speech: Speech): OpenThen {
  return { id: question, text: texts.question || undefined, by: actorView(actor, speech), at: iso(at) };
}
