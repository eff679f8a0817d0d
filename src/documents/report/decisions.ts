import { directionOf } from '../direction.js';
import { decisionLog } from '../../domain/incident/index.js';
import type { Actor, DecisionType, EventOf, IncidentEvent, Logged, State } from '../../domain/incident/index.js';
import type { PostId } from '../../domain/plan/compiled.js';
import { obligationNames } from '../../domain/words/obligationWords.js';
import { missingWords, needAmount, needName, ownerWords, paceWords, sitrepName } from '../../domain/words/index.js';
import type { DecisionKind } from '../../domain/words/index.js';
import { taskName } from '../taskName.js';
import type { ReportContext } from './context.js';

export interface DecisionEntry {
  event: EventOf<DecisionType>;
  kind: DecisionKind;
  by: Actor;
  /** The post whose authority the decision rests on; absent where the record names none. */
  authority?: PostId;
  /** Absent where the decision itself carries none; `undefined` inside means that the text was erased. */
  reason?: { text: string | undefined };
  known: Pick<Logged, 'statements' | 'questions'>;
}

/** Everything that was decided, and by which authority: what the decision log holds. */
export function decisionsIn(state: State, events: readonly IncidentEvent[]): DecisionEntry[] {
  let proposal: EventOf<'terminationProposed'> | undefined;
  return decisionLog(state.basis.plan, events).map(({ event, statements, questions }): DecisionEntry => {
    if (event.type === 'terminationProposed') proposal = event;
    // Without a second signature the system declares what the proposer decided.
    const isDeclared = event.type === 'terminated' && event.actor.kind === 'system';
    const by = isDeclared ? event.proposedBy : event.actor;
    const authority = isDeclared ? proposal?.authority : 'authority' in event ? event.authority : undefined;
    return {
      event,
      kind: kindOf(state, event),
      by,
      ...(authority === undefined ? {} : { authority }),
      ...reasonOf(event),
      known: { statements, questions },
    };
  });
}

function kindOf(state: State, event: EventOf<DecisionType>): DecisionKind {
  switch (event.type) {
    case 'standbyDeclared':
      return event.prolonged ? 'standbyProlonged' : event.type;
    case 'levelChanged':
      return event.automatic ? 'raisedByPlan' : directionOf(state, event);
    case 'claimResolved':
      return event.decision === 'share' ? 'claimShared' : 'claimYielded';
    case 'terminationProposed':
      return event.override ? 'overrideProposed' : event.type;
    case 'terminated':
      return event.override ? 'endedByOverride' : event.type;
    default:
      return event.type;
  }
}

function reasonOf(event: EventOf<DecisionType>): Pick<DecisionEntry, 'reason'> {
  switch (event.type) {
    case 'paceSet':
    case 'treatedAsReal':
    case 'handoverOffered':
    case 'commandPassed':
    case 'sitrepReleased':
    case 'taskAdded':
    case 'cordonSet':
    case 'obligationsFiled':
    case 'resourcesRequested':
    case 'partnerAsked':
    case 'criteriaConfirmed':
    case 'terminated':
    case 'analysisCompleted':
    case 'incidentReportSubmitted':
    case 'incidentReportReviewed':
    case 'incidentReportApproved':
    case 'improvementOpened':
      return {};
    case 'incidentReportReturned':
      return { reason: { text: event.texts.remarks } };
    case 'summaryHeld':
      return {};
    case 'lessonsCollected':
      return event.missing.length === 0 ? {} : { reason: { text: event.texts?.reason } };
    case 'publicationApproved':
      return event.unchecked === true || event.texts ? { reason: { text: event.texts?.reason } } : {};
    case 'levelChanged':
      return event.automatic ? {} : { reason: { text: event.texts?.reason } };
    default:
      return { reason: { text: event.texts?.reason } };
  }
}

/** What was decided on, where its kind does not say so. */
export function matterOf(context: ReportContext, event: EventOf<DecisionType>): string | undefined {
  const { words, say, names, lang, line } = context;
  switch (event.type) {
    case 'paceSet':
      return paceWords(event.pace, lang);
    case 'confirmed':
    case 'treatedAsReal':
      return say.levels(event.level, event.incidentLevel);
    case 'levelChanged':
      return say.levels(event.to, event.incidentLevel);
    case 'mergeAsked':
      return event.into;
    case 'handoverOffered':
    case 'handoverDeclined':
    case 'handoverWithdrawn':
    case 'commandPassed':
      return say.person(event.to);
    case 'claimResolved':
      return say.person(event.person);
    case 'categoryChanged':
      return names.category(event.to, lang);
    case 'planMoved':
      return `${names.plan(lang)}${words.version(event.basis.plan.version)}`;
    case 'released':
      return say.calls(event.calls);
    case 'shortageAccepted':
      return [say.target({ kind: 'team', id: event.team }), missingWords(event.missing, say)].join(words.colon);
    case 'sitrepReleased':
      return sitrepName(event.number, lang);
    case 'taskAdded':
      return [taskName(context, event.task), ownerWords(event.owner, say)].join('\n');
    case 'taskReassigned':
      return [taskName(context, event.task), ownerWords(event.to, say)].join('\n');
    case 'taskSkipped':
      return taskName(context, event.task);
    case 'obligationsJudged':
    case 'obligationsFiled':
      return obligationNames(event.obligations, say);
    case 'resourcesRequested':
      return say.list(event.requests.map((one) => needAmount(one, one.quantity, say)));
    case 'requestCancelled':
    case 'requestSubstituted':
    case 'spendingApproved':
    case 'spendingRefused':
    case 'partnerAsked':
      return needName(event.need, say);
    case 'obligationClockSet':
      return obligationNames([event.clock.obligation], say);
    case 'criteriaConfirmed':
    case 'criteriaWithdrawn':
      return event.criteria.map((id) => names.terminationCriterion(id, lang)).join('\n');
    case 'analysisCompleted':
    case 'incidentReportSubmitted':
    case 'incidentReportReturned':
    case 'incidentReportReviewed':
    case 'incidentReportApproved':
    case 'incidentReportRevised':
      return words.reportVersion(event.version);
    case 'cordonSet':
      return line(event.texts.area);
    case 'lessonsCollected':
      return event.missing.length === 0 ? undefined : say.list(event.missing.map(say.post));
    case 'summaryHeld':
      return event.conclusion === undefined ? undefined : names.conclusion(event.conclusion, lang);
    default:
      return undefined;
  }
}

/** What had been told in words when it was decided, and what nobody had answered; the timeline has the words. */
export function knownThen({ words }: ReportContext, { statements, questions }: DecisionEntry['known']): string[] {
  const last = statements.latest.at(-1);
  return [
    ...(last === undefined ? [] : [words.statementsThen({ count: statements.count, last: last.seq })]),
    ...(questions.length === 0 ? [] : [words.questionsThen(questions.length)]),
  ];
}
