/** What must be ended whatever happens: processes, servers, folders. Each `end` may be called more than once. */
const open = new Set();

/** Returns a function that ends it and forgets it. */
export function onCleanUp(end) {
  open.add(end);
  return async () => {
    open.delete(end);
    await end();
  };
}

export async function cleanUp() {
  for (const end of [...open].reverse()) {
    open.delete(end);
    await end().catch((error) => console.error('clean-up:', error));
  }
}

export function cleanUpOnSignal() {
  let stopping = false;
  const stop = (code) => {
    if (stopping) return;
    stopping = true;
    void cleanUp().finally(() => process.exit(code));
  };
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      console.log('Interrupted: cleaning up.');
      stop(code);
    });
  }
  process.on('uncaughtException', (error) => {
    console.error(error);
    stop(1);
  });
}
