// Records one incident after the other in a PGlite folder and says so after each: to be killed. Runs on the build.
import { open } from '../../dist/domain/incident/index.js';
import { openStore } from '../../dist/store/index.js';

const [dataDir, prefix, basisJson] = process.argv.slice(2);
const basis = JSON.parse(basisJson);
const store = await openStore({ kind: 'pglite', dataDir });
for (let i = 0; ; i++) {
  const incidentId = `${prefix}-${i}`;
  const report = { incidentId, mode: 'real', category: 'operation', title: 't', place: 'p', facts: {} };
  const events = open(report, basis, { actor: { kind: 'operator' }, via: 'api', requestId: 'r' }, Date.now());
  await Promise.all([
    store.record({ incidentId, basis, events, messages: [] }),
    store.putAnswer({ id: incidentId, incidentId, person: 'p', kind: 'acknowledge', body: {} }),
  ]);
  process.stdout.write(`${incidentId}\n`);
}
