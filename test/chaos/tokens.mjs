import { randomUUID } from 'node:crypto';
import { untilAnswered } from './http.mjs';

/** Asks the API of an installation as its operator, until it is answered: reads, or with a body posts. */
export function asOperator(installation, tokens) {
  return async (path, body, key = randomUUID()) =>
    untilAnswered({
      url: `${installation.url}/api/v1${path}`,
      method: body === undefined ? 'GET' : 'POST',
      token: await tokens.of('operator'),
      ...(body === undefined ? {} : { body, key }),
    });
}

/** Bearer tokens of one installation: the first ones from its folder, others asked for with the operator's. */
export class Tokens {
  #asked = new Map();

  constructor(installation) {
    this.installation = installation;
  }

  /** `operator`, `commander`, `deputy`, or a person of the roster. */
  async of(who) {
    if (['operator', 'commander', 'deputy'].includes(who)) return this.installation.token(who);
    if (!this.#asked.has(who)) this.#asked.set(who, this.#create(who));
    return this.#asked.get(who);
  }

  async #create(person) {
    const url = `${this.installation.url}/api/v1/tokens`;
    const { status, json } = await untilAnswered({
      url,
      method: 'POST',
      token: this.installation.token('operator'),
      body: { person, label: 'chaos' },
    });
    if (status !== 201) throw new Error(`no token for ${person}: ${status} ${JSON.stringify(json)}`);
    return json.token;
  }
}
