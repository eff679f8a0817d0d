/**
 * Milliseconds with fractions, on the clock that all processes of this machine share and nobody can set: a time taken
 * in the SMTP sink and one taken in the client may be subtracted.
 */
export function now() {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** What to add to `now()` to get milliseconds since 1970, as events carry them. Good to about a millisecond. */
export function wallOffset() {
  return Date.now() - now();
}

export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks every `everyMs` until the answer is not undefined. Throws after `withinMs`, so that no benchmark hangs. */
export async function until(what, ask, withinMs, everyMs = 50) {
  const giveUpAt = now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (now() > giveUpAt) throw new Error(`${what}: not within ${withinMs} ms`);
    await sleep(everyMs);
  }
}
