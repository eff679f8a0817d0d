import { expect, test } from '@jest/globals';
import { createActivities } from '../../src/activities/index.js';
import type { ActivityDeps } from '../../src/activities/index.js';

/**
 * What each activity reaches, and what keeps a drill from getting out by it. Whoever adds one has to say so here, and see
 * that it is true.
 */
const REACH: Record<keyof ReturnType<typeof createActivities>, string> = {
  record: 'the store',
  recordImprovement: 'the store',
  recordDrill: 'the store',
  takeUp: 'the store',
  followIncident: 'the store',
  claimPeople: 'the ledger of people, which keeps drills apart',
  releasePeople: 'the ledger of people, which keeps drills apart',
  allocateStock: 'the ledger of stock, which keeps drills apart',
  settleStock: 'the ledger of stock, which keeps drills apart',
  notify: 'people, by mail: recipients are those of the effect, which has passed the gate of the machine',
  tellDrill: 'people, by mail: recipients are those who have a part in the drill',
  tellImprovement: 'people, by mail: an improvement is real, also one that a drill has led to',
  writeDocument: 'the store: documents are marked',
  writeDrill: 'the store: documents are marked',
  publish: 'the public page: the store refuses what belongs to a drill',
  mergeInto: 'another incident of the same mode',
  openScheduledDrill: 'a workflow that is a drill',
  replanDrill: 'the store',
  inspectReadiness: 'the store: readiness is that of the organisation, and no part of a drill',
  tellReadiness: 'people, by mail: readiness is real, and no drill asks for it',
  startImprovement: 'a workflow',
  planVerification: 'a workflow that is a drill',
  verificationOver: 'the store',
  versionInForce: 'the store',
  startDrillIncident: 'a workflow in mode drill',
  paceDrillIncident: 'the incident of the drill',
  takeOutOfDrill: 'the incident of the drill',
  clearDrillIncident: 'the incident of the drill, and the ledgers, which keep drills apart',
  playAbsent: 'the incident of the drill: a real one refuses it',
};

test('of every activity it is known what it reaches', () => {
  expect(Object.keys(createActivities({} as ActivityDeps)).sort()).toEqual(Object.keys(REACH).sort());
});
