import { deliveryWords } from './delivery.js';
import { hasReasons } from '../plan/grade.js';
import type { EventSentences } from './events.js';
import { noticeNames } from './noticeNames.js';
import { failedWords, messageWords } from './messageNames.js';
import { refusalIn } from './refusals.js';

const STOOD_DOWN = {
  levelChanged: 'after the change of level',
  planMoved: 'after the move to another version of the plan',
  terminated: 'after the termination',
  rejected: 'because the report was rejected',
};

export const eventsEn: EventSentences = {
  reported(event, say) {
    const drill = event.mode === 'drill' ? 'DRILL: ' : '';
    const head = `${drill}${say.actor(event.actor)} reported: ${say.quote(event.texts.title)}; place: ${say.quote(event.texts.place)}`;
    if (event.occurredAt === undefined) return `${head}; when it happened was not reported.`;
    const ago = event.at - event.occurredAt;
    if (ago < 0) return `${head}; the reported time of occurrence is ${say.duration(ago)} after the report.`;
    return ago === 0
      ? `${head}; it happened at the time of the report.`
      : `${head}; it happened ${say.duration(ago)} before.`;
  },
  postFilled: (event, say) => `${say.person(event.person)} holds the post “${say.post(event.post)}”.`,
  levelProposed: (event, say) => `Grading criteria: ${say.proposal(event)}.`,
  verificationReminded(event, say) {
    const left = event.left === 0 ? 'this was the last reminder' : `reminders left: ${event.left}`;
    return event.people.length === 0
      ? 'The report is not verified, and there is nobody to remind.'
      : `The report is not verified; reminded ${say.people(event.people)} (${left}).`;
  },
  confirmed(event, say) {
    const { incidentLevel, level } = event.proposed;
    const proposed = !hasReasons(event.proposed)
      ? 'the grading criteria proposed nothing'
      : level === event.level && incidentLevel === event.incidentLevel
        ? 'as the grading criteria propose'
        : `the grading criteria proposed ${say.levels(level, incidentLevel)}`;
    const levels = say.levels(event.level, event.incidentLevel);
    return `${say.actor(event.actor)} verified and confirmed the incident at ${levels}, ${proposed}. Reason: ${say.quote(event.texts.reason)}.`;
  },
  standbyDeclared: (event, say) =>
    `${say.actor(event.actor)} declared standby. Reason: ${say.quote(event.texts.reason)}.`,
  rejected: (event, say) =>
    `${say.actor(event.actor)} verified the report and rejected it: no incident. Reason: ${say.quote(event.texts.reason)}.`,
  activated: (event, say) => `Response activated: ${say.levels(event.level, event.incidentLevel)}.`,
  levelChanged(event, say) {
    const change =
      event.from === event.to
        ? `kept the response level ${say.level(event.to)} and set the incident level to ${say.incidentLevel(event.incidentLevel)}`
        : `changed the response level from ${say.level(event.from)} to ${say.level(event.to)} (incident level ${say.incidentLevel(event.incidentLevel)})`;
    return `${say.actor(event.actor)} ${change}. Reason: ${say.quote(event.texts.reason)}.`;
  },
  planMoved(event, say) {
    const { version } = event.basis.plan;
    return `${say.actor(event.actor)} decided that the incident goes on under version ${version} of the plan, instead of version ${event.from.version}. Reason: ${say.quote(event.texts.reason)}.`;
  },
  called(event, say) {
    const teams = event.calls.some(({ target }) => target.kind === 'team');
    return `${teams ? 'Mobilised' : 'Alerted'}: ${say.calls(event.calls)}.`;
  },
  acknowledged(event, say) {
    const own = event.actor.kind === 'person' && event.actor.id === event.person;
    const who = own
      ? `${say.actor(event.actor)} acknowledged`
      : `${say.actor(event.actor)} acknowledged, for ${say.person(event.person)},`;
    const head = `${who} the call to ${say.list(event.targets.map(say.target))}`;
    if (event.eta === undefined) return `${head}.`;
    const ahead = event.eta - event.at;
    return ahead > 0 ? `${head}, expected in ${say.duration(ahead)}.` : `${head}, already there.`;
  },
  reminded: (event, say) => `Reminded those who have not acknowledged: ${say.calls(event.calls)}.`,
  silent(event, say) {
    const told = event.tell.length === 0 ? 'there is nobody to tell' : `told ${say.people(event.tell)}`;
    return `Silent past the deadline: ${say.calls(event.calls)}; ${told}.`;
  },
  stoodDown: (event, say) => `Stood down ${STOOD_DOWN[event.why]}: ${say.calls(event.calls)}.`,
  terminationProposed(event, say) {
    const met = event.criteria.map((id) => say.names.terminationCriterion(id, say.lang)).join('; ');
    const criteria = met === '' ? '' : `, stating as met: ${met}`;
    return `${say.actor(event.actor)} proposed the termination${criteria}. Reason: ${say.quote(event.texts.reason)}.`;
  },
  terminationWithdrawn: (event, say) =>
    `${say.actor(event.actor)} withdrew the proposal to terminate. Reason: ${say.quote(event.texts.reason)}.`,
  terminationLapsed: (event) =>
    `The proposal to terminate lapsed because ${event.why === 'levelChanged' ? 'the level' : 'the version of the plan'} changed.`,
  terminated(event, say) {
    const proposer = say.actor(event.proposedBy);
    return event.actor.kind === 'system'
      ? `The response was terminated at ${say.level(event.level)} on the proposal of ${proposer}; this level asks for no second signature.`
      : `${say.actor(event.actor)} gave the second signature and terminated the response at ${say.level(event.level)}, as proposed by ${proposer}.`;
  },
  closed: (event, say) => `${say.actor(event.actor)} closed the incident. Reason: ${say.quote(event.texts.reason)}.`,
  effectRequested({ effect }, say) {
    if (effect.kind === 'writeDocument') return 'Writing of the incident report requested.';
    const people = effect.recipients.map((r) => r.person);
    return `Notice “${noticeNames.en[effect.template]}” (${effect.noticeId}) handed over for ${say.people(people)}.`;
  },
  noticeAttempted(event, say) {
    const parts: string[] = [];
    const troubles = (list: typeof event.delayed): string =>
      say.list(list.map(({ person, code }) => `${say.person(person)} (${deliveryWords(code, say.lang)})`));
    if (event.accepted.length > 0) parts.push(`accepted by the channel for ${say.people(event.accepted)}`);
    if (event.unreachable.length > 0) parts.push(`could not reach ${troubles(event.unreachable)}`);
    if (event.delayed.length > 0) parts.push(`not yet delivered to ${troubles(event.delayed)}`);
    if (event.retryAt !== undefined) parts.push(`next attempt in ${say.duration(event.retryAt - event.at)}`);
    return `Delivery of notice ${event.noticeId}: ${parts.join('; ') || 'no recipients'}.`;
  },
  noticeRetried: (event) => `Delivery ${event.effectId} is tried again.`,
  noticeCancelled: (event, say) =>
    `Notice ${event.noticeId}, not yet sent, cancelled for ${say.people(event.people)} (stood down).`,
  documentWritten(event, say) {
    const files = say.list(event.files.map(({ format, lang }) => `${format.toUpperCase()} (${lang})`));
    return `Document ${event.documentId} written: ${files || 'no files'}.`;
  },
  refused(event, say) {
    const { title, detail } = refusalIn(event, say);
    return `Refused, the ${messageWords(event.message, 'en')} by ${say.actor(event.actor)}: ${title}. ${detail}`;
  },
  machineFailed: (event, say) =>
    `Internal program error, not carried out: ${failedWords(event.during, 'en')}. ${say.quote(event.error)}.`,
};
