// PGlite in a thread of its own. Takes bytes of the PostgreSQL protocol and posts the answer to each message, in order;
// null closes. Not TypeScript: a thread is started from this very file, in tests too, where nothing is compiled.
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';

const { dataDir, copyOf } = workerData;
const copied = copyOf === undefined ? {} : { loadDataDir: new Blob([readFileSync(copyOf)]) };
const database = await PGlite.create({ dataDir, ...copied });

parentPort.on('message', async (bytes) => {
  if (bytes === null) {
    await database.close();
    parentPort.close();
    return;
  }
  parentPort.postMessage(await database.execProtocolRaw(bytes));
});
parentPort.postMessage('open');
