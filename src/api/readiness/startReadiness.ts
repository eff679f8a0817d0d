import type { Logger } from 'pino';
import { keepUpToDate } from '../../store/index.js';
import type { ProgrammeParts } from '../programme/keepProgramme.js';
import { keepReadiness } from './keepReadiness.js';

/** Keeps the schedule of inspections in step, at start and with every change of the plan. */
export function startReadiness(parts: ProgrammeParts & { log: Logger }): { close(): Promise<void> } {
  return keepUpToDate(
    parts.store,
    () => keepReadiness(parts),
    (error) =>
      parts.log.error(
        { error: String(error) },
        'the schedule of readiness inspections could not be brought in step; it is tried again',
      ),
  );
}
