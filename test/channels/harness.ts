import { afterEach } from '@jest/globals';
import type { OutgoingMessage } from '../../src/channels/channel.js';
import { createEmailChannel, type EmailOptions } from '../../src/channels/email.js';

/** Closes, after each test and in reverse order, whatever the test opened. */
const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

export function open<T extends { close(): Promise<unknown> }>(thing: T): T {
  opened.push(thing);
  return thing;
}

export function emailTo(smtpUrl: string, options: Partial<EmailOptions> = {}) {
  return open(createEmailChannel({ smtpUrl, from: 'Muster <muster@example.org>', ...options }));
}

let sent = 0;
export function mail(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    messageId: `notice-${++sent}@muster.example`,
    to: 'wang.fang@example.org',
    subject: 'Call',
    text: 'Please acknowledge.',
    ...changes,
  };
}
