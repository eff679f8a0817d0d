import type { Decision } from '../../src/domain/incident/index.js';
import type { TestMuster } from '../support/muster.js';

export const COMMANDER = 'lin-wei';
const CONFIRM: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };

/** An incident in which one SITREP after the other is released, faster than they are written. */
export async function withSitreps(muster: TestMuster, count: number): Promise<string> {
  const id = await muster.report();
  await muster.says(id, COMMANDER, CONFIRM);
  for (let number = 1; number <= count; number++) {
    // Refused where the next one is open already.
    await muster.says(id, COMMANDER, { type: 'draftSitrep' });
    const { refusal } = await muster.says(id, COMMANDER, { type: 'releaseSitrep', number });
    if (refusal !== undefined) throw new Error(`SITREP ${number} was refused: ${refusal.code}`);
  }
  return id;
}

export async function recordDocuments(muster: TestMuster, save: (name: string, id: string) => Promise<void>) {
  const id = await withSitreps(muster, 6);
  await muster.until(id, (_, events) => events.filter(({ type }) => type === 'documentWritten').length === 6);
  await save('documents', id);
}
