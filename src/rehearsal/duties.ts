import { callOf } from '../domain/incident/index.js';
import type { EffectOf, NoticeTemplate, Recipient } from '../domain/incident/index.js';
import { verifiers } from '../domain/incident/rooms/verification.js';
import type { PersonId } from '../domain/plan/compiled.js';
import { MINUTE } from '../domain/time.js';
import { isUnverified, levelDuty, verifyDuty } from './duties/levels.js';
import { criteriaDuty, decisionDuty, filingDuty, publicationDuty, sitrepDuty, supplyDuty } from './duties/others.js';
import { escalatedDuty, taskDuty } from './duties/tasks.js';
import type { Cast } from './cast.js';
import type { Duty } from './responder.js';
import { WRITTEN } from './written.js';

type Notice = EffectOf<'notify'>;
type Duties = (cast: Cast, told: Recipient, notice: Notice) => (Duty | undefined)[];

const verify: Duties = (cast, { person }) =>
  isUnverified(cast) ? [verifyDuty(cast, person)] : [levelDuty(cast, person)];
const verifyIfAsked: Duties = (cast, told, notice) =>
  verifiers(cast.state).includes(told.person) ? verify(cast, told, notice) : [];
const tasks: Duties = (cast, { person, tasks: told = [] }) => told.map(({ task }) => taskDuty(cast, person, task));
const escalated: Duties = (cast, { person, tasks: told = [] }) =>
  told.map(({ task }) => escalatedDuty(cast, person, task));
const filings =
  (reminded: boolean): Duties =>
  (cast, { person, obligations = [] }) =>
    obligations.map(({ obligation }) => filingDuty(cast, person, obligation, reminded));
const sitrep: Duties = (cast, { person }) => [sitrepDuty(cast, person)];
const supply: Duties = (cast, { person, requests = [] }) =>
  requests.map(({ request }) => supplyDuty(cast, person, request));
const criteria: Duties = (cast, { person, criteria: told = [] }) => [criteriaDuty(cast, person, told)];
const publication =
  (step: 'draft' | 'check' | 'approve'): Duties =>
  (cast, { person }) => [publicationDuty(cast, person, step)];
const dues: Duties = (cast, { person, dues: told = [] }) =>
  told.some(({ item }) => item === 'firstStatement' || item === 'nextStatement')
    ? [publicationDuty(cast, person, 'draft')]
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
  overrideProposed: (cast, { person }) => [
    decisionDuty(cast, person, 'confirm end', { type: 'terminate', action: 'confirm' }),
  ],
  terminationProposed: (cast, { person }) => [
    decisionDuty(cast, person, 'confirm end', { type: 'terminate', action: 'confirm' }),
  ],
};

/** What follows for the people whom a notice has reached. */
export function dutiesOf(cast: Cast, notice: Notice): void {
  const duties = BY_TEMPLATE[notice.template];
  for (const told of notice.recipients) {
    const responder = cast.people.get(told.person);
    if (responder === undefined || !responder.reachable || responder.inPerson) continue;
    if (notice.acknowledge) answers(cast, told, notice);
    if (notice.template === 'checkInDue') checksIn(cast, told);
    if (notice.template === 'commandAsked') takesOver(cast, told);
    if (notice.template === 'partnerCall') callsPartner(cast, told, notice);
    for (const duty of duties?.(cast, told, notice) ?? []) if (duty !== undefined) cast.asks(told.person, duty);
  }
}

/** Once for each call: accepted, then at work; or declined. */
function answers(cast: Cast, { person }: Recipient, { noticeId }: Notice): void {
  const { acknowledgement, reading, declines, remote, travel } = cast.parameters;
  const responder = cast.people.get(person)!;
  cast.after(cast.draw(responder.atWork ? reading : acknowledgement, `answer ${person}`), () => {
    if (responder.came) {
      if (waitsFor(cast, person)) cast.says(person, { type: 'acknowledge', person });
      return;
    }
    if (!responder.atWork && cast.chance(declines, `decline ${person}`)) {
      cast.says(person, { type: 'decline', person, noticeId, reason: WRITTEN });
      return;
    }
    const onTheWay = cast.chance(remote, `remote ${person}`) ? MINUTE : cast.draw(travel, `travel ${person}`);
    cast.says(person, { type: 'acknowledge', person, noticeId, eta: cast.now + onTheWay });
    responder.came = true;
    cast.after(onTheWay, () => {
      cast.says(person, { type: 'arrive', person });
      responder.arrives();
    });
  });
}

/** Whether a call of this person is still unanswered. */
function waitsFor({ state }: Cast, person: PersonId): boolean {
  return Object.values(state.mobilisation.bodies).some(({ status, people }) => {
    const call = status === 'called' ? callOf(people, person) : undefined;
    return call?.status === 'called' || call?.status === 'silent';
  });
}

/** A minute between two other things. */
function checksIn(cast: Cast, { person }: Recipient): void {
  const { reading, silentCommand } = cast.parameters;
  if (cast.chance(silentCommand, `silent ${person}`)) return;
  cast.after(cast.draw(reading, `check in ${person}`) + MINUTE, () => cast.says(person, { type: 'checkIn' }));
}

/** Nobody waits with that until something else is finished. */
function takesOver(cast: Cast, { person }: Recipient): void {
  const { reading, acknowledgement } = cast.parameters;
  const { atWork } = cast.people.get(person)!;
  cast.after(cast.draw(atWork ? reading : acknowledgement, `take over ${person}`) + MINUTE, () => {
    if (cast.state.checkIn.asked.includes(person)) cast.says(person, { type: 'takeCommand' });
  });
}

function callsPartner(cast: Cast, { person }: Recipient, { facts }: Notice): void {
  const { partner: takes, partnerComes } = cast.parameters;
  const named = [facts['partners'] ?? facts['partner']].flat();
  const team = String(facts['team'] ?? '');
  cast.after(cast.draw(takes, `partner ${team}`), () => {
    for (const partner of named) {
      const accepted = cast.chance(partnerComes, `partner ${team}`);
      const { qualifications = [] } = cast.state.basis.plan.mobilisation.find((rule) => rule.team === team) ?? {};
      cast.says(person, {
        type: 'answerForPartner',
        partner: String(partner),
        team,
        accepted,
        headcount: 2,
        eta: cast.now + MINUTE,
        qualifications: qualifications.map(({ qualification }) => qualification),
      });
    }
  });
}
