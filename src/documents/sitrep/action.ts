import type { Actor, CalledTarget, EventOf, IncidentEvent } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { inPeriod } from './context.js';
import type { SitrepContext } from './context.js';
import { calledNow, peopleNow } from './people.js';
import { finishedTasks, taskDecision } from './tasks.js';

/** What was done in the period, grouped: people called, tasks finished, decisions taken, questions answered. */
export function action(context: SitrepContext): Block[] {
  const { words, say, state } = context;
  const called = merged(inPeriod(context, 'called')).filter(({ people }) => people.length > 0);
  const released = merged(inPeriod(context, 'stoodDown'));
  const blocks = [
    ...(called.length === 0 ? [] : [paragraph(words.mobilised(say.calls(called)))]),
    ...partners(context),
    ...(released.length === 0 ? [] : [paragraph(words.stoodDown(say.calls(released)))]),
    ...finishedTasks(context),
    ...decisions(context),
    ...answers(context),
  ];
  const bodies = calledNow(state);
  const people = bodies.length === 0 ? [] : [paragraph(words.peopleNow(peopleNow(context, bodies)))];
  return [...(blocks.length === 0 ? [paragraph(words.nothingDone)] : blocks), ...people, ...cordon(context)];
}

/** It stands until it is lifted, however long ago it was set. */
function cordon({ words, say, state, moment }: SitrepContext): Block[] {
  const { cordon: standing, inside } = state.scene;
  if (standing === undefined) return [];
  return [paragraph(words.cordon({ area: say.quote(standing.area), at: moment(standing.at), inside: inside.length }))];
}

/** Whom people of ours were asked to call because the house has not enough. */
function partners(context: SitrepContext): Block[] {
  const { words, say, names, lang } = context;
  return inPeriod(context, 'called')
    .flatMap(({ calls }) => calls)
    .flatMap(({ target, partners: asked = [] }) =>
      asked.map(({ partner, tell }) =>
        paragraph(
          words.partnersAsked({
            partners: names.partner(partner, lang),
            team: say.target(target),
            people: say.people(tell),
          }),
        ),
      ),
    );
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

/** What command and the leads decided besides the levels, which the situation tells. */
const DECISIONS = [
  'planMoved',
  'commandPassed',
  'handoverOffered',
  'handoverDeclined',
  'handoverWithdrawn',
  'cordonSet',
  'cordonLifted',
  'taskAdded',
  'taskSkipped',
  'taskReassigned',
  'released',
  'partnerAnswered',
  'shortageAccepted',
  'claimResolved',
  'terminationProposed',
  'terminationWithdrawn',
  'terminationLapsed',
] as const;

function decisions(context: SitrepContext): Block[] {
  const items = inPeriod(context, ...DECISIONS)
    .filter(({ type, seq }) => !isOvertaken(context, type, seq))
    .map((event) => decision(context, event));
  return items.length === 0 ? [] : [paragraph(context.words.decisionsTaken), { kind: 'list', items }];
}

function decision(context: SitrepContext, event: EventOf<(typeof DECISIONS)[number]>): string {
  switch (event.type) {
    case 'taskAdded':
    case 'taskSkipped':
    case 'taskReassigned':
      return taskDecision(context, event);
    default:
      return context.words.decided(context.moment(event.at), context.told(event));
  }
}

/** A proposal that has led to the end, or an offer of command that was answered or overtaken, is told with it. */
function isOvertaken(context: SitrepContext, type: IncidentEvent['type'], seq: number): boolean {
  if (type.startsWith('termination')) return inPeriod(context, 'terminated').length > 0;
  if (type !== 'handoverOffered') return false;
  return inPeriod(context, 'commandPassed', 'handoverDeclined', 'handoverWithdrawn').some((later) => later.seq > seq);
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
