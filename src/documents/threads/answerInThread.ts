import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';

/** Null ends the thread: what is under way is told by the signal to give up, and is waited for. */
export type Asked<In> = { id: number; input: In } | null;
export type Answered<Out> = { id: number; answer: Out } | { id: number; error: unknown };

/** The other side of `OwnThread`, for its script; by the same name. `given`: what goes over without being copied. */
export function answerInThread<In, Out>(
  name: string,
  work: (input: In, signal: AbortSignal) => Promise<Out>,
  given: (answer: Out) => Transferable[] = () => [],
): void {
  const port = parentPort!;
  const stop = new AbortController();
  const underWay = new Set<Promise<void>>();

  // Elsewhere this means the whole process. Decisions are made in another thread of it.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

  port.on('message', (asked: Asked<In>) => {
    if (asked === null) return void end();
    const one = answer(asked).finally(() => underWay.delete(one));
    underWay.add(one);
  });

  async function answer({ id, input }: NonNullable<Asked<In>>): Promise<void> {
    try {
      const out = await work(input, stop.signal);
      port.postMessage({ id, answer: out } satisfies Answered<Out>, given(out));
    } catch (error) {
      port.postMessage({ id, error } satisfies Answered<Out>);
    }
  }

  async function end(): Promise<void> {
    stop.abort(new Error(`${name} is closed`));
    await Promise.all(underWay);
    port.close();
  }
}
