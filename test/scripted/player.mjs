/**
 * Plays one script against the API, in whatever world it runs.
 *
 * The world offers `ask({ as, path, method?, body?, bytes? })`, which answers `{ status, body }`; `until(minute)`, which
 * returns when so many minutes of the plan's time have passed since the report; `momentOf(minute)`, in milliseconds; and,
 * where things happen by themselves, `again()`, which waits a little and says whether to look once more.
 */
export class Player {
  incidentId;
  /** The last event that a step was answered with: what is read afterwards is no older. */
  #seq = 0;

  constructor(script, world) {
    this.script = script;
    this.world = world;
  }

  async play() {
    await this.report();
    for (const step of this.script.steps) {
      await this.world.until(step.at, this.incidentId);
      await this.#take(step);
    }
    await this.world.until(this.script.minutes, this.incidentId);
  }

  async report() {
    const { by, foundMinutesBefore, ...report } = this.script.report;
    const body = {
      category: this.script.category,
      ...report,
      occurredAt: new Date(this.world.momentOf(-foundMinutesBefore)).toISOString(),
    };
    const { id } = await this.#post(by, '/api/v1/incidents', body, 201);
    this.incidentId = id;
  }

  async read(path = '', as = 'lin-wei') {
    const query = path === '' && this.#seq > 0 ? `?minSeq=${this.#seq}` : '';
    return this.#ask({ as, path: this.#path(`${path}${query}`) }, 200);
  }

  async #take(step) {
    const { as, to, body } = step;
    if (to === 'sitrep') return this.#release(step);
    if (to === 'partners' && !(await this.#isAsked(body))) return undefined;
    if (to === 'answer') {
      const { situation } = await this.read();
      const asked = situation.questions.find(({ text }) => text.startsWith(step.question));
      if (asked === undefined) throw new Error(`nobody has asked: ${step.question}`);
      return this.#say(step, `questions/${asked.id}/answer`, body);
    }
    if (step.file === undefined) return this.#say(step, to, this.#dated(body));
    const sha256 = await this.#store(as, step.file);
    return this.#say(step, to, { ...body, file: { sha256, name: step.file } });
  }

  /** Whether a partner is asked depends on how many people of ours could answer in time. */
  async #isAsked({ partner, team }) {
    const { teams } = await this.read();
    const called = teams.find(({ id }) => id === team);
    return called?.quorum?.partners.some((asked) => asked.partner.id === partner) ?? false;
  }

  async #release(step) {
    const number = await this.#draft(step);
    await this.#say(step, `sitreps/${number}/edit`, { sections: step.sections });
    const { upTo } = await this.read(`/sitreps/${number}`);
    return this.#say(step, `sitreps/${number}/release`, { upTo });
  }

  /** The number of the draft that waits for its release. */
  async #draft({ at }) {
    do {
      const { sitreps } = await this.read();
      if (sitreps.open !== undefined) return sitreps.open.number;
    } while (await this.world.again?.());
    throw new Error(`${this.script.category}: no SITREP waits for its release at minute ${at}`);
  }

  async #store(as, name) {
    const path = this.#path(`/evidence?name=${encodeURIComponent(name)}`);
    const bytes = Buffer.from(`${name}\n`);
    return (await this.#ask({ as, path, method: 'POST', bytes }, 201)).sha256;
  }

  /** Answers of people go through the inbox and are accepted, everything else is decided at once. */
  async #say({ as, at }, to, body) {
    const expected = ['acknowledgements', 'arrivals', 'declines'].includes(to) ? 202 : 200;
    try {
      const answer = await this.#post(as, this.#path(`/${to}`), body, expected);
      this.#seq = Math.max(this.#seq, answer.seq ?? 0);
      return answer;
    } catch (error) {
      throw new Error(`${this.script.category}, minute ${at}, ${as}: ${error.message}`, { cause: error });
    }
  }

  #dated(body) {
    const dated = (value) =>
      typeof value?.after === 'number' ? new Date(this.world.momentOf(value.after)).toISOString() : value;
    return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, dated(value)]));
  }

  #path(rest) {
    return `/api/v1/incidents/${this.incidentId}${rest}`;
  }

  #post(as, path, body, expected) {
    return this.#ask({ as, path, method: 'POST', body }, expected);
  }

  async #ask(asked, expected) {
    const { status, body } = await this.world.ask(asked);
    if (status !== expected) {
      throw new Error(`${asked.path} answered ${status} instead of ${expected}: ${JSON.stringify(body)}`);
    }
    return body;
  }
}
