import { callOf } from '../domain/incident/index.js';
import type { EffectOf, NoticeTemplate, Recipient } from '../domain/incident/index.js';
import { verifiers } from '../domain/incident/rooms/verification.js';
import type { PersonId } from '../domain/plan/compiled.js';
import { MINUTE } from '../domain/time.js';
import { isUnverified, levelDuty, verifyDuty } from './duties/levels.js';
import { criteriaDuty, decisionDuty, filingDuty, publicationDuty, sitrepDuty, supplyDuty } from './duties/others.js';
import { escalatedDuty, taskDuty } from './duties/tasks.js';
import type { Rehearsal } from './rehearsal.js';
import type { Duty } from './responder.js';

type Notice = EffectOf<'notify'>;
type Duties = (rehearsal: Rehearsal, told: Recipient, notice: Notice) => (Duty | undefined)[];

const verify: Duties = (rehearsal, { person }) =>
  isUnverified(rehearsal) ? [verifyDuty(rehearsal, person)] : [levelDuty(rehearsal, person)];
const verifyIfAsked: Duties = (rehearsal, told, notice) =>
  verifiers(rehearsal.state).includes(told.person) ? verify(rehearsal, told, notice) : [];
const tasks: Duties = (rehearsal, { person, tasks: told = [] }) =>
  told.map(({ task }) => taskDuty(rehearsal, person, task));
const escalated: Duties = (rehearsal, { person, tasks: told = [] }) =>
  told.map(({ task }) => escalatedDuty(rehearsal, person, task));
const filings =
  (reminded: boolean): Duties =>
  (rehearsal, { person, obligations = [] }) =>
    obligations.map(({ obligation }) => filingDuty(rehearsal, person, obligation, reminded));
const sitrep: Duties = (rehearsal, { person }) => [sitrepDuty(rehearsal, person)];
const supply: Duties = (rehearsal, { person, requests = [] }) =>
  requests.map(({ request }) => supplyDuty(rehearsal, person, request));
const criteria: Duties = (rehearsal, { person, criteria: told = [] }) => [criteriaDuty(rehearsal, person, told)];
const publication =
  (step: 'draft' | 'check' | 'approve'): Duties =>
  (rehearsal, { person }) => [publicationDuty(rehearsal, person, step)];
const dues: Duties = (rehearsal, { person, dues: told = [] }) =>
  told.some(({ item }) => item === 'firstStatement' || item === 'nextStatement')
    ? [publicationDuty(rehearsal, person, 'draft')]
    : [];

/** What each notice makes its reader do. What is not here tells people something and asks nothing of them. */
const BY_TEMPLATE: Partial<Record<NoticeTemplate, Duties>> = {
  alert: verifyIfAsked,
  verificationReminder: verify,
  verificationOverdue: verify,
  verificationEscalated: verify,
  treatedAsReal: verifyIfAsked,
  standby: verifyIfAsked,
  proposalRisen: verify,
  levelProposed: verify,
  tasksOpened: tasks,
  tasksReady: tasks,
  taskAssigned: tasks,
  tasksOverdue: tasks,
  tasksEscalated: escalated,
  obligations: filings(false),
  obligationsNear: filings(true),
  obligationsMissed: filings(true),
  sitrepDraft: sitrep,
  sitrepOverdue: sitrep,
  resourcesToDispatch: supply,
  resourcesToReturn: supply,
  spendingToApprove: supply,
  spendingApproved: supply,
  requestsOverdue: supply,
  requestsEscalated: supply,
  requestsLate: supply,
  criteriaAsked: criteria,
  duesSoon: dues,
  duesNow: dues,
  duesOverdue: dues,
  publicationToCheck: publication('check'),
  publicationToApprove: publication('approve'),
  publicationReturned: publication('draft'),
  overrideProposed: (rehearsal, { person }) => [
    decisionDuty(rehearsal, person, 'confirm end', { type: 'terminate', action: 'confirm' }),
  ],
  terminationProposed: (rehearsal, { person }) => [
    decisionDuty(rehearsal, person, 'confirm end', { type: 'terminate', action: 'confirm' }),
  ],
};

/** What follows for the people whom a notice has reached. */
export function dutiesOf(rehearsal: Rehearsal, notice: Notice): void {
  const duties = BY_TEMPLATE[notice.template];
  for (const told of notice.recipients) {
    const responder = rehearsal.people.get(told.person);
    if (responder === undefined || responder.absent) continue;
    if (notice.acknowledge) answers(rehearsal, told, notice);
    if (notice.template === 'checkInDue') checksIn(rehearsal, told);
    if (notice.template === 'commandAsked') takesOver(rehearsal, told);
    if (notice.template === 'partnerCall') callsPartner(rehearsal, told, notice);
    for (const duty of duties?.(rehearsal, told, notice) ?? [])
      if (duty !== undefined) rehearsal.asks(told.person, duty);
  }
}

/** Once for each call: accepted, then at work; or declined. */
function answers(rehearsal: Rehearsal, { person }: Recipient, { noticeId }: Notice): void {
  const { acknowledgement, reading, declines, remote, travel } = rehearsal.given.parameters;
  const responder = rehearsal.people.get(person)!;
  rehearsal.after(rehearsal.draw(responder.atWork ? reading : acknowledgement), () => {
    if (responder.came) {
      if (waitsFor(rehearsal, person)) rehearsal.says(person, { type: 'acknowledge', person });
      return;
    }
    if (!responder.atWork && rehearsal.random.chance(declines)) {
      rehearsal.says(person, { type: 'decline', person, noticeId, reason: 'r' });
      return;
    }
    const onTheWay = rehearsal.random.chance(remote) ? MINUTE : rehearsal.draw(travel);
    rehearsal.says(person, { type: 'acknowledge', person, noticeId, eta: rehearsal.now + onTheWay });
    responder.came = true;
    rehearsal.after(onTheWay, () => {
      rehearsal.says(person, { type: 'arrive', person });
      responder.arrives();
    });
  });
}

/** Whether a call of this person is still unanswered. */
function waitsFor({ state }: Rehearsal, person: PersonId): boolean {
  return Object.values(state.mobilisation.bodies).some(({ status, people }) => {
    const call = status === 'called' ? callOf(people, person) : undefined;
    return call?.status === 'called' || call?.status === 'silent';
  });
}

/** A minute between two other things. */
function checksIn(rehearsal: Rehearsal, { person }: Recipient): void {
  const { reading, silentCommand } = rehearsal.given.parameters;
  if (rehearsal.random.chance(silentCommand)) return;
  rehearsal.after(rehearsal.draw(reading) + MINUTE, () => rehearsal.says(person, { type: 'checkIn' }));
}

/** Nobody waits with that until something else is finished. */
function takesOver(rehearsal: Rehearsal, { person }: Recipient): void {
  const { reading, acknowledgement } = rehearsal.given.parameters;
  const { atWork } = rehearsal.people.get(person)!;
  rehearsal.after(rehearsal.draw(atWork ? reading : acknowledgement) + MINUTE, () => {
    if (rehearsal.state.checkIn.asked.includes(person)) rehearsal.says(person, { type: 'takeCommand' });
  });
}

function callsPartner(rehearsal: Rehearsal, { person }: Recipient, { facts }: Notice): void {
  const { partner: takes, partnerComes } = rehearsal.given.parameters;
  const named = [facts['partners'] ?? facts['partner']].flat();
  const team = String(facts['team'] ?? '');
  rehearsal.after(rehearsal.draw(takes), () => {
    for (const partner of named) {
      const accepted = rehearsal.random.chance(partnerComes);
      const { qualifications = [] } = rehearsal.state.basis.plan.mobilisation.find((rule) => rule.team === team) ?? {};
      rehearsal.says(person, {
        type: 'answerForPartner',
        partner: String(partner),
        team,
        accepted,
        headcount: 2,
        eta: rehearsal.now + MINUTE,
        qualifications: qualifications.map(({ qualification }) => qualification),
      });
    }
  });
}
