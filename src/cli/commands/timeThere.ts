import { Incident } from '../../api/contract.js';
import { aheadOf } from '../inputs.js';
import type { Session } from '../session.js';

/** `20m` from now by the clock of the incident: a drill has its own. A time stays as it is. */
export async function timeThere(session: Session, id: string, given: string | undefined): Promise<string | undefined> {
  const ahead = given === undefined ? undefined : aheadOf(given);
  if (ahead === undefined) return given;
  const text = await session.api.call({ method: 'GET', path: ['incidents', id] });
  const { clock } = session.read(text, Incident.pick({ clock: true }));
  const now = clock === undefined ? session.world.now() : Date.parse(clock.now);
  return new Date(now + ahead).toISOString();
}
