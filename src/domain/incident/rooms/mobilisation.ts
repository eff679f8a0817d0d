import { callOf } from '../calls.js';
import { remembered } from '../../remembered.js';
import { earliest } from '../../time.js';
import type { Instant } from '../../time.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import type { Room } from '../room.js';
import type { MobilisationSlice, State } from '../state.js';
import { acknowledge, arrive, decline, withAnswer } from './mobilisation/answers.js';
import { activeBodies, changeBody } from './mobilisation/bodies.js';
import { addBody, alertCalls, called } from './mobilisation/calling.js';
import {
  alertOthers,
  callNewcomers,
  callTeams,
  changeToCategory,
  changeToLevel,
  changeToPlan,
  stoodDown,
  withQuorums,
} from './mobilisation/change.js';
import { freeAgainAt, freeDue, withFreeAt } from './mobilisation/freeAgain.js';
import { answerForPartner, withPartner } from './mobilisation/partners.js';
import { followUp, isOneMore, withQuorum } from './mobilisation/quorum.js';
import { release, withdrawFromCalls, withReleased, withTakenOff } from './mobilisation/release.js';
import { markReliefTold, reliefDue, reliefsAt, withRelief, withReliefOfAnswer } from './mobilisation/relief.js';
import { acceptShortage, shortageDue, shortagesAt } from './mobilisation/shortage.js';
import { markDelivery, standDown } from './mobilisation/standDown.js';
import { answersDue, markReminded, markSilent, silenceAt, withActed } from './mobilisation/waiting.js';

/**
 * Who is called, who answered, who is silent, and whether they are enough. Posts are called by the report, teams by the
 * level. Of a team the plan may want a number of people with certain qualifications within a time: the members are asked
 * first; as soon as they cannot be enough any more those of them who have rested or are back, the substitutes, then the
 * external partners; a shortage reaches a person, and goes on reaching people until it is over or accepted.
 */
export const mobilisation: Room<'mobilisation'> = {
  name: 'mobilisation',
  initial: { bodies: {} },

  evolve(slice, event, state) {
    const next = evolved(withActed(slice, event, state), event, state);
    return movesFreeAt(event) ? withFreeAt(next, state, event.at) : next;
  },

  decide: { acknowledge, decline, arrive, release, answerForPartner, acceptShortage },

  react(state, event) {
    switch (event.type) {
      case 'levelProposed':
        // The first proposal: by then the posts of command are filled.
        return state.phase === 'reported' && Object.keys(state.mobilisation.bodies).length === 0
          ? called(alertCalls(state))
          : [];
      case 'activated':
      case 'reopened':
        return callTeams(state, event.level, event.at);
      case 'levelChanged':
        return changeToLevel(state, event.to, event.at);
      case 'categoryChanged':
        return changeToCategory(state, event.at);
      case 'planMoved':
        return changeToPlan(state, event.at);
      case 'peopleChanged':
        return callNewcomers(state, event);
      case 'terminated':
      case 'rejected':
      case 'merged':
        return stoodDown(state, event.type, activeBodies(state));
      case 'claimResolved':
        return event.decision === 'yield'
          ? withdrawFromCalls(state, event.person, 'yielded')
          : followUp(state, event.at);
      case 'preempted':
        return [
          ...event.people.flatMap((person) => withdrawFromCalls(state, person, 'preempted')),
          ...alertOthers(state),
        ];
      case 'claimsAnswered':
        return followUp(state, event.at);
      case 'acknowledged':
        return event.etaChanged !== true && isOneMore(state, event.person) ? [] : followUp(state, event.at);
      case 'arrived':
        return isOneMore(state, event.person) ? [] : followUp(state, event.at);
      default:
        return movesPeople(event) ? followUp(state, event.at) : [];
    }
  },

  due: ({ mobilisation: slice }) => dueIn(slice),
  wake: (state: State, at: Instant): EventBody[] => [
    ...silenceAt(state, at),
    ...shortagesAt(state, at),
    ...freeAgainAt(state, at),
    ...reliefsAt(state, at),
  ],
};

const dueIn = remembered((slice: MobilisationSlice) => {
  const called = { mobilisation: slice };
  return earliest(answersDue(called), shortageDue(called), freeDue(called), reliefDue(called));
});

function evolved(slice: MobilisationSlice, event: IncidentEvent, state: State): MobilisationSlice {
  switch (event.type) {
    case 'called':
      return event.calls.reduce((s, call) => addBody(s, call, event, state), slice);
    case 'acknowledged':
    case 'arrived':
      return withReliefOfAnswer(withAnswer(slice, event), event, state);
    case 'declined': {
      const next = withAnswer(slice, event);
      return wasOnDuty(slice, event) ? withRelief(next, state) : next;
    }
    case 'released':
      return { ...withRelief(withReleased(slice, event.calls, event.at), state), reason: event.texts.reason };
    case 'takenOff':
      return withRelief(withTakenOff(slice, event), state);
    case 'partnerAnswered':
      return changeBody(slice, { kind: 'team', id: event.team }, (body) => withPartner(body, event));
    case 'reminded':
      return event.calls.reduce((s, call) => markReminded(s, call, event, state), slice);
    case 'silent':
      return event.calls.reduce((s, call) => markSilent(s, call, event.at), slice);
    case 'quorumReached':
    case 'quorumLost':
    case 'quorumMissed':
      return changeBody(slice, { kind: 'team', id: event.team }, (body) => withQuorum(body, event, state));
    case 'shortageAccepted': {
      const next = changeBody(slice, { kind: 'team', id: event.team }, (body) => withQuorum(body, event, state));
      return { ...next, reason: event.texts.reason };
    }
    case 'quorumChanged':
      return withQuorums(slice, event);
    case 'reliefDue':
      return markReliefTold(slice, event, state);
    case 'planMoved':
      return withRelief(slice, state);
    case 'stoodDown':
      return event.calls.reduce((s, call) => standDown(s, call.target, event.at), slice);
    case 'noticeAttempted':
      return markDelivery(slice, event, state);
    default:
      return slice;
  }
}

/** After these, those who come may be more or fewer than before, or others may have to be asked. */
const MOVING: readonly IncidentEvent['type'][] = [
  'called',
  'declined',
  'released',
  'takenOff',
  'partnerAnswered',
  'silent',
  'quorumChanged',
  'quorumMissed',
  'freeAgain',
  'stoodDown',
];

/** That nobody is left to ask is itself what follows; the calls for other teams come after it. */
function movesPeople(event: IncidentEvent): boolean {
  return MOVING.includes(event.type) && !(event.type === 'quorumMissed' && event.why === 'nobodyLeft');
}

/** After these, others may be called, or somebody else's rest is the next to end. */
const MOVING_FREE: readonly IncidentEvent['type'][] = [
  'called',
  'released',
  'quorumLost',
  'quorumChanged',
  'freeAgain',
  'levelChanged',
  'categoryChanged',
  'planMoved',
  'peopleChanged',
  'preempted',
];

function movesFreeAt(event: IncidentEvent): boolean {
  const isAnswer = event.type === 'acknowledged' || event.type === 'arrived';
  return isAnswer ? event.comes !== undefined : MOVING_FREE.includes(event.type);
}

function wasOnDuty(slice: MobilisationSlice, { person }: EventOf<'declined'>): boolean {
  return Object.values(slice.bodies).some((body) => callOf(body.people, person)?.dutySince !== undefined);
}
