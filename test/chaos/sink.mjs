import { SMTPServer } from 'smtp-server';
import { onCleanUp } from './cleanup.mjs';

/**
 * Between the end of DATA and the 250, about what a real server needs to store a mail. It is the window in which a kill
 * leaves a mail that has arrived and that nobody knows to be accepted.
 */
const STORING_MS = 15;

/** A real SMTP server in the process of the harness: it survives every kill and remembers what arrived. */
export async function startSink() {
  /** By Message-ID without brackets, in order of arrival. Times are those of the wall clock, as in the record. */
  const mails = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onData(stream, session, answer) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      // Only after the final dot: a connection that breaks within DATA has delivered nothing.
      stream.on('end', () => {
        const endedAt = Date.now();
        const raw = Buffer.concat(chunks);
        const id = /^message-id:\s*<([^>]+)>/im.exec(raw.toString('latin1'))?.[1] ?? 'none';
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mails.set(id, [...(mails.get(id) ?? []), { id, recipients, endedAt, raw }]);
        setTimeout(() => answer(null), STORING_MS);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = onCleanUp(() => new Promise((done) => server.close(done)));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    /** Every arrival under this Message-ID. */
    of: (id) => mails.get(id) ?? [],
    idsOf: (incidentId) => [...mails.keys()].filter((id) => id.startsWith(`${incidentId}.`)),
    ids: () => [...mails.keys()],
    close,
  };
}
