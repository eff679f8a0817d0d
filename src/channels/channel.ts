export interface OutgoingMessage {
  /** Without angle brackets. Kept over every repetition, so that a repeated mail can be recognised. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
}

/** What the channel says became of one message. `code` is one short stable word, `detail` is for people. */
export type Delivery =
  /** The server has taken responsibility (SMTP: 250 after DATA). */
  | { status: 'accepted'; detail: string }
  /** Permanent: trying again the same way cannot help (this address or this message was refused). */
  | { status: 'rejected'; code: string; detail: string }
  /** Temporary: try again later. After `timeout` or `connection_lost` the message may nevertheless have arrived. */
  | { status: 'deferred'; code: string; detail: string };

export interface Channel {
  readonly name: string;
  /** Upper bound in ms on how long send() may take, waiting for a free connection included. */
  readonly timeoutMs: number;
  /** Never throws for a delivery problem. `detail` holds no address of a recipient and no password: it ends up in the timeline. */
  send(message: OutgoingMessage): Promise<Delivery>;
  /** Refuses new messages, lets those on the wire finish (at most `timeoutMs`), gives up those still waiting. */
  close(): Promise<void>;
}
