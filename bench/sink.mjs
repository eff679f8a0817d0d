import { SMTPServer } from 'smtp-server';
import { now } from './lib/clock.mjs';

/**
 * Child process: an SMTP server that notes when the last byte of each mail was there. A process of its own, as a mail
 * server is, so that receiving does not take the event loop of whoever measures.
 */
const FLUSH_MS = 20;
let unsent = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  closeTimeout: 50,
  onData(stream, _session, answer) {
    let head = '';
    // The headers are in the first chunk or two; the rest is only counted as received.
    stream.on('data', (chunk) => head.length < 4_000 && (head += chunk.toString('latin1')));
    stream.on('end', () => {
      unsent.push({ at: now(), id: /^message-id:\s*<([^>]+)>/im.exec(head)?.[1] ?? '' });
      answer(null, 'OK');
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));

setInterval(() => {
  if (unsent.length === 0) return;
  process.send({ mails: unsent });
  unsent = [];
}, FLUSH_MS);

process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; the parent decides when the sink ends.
process.on('SIGINT', () => undefined);
