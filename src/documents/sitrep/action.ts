import type { EventOf, IncidentEvent } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { briefWords } from '../../domain/words/index.js';
import { declined, mobilised, stoodDown } from './called.js';
import { briefOf } from './brief.js';
import { inPeriod, nameOf, together } from './context.js';
import type { SitrepContext } from './context.js';
import { partnersAsked, partnersDropped } from './partners.js';
import { answeredLate, peopleWords } from './people.js';
import { cordon, moves } from './scene.js';
import { silencesEnded } from './silence.js';
import { finishedTasks, taskDecision } from './tasks.js';

/** What was done in the period, grouped: people called, tasks finished, decisions taken, questions answered. */
export function action(context: SitrepContext): Block[] {
  const blocks = [
    ...mobilised(context),
    ...declined(context),
    ...partnersAsked(context),
    ...answeredLate(context).map(paragraph),
    ...silencesEnded(context).map(paragraph),
    ...stoodDown(context),
    ...partnersDropped(context),
    ...finishedTasks(context),
    ...decisions(context),
    ...answers(context),
    ...moves(context),
  ];
  return [
    ...(blocks.length === 0 ? [paragraph(context.words.nothingDone)] : blocks),
    ...peopleWords(context).map(paragraph),
    ...cordon(context),
  ];
}

/** What command and the leads decided besides the levels, which the situation tells. */
const DECISIONS = [
  'categoryChanged',
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
  'requestCancelled',
  'requestSubstituted',
  'spendingApproved',
  'spendingRefused',
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
    case 'commandPassed':
      return together(context, [
        context.words.decided(context.moment(event.at), context.told(event)),
        brief(context, event),
      ]);
    default:
      return context.words.decided(context.moment(event.at), context.told(event));
  }
}

/** What whoever took over has accepted with command: the risks and what waits to be decided. */
function brief({ words, say, events, lang }: SitrepContext, passed: EventOf<'commandPassed'>): string {
  const texts = briefOf(events, passed);
  if (texts === undefined) return '';
  const parts = briefWords((part) => {
    const text = part === 'risks' || part === 'pending' ? texts[part]?.trim() : undefined;
    return text === undefined || text === '' ? undefined : say.quote(text);
  }, lang);
  return parts.length === 0 ? '' : words.handedOver(parts);
}

/** A proposal that has led to the end, or an offer of command that was answered or overtaken, is told with it. */
function isOvertaken(context: SitrepContext, type: IncidentEvent['type'], seq: number): boolean {
  if (type.startsWith('termination')) return inPeriod(context, 'terminated').some((later) => later.seq > seq);
  if (type !== 'handoverOffered') return false;
  return inPeriod(context, 'commandPassed', 'handoverDeclined', 'handoverWithdrawn').some((later) => later.seq > seq);
}

function answers(context: SitrepContext): Block[] {
  const { words, say, events, moment } = context;
  const items = inPeriod(context, 'questionAnswered').map(({ at, question, texts, actor }) => {
    const asked = events.find(
      (event): event is EventOf<'questionAsked'> => event.type === 'questionAsked' && event.question === question,
    );
    return words.foundOut({
      at: moment(at),
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
