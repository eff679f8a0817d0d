import { createTransport } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Channel, Delivery, OutgoingMessage } from './channel.js';
import { compose, parseSender, whyImpossible } from './compose.js';
import { createRedact, formsOfPassword } from './redact.js';
import { failureToDelivery, type SmtpFailure } from './smtpFailure.js';

export interface EmailOptions {
  /** smtp:// or smtps://, credentials in it, nodemailer's options as query (`?tls.rejectUnauthorized=false`); these win over the ones below. */
  smtpUrl: string;
  /** `Muster <muster@example.org>` */
  from: string;
  /** Connections open at once. A recipient on whom the server hangs holds one of them until it times out. */
  poolSize?: number;
  /** From DNS to the end of STARTTLS. */
  connectTimeoutMs?: number;
  /**
   * Silence on a connection. Also ends idle connections, on purpose: one that a firewall has dropped unnoticed would cost
   * a notice this long before it is tried on another. A server that takes longer than this to answer the end of a mail
   * gets it again: raise it for relays that scan mails before they say 250.
   */
  socketTimeoutMs?: number;
}

export function createEmailChannel(options: EmailOptions): Channel {
  const { connectTimeoutMs = 4_000, socketTimeoutMs = 8_000 } = options;
  const timeoutMs = connectTimeoutMs + socketTimeoutMs;
  const sender = parseSender(options.from);
  const pool = openPool(options, connectTimeoutMs, socketTimeoutMs);
  const mailer = createTransport(pool);
  const { user = '', pass = '' } = pool.options.auth ?? {};
  const redact = createRedact(formsOfPassword(user, String(pass)));
  const onTheWay = new Set<Promise<Delivery>>();
  let closed = false;

  async function deliver(message: OutgoingMessage): Promise<Delivery> {
    // Aborting takes the mail out of the queue, or destroys the connection that carries it and frees its place in the pool.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      const { response } = await mailer.sendMail({ ...compose(message, sender), signal: deadline.signal });
      return { status: 'accepted', detail: redact(response, message.to) };
    } catch (error) {
      if (deadline.signal.aborted)
        return { status: 'deferred', code: 'timeout', detail: `No answer within ${timeoutMs} ms` };
      if (closed && isPoolClosed(error)) return channelClosed;
      return failureToDelivery(error as SmtpFailure, message.to, redact);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    name: 'email',
    timeoutMs,
    async send(message) {
      const impossible = whyImpossible(message);
      if (impossible) return impossible;
      if (closed) return channelClosed;
      const delivery = deliver(message);
      onTheWay.add(delivery);
      return delivery.finally(() => onTheWay.delete(delivery));
    },
    async close() {
      closed = true;
      pool.close();
      await Promise.all(onTheWay);
    },
  };
}

const channelClosed: Delivery = {
  status: 'deferred',
  code: 'channel_closed',
  detail: 'The e-mail channel is shutting down',
};

function openPool(options: EmailOptions, connectTimeoutMs: number, socketTimeoutMs: number): SMTPPool {
  // The URL itself stays out of the message: it holds the password.
  if (!/^smtps?:\/\/[^\s/]/i.test(options.smtpUrl))
    throw new Error('SMTP_URL must begin with smtp:// or smtps:// and name a host');
  return new SMTPPool({
    url: options.smtpUrl,
    maxConnections: options.poolSize ?? 10,
    // nodemailer's default of 100 closes a healthy connection in the middle of a mobilisation and pauses 100 ms.
    maxMessages: Infinity,
    dnsTimeout: connectTimeoutMs,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: socketTimeoutMs,
    // Off: it says QUIT and keeps the place in the pool until a perhaps dead server answers. socketTimeout does its work.
    idleTimeout: 0,
    // How long a closed connection may linger when the server does not close its side. Its place in the pool is free already.
    socketCloseTimeout: 1_000,
  });
}

function isPoolClosed(error: unknown): boolean {
  return error instanceof Error && error.message === 'Connection pool was closed';
}
