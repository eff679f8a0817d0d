import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  const { folder, stop } = globalThis.musterTest;
  await Promise.all(stop.map((end) => end()));
  rmSync(folder, { recursive: true, force: true });
}
