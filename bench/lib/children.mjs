import { rmSync } from 'node:fs';

const children = new Set();
const closers = new Set();
const folders = new Set();

/** After a first signal; then SIGKILL, so that whoever stops a benchmark is not kept waiting. */
const PATIENCE_MS = 15_000;

/** A process that must not outlive the benchmark. */
export function known(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

/** Something that must be ended even when the benchmark is broken off. */
export function knownCloser(close) {
  closers.add(close);
}

export function knownFolder(folder) {
  folders.add(folder);
}

/** Ctrl-C, SIGTERM or a bug in a benchmark must leave nothing behind. SIGTERM lets the product stop its Temporal server. */
export function endWithUs() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void endAll(130));
  process.once('uncaughtException', (error) => {
    console.error(error);
    void endAll(1);
  });
}

async function endAll(code) {
  const gone = [...children].map((child) => new Promise((done) => child.once('exit', done)));
  for (const child of children) child.kill('SIGTERM');
  const late = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, PATIENCE_MS);
  await Promise.all([...gone, ...[...closers].map((close) => Promise.resolve(close()).catch(() => undefined))]);
  clearTimeout(late);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
