/** What `@jest/globals` gives in jest's own sandbox. The runner keeps no time limit, so each test and hook gets it here. */
const { describe, expect, jest } = globalThis;
export { describe, expect, jest };

/** Only ends what hangs: CI has two cores, and they are shared. */
const LIMIT_MS = 240_000;

export const test = Object.assign(limited(globalThis.test), {
  each: (...table) => limited(globalThis.test.each(...table)),
  only: limited(globalThis.test.only),
  skip: globalThis.test.skip,
});
export const beforeAll = hook(globalThis.beforeAll);
export const afterAll = hook(globalThis.afterAll);
export const beforeEach = hook(globalThis.beforeEach);
export const afterEach = hook(globalThis.afterEach);

function limited(declare) {
  return (name, fn) => declare(name, inTime(fn));
}

function hook(declare) {
  return (fn) => declare(inTime(fn));
}

function inTime(fn) {
  const run = async (...given) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not done within ${LIMIT_MS / 1_000} s.`)), LIMIT_MS);
    });
    try {
      await Promise.race([fn(...given), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  // One without parameters: the runner takes a function with any for one that calls back.
  return (...given) => run(...given);
}
