/**
 * What people wait for before they do something: nobody answers a call before it comes, or takes up a task before it is
 * there. Each as words and as what to look for in the incident.
 */
const OCCASIONS = {
  acknowledgements: ({ as }) => ['a call to answer', (incident) => isCalled(incident, as)],
  declines: ({ as }) => ['a call to answer', (incident) => isCalled(incident, as)],
  tasks: ({ body: { action, task } }) =>
    action === 'add' ? undefined : [`the task ${task}`, ({ tasks }) => tasks.some(({ id }) => id === task)],
  report: ({ body: { action } }) =>
    action === 'submit' ? ['an end of the watch', ({ phase }) => phase === 'aftermath'] : undefined,
  partners: ({ body: { partner, team } }) => [
    `${partner} among those asked`,
    ({ teams }) =>
      teams.some(({ id, quorum }) => id === team && quorum?.partners.some((p) => p.partner.id === partner)),
  ],
};

function isCalled({ posts, teams }, person) {
  const calls = [...posts.flatMap(({ call }) => (call === undefined ? [] : [call])), ...teams];
  return calls.some(({ people }) => people.some(({ id, status }) => id === person && WAITED_FOR.includes(status)));
}

const WAITED_FOR = ['called', 'silent'];

/** What the record answers while whoever writes it is away. */
const BEHIND = ['not_yet', 'incident_not_found'];

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
    await this.goOn(this.script.steps, this.script.minutes);
  }

  /** Takes these steps, and goes on to that minute. */
  async goOn(steps, minutes) {
    for (const step of steps) {
      await this.world.until(step.at, this.incidentId);
      await this.#take(step);
    }
    await this.world.until(minutes, this.incidentId);
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
    const asked = { as, path: this.#path(`${path}${query}`) };
    for (;;) {
      const { status, body } = await this.world.ask(asked);
      if (status === 200) return body;
      if (!BEHIND.includes(body?.code) || !(await this.world.again?.())) throw unexpected(asked, status, 200, body);
    }
  }

  async #take(planned) {
    const step = { ...planned, as: await this.#who(planned.as) };
    const { as, to, body } = step;
    if (to === 'sitrep') return this.#release(step);
    if (to === 'answer') {
      const asked = await this.#find(step, `a question that begins with ${step.question}`, ({ situation }) =>
        situation.questions.find(({ text }) => text.startsWith(step.question)),
      );
      return this.#say(step, `questions/${asked.id}/answer`, body);
    }
    if (to === 'report' && body.version !== undefined) await this.#untilWritten(step);
    const occasion = OCCASIONS[to]?.(step);
    if (occasion !== undefined) await this.#find(step, ...occasion);
    if (step.file === undefined) return this.#say(step, to, this.#dated(body));
    const sha256 = await this.#store(as, step.file);
    return this.#say(step, to, { ...body, file: { sha256, name: step.file } });
  }

  /** Looks until it is there: what people are called or asked for may be late. */
  async #find({ at, as }, what, find) {
    do {
      const found = find(await this.read());
      if (found !== undefined && found !== false) return found;
    } while (await this.world.again?.());
    throw new Error(`${this.script.category}, minute ${at}, ${as}: there is not ${what}`);
  }

  async #release(step) {
    const { number } = await this.#find(step, 'a SITREP that waits for its release', ({ sitreps }) => sitreps.open);
    await this.#say(step, `sitreps/${number}/edit`, { sections: step.sections });
    const { upTo } = await this.read(`/sitreps/${number}`);
    return this.#say(step, `sitreps/${number}/release`, { upTo });
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

  #dated(value) {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => this.#dated(one));
    if (typeof value.after === 'number') return new Date(this.world.momentOf(value.after)).toISOString();
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#dated(one)]));
  }

  /** Nobody reviews or approves a paper before it is there. */
  async #untilWritten({ at, body: { version } }) {
    do {
      const { versions } = await this.read('/report');
      if (versions.some((one) => one.version === version && one.document !== undefined)) return;
    } while (await this.world.again?.());
    throw new Error(`${this.script.category}, minute ${at}: version ${version} of the report is not written`);
  }

  /** `@commander`: whoever fills the post now. */
  async #who(as) {
    if (!as.startsWith('@')) return as;
    const { posts } = await this.read();
    const person = posts.find(({ id }) => `@${id}` === as)?.person;
    if (person === undefined) throw new Error(`${this.script.category}: nobody fills ${as}`);
    return person.id;
  }

  #path(rest) {
    return `/api/v1/incidents/${this.incidentId}${rest}`;
  }

  #post(as, path, body, expected) {
    return this.#ask({ as, path, method: 'POST', body }, expected);
  }

  async #ask(asked, expected) {
    const { status, body } = await this.world.ask(asked);
    if (status !== expected) throw unexpected(asked, status, expected, body);
    return body;
  }
}

function unexpected({ path }, status, expected, body) {
  return new Error(`${path} answered ${status} instead of ${expected}: ${JSON.stringify(body)}`);
}
