import { noticeIdFor, RECIPIENTS_PER_EFFECT } from './effects.js';
import type { EffectOf, NoticeTemplate } from './effects.js';
import type { Brief } from './messages.js';
import type { EventBody, EventOf, EventType, IncidentEvent } from './events.js';
import { excerpt } from './excerpt.js';
import { aftermathTellings } from './notices/aftermath.js';
import { claimsTellings } from './notices/claims.js';
import { commandTellings } from './notices/command.js';
import { handedOn } from './notices/handedOn.js';
import { gradingTellings } from './notices/grading.js';
import { incidentReportTellings } from './notices/incidentReport.js';
import { machineTellings } from './notices/machine.js';
import { lessonTellings } from './notices/lessons.js';
import { summaryTellings } from './notices/summary.js';
import { mergingTellings } from './notices/merging.js';
import { obligationTellings } from './notices/obligations.js';
import { mobilisationTellings } from './notices/mobilisation.js';
import { publicOpinionTellings } from './notices/publicOpinion.js';
import { askedAnew, leftBy, publicationTellings, stuckNow } from './notices/publication.js';
import { resourceTellings } from './notices/resources.js';
import { situationTellings } from './notices/situation.js';
import { sitrepTellings } from './notices/sitreps.js';
import { sceneTellings } from './notices/scene.js';
import { tasksTellings } from './notices/tasks.js';
import type { Telling, Tellings } from './notices/tell.js';
import { isReportedAgain } from './termination/recurrence.js';
import { terminationTellings } from './notices/termination.js';
import { verificationTellings } from './notices/verification.js';
import { QUOTED_OF_PUBLICATION } from './publication/evolve.js';
import type { TaskId } from '../plan/compiled.js';
import type { Details } from './refusals.js';
import type { PendingEffect, State } from './state.js';
import { openTasks } from './stillOpen.js';

/** Each room's tellings stand in its file under `notices/`. */
const TELLINGS: Tellings = {
  ...verificationTellings,
  ...gradingTellings,
  ...mergingTellings,
  ...claimsTellings,
  ...commandTellings,
  ...mobilisationTellings,
  ...situationTellings,
  ...sitrepTellings,
  ...tasksTellings,
  ...sceneTellings,
  ...obligationTellings,
  ...resourceTellings,
  ...publicOpinionTellings,
  ...terminationTellings,
  ...aftermathTellings,
  ...incidentReportTellings,
  ...lessonTellings,
  ...summaryTellings,
  ...publicationTellings,
  ...machineTellings,
};

/** Templates that ask the recipient to acknowledge. */
const ASKING: readonly NoticeTemplate[] = ['alert', 'call', 'reminder'];

/** Who must be told of an event, and by which notices, as effects to request. */
export function noticesFor(state: State, event: IncidentEvent): EventBody[] {
  const tell = TELLINGS[event.type] as ((state: State, event: EventOf<EventType>) => Telling[]) | undefined;
  const bodies: EventBody[] = [];
  let n = 0;
  const add = ({ template, to, facts = {} }: Telling) => {
    if (to.length === 0) return;
    const noticeId = noticeIdFor(event.seq, n++);
    const acknowledge = ASKING.includes(template);
    chunks(to, RECIPIENTS_PER_EFFECT).forEach((recipients, i) => {
      const id = `${noticeId}.${i + 1}`;
      const effect = { kind: 'notify', id, noticeId, template, facts, acknowledge, recipients } as const;
      bodies.push({ type: 'effectRequested', effect });
    });
  };
  tell?.(state, event).forEach(add);
  askedAnew(state, event).forEach(add);
  stuckNow(state, event).forEach(add);
  handedOn(state, event).forEach(add);
  leftBy(state, event).forEach(add);
  return bodies;
}

/** Of each part of the brief: it goes to one person, who has nothing else to decide by. */
const QUOTED_OF_BRIEF = 2_000;

/** The free text that a notice quotes; it stays outside the effect, so that erasing it later reaches every copy. */
export function noticeTexts(state: State, effect: EffectOf<'notify'>): Record<string, string> {
  const texts = Object.entries(state.report.texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { reason, texts: pinned = {} } = state.effects.pending[effect.id] ?? {};
  const titles = effect.recipients.flatMap(({ tasks = [] }) =>
    tasks.flatMap(({ task }): [string, string][] => {
      const title = state.tasks.tasks[task]?.title;
      return title === undefined ? [] : [[taskText(task), title]];
    }),
  );
  const purposes = effect.recipients.flatMap(({ requests = [] }) =>
    requests.flatMap(({ request }): [string, string][] => {
      const { purpose } = state.resources.requests[request] ?? state.resources.partners[request] ?? {};
      return purpose === undefined ? [] : [[purposeText(request), purpose]];
    }),
  );
  const all = [...texts, ...titles, ...purposes, ...(reason === undefined ? [] : [['reason', reason] as const])];
  return { ...Object.fromEntries(all.map(([field, text]) => [field, excerpt(text)])), ...pinned };
}

/** Under which key the texts of a notice say what a task is that was added: the plan has no name for it. */
export function taskText(task: TaskId): string {
  return `task ${task}`;
}

/** Under which key the texts of a notice say what a request is for. */
export function purposeText(request: string): string {
  return `purpose ${request}`;
}

/** Under which key the texts of a notice hold a part of the brief. */
export function briefText(part: keyof Brief): string {
  return `brief ${part}`;
}

/** The words of what a notice tells of, as much of them as it quotes: every pending effect carries its own. */
export function quotedBy(
  state: State,
  { template, facts }: EffectOf<'notify'>,
): Pick<PendingEffect, 'reason' | 'texts'> {
  const reason = reasonFor(state, template);
  const texts = textsFor(state, template, facts);
  return { ...(reason === undefined ? {} : { reason: excerpt(reason) }), ...(texts === undefined ? {} : { texts }) };
}

function textsFor(state: State, template: NoticeTemplate, facts: Details): Record<string, string> | undefined {
  const { command, merging, publication, scene, situation, sitreps, summary } = state;
  switch (template) {
    case 'handoverOffered': {
      const parts = Object.entries(command.offer?.brief ?? {}) as [keyof Brief, string | undefined][];
      return quoted(Object.fromEntries(parts.map(([part, text]) => [briefText(part), text])), QUOTED_OF_BRIEF);
    }
    case 'absorbed':
      return quoted({ reported: merging.title });
    case 'recurrence':
    case 'recurrenceUndecided':
      return isReportedAgain(state) ? quoted({ reported: merging.title }) : undefined;
    case 'cordonSet':
    case 'cordonStands':
      return quoted({ area: scene.cordon?.area });
    case 'cordonLifted':
      return quoted({ area: scene.lifted });
    case 'questionAsked':
      return quoted({ question: Object.values(situation.questions).at(-1)?.text });
    case 'questionAnswered':
      return quoted({ ...situation.answered });
    case 'terminationProposed':
    case 'overrideProposed':
      return quoted(Object.fromEntries(openTasks(state).map((id) => [taskText(id), state.tasks.tasks[id]?.title])));
    case 'opinionAlert':
      return state.publicOpinion.quoted;
    case 'summaryCalled':
      return quoted({ meetingPlace: summary.called?.place });
    case 'publicationToCheck':
    case 'publicationToApprove':
      // Several may be told of at once.
      return quoted({ ...publication.items[String(facts['publication'])]?.texts }, QUOTED_OF_PUBLICATION);
    case 'publicationReturned':
    case 'publicationOut':
    case 'publicationPassOn':
      return quoted({ ...publication.told?.texts }, QUOTED_OF_PUBLICATION);
    case 'sitrep':
      return quoted({ toDecide: sitreps.sent?.toDecide });
    default:
      return undefined;
  }
}

function quoted(texts: Record<string, string | undefined>, atMost?: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, excerpt(text, atMost)]])),
  );
}

function reasonFor(state: State, template: NoticeTemplate): string | undefined {
  switch (template) {
    case 'standby':
    case 'standbyProlonged':
    case 'forewarned':
    case 'rejected':
      return state.verification.reason;
    case 'merged':
      return state.merging.reason;
    case 'handoverAnswered':
      return state.command.reason;
    case 'tasksWithdrawn':
      return state.tasks.reason ?? state.grading.reason;
    case 'taskAssigned':
    case 'taskHandedOn':
      return state.tasks.reason;
    case 'obligations':
    case 'obligationsLifted':
      return state.obligations.reason;
    case 'resourcesNotNeeded':
    case 'spendingApproved':
    case 'spendingRefused':
    case 'partnerReplied':
      return state.resources.reason;
    case 'reportReturned':
    case 'reportRevised':
      return state.incidentReport.reason;
    case 'cordonSet':
      return state.scene.cordon?.rules;
    case 'cordonLifted':
      return state.scene.reason;
    case 'call':
    case 'reopened':
    case 'categoryChanged':
    case 'duesLifted':
    case 'reportOutdated':
    case 'reminder':
    case 'standDown':
      return state.grading.reason;
    case 'sitrep':
    case 'sitrepPassOn':
      return state.sitreps.sent?.situation;
    case 'released':
    case 'shortageAccepted':
      return state.mobilisation.reason;
    case 'opinionEnded':
      return state.publicOpinion.ended?.reason;
    case 'criteriaWithdrawn':
    case 'recurrenceDismissed':
      return state.termination.reason;
    case 'publicationReturned':
    case 'publicationWithdrawn':
    case 'publicationWaived':
      return state.publication.told?.reason;
    case 'terminationProposed':
    case 'overrideProposed':
    case 'terminated':
      return state.termination.proposed?.reason;
    default:
      return undefined;
  }
}

function chunks<T>(items: T[], size: number): T[][] {
  if (items.length <= size) return [items];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
