import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { readMail, type ReadMail } from '../channels/readMail.js';

/** A mail that the sink answered with 250. Subject and text are decoded only when asked for. */
export interface ReceivedMail extends ReadMail {
  from: string;
  /** Of the envelope. */
  recipients: string[];
  raw: string;
  /** performance.now() when the last byte of DATA was there. */
  endOfDataAt: number;
}

/** What the server does with one recipient: at RCPT TO, or at the end of DATA when `at` says so. */
export type Behaviour =
  | { does: 'reject'; code: number; text?: string; at?: 'rcpt' | 'data' }
  | { does: 'delay'; ms: number; at?: 'rcpt' | 'data' }
  /** Never answers; ends when the client gives up or the sink closes. */
  | { does: 'hang'; at?: 'rcpt' | 'data' };

export interface SinkOptions {
  /** Called for each mail, just before it is answered with 250. */
  onMail?: (mail: ReceivedMail) => void;
  /** `attempt` counts RCPT TO for this recipient from 1. Without an answer the mail is accepted. */
  behave?: (recipient: string, attempt: number) => Behaviour | undefined;
  port?: number;
}

export interface Sink {
  url: string;
  port: number;
  /** In the order in which their DATA ended. */
  mails: ReceivedMail[];
  /** Every RCPT TO seen, accepted or not. */
  attempts: Map<string, number>;
  /** The first mail, already there or still to come, that fits. */
  waitFor(fits: (mail: ReceivedMail) => boolean, timeoutMs?: number): Promise<ReceivedMail>;
  close(): Promise<void>;
}

/** A real SMTP server for tests that records what it is given. Takes well over 1,000 mails a second. */
export async function startSink({ onMail, behave, port = 0 }: SinkOptions = {}): Promise<Sink> {
  const mails: ReceivedMail[] = [];
  const attempts = new Map<string, number>();
  const waiting = new Set<(mail: ReceivedMail) => void>();

  const behaviourOf = (recipient: string, at: 'rcpt' | 'data') => {
    const behaviour = behave?.(recipient, attempts.get(recipient) ?? 1);
    return behaviour && (behaviour.at ?? 'rcpt') === at ? behaviour : undefined;
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onRcptTo: ({ address }, _session, answer) => {
      attempts.set(address, (attempts.get(address) ?? 0) + 1);
      carryOut(behaviourOf(address, 'rcpt'), answer);
    },
    onData: (stream, session, answer) => {
      collect(stream, (raw) => {
        const mail = receivedMail(raw, session);
        const behaviour = mail.recipients.map((recipient) => behaviourOf(recipient, 'data')).find(Boolean);
        carryOut(behaviour, (refusal) => {
          if (refusal) return answer(refusal);
          mails.push(mail);
          for (const offer of waiting) offer(mail);
          onMail?.(mail);
          answer(null);
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;

  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    attempts,
    waitFor: (fits, timeoutMs = 90_000) => {
      const there = mails.find(fits);
      if (there) return Promise.resolve(there);
      return new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer);
          waiting.delete(offer);
        };
        const offer = (mail: ReceivedMail) => {
          if (!fits(mail)) return;
          settle();
          resolve(mail);
        };
        const timer = setTimeout(() => {
          settle();
          reject(new Error(`No such mail within ${timeoutMs} ms; ${mails.length} others arrived`));
        }, timeoutMs);
        waiting.add(offer);
      });
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function carryOut(behaviour: Behaviour | undefined, answer: (refusal: Error | null) => void): void {
  switch (behaviour?.does) {
    case undefined:
      return answer(null);
    case 'reject':
      return answer(Object.assign(new Error(behaviour.text ?? 'scripted refusal'), { responseCode: behaviour.code }));
    case 'delay':
      setTimeout(() => answer(null), behaviour.ms);
      return;
    case 'hang':
      return;
  }
}

function collect(stream: SMTPServerDataStream, done: (raw: string) => void): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  // Bytes as characters: the reader decodes them by the charset that the mail states.
  stream.on('end', () => done(Buffer.concat(chunks).toString('latin1')));
}

function receivedMail(raw: string, session: SMTPServerSession): ReceivedMail {
  const { mailFrom, rcptTo } = session.envelope;
  return Object.assign(readMail(raw), {
    from: mailFrom ? mailFrom.address : '',
    recipients: rcptTo.map(({ address }) => address),
    raw,
    endOfDataAt: performance.now(),
  });
}
