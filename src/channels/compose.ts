import type { SendMailOptions } from 'nodemailer/lib/mailer';
import type { Delivery, OutgoingMessage } from './channel.js';

// One mailbox, nothing that an address parser could read as a second one. Quoted local parts and address literals are
// legal (RFC 5321) but nobody's roster has them, and every tolerant parser reads them differently.
const mailbox = /^[^\s\p{Cc}@<>()[\],;:\\"]{1,64}@[^\s\p{Cc}@<>()[\],;:\\"]{1,253}$/u;
const messageIdForm = /^[^\s\p{Cc}@<>]{1,200}@[^\s\p{Cc}@<>]{1,200}$/u;
const headerName = /^[A-Za-z][A-Za-z0-9-]*$/;
const ownHeaders =
  /^(message-id|date|from|sender|to|cc|bcc|subject|mime-version|content-.*|auto-submitted|x-auto-response-suppress)$/i;

export interface Sender {
  name: string;
  address: string;
}

/** Reads `Muster <muster@example.org>` or a bare address. Throws at start-up, rather than fail every mail later. */
export function parseSender(from: string): Sender {
  const [, name = '', address = from.trim()] = /^(.*)<([^<>]*)>\s*$/s.exec(from) ?? [];
  if (!mailbox.test(address))
    throw new Error(`The sender "${from}" is not an e-mail address. Expected: Name <name@example.org>`);
  return { name: oneLine(name).replace(/^"(.*)"$/, '$1'), address };
}

/** Why this message can never be sent as it is. */
export function whyImpossible(message: OutgoingMessage): Delivery | undefined {
  if (!mailbox.test(message.to)) return rejected('invalid_address', 'The address is malformed');
  if (!messageIdForm.test(message.messageId))
    return rejected('invalid_message_id', 'The Message-ID is not of the form left@right');
  const bad = Object.keys(message.headers ?? {}).find((name) => !headerName.test(name) || ownHeaders.test(name));
  if (bad !== undefined) return rejected('invalid_header', `The header ${JSON.stringify(bad)} may not be set`);
  return undefined;
}

export function compose(message: OutgoingMessage, sender: Sender): SendMailOptions {
  const headers = Object.entries(message.headers ?? {}).map(([key, value]) => ({ key, value: oneLine(value) }));
  return {
    // As objects, which nodemailer does not parse. It takes the envelope from them; an `envelope` of our own would carry
    // the refusal of a first connection into the retry on a second (seen in nodemailer 10.6 with 421 to MAIL FROM).
    from: sender,
    to: { name: '', address: message.to },
    messageId: `<${message.messageId}>`,
    date: new Date(),
    subject: oneLine(message.subject),
    text: message.text,
    ...(message.html === undefined ? {} : { html: message.html }),
    // Not base64: each line decodes by itself and holds whole characters, so that a gateway that decodes line by line or
    // cuts the end off leaves no broken Chinese; Latin words and numbers stay legible undecoded; spam filters mistrust base64 text.
    textEncoding: 'quoted-printable',
    headers: [
      ...headers,
      // RFC 3834 and its Exchange counterpart: keep holiday replies from answering an alarm.
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'X-Auto-Response-Suppress', value: 'All' },
    ],
    xMailer: false,
    // Text that looks like a path or a link must never make the mailer open it.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function rejected(code: string, detail: string): Delivery {
  return { status: 'rejected', code, detail };
}

/** A line break in a header starts a new header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
