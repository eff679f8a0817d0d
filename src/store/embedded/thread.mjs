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
  const answer = await answerTo(bytes);
  parentPort.postMessage(answer, [answer.buffer]);
});

// Not `execProtocolRaw`: in PGlite 0.5 that also reads every answer, and keeps each row ever read until the heap is full.
async function answerTo(bytes) {
  const parts = [];
  await database.execProtocolRawStream(bytes, { onRawData: (part) => parts.push(part.slice()) });
  return parts.length === 1 ? parts[0] : new Uint8Array(Buffer.concat(parts));
}

parentPort.postMessage('open');
