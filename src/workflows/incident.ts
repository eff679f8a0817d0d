import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { Decision } from '../domain/incident/index.js';
import { readKept } from './effects.js';
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
import type { AfterCloseInput, DecisionAnswer, IncidentInput, IncidentResult } from './messages.js';
import { Shell } from './shell.js';

/** One emergency, from the report to its closure, whatever is killed meanwhile. */
export async function incident(input: IncidentInput | AfterCloseInput): Promise<IncidentResult> {
  if ('afterClose' in input) return afterClose(input.afterClose);
  const shell = new Shell(input);
  // Before the handlers: messages that came with the start are delivered while their handler is being set, and must not
  // be decided by an incident that has not been reported yet.
  shell.begin();
  listen((act) => act(shell));
  await goOn(shell);
  await condition(allHandlersFinished);
  return shell.result();
}

/**
 * Once more, because somebody has to correct or withdraw what the public still reads. It goes by the store, where personal
 * data may have been erased since, and ends as soon as all is answered and recorded.
 */
async function afterClose(of: AfterCloseInput['afterClose']): Promise<IncidentResult> {
  const taken = takenUp(of);
  // What has no handler by the end of the first task is refused.
  listen(async (act) => act(await taken));
  const shell = await taken;
  do {
    await condition(allHandlersFinished);
    await goOn(shell);
  } while (!allHandlersFinished());
  return shell.result();
}

async function takenUp(of: AfterCloseInput['afterClose']): Promise<Shell> {
  const { people, ...kept } = await readKept(of);
  const shell = new Shell(kept);
  shell.begin();
  for (const change of people) shell.changePeople(change);
  return shell;
}

/** `on`: hands a message to the machine that is to take it. */
function listen(on: <T>(act: (shell: Shell) => T) => T | Promise<T>): void {
  const signalled = (type: Decision['type']) => (payload: unknown) =>
    on((shell) => void shell.takeRaw(type, payload, 'temporal'));
  const updated =
    (type?: Decision['type']) =>
    (payload: unknown): DecisionAnswer | Promise<DecisionAnswer> =>
      on((shell) => shell.takeRaw(type, payload));
  setHandler(verifySignal, signalled('verify'));
  setHandler(changeLevelSignal, signalled('changeLevel'));
  setHandler(terminateSignal, signalled('terminate'));
  setHandler(answersSignal, (messages) => on((shell) => shell.takeAnswers(messages)));
  setHandler(recheckClaimsSignal, () => on((shell) => shell.recheckClaims()));
  setHandler(recheckStockSignal, () => on((shell) => shell.recheckStock()));
  setHandler(peopleChangedSignal, (payload) => on((shell) => shell.changePeople(payload)));
  setHandler(verifyUpdate, updated('verify'));
  setHandler(changeLevelUpdate, updated('changeLevel'));
  setHandler(terminateUpdate, updated('terminate'));
  setHandler(decideUpdate, updated());
}

async function goOn(shell: Shell): Promise<void> {
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
}
