import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

const probeEvery = 50;
const answerWithin = 2_000;

/** Returns when the server answers for this namespace. Rejects when `signal` aborts. */
export async function waitUntilHealthy(address: string, namespace: string, signal: AbortSignal): Promise<void> {
  // A gRPC channel that meets a closed port waits a second before its next attempt. A bare connection does not.
  while (!(await accepts(address))) await pause(probeEvery, undefined, { signal });
  while (!(await answers(address, namespace))) await pause(probeEvery, undefined, { signal });
}

function accepts(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const finish = (accepted: boolean): void => {
      socket.destroy();
      done(accepted);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

async function answers(address: string, namespace: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: answerWithin });
    const { workflowService } = connection;
    await connection.withDeadline(Date.now() + answerWithin, () => workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
