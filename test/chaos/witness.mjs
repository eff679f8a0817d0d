import { get } from 'node:http';
import { onCleanUp } from './cleanup.mjs';

const AGAIN_AFTER_MS = 50;

/**
 * Reads the event stream from outside and remembers since when somebody was recorded as having accepted a notice. What
 * it has seen counts, even if the record were to lose it in the kill that follows.
 */
export class Witness {
  #seen = new Map();
  #position = 0;
  #ended = false;
  #req;
  #end;

  constructor(installation) {
    this.installation = installation;
    this.#end = onCleanUp(async () => this.#stop());
    this.#read();
  }

  /** Wall clock, or undefined. */
  acceptedAt(incidentId, noticeId, person) {
    return this.#seen.get(`${incidentId}.${noticeId}.${person}`);
  }

  close() {
    return this.#end();
  }

  #stop() {
    this.#ended = true;
    this.#req?.destroy();
  }

  #read() {
    if (this.#ended) return;
    let broken = false;
    const again = () => {
      if (broken) return;
      broken = true;
      setTimeout(() => this.#read(), AGAIN_AFTER_MS);
    };
    const headers = {
      Authorization: `Bearer ${this.installation.token('operator')}`,
      'Last-Event-ID': `${this.#position}`,
    };
    this.#req = get(`${this.installation.url}/api/v1/stream`, { headers, agent: false }, (res) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (chunk) => {
        const messages = (text + chunk).split('\n\n');
        text = messages.pop();
        messages.forEach((message) => this.#take(message));
      });
      res.on('error', again);
      res.on('close', again);
    });
    this.#req.on('error', again);
  }

  #take(message) {
    const data = /^data: ?(.*)$/m.exec(message)?.[1];
    if (data === undefined) return;
    const item = JSON.parse(data);
    if (item.incidentId === undefined) return;
    this.#position = Math.max(this.#position, item.position);
    if (item.type !== 'noticeAttempted') return;
    const { noticeId, accepted } = item.event;
    const now = Date.now();
    for (const person of accepted) {
      const key = `${item.incidentId}.${noticeId}.${person}`;
      if (!this.#seen.has(key)) this.#seen.set(key, now);
    }
  }
}
