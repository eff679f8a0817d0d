import { answerInThread } from '../threads/answerInThread.js';
import { createDesk } from './desk.js';
import type { Desk } from './desk.js';

/** The thread of a desk. */

export type Act = Exclude<keyof Desk, 'close'>;

/** What is asked of the desk, and what it is asked with. */
export type Asking = { [A in Act]: { act: A; about: Parameters<Desk[A]>[0] } }[Act];

const desk = createDesk();

answerInThread('the desk', async ({ act, about }: Asking): Promise<unknown> => desk[act](about as never));
