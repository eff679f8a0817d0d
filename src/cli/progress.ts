import type { Desk } from './session.js';

const FIRST_MS = 1_000;

/** Says on stderr that it goes on: after a second, then ever more rarely. */
export async function withProgress<T>(
  { world, notice }: Pick<Desk, 'world' | 'notice'>,
  words: () => string,
  work: () => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const telling = (async () => {
    for (let wait = FIRST_MS; ; wait *= 2) {
      await world.sleep(wait, done.signal);
      if (done.signal.aborted) return;
      notice('working', words());
    }
  })();
  try {
    return await work();
  } finally {
    done.abort();
    await telling;
  }
}
