import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { Decision } from '../domain/incident/index.js';
import {
  answersSignal,
  recheckClaimsSignal,
  recheckStockSignal,
  changeLevelSignal,
  changeLevelUpdate,
  decideUpdate,
  peopleChangedSignal,
  terminateSignal,
  terminateUpdate,
  verifySignal,
  verifyUpdate,
} from './messages.js';
import type { DecisionAnswer, IncidentInput, IncidentResult } from './messages.js';
import { Shell } from './shell.js';

/** One emergency, from the report to its closure, whatever is killed meanwhile. */
export async function incident(input: IncidentInput): Promise<IncidentResult> {
  const shell = new Shell(input);
  // Before the handlers: messages that came with the start are delivered while their handler is being set, and must not
  // be decided by an incident that has not been reported yet.
  shell.begin();

  const signalled = (type: Decision['type']) => (payload: unknown) => void shell.takeRaw(type, payload, 'temporal');
  const updated =
    (type?: Decision['type']) =>
    (payload: unknown): DecisionAnswer =>
      shell.takeRaw(type, payload);
  setHandler(verifySignal, signalled('verify'));
  setHandler(changeLevelSignal, signalled('changeLevel'));
  setHandler(terminateSignal, signalled('terminate'));
  setHandler(answersSignal, (messages) => shell.takeAnswers(messages));
  setHandler(recheckClaimsSignal, () => shell.recheckClaims());
  setHandler(recheckStockSignal, () => shell.recheckStock());
  setHandler(peopleChangedSignal, (payload) => shell.changePeople(payload));
  setHandler(verifyUpdate, updated('verify'));
  setHandler(changeLevelUpdate, updated('changeLevel'));
  setHandler(terminateUpdate, updated('terminate'));
  setHandler(decideUpdate, updated());

  while (!shell.finished()) {
    // Calls first: both need the database, and nobody waits for the record.
    shell.startEffects();
    shell.record();
    shell.setTimer();
    shell.leaveInTime();
    await shell.handOver();
    await condition(() => shell.stirred());
    shell.wakeDue();
    if (shell.full() && shell.quiet() && allHandlersFinished()) await continueAsNew<typeof incident>(shell.carry());
  }
  await condition(allHandlersFinished);
  return shell.result();
}
