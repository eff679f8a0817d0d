import { deliveryWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { answerOf, callOutcomes } from './calls.js';
import type { CallOutcome } from './calls.js';
import type { ReportContext } from './context.js';

/** Everybody who was called, with what became of it. */
export function people(context: ReportContext): Block[] {
  const { words, sectionWords, say, tables, events } = context;
  const { labels } = words;
  const outcomes = callOutcomes(events);
  if (outcomes.length === 0) return [paragraph(words.nobodyCalled)];
  const rows = outcomes.map((outcome) => [
    say.target(outcome.target),
    say.person(outcome.person),
    context.timeCell(outcome.calledAt),
    deliveryOf(context, outcome),
    answerWords(context, outcome),
  ]);
  const columns = [
    { heading: labels.body, width: 17 },
    { heading: labels.name, width: 11 },
    { heading: labels.calledAt, width: 20 },
    { heading: labels.delivery, width: 18 },
    { heading: labels.answer, width: 34 },
  ];
  return [
    paragraph(words.people(counts(outcomes))),
    tables.table(sectionWords.captions.people, columns, rows),
    paragraph(words.channelNote),
  ];
}

/** By person: whoever was called for two teams and answered for one has answered. */
function counts(outcomes: CallOutcome[]): {
  called: number;
  acknowledged: number;
  active: number;
  silent: number;
  unreachable: number;
} {
  const byPerson = new Map<string, CallOutcome[]>();
  for (const outcome of outcomes) byPerson.set(outcome.person, [...(byPerson.get(outcome.person) ?? []), outcome]);
  const persons = [...byPerson.values()];
  const acknowledged = (own: CallOutcome[]): boolean => own.some((o) => o.acknowledgedAt !== undefined);
  const active = (own: CallOutcome[]): boolean => !acknowledged(own) && own.some((o) => answerOf(o) === 'active');
  const answered = (own: CallOutcome[]): boolean => acknowledged(own) || active(own);
  return {
    called: persons.length,
    acknowledged: persons.filter(acknowledged).length,
    active: persons.filter(active).length,
    silent: persons.filter((own) => !answered(own) && own.some((o) => o.silentAt !== undefined)).length,
    unreachable: persons.filter((own) => own.every((o) => o.delivery === 'unreachable')).length,
  };
}

function deliveryOf({ words, lang }: ReportContext, { delivery, code }: CallOutcome): string {
  const told = words.deliveries[delivery];
  return code === undefined ? told : `${told}\n${deliveryWords(code, lang)}`;
}

function answerWords(context: ReportContext, outcome: CallOutcome): string {
  const { words, say } = context;
  const { acknowledgedAt, actedAt, eta, calledAt } = outcome;
  const kind = answerOf(outcome);
  const answer = words.answers[kind];
  const at = acknowledgedAt ?? (kind === 'active' ? actedAt : undefined);
  if (at === undefined) return answer;
  const parts = [answer, context.stamp(at), words.after(say.duration(at - calledAt))];
  if (eta !== undefined) parts.push(words.eta(context.stamp(eta)));
  return parts.join('\n');
}
