import { callEntries } from '../../domain/incident/index.js';
import type { Actor, CalledBody, CalledTarget, EventOf } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { inPeriod } from './context.js';
import type { SitrepContext } from './context.js';
import { finishedTasks } from './tasks.js';

/** What was done in the period, grouped: people called, tasks finished, decisions taken, questions answered. */
export function action(context: SitrepContext): Block[] {
  const { words, say } = context;
  const called = merged(inPeriod(context, 'called'));
  const released = merged(inPeriod(context, 'stoodDown'));
  const blocks = [
    ...(called.length === 0 ? [] : [paragraph(words.mobilised(say.calls(called)))]),
    ...(released.length === 0 ? [] : [paragraph(words.stoodDown(say.calls(released)))]),
    ...finishedTasks(context),
    ...decisions(context),
    ...answers(context),
  ];
  const people = peopleNow(context);
  return [...(blocks.length === 0 ? [paragraph(words.nothingDone)] : blocks), ...people];
}

/** Whoever was called in several steps is named once for each team. */
function merged(events: (EventOf<'called'> | EventOf<'stoodDown'>)[]): CalledTarget[] {
  const calls = new Map<string, CalledTarget>();
  for (const { target, people } of events.flatMap((event) => event.calls)) {
    const key = `${target.kind}/${target.id}`;
    calls.set(key, { target, people: [...new Set([...(calls.get(key)?.people ?? []), ...people])] });
  }
  return [...calls.values()];
}

/** A proposal that has led to the end is told with it. */
function decisions(context: SitrepContext): Block[] {
  const { words, told, moment } = context;
  const isEnd = inPeriod(context, 'terminated').length > 0;
  const taken = inPeriod(context, 'terminationProposed', 'terminationWithdrawn', 'terminationLapsed', 'planMoved');
  return taken
    .filter(({ type }) => !isEnd || type === 'planMoved')
    .map((event) => paragraph(words.decided(moment(event.at), told(event))));
}

function answers(context: SitrepContext): Block[] {
  const { words, say, events } = context;
  const items = inPeriod(context, 'questionAnswered').map(({ question, texts, actor }) => {
    const asked = events.find(
      (event): event is EventOf<'questionAsked'> => event.type === 'questionAsked' && event.question === question,
    );
    return words.foundOut({
      question: stopped(context, asked?.texts.question),
      answer: say.quote(texts.answer),
      by: nameOf(context, actor),
    });
  });
  return items.length === 0 ? [] : [paragraph(words.found), { kind: 'list', items }];
}

/** A question ends with its own mark, or with ours. */
function stopped({ say, lang }: SitrepContext, text: string | undefined): string {
  const quoted = say.quote(text);
  return /[?？!！]$/u.test(quoted) ? quoted : `${quoted}${lang === 'zh-CN' ? '。' : '.'}`;
}

function nameOf({ say }: SitrepContext, by: Actor): string {
  return by.kind === 'person' ? say.person(by.id) : say.actor(by);
}

function peopleNow({ words, state }: SitrepContext): Block[] {
  const answered = new Map<string, boolean>();
  for (const body of bodies(state.mobilisation.bodies)) {
    for (const [person, call] of callEntries(body.people)) {
      answered.set(person, answered.get(person) === true || call.status === 'acknowledged');
    }
  }
  const acknowledged = [...answered.values()].filter(Boolean).length;
  const called = answered.size;
  return called === 0 ? [] : [paragraph(words.peopleNow({ called, acknowledged, unanswered: called - acknowledged }))];
}

function bodies(all: Record<string, CalledBody>): CalledBody[] {
  return Object.values(all).filter(({ status }) => status === 'called');
}
