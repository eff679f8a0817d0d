import type { MessageType } from './messages.js';
import type { RoomName, State } from './state.js';

/** The slices that a decision rests on: if one of them moved since the sender looked, the decision is asked again. */
const DEPENDS_ON: Record<MessageType, RoomName[]> = {
  verify: ['verification', 'grading'],
  merge: ['verification', 'grading', 'merging'],
  absorb: [],
  handOver: ['command'],
  checkIn: [],
  takeCommand: ['command'],
  resolveClaim: ['claims'],
  claimed: [],
  releasedClaims: [],
  recheckClaims: [],
  changeLevel: ['grading', 'termination'],
  changeCategory: ['report', 'grading', 'termination'],
  criterion: ['grading', 'termination'],
  terminate: ['grading', 'termination'],
  reopen: ['grading', 'termination'],
  dismissRecurrence: ['grading', 'termination'],
  close: ['aftermath'],
  improvement: [],
  movePlan: ['plan', 'grading', 'command', 'mobilisation', 'termination'],
  peopleChanged: [],
  acknowledge: [],
  addFact: ['situation'],
  askQuestion: [],
  answerQuestion: ['situation'],
  draftSitrep: ['sitreps'],
  editSitrep: ['sitreps'],
  releaseSitrep: ['sitreps'],
  task: ['tasks'],
  scene: ['scene'],
  obligation: ['obligations'],
  resource: ['resources'],
  allocated: [],
  stockSettled: [],
  recheckStock: [],
  decline: [],
  arrive: [],
  release: [],
  answerForPartner: [],
  acceptShortage: ['grading'],
  noticeAttempted: [],
  documentWritten: [],
  improvementStarted: [],
  mergeAnswered: [],
};

export function changedSince(state: State, type: MessageType, seq: number): RoomName[] {
  return DEPENDS_ON[type].filter((room) => state.moved[room] > seq);
}
