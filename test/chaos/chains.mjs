import { join } from 'node:path';
import { ROOT } from './installation.mjs';

/** Checks the hash chain of every incident of an installation that has been stopped. */
export async function brokenChains(dir, incidentIds) {
  const { openStore } = await import(join(ROOT, 'dist', 'store', 'index.js'));
  const store = await openStore({ kind: 'pglite', dataDir: join(dir, 'database') });
  try {
    const broken = [];
    for (const id of incidentIds) {
      const verdict = await store.verifyIncident(id);
      if (!verdict.intact || verdict.length === 0) broken.push(`${id}: ${JSON.stringify(verdict)}`);
    }
    return broken;
  } finally {
    await store.close();
  }
}
