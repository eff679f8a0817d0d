import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { untilAnswered } from './http.mjs';

/** The steps of a journey, in order; each is one request of a client, and a kill can be aimed at each. */
export const STEPS = ['report', 'verify', 'ackByLink', 'ackByApi', 'raise', 'propose', 'confirm', 'document', 'close'];

/** The longest that anything may take that is to happen by itself: mails, the record, the report document. */
const PATIENCE_MS = 60_000;
const POLL_MS = 25;

const REPORT = {
  category: 'operation-failure',
  title: 'Payments fail since the 03:00 release',
  place: 'checkout, region east',
  impact: 'no order can be paid',
  facts: { usersAffected: 120_000 },
};

/**
 * One incident from the report to its closure, as clients see it. `onSent(step)` is called when the request of a step has
 * left, `onAnswered(step)` when it was answered; the journey waits for what `onAnswered` returns.
 */
export class Journey {
  incidentId;
  /** The last event that a decision of this journey was answered with. */
  seq = 0;
  /** Prefix of its request ids. */
  name = `chaos-${randomUUID().slice(0, 8)}`;

  constructor({ installation, sink, tokens, onSent = () => undefined, onAnswered = () => undefined }) {
    Object.assign(this, { installation, sink, tokens, onSent, onAnswered });
  }

  async run() {
    await this.report();
    await this.verify('III');
    await this.acknowledge();
    await this.#decide('raise', 'commander', 'level', { level: 'II', reason: 'a second region fails' });
    const override = { action: 'override', reason: 'rolled back, stable for 30 minutes' };
    await this.#decide('propose', 'commander', 'termination', override);
    await this.#decide('confirm', 'deputy', 'termination', { action: 'confirm' });
    await this.#download();
    await this.until('the watch is over', ({ phase, documents }) => phase === 'aftermath' && documents.length > 0);
    await this.#decide('close', 'commander', 'closure', { despite: true, reason: 'report accepted' });
    return this.settled();
  }

  async report() {
    const { id, seq } = await this.#step('report', 'operator', '/incidents', REPORT, 201);
    Object.assign(this, { incidentId: id, seq });
  }

  verify(level) {
    return this.#decide('verify', 'commander', 'verification', {
      outcome: 'confirmed',
      level,
      reason: 'seen on the dashboard',
    });
  }

  /** Two people of the first team, each in a way of their own. */
  async acknowledge() {
    const team = await this.until('a team is called', ({ teams }) => teams[0]);
    const [byLink, byApi] = team.people.map(({ id }) => id);
    const link = await this.#linkOf(byLink);
    await this.#exchange('ackByLink', { url: link, method: 'POST' }, 200);
    await this.#shows(byLink);
    await this.#step('ackByApi', byApi, `/incidents/${this.incidentId}/acknowledgements`, {}, 202);
    await this.#shows(byApi);
  }

  /** Nothing more is to come: the state, when the last decision is recorded and everybody who was to be told is. */
  settled() {
    return this.until('everything is settled', (state) => state.seq >= this.seq && state.pendingEffects === 0 && state);
  }

  /** What `find` finds in the incident, as soon as it finds something. */
  async until(what, find) {
    for (const giveUpAt = Date.now() + PATIENCE_MS; ; await pause(POLL_MS)) {
      const state = await this.#state();
      const found = state && find(state);
      if (found) return found;
      if (Date.now() > giveUpAt) throw new Error(`within ${PATIENCE_MS} ms it did not come true that ${what}`);
    }
  }

  async get(path, token = 'commander') {
    const url = `${this.installation.url}/api/v1/incidents/${this.incidentId}${path}`;
    return (await untilAnswered({ url, token: await this.tokens.of(token) })).json;
  }

  /** Undefined while the record does not know the incident. */
  async #state() {
    const state = await this.get('');
    return state?.phase === undefined || state.code !== undefined ? undefined : state;
  }

  #shows(person) {
    return this.until(`${person} is shown as having acknowledged`, ({ teams }) =>
      teams.some(({ people }) => people.some(({ id, status }) => id === person && status === 'acknowledged')),
    );
  }

  async #linkOf(person) {
    for (const giveUpAt = Date.now() + PATIENCE_MS; ; await pause(POLL_MS)) {
      const ids = this.sink.idsOf(this.incidentId).filter((id) => id.endsWith(`.${person}@muster`));
      for (const [mail] of ids.map((id) => this.sink.of(id))) {
        const { text } = await simpleParser(mail.raw);
        const link = /https?:\S+\/ack\/\S+/.exec(text ?? '')?.[0];
        if (link) return link;
      }
      if (Date.now() > giveUpAt) throw new Error(`no mail with a link reached ${person} within ${PATIENCE_MS} ms`);
    }
  }

  async #decide(step, who, what, body) {
    const { seq } = await this.#step(step, who, `/incidents/${this.incidentId}/${what}`, body, 200);
    this.seq = seq;
  }

  async #step(step, who, path, body, expected) {
    const url = `${this.installation.url}/api/v1${path}`;
    const asked = { url, method: 'POST', token: await this.tokens.of(who), key: `${this.name}-${step}`, body };
    return (await this.#exchange(step, asked, expected)).json;
  }

  async #exchange(step, asked, expected) {
    const answer = await untilAnswered({ ...asked, onSent: () => this.onSent(step) });
    if (answer.status !== expected) {
      const said = answer.json ? JSON.stringify(answer.json) : answer.bytes.toString().slice(0, 300);
      throw new Error(`${step} was answered ${answer.status} instead of ${expected}: ${said}`);
    }
    await this.onAnswered(step);
    return answer;
  }

  /** Every file of the report, compared with its hash in the list. */
  async #download() {
    const url = `${this.installation.url}/api/v1/incidents/${this.incidentId}/documents`;
    const token = await this.tokens.of('commander');
    await this.#exchange('document', { url, token }, 200);
    const { files } = await this.until('the report is written', ({ documents }) => documents[0]);
    if (files.length < 4) throw new Error(`the report has only ${files.length} files`);
    for (const file of files) {
      const { status, bytes } = await untilAnswered({ url: `${this.installation.url}${file.url}`, token });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (status !== 200 || sha256 !== file.sha256) throw new Error(`${file.url}: status ${status}, another hash`);
    }
  }
}
