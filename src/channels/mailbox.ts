import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

const largestMail = 1024 * 1024;
/** How long close() waits for mails being received. */
const closeTimeoutMs = 500;

export interface MailboxMail {
  /** Without angle brackets. A mail that has none gets one made from its content, so that its repetition gets the same. */
  messageId: string;
  /** Of the envelope; empty for a bounce. */
  from: string;
  /** Of the envelope: whom the mail was delivered to, whatever its headers say. */
  to: string[];
  subject: string;
  text: string;
  html: string | undefined;
  raw: Buffer;
  receivedAt: Date;
}

export interface MailboxOptions {
  /** 0 takes a free port. */
  port: number;
  /** There is neither authentication nor encryption: keep it on loopback. */
  host?: string;
  /** The sender is told 250 when this resolves, and to try again later when it throws. */
  store: (mail: MailboxMail) => Promise<void>;
}

export interface Mailbox {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** An SMTP server that keeps every mail, for an installation without a mail server of its own. */
export async function startMailbox({ port, host = '127.0.0.1', store }: MailboxOptions): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Otherwise each connection waits up to 1.5 s for the name of its client.
    disableReverseLookup: true,
    size: largestMail,
    closeTimeout: closeTimeoutMs,
    onData: (stream, session, answer) => {
      receive(stream, session, store).then(
        () => answer(null, 'OK: stored'),
        (error: unknown) => answer(error instanceof SmtpRefusal ? error : tryLater),
      );
    },
  });
  const bound = await listen(server, port, host);
  // After start-up: a client that goes away in the middle of a mail.
  server.on('error', () => undefined);
  return {
    url: `smtp://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

const tryLater = new SmtpRefusal(451, 'The mail could not be stored, try again later');

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  store: MailboxOptions['store'],
): Promise<void> {
  const raw = await readWithinLimit(stream);
  const receivedAt = new Date();
  const parsed = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  });
  const { mailFrom, rcptTo } = session.envelope;
  await store({
    messageId:
      parsed.messageId?.replace(/^<|>$/g, '') ?? `${createHash('sha256').update(raw).digest('hex')}@no-message-id`,
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || undefined,
    raw,
    receivedAt,
  });
}

/** Reads a mail that is too big to its end, without keeping it, because the answer can be given only then. */
async function readWithinLimit(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw new SmtpRefusal(552, 'The mail is larger than 1 MB');
  return Buffer.concat(chunks);
}

function listen(server: SMTPServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}
