import type { Logger } from 'pino';
import { keepUpToDate } from '../../store/index.js';
import { keepProgramme } from './keepProgramme.js';
import type { ProgrammeParts } from './keepProgramme.js';

/** Keeps the schedules of drills in step, at start and with every change of the plan. */
export function startProgramme(parts: ProgrammeParts & { log: Logger }): { close(): Promise<void> } {
  return keepUpToDate(
    parts.store,
    () => keepProgramme(parts),
    (error) =>
      parts.log.error({ error: String(error) }, 'the drill programme could not be brought in step; it is tried again'),
  );
}
