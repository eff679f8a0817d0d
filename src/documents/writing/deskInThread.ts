import { OwnThread } from '../threads/ownThread.js';
import type { Desk } from './desk.js';
import type { Act, Asking } from './thread.js';

/** As compiled; a thread cannot be started from TypeScript. */
const THREAD = new URL('./thread.js', import.meta.url);

/** A desk beside a process that decides, never in its way. Where its thread was ended, it has nothing any more. */
export function createDeskInThread(): Desk {
  const thread = new OwnThread<Asking, unknown>(THREAD, 'the desk');
  const asking = <A extends Act>(act: A): Desk[A] =>
    ((about: unknown) => thread.ask({ act, about } as Asking)) as Desk[A];
  return {
    has: asking('has'),
    add: asking('add'),
    write: asking('write'),
    writeDrill: asking('writeDrill'),
    forget: asking('forget'),
    close: () => thread.close(),
  };
}
