import { pino } from 'pino';
import { startPeopleTeller } from '../../src/api/peopleTeller.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { TestMuster } from '../support/muster.js';

/** After the end, which is not watched, the roster names another commander: command passes at once, and who has it then closes. */
export async function recordSuccession(
  muster: TestMuster,
  save: (name: string, id: string) => Promise<void>,
): Promise<void> {
  const { store, directory, incidents } = muster;
  const id = await muster.report();
  const says = async (person: string, decision: Decision): Promise<void> => {
    const { refusal } = await muster.says(id, person, decision);
    if (refusal !== undefined) throw new Error(`${decision.type}: ${JSON.stringify(refusal)}`);
  };
  await says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'IV', reason: 'seen' });
  await says('lin-wei', { type: 'terminate', action: 'override', reason: 'stable' });
  await says('chen-jing', { type: 'terminate', action: 'confirm' });
  await muster.until(id, ({ phase, incidentReport }) => phase === 'aftermath' && incidentReport.draft !== undefined);
  const roster = structuredClone((await store.currentRoster())!.document as RosterDocument);
  roster.holders['commander'] = ['sun-yu'];
  await store.saveRoster(roster);
  const teller = startPeopleTeller({ store, directory, incidents, log: pino({ level: 'silent' }) });
  await teller.tell();
  await muster.until(id, ({ command }) => command.posts['commander'] === 'sun-yu');
  await teller.close();
  await says('sun-yu', { type: 'close', reason: 'nothing is left to find out', despite: true });
  await muster.handle(id).result();
  await save('command-by-roster', id);
}
